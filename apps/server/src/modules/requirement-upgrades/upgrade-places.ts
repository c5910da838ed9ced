/** Compares two versions of a requirement and brings chosen places of our own from one to the other. */
import type { requirements, UpgradePlace } from "@throughline/contract";
import { AppError, type ParameterValues, type Requirement } from "@throughline/domain";
import { fieldsOfValues, upgradeValues } from "@throughline/requirements";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { setConditions, showContract } from "../contracts/index.ts";
import { changeRow, showRow } from "../policies/index.ts";
import { upgradeInstances } from "../procurements/index.ts";
import {
  describeUse,
  keepReadable,
  listChanges,
  openHouseLibrary,
  readUses,
  type HouseLibrary,
  type StoredUse,
} from "../requirements/index.ts";

type Outputs = InferContractRouterOutputs<typeof requirements>;
type Inputs = InferContractRouterInputs<typeof requirements>;
type Place = z.infer<typeof UpgradePlace>;

/** What is different, and which of our places stand in an older version than `to`. */
export async function compareVersions(
  work: Work,
  input: { readonly key: string; readonly from: number; readonly to: number },
): Promise<Outputs["compareVersions"]> {
  const library = await openHouseLibrary(work);
  requireVersion(library, input.key, input.from);
  const target = requireVersion(library, input.key, input.to);
  const uses = keepReadable(work, await readUses(work, input.key));
  return {
    from: input.from,
    to: input.to,
    changes: listChanges(library, input.key, input.from, input.to),
    places: uses
      .filter(({ version }) => version === null || version < input.to)
      .map((use) => plan(library, use, target)),
  };
}

function requireVersion(library: HouseLibrary, key: string, version: number): Requirement {
  const found = library.find(key, version);
  if (found === undefined)
    throw new AppError("not_found", "There is no such version of this requirement.");
  return found;
}

/** What a place would become. One whose version nobody said is read as the target's own. */
function plan(library: HouseLibrary, use: StoredUse, target: Requirement): Place {
  const { key } = target;
  const from = use.version === null ? target : (library.find(key, use.version) ?? target);
  const between = library
    .versions(key)
    .filter(({ version }) => version > from.version && version < target.version);
  const { values, lookAt, answers } = upgradeValues(from, target, use.values, between);
  return {
    ...describeUse(use, library, key),
    kept: values,
    lookAgain: [...lookAt.map(({ sentence }) => sentence), ...answers.lookAgain],
    changeable: use.kind !== "procurement" || use.stage === "drafting",
  };
}

/** Brings them over, all or none; a dry run says what each would become. */
export async function upgradePlaces(
  work: Work,
  input: Inputs["upgrade"],
): Promise<Outputs["upgrade"]> {
  const library = await openHouseLibrary(work);
  const target = requireVersion(library, input.key, input.to);
  const uses = keepReadable(work, await readUses(work, input.key));
  const places = input.places.map((wanted, at) => {
    const use = uses.find(
      (one) =>
        one.kind === wanted.kind && one.id === wanted.id && one.instanceId === wanted.instanceId,
    );
    if (use === undefined)
      throw new AppError("reference_unknown", "It does not stand there.", [
        { path: `/places/${at}`, message: "Choose one of the places listed." },
      ]);
    return plan(library, use, target);
  });
  if (input.dryRun !== false) return { done: false, places };
  const stuck = places.find(({ changeable }) => !changeable);
  if (stuck !== undefined)
    throw new AppError(
      "stage_does_not_allow",
      `“${stuck.title}” is published: its criteria and clauses stay as the market has them.`,
    );
  const of = (kind: Place["kind"]): Map<string, Place[]> =>
    Map.groupBy(
      places.filter((place) => place.kind === kind),
      ({ id }) => id,
    );
  for (const [id, chosen] of of("procurement"))
    await upgradeInstances(work, id, input.to, keptOf(chosen));
  for (const [id, chosen] of of("contract"))
    await upgradeConditions(work, id, input.to, keptOf(chosen));
  for (const [id, chosen] of of("policy"))
    for (const { kept } of chosen) await upgradeRow(work, id, input.to, kept);
  return { done: true, places };
}

function keptOf(places: readonly Place[]): Map<string, ParameterValues> {
  return new Map(places.map(({ instanceId, kept }) => [instanceId, kept]));
}

async function upgradeConditions(
  work: Work,
  contractId: string,
  version: number,
  values: ReadonlyMap<string, ParameterValues>,
): Promise<void> {
  const contract = await showContract(work, contractId);
  const conditions = contract.conditions
    .filter(({ inheritedFrom }) => inheritedFrom === null)
    .map(({ inheritedFrom: _, ...condition }) => {
      const next = values.get(condition.id);
      return next === undefined
        ? condition
        : { ...condition, ...fieldsOfValues(condition.requirement, next), version };
    });
  await setConditions(work, { id: contractId, version: contract.version, conditions });
}

/** A row that counts gets a follower from tomorrow on; a draft is changed itself. */
async function upgradeRow(
  work: Work,
  id: string,
  version: number,
  values: ParameterValues,
): Promise<void> {
  const row = await showRow(work, id);
  const tomorrow = new Date(work.now.getTime() + 86_400_000).toISOString().slice(0, 10);
  await changeRow(work, {
    id,
    version: row.version,
    title: row.title,
    when: row.when,
    ask: { ...row.ask, version, values },
    effectiveFrom: row.effectiveFrom > work.today ? row.effectiveFrom : tomorrow,
    effectiveTo: row.effectiveTo,
    announcedOn: row.announcedOn,
    noticeMonths: row.noticeMonths,
    reason: row.reason,
    proportionality: row.proportionality,
  });
}
