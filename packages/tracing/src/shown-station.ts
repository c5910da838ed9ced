/**
 * Shown: what was asked and what came back. Duty: a formal request made in time. Result: sites disclosed. A
 * reseller that asked in time has done its duty though the brand is silent; the silence still breaks the result.
 */
import type { LineFact, Station, StationTruth } from "@throughline/domain";
import { earliestClauseDue } from "./clause-duties.ts";
import { combineTruths } from "./combine-truths.ts";
import { compareDated } from "./compare-text.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import type { AskedSubject } from "./list-subjects.ts";
import { makeFact } from "./make-fact.ts";
import { say } from "./say.ts";

function dutyOf(known: KnownFacts, subjects: readonly AskedSubject[]): StationTruth {
  const total = subjects.length;
  const due = earliestClauseDue(known);
  const covered = subjects.filter(
    (one) => one.askedOn !== null || one.disclosed || one.lastWord.kind !== "nothing",
  );
  if (covered.length === 0) {
    return due !== null && due < known.asOf
      ? { state: "broken", sentence: say("shown.duty.overdue", { due }) }
      : { state: "unknown", sentence: say("shown.duty.unknown") };
  }
  if (covered.length < total) {
    const left = total - covered.length;
    return {
      state: "partly",
      sentence: say("shown.duty.partly", { covered: covered.length, total, left }),
    };
  }
  const late = covered.filter(
    (one) => !one.disclosed && due !== null && one.askedOn !== null && one.askedOn > due,
  ).length;
  return late > 0
    ? { state: "partly", sentence: say("shown.duty.late", { total, late, due }) }
    : { state: "whole", sentence: say("shown.duty.whole", { total }) };
}

function resultOf(subjects: readonly AskedSubject[]): StationTruth {
  const total = subjects.length;
  const disclosed = subjects.filter((one) => one.disclosed).length;
  if (disclosed === total)
    return { state: "whole", sentence: say("shown.result.whole", { total }) };
  if (disclosed > 0)
    return { state: "partly", sentence: say("shown.result.partly", { disclosed, total }) };
  const kinds = new Set(subjects.map((one) => one.status));
  kinds.delete("missing");
  if (kinds.size === 0) return { state: "unknown", sentence: say("shown.result.unknown") };
  kinds.delete("asked");
  if (kinds.size === 0) return { state: "unknown", sentence: say("shown.result.waiting") };
  return { state: "broken", sentence: say("shown.result.broken", { total }) };
}

function factsOf(known: KnownFacts): LineFact[] {
  const dated: LineFact[] = [];
  for (const request of known.sentRequests) {
    const params = {
      addressee: request.addressee,
      sent: request.sentOn,
      due: request.dueOn,
      by: request.madeBy,
    };
    dated.push(
      makeFact({
        sentence: say("fact.request", params),
        source: known.contract.reference,
        actor: request.madeBy,
        date: request.sentOn,
        refs: [{ kind: "request", id: request.id }],
      }),
    );
  }
  const requestIds = new Set(known.sentRequests.map((request) => request.id));
  for (const answer of known.answers) {
    const params = {
      by: answer.answeredBy,
      on: answer.answeredOn,
      reason: answer.reason,
      self: answer.selfReported ? 1 : 0,
    };
    const request =
      answer.requestId !== null && requestIds.has(answer.requestId)
        ? [{ kind: "request", id: answer.requestId } as const]
        : [];
    dated.push(
      makeFact({
        sentence: say(`fact.answer.${answer.answer}`, params),
        source: answer.document ?? known.contract.reference,
        actor: answer.answeredBy,
        date: answer.answeredOn,
        refs: [{ kind: "answer", id: answer.id }, ...request],
      }),
    );
  }
  for (const one of [...known.disclosures.values(), ...known.withdrawnDisclosures]) {
    const params = {
      title: one.title,
      by: one.declaredBy,
      asOf: one.asOf,
      received: one.receivedOn,
      accepted: one.rows.accepted,
      corrected: one.rows.corrected,
      rejected: one.rows.rejected,
      cut: one.truncated ? 1 : 0,
      market: one.foreignMarket,
      masked: one.masked ?? 0,
    };
    dated.push(
      makeFact({
        sentence: say("fact.disclosure", params),
        source: one.title,
        actor: one.declaredBy,
        date: one.receivedOn,
        refs: [{ kind: "disclosure", id: one.id }],
      }),
    );
  }
  for (const one of known.withdrawnDisclosures) {
    const params = { title: one.title, by: one.declaredBy, on: one.withdrawnOn };
    dated.push(
      makeFact({
        sentence: say(
          one.replaced === true ? "fact.disclosure_replaced" : "fact.disclosure_withdrawn",
          params,
        ),
        source: one.title,
        actor: one.declaredBy,
        date: one.withdrawnOn,
        refs: [{ kind: "disclosure", id: one.id }],
      }),
    );
  }
  for (const draft of known.drafts) {
    dated.push(
      makeFact({
        sentence: say("fact.request_draft", { addressee: draft.addressee }),
        source: known.contract.reference,
        refs: [{ kind: "request", id: draft.id }],
      }),
    );
  }
  return dated.sort(compareDated);
}

/** Computes the station from what was asked about and what came back. */
export function shownStation(known: KnownFacts, subjects: readonly AskedSubject[]): Station {
  const count = (status: AskedSubject["status"]): number =>
    subjects.filter((one) => !one.disclosed && one.status === status).length;
  const disclosed = subjects.filter((one) => one.disclosed).length;
  const total = subjects.length;
  const unanswered = count("silent") + count("asked");
  const unasked = subjects.filter(
    (one) => !one.disclosed && one.lastWord.kind === "nothing",
  ).length;
  const duty = dutyOf(known, subjects);
  const result = resultOf(subjects);
  const nothing = unasked === total;
  return {
    name: "shown",
    recorded: true,
    state: combineTruths(duty.state, result.state),
    headline: nothing
      ? say("shown.headline.none")
      : say("shown.headline", { answered: total - unanswered - unasked, total }),
    detail: nothing
      ? null
      : say("shown.detail", {
          refused: count("refused"),
          cannot: count("cannot_because"),
          silent: count("silent"),
          asked: count("asked"),
          withdrawn: count("withdrawn"),
          false: count("shown_false"),
          missing: unasked,
          disclosed,
        }),
    duty,
    result,
    facts: factsOf(known),
  };
}
