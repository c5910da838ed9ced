/** Criteria and clauses that a notice names, each once with the lots it stands in. What requirement each is, nobody said. */
import { randomUUID } from "node:crypto";
import { sayNoticeCode } from "@throughline/interchange";
import type {
  NormalisedProcurement,
  RequirementInstance,
  RequirementRole,
} from "@throughline/domain";

interface Named {
  readonly role: RequirementRole;
  readonly title: string;
  readonly wording: string;
  readonly weight: number | null;
}

function namedIn(lot: NormalisedProcurement["lots"][number]): Named[] {
  return [
    ...lot.selectionCriteria.map(({ name, type }): Named => ({
      role: "selection",
      // A code with no text beside it is told by what it means.
      title: name === "" || name === type ? sayNoticeCode("selection-criterion", type) : name,
      wording: "",
      weight: null,
    })),
    ...lot.awardCriteria.map(({ name, type, weight, description }): Named => ({
      role: "award",
      title: name || description || type,
      wording: description ?? "",
      weight: weight !== null && weight >= 0 && weight <= 100 ? weight : null,
    })),
    ...lot.performanceTerms.map(({ text, type }): Named => ({
      role: "clause",
      title: firstSentence(text) || type || "Condition",
      wording: text,
      weight: null,
    })),
  ].filter(({ title }) => title.trim() !== "");
}

function firstSentence(text: string): string {
  return (/^[^.;\n]+/u.exec(text.trim())?.[0] ?? "").trim();
}

/** Reads them; the ones that stand in every lot name none. */
export function readInstances(notice: NormalisedProcurement): RequirementInstance[] {
  const found = new Map<string, { readonly named: Named; readonly lots: string[] }>();
  for (const lot of notice.lots) {
    for (const named of namedIn(lot)) {
      const key = JSON.stringify(named);
      const known = found.get(key);
      if (known === undefined) found.set(key, { named, lots: [lot.id] });
      else if (!known.lots.includes(lot.id)) known.lots.push(lot.id);
    }
  }
  return [...found.values()].slice(0, 500).map(({ named, lots }) => ({
    id: randomUUID(),
    role: named.role,
    requirement: null,
    version: null,
    place: "",
    title: named.title.slice(0, 400),
    wording: named.wording.slice(0, 20_000),
    values: {},
    lots: lots.length === notice.lots.length ? [] : lots,
    weight: named.weight,
    subjectMatterLink: null,
    labels: [],
    equivalentAccepted: null,
    // It stands in the notice.
    announced: true,
    followUp: null,
  }));
}
