/**
 * The daily reminders: 30, 7 and 1 days before a duty's day or the end of an agreed plan, each once, one letter a morning
 * to whoever looks after them. The job queues itself for the next morning; recording conditions begins it.
 */
import type { ContractDuty } from "@throughline/contract";
import { remindersDue, type DutyReminder } from "@throughline/requirements";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { queueMail } from "../mail/index.ts";
import { sayReminder } from "./duty-sentences.ts";
import { insertReminded, readReminded, type KnownMember } from "./duties.store.ts";
import { gatherDuties } from "./gather-duties.ts";

/** Mail is read in the morning. */
const hour = 6;

/** The next morning after an instant. */
export function nextMorning(now: Date): Date {
  const morning = new Date(now);
  morning.setUTCHours(hour, 0, 0, 0);
  if (morning <= now) morning.setUTCDate(morning.getUTCDate() + 1);
  return morning;
}

/** Sees to it that tomorrow's reminders are looked for; said twice it is the same job. */
export async function planReminders(work: Work): Promise<void> {
  await work.enqueue(
    "remind-duties",
    {},
    { singletonKey: "daily", startAfter: nextMorning(work.now) },
  );
}

interface Due {
  readonly duty: ContractDuty;
  readonly reminder: DutyReminder;
}

/** What the job does each morning. */
export async function remindDuties(work: Work): Promise<void> {
  const { duties, members } = await gatherDuties(work);
  const byContract = Map.groupBy(duties, ({ contract }) => contract.id);
  const reminded = await readReminded(work, [...byContract.keys()]);
  const due = [...byContract].flatMap(([contractId, its]) => {
    const byKey = new Map(its.map((duty) => [duty.key, duty]));
    return remindersDue(its, work.today, reminded.get(contractId)).flatMap((reminder): Due[] => {
      const duty = byKey.get(reminder.dutyKey);
      return duty === undefined ? [] : [{ duty, reminder }];
    });
  });
  const letters = Map.groupBy(due, ({ duty }) => mailboxOf(duty, members)?.address ?? "");
  for (const [address, its] of letters) {
    const first = its[0];
    const to = first === undefined ? null : mailboxOf(first.duty, members);
    const mailId =
      to === null || to.address !== address
        ? null
        : await queueMail(work, {
            kind: "duty_reminder",
            toAddress: to.address,
            toName: to.name,
            ...wordLetter(its),
            deliveryId: null,
          });
    await insertReminded(
      work,
      its.map(({ duty, reminder }) => ({ contractId: duty.contract.id, key: reminder.key })),
      mailId,
    );
  }
  await planReminders(work);
}

const Mailbox = z.email();

/** The member who looks after it, or the mailbox that was named; `null`: nobody who could be written to. */
function mailboxOf(
  duty: ContractDuty,
  members: ReadonlyMap<string, KnownMember>,
): { readonly address: string; readonly name: string | null } | null {
  const member = duty.ownerPersonId === null ? undefined : members.get(duty.ownerPersonId);
  if (member !== undefined) return { address: member.email, name: member.name };
  const mailbox = Mailbox.safeParse(duty.ownerRole?.trim());
  return mailbox.success ? { address: mailbox.data, name: null } : null;
}

function wordLetter(due: readonly Due[]): { readonly subject: string; readonly body: string } {
  const sorted = due.toSorted((a, b) => (a.reminder.dueOn < b.reminder.dueOn ? -1 : 1));
  const contracts = Map.groupBy(sorted, ({ duty }) => duty.contract.id);
  const parts = [...contracts.values()].map((its) => {
    const { contract, supplier } = its[0]?.duty ?? { contract: null, supplier: null };
    const head = sayReminder("reminder.contract", {
      reference: contract?.reference ?? null,
      title: contract?.title ?? null,
      supplier,
    }).text;
    return [head, ...its.map(({ reminder }) => `- ${reminder.sentence.text}`)].join("\n");
  });
  const count = due.length;
  return {
    subject: sayReminder("reminder.subject", {
      one: count === 1 ? 1 : 0,
      many: count === 1 ? 0 : count,
      first: sorted[0]?.reminder.dueOn ?? null,
    }).text,
    body: [
      sayReminder("reminder.opening", {}).text,
      sayReminder("reminder.about", {}).text,
      ...parts,
      sayReminder("reminder.closing", {}).text,
    ].join("\n\n"),
  };
}
