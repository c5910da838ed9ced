import { Button, Select, Textarea, TextField } from "@navikt/ds-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { obstacleKinds, type DialogueSide } from "@throughline/domain";
import { useState, type FormEvent, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { api } from "../../api/client.ts";
import { seriesQuery, type AgendaEntry, type Meeting } from "../../api/dialogue.ts";
import { DateField } from "../../components/date-field.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

interface QuickProps {
  readonly meeting: Meeting;
  /** What is being talked about just now; `null`: the meeting as a whole. */
  readonly item: AgendaEntry | null;
  /** Goes back to the minutes. */
  readonly onBack: () => void;
}

/** Runs something and reads the meeting anew; what is being written in the minutes stays untouched. */
function useQuick(meetingId: string) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    try {
      await work();
      setError(null);
      await queries.invalidateQueries({ queryKey: ["dialogue", "meetings", meetingId] });
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, error, run };
}

function escapes(onBack: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key === "Escape") onBack();
  };
}

/** Who promises what by when, in one line; it goes on the table with the minutes. */
export function QuickCommitment({
  meeting,
  item,
  onBack,
  field,
}: QuickProps & { readonly field: Ref<HTMLInputElement> }): ReactNode {
  const series = useQuery(seriesQuery(meeting.series.id));
  const [side, setSide] = useState<DialogueSide>("counterpart");
  const [role, setRole] = useState("");
  const [what, setWhat] = useState("");
  const [dueOn, setDueOn] = useState("");
  const [missing, setMissing] = useState(false);
  const [said, setSaid] = useState("");
  const quick = useQuick(meeting.id);
  const names: Readonly<Record<DialogueSide, string>> = {
    counterpart: meeting.counterpart,
    buyers: series.data?.host.name ?? t("quick.us"),
  };
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMissing(what.trim() === "");
    if (what.trim() === "") return;
    const done = await quick.run(() =>
      api.commitments.make({
        seriesId: meeting.series.id,
        meetingId: meeting.id,
        agendaItemId: item?.id ?? null,
        threadId: item?.thread?.id ?? null,
        debtor: side,
        debtorName: names[side],
        debtorRole: role.trim() === "" ? null : role.trim(),
        what: what.trim(),
        dueOn: dueOn === "" ? null : dueOn,
        about: item?.title ?? null,
        contractId: item?.origin?.contractId ?? null,
        breakId: item?.origin?.breakId ?? null,
        share: false,
      }),
    );
    if (!done) return;
    setSaid(t("quick.noted", { what: what.trim() }));
    setWhat("");
  }
  return (
    // Escape leads back to the text; every control in it works without that.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- because Escape is a shortcut only
    <form
      className="stack-small quick"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={escapes(onBack)}
      aria-label={t("quick.commitment")}
    >
      <h3 className="item-title">{t("quick.commitment")}</h3>
      <p className="small quiet">
        {item === null ? t("quick.forMeeting") : t("quick.forItem", { title: item.title })}
      </p>
      {quick.error !== null && <ProblemNotice error={quick.error} />}
      <p className="aksel-sr-only" role="status">
        {said}
      </p>
      <TextField
        ref={field}
        size="small"
        label={t("quick.what")}
        maxLength={2000}
        value={what}
        error={missing ? t("quick.whatFault") : undefined}
        onChange={(event) => setWhat(event.target.value)}
      />
      <div className="form-grid">
        <Select
          size="small"
          label={t("quick.who")}
          value={side}
          onChange={(event) => setSide(event.target.value === "buyers" ? "buyers" : "counterpart")}
        >
          <option value="counterpart">{names.counterpart}</option>
          <option value="buyers">{names.buyers}</option>
        </Select>
        <TextField
          size="small"
          label={`${t("quick.role")} ${t("form.optional")}`}
          maxLength={200}
          value={role}
          onChange={(event) => setRole(event.target.value)}
        />
        <DateField label={t("quick.by")} value={dueOn} onChange={setDueOn} />
      </div>
      <div>
        <Button type="submit" size="small" variant="secondary" loading={quick.busy}>
          {t("quick.add")}
        </Button>
      </div>
    </form>
  );
}

/** Who in the chain does not say, as it was reported in the meeting. */
export function QuickObstacle({
  meeting,
  onBack,
  field,
}: Omit<QuickProps, "item"> & { readonly field: Ref<HTMLInputElement> }): ReactNode {
  const [who, setWho] = useState("");
  const [kind, setKind] = useState<(typeof obstacleKinds)[number]>("will_not_say");
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const [said, setSaid] = useState("");
  const quick = useQuick(meeting.id);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const incomplete = who.trim() === "" || text.trim() === "";
    setMissing(incomplete);
    if (incomplete) return;
    const done = await quick.run(() =>
      api.commitments.reportObstacle({
        seriesId: meeting.series.id,
        meetingId: meeting.id,
        who: who.trim(),
        kind,
        text: text.trim(),
        reportedOn: todayHere(),
      }),
    );
    if (!done) return;
    setSaid(t("quick.noted", { what: who.trim() }));
    setWho("");
    setText("");
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- because Escape is a shortcut only
    <form
      className="stack-small quick"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={escapes(onBack)}
      aria-label={t("quick.obstacle")}
    >
      <p className="small quiet">{t("quick.obstacleWhat")}</p>
      {quick.error !== null && <ProblemNotice error={quick.error} />}
      <p className="aksel-sr-only" role="status">
        {said}
      </p>
      <div className="form-grid">
        <TextField
          ref={field}
          size="small"
          label={t("quick.obstacleWho")}
          maxLength={300}
          value={who}
          error={missing && who.trim() === "" ? t("quick.obstacleWhoFault") : undefined}
          onChange={(event) => setWho(event.target.value)}
        />
        <Select
          size="small"
          label={t("quick.obstacleKind")}
          value={kind}
          onChange={(event) =>
            setKind(obstacleKinds.find((one) => one === event.target.value) ?? "other")
          }
        >
          {obstacleKinds.map((one) => (
            <option key={one} value={one}>
              {t(`obstacleKind.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      <Textarea
        size="small"
        minRows={1}
        maxLength={4000}
        label={t("quick.obstacleText")}
        value={text}
        error={missing && text.trim() === "" ? t("quick.obstacleTextFault") : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button type="submit" size="small" variant="secondary" loading={quick.busy}>
          {t("quick.add")}
        </Button>
      </div>
    </form>
  );
}
