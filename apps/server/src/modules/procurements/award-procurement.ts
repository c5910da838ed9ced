/** Makes the contracts of an award: the clauses as conditions, the winning bid's promises carried over. */
import {
  ContractInput,
  type AwardedContract,
  type ContractFromAward,
  type procurements,
} from "@throughline/contract";
import { AppError, type ErrorDetail, type ProcurementFacts } from "@throughline/domain";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import type { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { createContract, linkToProcurement } from "../contracts/index.ts";
import { openHouseLibrary, type HouseLibrary } from "../requirements/index.ts";
import { carryPromises } from "./carry-promises.ts";
import { changeProcurement, loadVersion, refuseUnless } from "./change-procurement.ts";
import type { LoadedProcurement } from "./load-procurement.ts";

type Inputs = InferContractRouterInputs<typeof procurements>;
type Outputs = InferContractRouterOutputs<typeof procurements>;
type Wanted = z.input<typeof AwardedContract>;

/** Makes them, all or none. A dry run says what each would carry. */
export async function awardProcurement(
  work: Work,
  input: Inputs["award"],
): Promise<Outputs["award"]> {
  const loaded = await loadVersion(work, input);
  const { facts } = loaded;
  refuseUnless(
    facts.stage === "published" || facts.stage === "evaluating",
    facts.stage === "drafting" ? "It is not published yet." : "It is awarded already.",
  );
  if (!may(work, "contract.write"))
    throw new AppError(work.actor.scopes === null ? "not_allowed" : "token_scope_missing");
  refuseFaults(checkAward(facts, input, work.today));
  const library = await openHouseLibrary(work);
  const drafted = input.contracts.map((wanted) => ({
    wanted,
    ...draft(loaded, wanted, input.awardedOn, library),
  }));
  if (input.dryRun !== false)
    return {
      version: loaded.version,
      done: false,
      contracts: drafted.map(({ told }) => told),
    };
  const contracts: ContractFromAward[] = [];
  for (const { wanted, told, contract } of drafted) {
    const { id } = await createContract(work, contract);
    await linkToProcurement(work, id, input.id, wanted.lots ?? []);
    contracts.push({ ...told, id });
  }
  const version = await changeProcurement(work, loaded, {
    kind: "award-procurement",
    about: { on: input.awardedOn, count: contracts.length },
    content: { ...loaded, facts: { ...facts, stage: "awarded", awardedOn: input.awardedOn } },
    // The contracts stand on their own from here on.
    undoable: false,
  });
  return { version, done: true, contracts };
}

function draft(
  loaded: LoadedProcurement,
  wanted: Wanted,
  awardedOn: string,
  library: HouseLibrary,
): { readonly told: ContractFromAward; readonly contract: ContractInput } {
  const { facts } = loaded;
  const lots = wanted.lots ?? [];
  const { bidder } = wanted;
  const { conditions, carried } = carryPromises(
    facts.instances,
    facts.promises.filter(
      (promise) => promise.winning && (bidder == null || promise.bidder === bidder),
    ),
    lots,
    (key, version) => library.find(key, version),
  );
  const ofLots = facts.lots.filter(({ id }) => lots.length === 0 || lots.includes(id));
  const cpv = [...new Set(ofLots.flatMap((lot) => lot.cpv))];
  const contract = ContractInput.parse({
    kind: wanted.kind,
    frameworkId: wanted.frameworkId ?? null,
    reference: wanted.reference,
    title: wanted.title,
    ocid: loaded.ocid,
    supplier: wanted.supplier,
    ...(wanted.kind === "framework"
      ? { authority: wanted.buyer ?? null }
      : { buyer: wanted.buyer ?? null }),
    cpv: lots.length > 0 && cpv.length > 0 ? cpv : facts.cpv,
    value: wanted.value ?? null,
    awardedOn,
    signedOn: wanted.signedOn ?? null,
    startsOn: wanted.startsOn ?? null,
    endsOn: wanted.endsOn ?? null,
    followUp:
      facts.hours.followUp === null
        ? null
        : { personId: null, name: null, hoursPerMonth: Math.round(facts.hours.followUp * 10) / 10 },
    lots:
      wanted.kind === "framework"
        ? ofLots.map(({ id, title, cpv: codes }) => ({ number: id, title, cpv: codes }))
        : [],
    conditions,
  });
  const { reference, title } = wanted;
  return { contract, told: { id: null, reference, title, conditions, promises: carried } };
}

/** What is wrong with the award as said. */
export function checkAward(
  facts: ProcurementFacts,
  input: Pick<Inputs["award"], "awardedOn" | "contracts">,
  today: string,
): ErrorDetail[] {
  const details: ErrorDetail[] = [];
  const refuse = (path: string, message: string): void => void details.push({ path, message });
  if (input.awardedOn > today) refuse("/awardedOn", "An award is recorded once it was made.");
  if (facts.publishedOn !== null && input.awardedOn < facts.publishedOn)
    refuse("/awardedOn", "It is not awarded before publication.");
  const known = new Set(facts.lots.map(({ id }) => id));
  const bidders = new Set(facts.promises.map(({ bidder }) => bidder));
  const references = new Set<string>();
  for (const [at, contract] of input.contracts.entries()) {
    for (const lot of contract.lots ?? [])
      if (!known.has(lot)) refuse(`/contracts/${at}/lots`, `There is no lot '${lot}'.`);
    const { bidder, reference } = contract;
    if (bidder != null && !bidders.has(bidder))
      refuse(`/contracts/${at}/bidder`, `No promise of “${bidder}” is recorded.`);
    if (references.has(reference))
      refuse(`/contracts/${at}/reference`, "Two contracts have the same reference.");
    references.add(reference);
  }
  return details;
}

function refuseFaults(details: readonly ErrorDetail[]): void {
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
}
