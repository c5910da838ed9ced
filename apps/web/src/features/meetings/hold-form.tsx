import { Button, Checkbox, CheckboxGroup } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { localTime } from "../../components/dialogue/say-meeting-time.ts";
import { FormFaults, faultOf, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatDate, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

/** Records that the meeting took place and who came; until the minutes leave it can be put right. */
export function HoldForm({
  meeting,
  onHeld,
}: {
  readonly meeting: Meeting;
  readonly onHeld: () => void;
}): ReactNode {
  const planned = localTime(meeting.startsAt, meeting.timeZone).slice(0, 10);
  const today = todayHere();
  const [heldOn, setHeldOn] = useState(meeting.heldOn ?? (planned > today ? today : planned));
  const [came, setCame] = useState<readonly string[]>(
    meeting.people
      .filter((person) => (meeting.state === "held" ? person.came === true : true))
      .map(({ id }) => id),
  );
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const hold = useChange(async () => {
    await api.meetings.hold({ id: meeting.id, version: meeting.version, heldOn, came: [...came] });
    // Before what is on screen is asked anew: this form begins anew with the meeting.
    onHeld();
  });
  function submit(): void {
    const wrong = heldOn === "" || heldOn > today;
    setFaults(wrong ? [{ field: "held-on", message: t("hold.fault") }] : []);
    if (!wrong) hold.mutate();
  }
  const held = meeting.state === "held";
  return (
    <form
      className="card stack no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>
        {held && meeting.heldOn !== null
          ? t("meeting.heldOn", { date: formatDate(meeting.heldOn) })
          : t("hold.title")}
      </h3>
      <FormFaults faults={faults} />
      {hold.isError && <ProblemNotice error={hold.error} />}
      <div className="form-grid">
        <DateField
          id="held-on"
          label={t("hold.on")}
          max={today}
          value={heldOn}
          error={faultOf(faults, "held-on")}
          onChange={setHeldOn}
        />
        {meeting.people.length > 0 && (
          <CheckboxGroup
            size="small"
            legend={t("hold.came")}
            value={[...came]}
            onChange={(next: string[]) => setCame(next)}
          >
            {meeting.people.map((person) => (
              <Checkbox key={person.id} value={person.id}>
                {person.name ?? person.roleTitle}{" "}
                <span className="quiet">
                  {person.side === "counterpart" ? meeting.counterpart : t("people.buyers")}
                </span>
              </Checkbox>
            ))}
          </CheckboxGroup>
        )}
      </div>
      <div>
        <Button type="submit" size="small" loading={hold.isPending}>
          {t(held ? "hold.again" : "hold.do")}
        </Button>
      </div>
    </form>
  );
}
