/** Tenders for the tests of this module, with everything unknown that a test does not name. */
import type { ApiClient, InstanceInput } from "@throughline/contract";
import type { FollowUp, ParameterValues } from "@throughline/domain";

let made = 0;
type Given = Parameters<ApiClient["procurements"]["create"]>[0];

/** Begins a procurement with a reference of its own; answers its id. */
export async function makeTender(client: ApiClient, given: Partial<Given> = {}): Promise<string> {
  made += 1;
  const { id } = await client.procurements.create({
    reference: `T-${made}`,
    title: `Laptops ${made}`,
    ...given,
  });
  return id;
}

function instance(values: ParameterValues): InstanceInput {
  return {
    role: "clause",
    requirement: "disclose_sites",
    version: 2,
    place: "",
    title: "Name the sites",
    wording: "The supplier names the sites.",
    values,
    lots: [],
    weight: null,
    subjectMatterLink: "About how what is bought is made.",
    labels: [],
    equivalentAccepted: null,
    announced: true,
    followUp: null,
  };
}

/** A clause that asks for the sites. */
export function clauseOf(values: ParameterValues, followUp: FollowUp | null): InstanceInput {
  return { ...instance(values), place: "14.2", followUp };
}

/** An award criterion that asks for the sites, with the whole weight. */
export function criterionOf(values: ParameterValues): InstanceInput {
  return { ...instance(values), role: "award", place: "C3", weight: 100 };
}

/** Follow-up by dialogue and evidence. */
export function followedUp(personId: string | null): FollowUp {
  return {
    ways: ["dialogue", "evidence"],
    kpis: [],
    evidenceTypes: ["company statement"],
    personId,
    role: null,
    hoursPerMonth: 2,
  };
}
