/** Awards and contracts of a release. */
import type { IsoDate, NormalisedProcurement } from "@throughline/domain";
import type { NoticeValue } from "../notice/empty-procurement.ts";
import type { JsonCursor } from "../notice/json-cursor.ts";
import { readCpvs, readReference, readValue, type Party } from "./read-fields.ts";

/** An award with its winners. */
export interface Award {
  readonly id: string | null;
  readonly title: string | null;
  readonly active: boolean;
  readonly date: IsoDate | null;
  readonly value: NoticeValue | null;
  readonly suppliers: readonly Party[];
  readonly lots: readonly string[];
  readonly cpv: readonly string[];
}

/** The awards; one that was cancelled or had no winner is not `active`. */
export function readAwards(release: JsonCursor, parties: readonly Party[]): Award[] {
  return release.list("awards").map((award) => {
    const status = award.text("status");
    return {
      id: award.id("id"),
      title: award.text("title"),
      active: status === null || status === "active" || status === "pending",
      date: award.day("date"),
      value: readValue(award, "value"),
      suppliers: award
        .list("suppliers")
        .flatMap((supplier) => readReference(supplier, parties) ?? []),
      lots: award.texts("relatedLots"),
      cpv: award.list("items").flatMap(readCpvs),
    };
  });
}

export type Contract = NormalisedProcurement["contracts"][number];

/** The contracts, with what their amendments say. */
export function readContracts(
  release: JsonCursor,
  awards: readonly Award[],
): { contracts: Contract[]; cpv: string[]; modifications: NormalisedProcurement["modifications"] } {
  const cpv: string[] = [];
  const modifications: NormalisedProcurement["modifications"] = [];
  const contracts = release.list("contracts").map((contract, index) => {
    const awardId = contract.id("awardID");
    const award = awards.find(({ id }) => id !== null && id === awardId);
    const period = contract.object("period");
    cpv.push(...contract.list("items").flatMap(readCpvs));
    const single = contract.object("amendment");
    for (const amendment of [
      ...contract.list("amendments"),
      ...(single === null ? [] : [single]),
    ]) {
      const reason = amendment.text("rationale");
      const text = amendment.text("description") ?? reason;
      if (text !== null)
        modifications.push({ reason, text, changedNotice: amendment.id("amendsReleaseID") });
    }
    return {
      id: contract.id("id") ?? String(index + 1),
      title: contract.text("title"),
      uri: null,
      lots: [...(award?.lots ?? [])],
      suppliers: (award?.suppliers ?? []).map(({ name }) => name),
      awardedOn: award?.date ?? null,
      signedOn: contract.day("dateSigned"),
      startsOn: period?.day("startDate") ?? null,
      endsOn: period?.day("endDate") ?? null,
      // By the standard the contract's own value; where it gives none, what was awarded.
      value: readValue(contract, "value") ?? award?.value ?? null,
      sites: contract.list("productionSites").flatMap((site) => site.id("id") ?? []),
    };
  });
  return { contracts, cpv, modifications };
}
