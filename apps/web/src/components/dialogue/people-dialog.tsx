import { Button, Select, TextField } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { otherSide, type DialogueSide } from "@throughline/domain";
import type { Attendee, Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { t } from "../../texts/t.ts";
import { FormDialog } from "../form-dialog.tsx";
import { faultOf, type FormFault } from "../form-faults.tsx";
import { readTopics, writeTopics } from "./read-topics.ts";

export const mandates = ["unknown", "can_decide", "can_take_back", "listens"] as const;
type Mandate = (typeof mandates)[number];

interface PersonDraft {
  readonly key: number;
  readonly side: DialogueSide;
  readonly personId: string | null;
  readonly roleTitle: string;
  readonly name: string;
  readonly address: string;
  readonly topics: string;
  readonly mandate: Mandate;
}

function startDrafts(people: readonly Attendee[]): readonly PersonDraft[] {
  return people.map((person, key) => ({
    key,
    side: person.side,
    personId: person.id,
    roleTitle: person.roleTitle,
    name: person.name ?? "",
    address: person.address ?? "",
    topics: writeTopics(person.topics),
    mandate: person.mandate,
  }));
}

function empty(key: number, side: DialogueSide): PersonDraft {
  return {
    key,
    side,
    personId: null,
    roleTitle: "",
    name: "",
    address: "",
    topics: "",
    mandate: "unknown",
  };
}

const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function faultsOf(drafts: readonly PersonDraft[]): FormFault[] {
  return drafts.flatMap((one) => [
    ...(one.roleTitle.trim() === ""
      ? [{ field: `person-role-${one.key}`, message: t("people.fault.role") }]
      : []),
    ...(one.address.trim() !== "" && !looksLikeAddress.test(one.address.trim())
      ? [{ field: `person-address-${one.key}`, message: t("people.fault.address") }]
      : []),
    ...(readTopics(one.topics).some((topic) => topic.length > 60)
      ? [{ field: `person-topics-${one.key}`, message: t("people.fault.topics") }]
      : []),
  ]);
}

/** Whom we bring, or by role whom the other side is asked to send. */
export function PeopleDialog({
  meeting,
  asking,
  onClose,
}: {
  readonly meeting: Meeting;
  /** They are asked of the other side, by role. */
  readonly asking: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const side = asking ? otherSide(meeting.mySide) : meeting.mySide;
  const [drafts, setDrafts] = useState<readonly PersonDraft[]>(() => {
    const named = meeting.people.filter((person) => person.mine && person.side === side);
    return named.length === 0 ? [empty(0, side)] : startDrafts(named);
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const save = useChange((input: Parameters<typeof api.meetings.setPeople>[0]) =>
    api.meetings.setPeople(input),
  );
  function change(next: PersonDraft): void {
    setDrafts(drafts.map((one) => (one.key === next.key ? next : one)));
  }
  function submit(): void {
    const said = drafts.filter(
      (one) => one.personId !== null || one.roleTitle + one.name + one.address + one.topics !== "",
    );
    const found = faultsOf(said);
    setFaults(found);
    if (found.length > 0) return;
    const kept = startDrafts(
      meeting.people.filter((person) => person.mine && person.side !== side),
    );
    save.mutate(
      {
        id: meeting.id,
        // All of ours are told each time: those of the other list stay as they are.
        people: [...kept, ...said].map((one) => ({
          ...(one.personId === null ? {} : { personId: one.personId }),
          side: one.side,
          roleTitle: one.roleTitle.trim(),
          name: one.name.trim() === "" ? null : one.name.trim(),
          address: one.address.trim() === "" ? null : one.address.trim(),
          topics: readTopics(one.topics),
          mandate: one.mandate,
        })),
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t(asking ? "people.askTitle" : "people.oursTitle")}
      save={t("form.save")}
      busy={save.isPending}
      error={save.error}
      faults={faults}
      onSave={submit}
      onClose={onClose}
      wide
      also={
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            setDrafts([...drafts, empty(Math.max(-1, ...drafts.map(({ key }) => key)) + 1, side)])
          }
        >
          {t("people.another")}
        </Button>
      }
    >
      <p>{t(asking ? "people.askWhat" : "people.oursWhat")}</p>
      {drafts.map((one, at) => (
        <fieldset key={one.key} className="plain card stack">
          <legend>{t("people.number", { n: at + 1 })}</legend>
          <div className="form-grid">
            <TextField
              id={`person-role-${one.key}`}
              size="small"
              label={t("people.role")}
              value={one.roleTitle}
              error={faultOf(faults, `person-role-${one.key}`)}
              onChange={(event) => change({ ...one, roleTitle: event.target.value })}
            />
            {!asking && (
              <TextField
                size="small"
                autoComplete="off"
                label={`${t("people.name")} ${t("form.optional")}`}
                value={one.name}
                onChange={(event) => change({ ...one, name: event.target.value })}
              />
            )}
            <TextField
              id={`person-address-${one.key}`}
              size="small"
              inputMode="email"
              autoComplete="off"
              label={`${t("people.address")} ${t("form.optional")}`}
              value={one.address}
              error={faultOf(faults, `person-address-${one.key}`)}
              onChange={(event) => change({ ...one, address: event.target.value })}
            />
            <Select
              size="small"
              label={t("people.mandate")}
              value={one.mandate}
              onChange={(event) =>
                change({
                  ...one,
                  mandate: mandates.find((known) => known === event.target.value) ?? "unknown",
                })
              }
            >
              {mandates.map((mandate) => (
                <option key={mandate} value={mandate}>
                  {t(`mandate.${mandate}`)}
                </option>
              ))}
            </Select>
          </div>
          <TextField
            id={`person-topics-${one.key}`}
            size="small"
            label={`${t("people.topics")} ${t("form.optional")}`}
            description={t("people.topicsHelp")}
            value={one.topics}
            error={faultOf(faults, `person-topics-${one.key}`)}
            onChange={(event) => change({ ...one, topics: event.target.value })}
          />
          <div>
            <Button
              type="button"
              size="small"
              variant="tertiary"
              onClick={() => setDrafts(drafts.filter((other) => other.key !== one.key))}
            >
              {t("people.without", { n: at + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
    </FormDialog>
  );
}
