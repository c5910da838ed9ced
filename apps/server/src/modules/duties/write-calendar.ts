/**
 * Duties as iCalendar (RFC 5545). A calendar is read and copied by programs nobody here controls, so an entry says the
 * contract's reference and the clause and nothing else: not the supplier, not what is due.
 */
import type { ContractDuty } from "@throughline/contract";
import { reminderDays } from "@throughline/requirements";
import { ICalAlarmType, ICalCalendarMethod } from "ical-generator";
import { createHash } from "node:crypto";
import type { Work } from "../../platform/api.ts";
import { startCalendar } from "../../platform/calendar/start-calendar.ts";
import { dayOf } from "./duties.policy.ts";
import { sayCalendar } from "./duty-sentences.ts";
import { gatherDuties } from "./gather-duties.ts";

const shown: readonly ContractDuty["state"][] = [
  "due",
  "overdue",
  "not_due_yet",
  "on_agreed_plan",
  "performed_without_result",
];
const daySeconds = 86_400;

/** Writes all open duties that have a day. `host` makes the identifiers this installation's own. */
export async function writeCalendar(
  work: Work,
  scope: "mine" | "organisation",
  host: string,
): Promise<string> {
  const { duties, contracts } = await gatherDuties(work);
  const calendar = startCalendar("Duties", {
    name: sayCalendar(`calendar.${scope}`, {}).text,
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 3600,
  });
  for (const duty of duties) {
    const day = dayOf(duty);
    if (day === null || !shown.includes(duty.state)) continue;
    if (scope === "mine" && duty.ownerPersonId !== work.actor.personId) continue;
    calendar.createEvent({
      id: `${uidOf(duty)}@${host}`,
      // Whatever moves a day makes one of these larger: a change of the contract or its framework, an event.
      sequence: (contracts.get(duty.contract.id)?.version ?? 0) + changesOf(duty),
      stamp: work.now,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary: sayCalendar("calendar.entry", {
        reference: duty.contract.reference,
        clause: duty.clause,
      }).text,
      alarms: reminderDays.map((days) => ({
        type: ICalAlarmType.display,
        triggerBefore: days * daySeconds,
      })),
    });
  }
  return calendar.toString();
}

/** The same for the same duty for ever, and says nothing about it. */
function uidOf(duty: ContractDuty): string {
  return createHash("sha256").update(`${duty.contract.id}:${duty.key}`).digest("hex").slice(0, 40);
}

function changesOf({ events }: ContractDuty): number {
  return events.reduce((sum, { takenBack }) => sum + (takenBack === null ? 1 : 2), 0);
}
