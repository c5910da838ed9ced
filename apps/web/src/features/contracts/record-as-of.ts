/** What was asked, answered and disclosed by a past date; what came later is left out. */
import type { ContractDetail } from "./contract-draft.ts";

/** The contract with the requests and answers of that day; a request sent later was then only drafted. */
export function recordAsOf(contract: ContractDetail, asOf: string | null): ContractDetail {
  if (asOf === null) return contract;
  return {
    ...contract,
    requests: contract.requests
      .filter(
        (request) =>
          (request.sentOn ?? request.draftedAt.slice(0, 10)) <= asOf ||
          request.draftedAt.slice(0, 10) <= asOf,
      )
      .map((request) =>
        request.sentOn !== null && request.sentOn > asOf
          ? { ...request, sentOn: null, sentBy: null }
          : request,
      ),
    answers: contract.answers.filter((answer) => answer.answeredOn <= asOf),
  };
}

/** The disclosures received by that day; one withdrawn later still stood. */
export function disclosuresAsOf<
  T extends { readonly receivedOn: string; readonly withdrawnOn: string | null },
>(disclosures: readonly T[], asOf: string | null): readonly T[] {
  if (asOf === null) return disclosures;
  return disclosures
    .filter((disclosure) => disclosure.receivedOn <= asOf)
    .map((disclosure) =>
      disclosure.withdrawnOn !== null && disclosure.withdrawnOn > asOf
        ? { ...disclosure, withdrawnOn: null }
        : disclosure,
    );
}
