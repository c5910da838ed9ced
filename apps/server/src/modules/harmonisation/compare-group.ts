/** How the buyers of a group ask: one requirement as a matrix, all of them by diversity. */
import type { harmonisation, HarmonisationMatrix } from "@throughline/contract";
import type { InferContractRouterOutputs } from "@orpc/contract";
import {
  compareBuyers,
  findRequirement,
  measureBurden,
  measureDiversity,
  sayValue,
  type Burden,
  type BuyerComparison,
  type BuyerInstance,
} from "@throughline/requirements";
import type { Requirement } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { readDiversity, sayAsked, sayHarmonisation } from "./harmonisation-sentences.ts";
import { readMembers } from "./groups.store.ts";
import { requireBuyer } from "./keep-groups.ts";
import { readProposals } from "./proposals.store.ts";
import { requireShared } from "./share-instances.ts";
import { readInstances, type StoredInstance } from "./copies.store.ts";

/** What is compared, with whose it is: names that two buyers share are told apart. */
export interface Compared {
  readonly stored: StoredInstance;
  readonly instance: BuyerInstance;
}

/** Reads what stands in the group as the engine compares it: one buyer, one voice. */
export async function readCompared(
  work: Work,
  groupId: string,
  requirement?: string,
): Promise<Compared[]> {
  const stored = await readInstances(work, groupId, requirement);
  const names = new Map<string, string>();
  for (const { organisationId } of await readMembers(work, [groupId])) {
    const buyer = stored.find((one) => one.organisationId === organisationId)?.buyer;
    if (buyer === undefined || names.has(organisationId)) continue;
    const same = [...names.values()].filter((name) => name.replace(/ \(\d+\)$/u, "") === buyer);
    names.set(organisationId, same.length === 0 ? buyer : `${buyer} (${same.length + 1})`);
  }
  return stored.map((one) => ({
    stored: one,
    instance: {
      buyer: names.get(one.organisationId) ?? one.buyer,
      requirement: one.requirement,
      role: one.role,
      values: one.values,
      floor: one.floor,
      resellers: one.resellers,
      schemes: one.schemes,
      weight: 1,
    },
  }));
}

/** Burden in the shape of the contract. */
export function tellBurden(burden: Burden): HarmonisationMatrix["burden"] {
  return { ...burden, resellers: burden.resellers.map((one) => ({ ...one })) };
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A, B, … Z, A2, B2, … */
export function labelVariant(at: number): string {
  const round = Math.floor(at / letters.length);
  return `${letters[at % letters.length] ?? ""}${round === 0 ? "" : round + 1}`;
}

/** The matrix of one requirement. */
export async function showMatrix(
  work: Work,
  { groupId, requirement: key }: { readonly groupId: string; readonly requirement: string },
): Promise<HarmonisationMatrix> {
  await requireBuyer(work, groupId);
  const requirement = requireShared(key, null, "/requirement");
  const compared = await readCompared(work, groupId, key);
  const instances = compared.map(({ instance }) => instance);
  const comparison = compareBuyers(requirement, instances);
  const own = compared.findIndex(
    ({ stored }) => stored.organisationId === work.actor.organisationId && stored.values !== null,
  );
  const ourVariant = own === -1 ? null : (comparison.variantOf[own] ?? null);
  const ours = new Set(
    compared
      .filter(({ stored }) => stored.organisationId === work.actor.organisationId)
      .map(({ instance }) => instance.buyer),
  );
  return {
    requirement: key,
    title: requirement.title,
    parameters: comparison.parameters.map((one) => ({ key: one.key, label: one.label })),
    variants: comparison.variants.map((variant, at) => ({
      label: labelVariant(at),
      values: variant.values,
      says: sayAsked(requirement, variant.values),
      buyers: variant.buyers.map((one) => ({ ...one, own: ours.has(one.buyer) })),
      layer: variant.layer,
    })),
    notAsking: [...comparison.notAsking],
    relations: comparison.relations.map((row) => [...row]),
    distances: comparison.distances.map((row) => [...row]),
    covers: comparison.covers.map((one) => ({ ...one })),
    cells: layCells(requirement, comparison, ourVariant),
    diversity: readDiversity(comparison.diversity),
    burden: tellBurden(measureBurden([requirement], instances)),
  };
}

function layCells(
  requirement: Requirement,
  { parameters, variants }: BuyerComparison,
  ourVariant: number | null,
): HarmonisationMatrix["cells"] {
  const types = new Map(requirement.parameters.map((one) => [one.key, one.type]));
  return parameters.map(({ key, values, valueOfVariant, relations }) =>
    variants.map((_, at) => {
      const place = valueOfVariant[at] ?? 0;
      const value = values[place];
      const our = ourVariant === null ? null : (valueOfVariant[ourVariant] ?? null);
      return {
        value: value ?? null,
        says:
          value === undefined
            ? sayHarmonisation("matrix.asks_nothing", {}).text
            : sayValue(types.get(key) ?? { kind: "text" }, value),
        toOurs: our === null ? null : (relations[place]?.[our] ?? null),
      };
    }),
  );
}

type Overview = InferContractRouterOutputs<typeof harmonisation>["overview"];

/** All requirements that are shared in a group, the most diverse first, and what resellers bear for all of them. */
export async function showOverview(work: Work, groupId: string): Promise<Overview> {
  await requireBuyer(work, groupId);
  const compared = await readCompared(work, groupId);
  const proposals = Map.groupBy(await readProposals(work, groupId), (one) => one.requirement);
  const byKey = Map.groupBy(compared, ({ stored }) => stored.requirement);
  const requirements = [...byKey].flatMap(([key, its]) => {
    const requirement = findRequirement(key, null);
    if (requirement === undefined) return [];
    const instances = its.map(({ instance }) => instance);
    const asking = instances.filter(({ values }) => values !== null);
    return [
      {
        requirement: key,
        title: requirement.title,
        buyersAsking: new Set(asking.map(({ buyer }) => buyer)).size,
        diversity: readDiversity(measureDiversity(requirement, instances)),
        proposals: proposals.get(key)?.length ?? 0,
      },
    ];
  });
  return {
    requirements: requirements.toSorted(
      (a, b) =>
        (b.diversity.effective ?? 0) - (a.diversity.effective ?? 0) || (a.title < b.title ? -1 : 1),
    ),
    burden: tellBurden(
      measureBurden(
        [...byKey.keys()].flatMap((key) => findRequirement(key, null) ?? []),
        compared.map(({ instance }) => instance),
      ),
    ),
  };
}
