/** The tender of a contract file in the vocabulary of the domain. */
import type { ProcurementFacts } from "@throughline/domain";
import { type ContractFile, settleFollowUp } from "./contract-file.ts";

/**
 * The procurement behind the contract, or `null` where the file tells none. Category, value and country are the contract's;
 * ids come from the place in the file; the risk is for whoever weighs it.
 *
 * @example settleProcurement(parseContractFile(content))?.instances[0]?.id // "instance-1"
 */
export function settleProcurement(file: ContractFile): ProcurementFacts | null {
  const { procurement } = file;
  if (procurement === undefined) return null;
  const { publishedOn = null, announcedOn = null, deadlineOn = null } = procurement;
  const awardedOn = procurement.awardedOn ?? file.awardedOn ?? null;
  const idOf = (at: number): string => `instance-${at + 1}`;
  return {
    id: "procurement-1",
    reference: procurement.reference,
    title: procurement.title,
    procedure: procurement.procedure,
    stage: publishedOn === null ? "drafting" : awardedOn === null ? "published" : "awarded",
    cpv: file.cpv,
    value: file.value ?? null,
    country: file.buyer?.country ?? null,
    announcedOn,
    publishedOn,
    deadlineOn,
    awardedOn,
    expectedBidders: procurement.expectedBidders,
    risk: "unknown",
    lots: [],
    instances: procurement.instances.map((one, at) => ({
      ...one,
      id: idOf(at),
      requirement: one.requirement ?? null,
      version: one.version ?? null,
      lots: [],
      weight: one.weight ?? null,
      subjectMatterLink: one.subjectMatterLink ?? null,
      equivalentAccepted: one.equivalentAccepted ?? null,
      followUp: settleFollowUp(one.followUp),
    })),
    promises: procurement.promises.map(({ criterion, requirement, ...one }, at) => {
      const answered = procurement.instances.findIndex(({ place }) => place === criterion);
      return {
        ...one,
        id: `promise-${at + 1}`,
        criterionId: answered < 0 ? null : idOf(answered),
        requirement: requirement ?? null,
      };
    }),
    hours: { preparation: null, followUp: null },
  };
}
