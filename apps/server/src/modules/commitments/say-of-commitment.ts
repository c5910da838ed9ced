/** Confirms, refuses, corrects, moves, says it is done, accepts or disputes that, releases. The engine decides who may. */
import type { CommitmentActInput, CommitmentDetail } from "@throughline/contract";
import { canAct, type ActVerdict } from "@throughline/dialogue";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { howItIsSaid } from "../dialogues/index.ts";
import { insertAct, takeTurn } from "./commitments.store.ts";
import { getCommitment, requireCommitment } from "./get-commitment.ts";

type Kind = CommitmentActInput["kind"];

const actionOf: Readonly<Record<Kind, string>> = {
  corrected: "correct-commitment",
  postponed: "postpone-commitment",
  confirmed: "confirm-commitment",
  refused: "refuse-commitment",
  fulfilled: "fulfil-commitment",
  accepted: "accept-fulfilment",
  disputed: "dispute-fulfilment",
  released: "release-commitment",
};

/** Says it and answers the commitment as it stands then. */
export async function sayOfCommitment(
  work: Work,
  input: CommitmentActInput & { readonly id: string },
): Promise<CommitmentDetail> {
  const { id, kind, shownBy } = input;
  await takeTurn(work.tx, id);
  const { row, sitting, fact, standing, summary, names } = await requireCommitment(work, id);
  if (!summary.shared)
    throw new AppError(
      "word_out_of_turn",
      "It is a draft that nobody was shown. It is put on the table with the minutes.",
    );
  if (input.lastRead !== undefined && input.lastRead !== fact.acts.at(-1)?.id)
    throw new AppError("conflict", "More was said of it since you read it.");
  const on = input.on ?? work.today;
  if (on > work.today)
    throw new AppError("date_in_future", undefined, [
      { path: "/on", message: "What is said was said today or before." },
    ]);
  if (shownBy !== null && kind !== "fulfilled")
    throw new AppError("input_invalid", undefined, [
      { path: "/shownBy", message: "What shows it goes with saying that it is done." },
    ]);
  const said = termsOf(input, standing);
  refuseUnless(canAct(fact, sitting.side, kind, on, said, names));
  const how = await howItIsSaid(work, row.series_id);
  await insertAct(work, {
    seriesId: row.series_id,
    commitmentId: id,
    side: sitting.side,
    kind,
    on,
    ...said,
    shownBy,
    ...how,
    toldBy: sitting.name,
    share: true,
  });
  // Reasons and wordings may name people: dates and how it was said are enough here.
  await recordAudit(work, {
    action: actionOf[kind],
    subjectKind: "commitment",
    subjectId: id,
    before: { state: standing.state, dueOn: standing.dueOn },
    after: { on, dueOn: said.dueOn, shown: shownBy !== null, ...how },
  });
  return getCommitment(work, id);
}

/** What is put forward has wording and date; a correction keeps what it does not change. */
function termsOf(
  { kind, what, dueOn, reason }: CommitmentActInput,
  standing: { readonly what: string; readonly dueOn: string | null },
) {
  if (kind === "corrected")
    return { what: what ?? standing.what, dueOn: dueOn ?? standing.dueOn, reason };
  if (kind === "postponed") return { what: what ?? standing.what, dueOn, reason };
  return { what: null, dueOn: null, reason };
}

type Refusal = Extract<ActVerdict, { ok: false }>["code"];

const placeOf: Partial<Record<Refusal, string>> = {
  first_day: "/on",
  no_reason: "/reason",
  no_wording: "/what",
  not_later: "/dueOn",
  later_is_postponed: "/dueOn",
};
const forTheOtherSide: ReadonlySet<Refusal> = new Set(["own_word", "owed", "not_owed"]);

/** The engine's refusal as an error: at a field, for the other side to say, or not now. */
export function refuseUnless(verdict: ActVerdict): void {
  if (verdict.ok) return;
  const { code, sentence } = verdict;
  const path = placeOf[code];
  if (path !== undefined)
    throw new AppError("input_invalid", sentence.text, [{ path, message: sentence.text }]);
  throw new AppError(
    forTheOtherSide.has(code) ? "other_side_speaks" : "word_out_of_turn",
    sentence.text,
  );
}
