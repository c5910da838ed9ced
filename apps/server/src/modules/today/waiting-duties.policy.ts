/** Duties, tenders and rows of the policy that need somebody soon, in sentences. Pure. */
import type { WaitingItem } from "@throughline/contract";
import type { Duty, IsoDate } from "@throughline/domain";
import { renderTemplate } from "@throughline/tracing";

/** The day of the first reminder. */
export const soonDays = 30;

const texts = {
  "waiting.duty": "Clause {clause}, {what}: due on {due:date}.",
  "waiting.plan": "Clause {clause}, {what}: the agreed plan ends on {due:date}.",
  "waiting.gate":
    "{reference} cannot be published: {blocking:words} {blocking:plural:mismatch:mismatches} must be mended, or let stand with a reason, first.",
  "waiting.notice":
    "“{title}” counts from {from:date}, and the market was promised {months:words} {months:plural:month:months} of notice: it is to be told by {due:date}.",
} as const;

function say(
  code: keyof typeof texts,
  params: WaitingItem["sentence"]["params"],
): WaitingItem["sentence"] {
  return { code, params, text: renderTemplate(texts[code], params) };
}

/** @example daysUntil("2026-11-27", "2026-11-20") // 7 */
function daysUntil(day: IsoDate, today: IsoDate): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

/** A contract with what it makes due. */
export interface ContractDuties {
  readonly id: string;
  readonly title: string;
  readonly supplier: string | null;
  readonly duties: readonly Duty[];
}

/** A duty that falls due within 30 days, or a plan that ends by then. What is overdue is a break of its line. */
export function waitingOfDuties(contract: ContractDuties, today: IsoDate): WaitingItem[] {
  return contract.duties.flatMap((duty): WaitingItem[] => {
    const { state, clause, what, whose } = duty;
    const due = state === "due" ? duty.dueOn : state === "on_agreed_plan" ? duty.planUntil : null;
    if (due === null) return [];
    const daysLeft = daysUntil(due, today);
    if (daysLeft > soonDays) return [];
    const code = state === "due" ? "waiting.duty" : "waiting.plan";
    return [
      {
        kind: state === "due" ? "duty_due" : "plan_ends",
        who: whose === "buyer" ? "our side" : (contract.supplier ?? "the supplier"),
        subject: contract.title,
        sentence: say(code, { clause, what, due }),
        dueOn: due,
        daysLeft,
        link: { kind: "contract", id: contract.id },
      },
    ];
  });
}

/** A tender in drafting that has a day before it and may not be published yet. */
export function waitingOfTender(
  tender: {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly announcedOn: IsoDate | null;
    readonly deadlineOn: IsoDate | null;
    readonly open: { readonly blocking: number };
  },
  today: IsoDate,
): WaitingItem | null {
  const { reference, announcedOn, deadlineOn } = tender;
  const { blocking } = tender.open;
  // Published it must be before bidders answer; announced, it is expected.
  if (blocking === 0 || (announcedOn === null && deadlineOn === null)) return null;
  return {
    kind: "gate_closed",
    who: reference,
    subject: tender.title,
    sentence: say("waiting.gate", { reference, blocking }),
    dueOn: deadlineOn,
    daysLeft: deadlineOn === null ? null : daysUntil(deadlineOn, today),
    link: { kind: "procurement", id: tender.id },
  };
}

/** A row of the policy the market is to be told of. */
export function waitingOfNotice(
  row: {
    readonly rowId: string;
    readonly title: string;
    readonly effectiveFrom: IsoDate;
    readonly noticeMonths: number;
    readonly beginsOn: IsoDate;
  },
  today: IsoDate,
): WaitingItem {
  const { title, effectiveFrom: from, noticeMonths: months, beginsOn: due } = row;
  return {
    kind: "notice_begins",
    who: "the market",
    subject: title,
    sentence: say("waiting.notice", { title, from, months, due }),
    dueOn: due,
    daysLeft: daysUntil(due, today),
    link: { kind: "policy_row", id: row.rowId },
  };
}
