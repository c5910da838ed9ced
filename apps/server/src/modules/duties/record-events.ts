/** Records what became of duties, takes it back, and says who looks after them. All of a call or none of it. */
import type { DutyEventInput } from "@throughline/contract";
import { AppError, type Duty, type ErrorDetail } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { requireMember } from "../../platform/require-member.ts";
import { checkEvent } from "./duties.policy.ts";
import { findEvent, insertEvent, insertOwner, type NewEvent } from "./duties.store.ts";
import { gatherDuties } from "./gather-duties.ts";

/** Finds the duties named, each with its clause. One that is not ours is as unknown as one that never was. */
async function requireDuties(
  work: Work,
  named: readonly { readonly contractId: string; readonly dutyKey: string }[],
  path: string,
): Promise<Duty[]> {
  const known = new Map<string, Map<string, Duty>>();
  for (const contractId of new Set(named.map((one) => one.contractId))) {
    const { duties } = await gatherDuties(work, contractId);
    known.set(contractId, new Map(duties.map((duty) => [duty.key, duty])));
  }
  const missing: ErrorDetail[] = [];
  const found = named.flatMap(({ contractId, dutyKey }, at) => {
    const duty = known.get(contractId)?.get(dutyKey);
    if (duty !== undefined) return [duty];
    missing.push({ path: `${path}/${at}/dutyKey`, message: "Choose a duty of your contracts." });
    return [];
  });
  if (missing.length > 0) throw new AppError("reference_unknown", undefined, missing);
  return found;
}

/** Records them. `date_in_future` for what lies ahead: a plan's end is told by `until`. */
export async function recordEvents(
  work: Work,
  { events }: { readonly events: readonly DutyEventInput[] },
): Promise<{ ids: string[] }> {
  const details = events.flatMap((event, at) => checkEvent(event, work.today, `/events/${at}`));
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
  const ahead = events.findIndex(({ on }) => on > work.today);
  if (ahead >= 0)
    throw new AppError("date_in_future", undefined, [
      { path: `/events/${ahead}/on`, message: "Give today's date or an earlier one." },
    ]);
  const duties = await requireDuties(work, events, "/events");
  const ids: string[] = [];
  for (const [at, event] of events.entries())
    ids.push(
      await keepEvent(work, {
        ...event,
        conditionId: duties[at]?.conditionId ?? "",
        takesBack: null,
        recognitionId: null,
      }),
    );
  return { ids };
}

/** Writes one event with its audit entry. Its duty was found before. */
export async function keepEvent(work: Work, event: NewEvent): Promise<string> {
  const id = await insertEvent(work, event);
  const { note, ...told } = event;
  await recordAudit(work, {
    action: event.kind === "taken_back" ? "take-back-duty-event" : "record-duty-event",
    subjectKind: "duty_event",
    subjectId: id,
    after: {
      ...told,
      note: note === "" ? null : await sealPersonal(work, subjectOf(work.actor), note),
    },
  });
  return id;
}

/** Takes an event back, with the reason; it stays on record. */
export async function takeBackEvent(
  work: Work,
  { eventId, reason }: { readonly eventId: string; readonly reason: string },
): Promise<void> {
  const event = await findEvent(work, eventId);
  if (event === undefined || event.kind === "taken_back") throw new AppError("not_found");
  if (event.taken_back) throw new AppError("conflict", "It has been taken back already.");
  if (event.recognition_id !== null)
    throw new AppError(
      "still_in_use",
      "It rests on a follow-up that was recognised; take that decision back instead.",
    );
  await keepEvent(work, {
    contractId: event.contract_id,
    conditionId: event.condition_id,
    dutyKey: event.duty_key,
    kind: "taken_back",
    on: work.today,
    until: null,
    note: reason,
    takesBack: event.id,
    recognitionId: null,
  });
}

/** Says who looks after duties: a member, a role or mailbox, or whoever follows up the clause (neither given). */
export async function setOwner(
  work: Work,
  input: {
    readonly duties: readonly { readonly contractId: string; readonly dutyKey: string }[];
    readonly personId: string | null;
    readonly role: string | null;
  },
): Promise<void> {
  const { personId, role } = input;
  await requireMember(work, personId, "/personId");
  await requireDuties(work, input.duties, "/duties");
  for (const { contractId, dutyKey } of input.duties) {
    await insertOwner(work, { contractId, dutyKey, personId, role });
    await recordAudit(work, {
      action: "set-duty-owner",
      subjectKind: "contract",
      subjectId: contractId,
      after: {
        dutyKey,
        personId,
        role: role === null ? null : await sealPersonal(work, subjectOf(work.actor), role),
      },
    });
  }
}
