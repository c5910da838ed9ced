import { Button } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Attendee, Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { ToneTag } from "../tags.tsx";
import { FitDialog } from "./fit-dialog.tsx";
import { sayIssue } from "./say-issue.ts";
import { PeopleDialog } from "./people-dialog.tsx";

const tones = { asked: "care", confirmed: "good", not_the_right_one: "break" } as const;

type Open =
  | { readonly kind: "people"; readonly asking: boolean }
  | { readonly kind: "fit"; readonly person: Attendee }
  | { readonly kind: "erase"; readonly person: Attendee };

function EraseDialog({
  meetingId,
  person,
  onClose,
}: {
  readonly meetingId: string;
  readonly person: Attendee;
  readonly onClose: () => void;
}): ReactNode {
  const erase = useChange(() => api.meetings.erasePerson({ id: meetingId, personId: person.id }));
  return (
    <ConfirmDialog
      title={t("people.eraseTitle")}
      what={t("people.eraseWhat", { role: person.roleTitle })}
      doIt={t("people.eraseDo")}
      busy={erase.isPending}
      error={erase.error}
      onConfirm={() => erase.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function Person({
  person,
  held,
  mayConfirm,
  mayErase,
  onFit,
  onErase,
}: {
  readonly person: Attendee;
  readonly held: boolean;
  readonly mayConfirm: boolean;
  readonly mayErase: boolean;
  readonly onFit: () => void;
  readonly onErase: () => void;
}): ReactNode {
  const who = person.name ?? person.roleTitle;
  return (
    <li>
      <strong>{who}</strong>{" "}
      {held && person.came !== null ? (
        <ToneTag tone={person.came ? "good" : "quiet"}>
          {t(person.came ? "people.came" : "people.cameNot")}
        </ToneTag>
      ) : (
        <ToneTag tone={tones[person.fit]}>
          {t(`fit.${person.fit}`)}
          {person.fitOn !== null && ` ${formatDate(person.fitOn)}`}
        </ToneTag>
      )}
      <div className="from">
        {[
          ...(person.name === null ? [] : [person.roleTitle]),
          t(`mandate.${person.mandate}`),
          ...(person.topics.length === 0
            ? []
            : [t("people.for", { topics: person.topics.map(sayIssue).join(", ") })]),
          ...(person.address === null ? [] : [person.address]),
        ].join(" · ")}
      </div>
      {(mayConfirm || mayErase) && (
        <div className="row no-print">
          {mayConfirm && (
            <Button
              size="small"
              variant="tertiary"
              aria-label={t("fit.askOf", { who })}
              onClick={onFit}
            >
              {t("fit.ask")}
            </Button>
          )}
          {mayErase && (
            <Button
              size="small"
              variant="tertiary"
              aria-label={t("people.eraseOf", { who })}
              onClick={onErase}
            >
              {t("people.erase")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Who comes from either side, with mandate and topics; the other side confirms that the right one comes. */
export function PeopleSection({ meeting }: { readonly meeting: Meeting }): ReactNode {
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const held = meeting.state === "held";
  const mayName = meeting.can.write && meeting.state === "planned";
  return (
    <section className="stack" aria-labelledby="meeting-people">
      <div>
        <h3 className="section-title" id="meeting-people">
          {t("people.title")}
        </h3>
        {!held && <p className="quiet">{t("people.what")}</p>}
      </div>
      <div className="sides">
        {(["buyers", "counterpart"] as const).map((side) => {
          const people = meeting.people.filter((person) => person.side === side);
          return (
            <section key={side} className="card stack-small" aria-label={t(`people.${side}`)}>
              <h4 className="item-title">
                {side === "counterpart" ? meeting.counterpart : t("people.buyers")}
              </h4>
              {people.length === 0 ? (
                <p className="quiet">
                  {t(side === meeting.mySide ? "people.noneOurs" : "people.noneTheirs")}
                </p>
              ) : (
                <ul className="facts">
                  {people.map((person) => (
                    <Person
                      key={person.id}
                      person={person}
                      held={held}
                      mayConfirm={mayName && (person.mine || side === meeting.mySide)}
                      mayErase={person.mine && person.name !== null && meeting.can.write}
                      onFit={() => setOpen({ kind: "fit", person })}
                      onErase={() => setOpen({ kind: "erase", person })}
                    />
                  ))}
                </ul>
              )}
              {mayName && (side === meeting.mySide || meeting.can.host) && (
                <div className="no-print">
                  <Button
                    size="small"
                    variant="secondary"
                    onClick={() => setOpen({ kind: "people", asking: side !== meeting.mySide })}
                  >
                    {t(side === meeting.mySide ? "people.say" : "people.ask")}
                  </Button>
                </div>
              )}
            </section>
          );
        })}
      </div>
      {open?.kind === "people" && (
        <PeopleDialog meeting={meeting} asking={open.asking} onClose={close} />
      )}
      {open?.kind === "fit" && (
        <FitDialog meetingId={meeting.id} person={open.person} onClose={close} />
      )}
      {open?.kind === "erase" && (
        <EraseDialog meetingId={meeting.id} person={open.person} onClose={close} />
      )}
    </section>
  );
}
