/**
 * What each KPI speaks about, and why; how its value is made of its parts; whether facts kept here give it; whether its parts
 * count persons. The dimensions are ours: what a supplier does and says is never told together with what workers got.
 */
import type { CatalogueKpi } from "@throughline/domain";

type KpiMeaning = Pick<
  CatalogueKpi,
  "dimension" | "because" | "kind" | "computed" | "countsPersons"
>;

function meaning(
  dimension: CatalogueKpi["dimension"],
): (because: string, over?: Partial<KpiMeaning>) => KpiMeaning {
  return (because, over = {}) => ({
    dimension,
    because,
    kind: "share",
    computed: false,
    countsPersons: false,
    ...over,
  });
}

const information = meaning("information");
const cooperation = meaning("cooperation");
const outcome = meaning("outcome_for_workers");
const ownPractice = meaning("own_practice");

export const kpiMeanings: Readonly<Record<string, KpiMeaning>> = {
  T1: information(
    "It says how much of the chain is named and how well, nothing about the people who work there.",
    { computed: true },
  ),
  T2: information(
    "It says how much of the chain is named and how well, nothing about the people who work there.",
    { computed: true },
  ),
  T3: information("It says how soon the sites were named.", { kind: "median", computed: true }),
  T4: information("It says whether the sites were named in time.", { computed: true }),
  T5: information(
    "It says how much of the chain is named and how well, nothing about the people who work there.",
    { computed: true },
  ),
  T6: information(
    "It says how much of the chain is named and how well, nothing about the people who work there.",
    { computed: true },
  ),
  T7: information("It says whether what is known is kept fresh.", {
    kind: "yes_no",
    computed: true,
  }),
  T8: information("It says how much the named sites change, which is neither good nor bad.", {
    computed: true,
  }),
  T9: information(
    "It says how much of the chain is named and how well, nothing about the people who work there.",
  ),
  T10: information(
    "It says how much of the chain is named and how well, nothing about the people who work there.",
    { computed: true },
  ),
  R1: cooperation("It says how soon the supplier answers.", { kind: "median", computed: true }),
  R2: cooperation("It says whether the supplier meets, with somebody who knows.", {
    kind: "number",
    computed: true,
  }),
  R3: cooperation("It says whether the supplier does what it promised, whatever came of it.", {
    computed: true,
  }),
  R4: cooperation("It says how soon what was said is put in writing.", {
    kind: "median",
    computed: true,
  }),
  C1: outcome("A corrective action that is closed has changed something at a site."),
  C2: outcome("Workers or their union say that it changed."),
  C3: outcome("What was found again was not mended for those who work there."),
  C4: outcome("It says how long workers wait for remedy.", { kind: "median" }),
  C5: information(
    "It says how soon the buyer is told; what became of the workers it does not say.",
  ),
  C6: outcome("It is money that workers get back.", { countsPersons: true }),
  C7: outcome("It counts workers who received remedy.", { countsPersons: true }),
  W1: outcome("Workers take part in their own remedy through those who speak for them.", {
    countsPersons: true,
  }),
  W2: outcome("Whether workers can organise is an outcome of its own."),
  W3: outcome("Those who complained say that it is resolved.", { countsPersons: true }),
  W4: outcome("It says how long workers wait for an answer.", {
    kind: "median",
    countsPersons: true,
  }),
  W5: outcome("Retaliation is done to workers.", { kind: "number", countsPersons: true }),
  L1: outcome("It is measured on the working conditions themselves."),
  L2: outcome("It is measured on the working conditions themselves."),
  L3: outcome("It is measured on the working conditions themselves.", { kind: "number" }),
  L4: outcome("It is measured on the working conditions themselves."),
  L5: outcome("It is measured on the working conditions themselves."),
  L6: outcome("It is measured on the working conditions themselves."),
  L7: outcome("It is measured on the working conditions themselves.", {
    kind: "number",
    countsPersons: true,
  }),
  L8: outcome("Workers and those who look after their health know what they breathe and touch."),
  M1: information(
    "It says where somebody independent listens to workers; what they say is told elsewhere.",
  ),
  M2: information("It says how much of what auditors wrote is shown."),
  M3: information("It says how many sites anybody has assessed."),
  M4: cooperation("It says whether the supplier has a plan; a plan is not yet an outcome."),
  P1: ownPractice("It is the buyer's own purchasing that is checked.", { kind: "number" }),
  P2: information("It says whether the statement that is asked for is there and current.", {
    kind: "yes_no",
  }),
  P3: ownPractice("It says whether the buyer reuses what was given instead of asking again.", {
    computed: true,
  }),
};
