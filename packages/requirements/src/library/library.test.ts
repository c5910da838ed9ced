import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Requirement, tiers } from "@throughline/domain";
import { comparesReference, readReference } from "../../tools/read-reference.ts";
import { compareValues } from "../parameters/compare-values.ts";
import { describeValues } from "../parameters/describe-values.ts";
import { canonicalLibrary, findRequirement, newestRequirements } from "./canonical-library.ts";
import { checkRequirement } from "./check-requirement.ts";
import { fillWording, findVariant } from "./fill-wording.ts";
import { evidenceTypes, frameworks, issueTypes } from "./frameworks.ts";
import { kpiCatalogue } from "@throughline/measurement";
import { upgradeValues } from "./upgrade-values.ts";

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

function get(key: string, version?: number): Requirement {
  const found = findRequirement(key, version);
  if (found === undefined) throw new Error(`no requirement ${key}`);
  return found;
}

const Keyed = z.array(z.looseObject({ key: z.string() }));
const Taxonomies = z.looseObject({
  requirementArchetypes: Keyed,
  issueTypes: Keyed,
  evidenceTypes: z.array(z.string()),
});
const Listed = z.array(z.looseObject({ id: z.string() }));

describe.runIf(comparesReference)("the library against the reference it is made from", () => {
  const read = (name: string): unknown => JSON.parse(readReference(`reference/${name}`));

  it("has a requirement for each of the 23 archetypes and no other", () => {
    const { requirementArchetypes } = Taxonomies.parse(read("taxonomies.json"));
    expect(newestRequirements.map(({ key }) => key)).toEqual(
      requirementArchetypes.map(({ key }) => key).toSorted(byText),
    );
    expect(newestRequirements).toHaveLength(23);
  });

  it("knows the same indicators, frameworks, issues and kinds of evidence", () => {
    const taxonomies = Taxonomies.parse(read("taxonomies.json"));
    const ids = (name: string): string[] => Listed.parse(read(name)).map(({ id }) => id);
    expect(kpiCatalogue.map(({ id }) => id)).toEqual(ids("kpis.json"));
    expect(frameworks.map(({ id }) => id)).toEqual(ids("frameworks.json"));
    expect(issueTypes.map(({ key }) => key)).toEqual(taxonomies.issueTypes.map(({ key }) => key));
    expect(evidenceTypes).toEqual(taxonomies.evidenceTypes);
  });
});

describe("every requirement", () => {
  const names = {
    kpis: new Set(kpiCatalogue.map(({ id }) => id)),
    frameworks: new Set(frameworks.map(({ id }) => id)),
    issues: new Set(issueTypes.map(({ key }) => key)),
    evidence: new Set(evidenceTypes),
  };

  it.each(canonicalLibrary.map((one) => [one.urn, one] as const))(
    "%s holds together",
    (_urn, one) => {
      expect(checkRequirement(one)).toEqual([]);
      for (const kpi of one.kpis) expect(names.kpis).toContain(kpi);
      for (const issue of one.issues) expect(names.issues).toContain(issue);
      for (const type of one.evidenceTypes) expect(names.evidence).toContain(type);
      for (const { framework } of one.references) expect(names.frameworks).toContain(framework);
      expect(one.references.length).toBeGreaterThan(0);
      // Nobody who knows both languages has read them: none may call itself checked.
      expect(one.wordings.map(({ language, status }) => [language, status])).toEqual(
        ["en", "nb", "sv", "de", "nl"].map((language) => [language, "drafted"]),
      );
      for (const { language } of one.wordings) {
        const text = fillWording(one, language, {})?.text ?? "";
        expect(text).toMatch(/[.]$/);
        expect(text).not.toMatch(/[{}[\]]|\s[.,;]|undefined|\.\.|,\./);
      }
      // Each language says the same values.
      const said = one.wordings.map(({ text }) =>
        [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).toSorted(byText),
      );
      for (const names of said) expect(names).toEqual(said[0]);
      for (const parameter of one.parameters) expect(parameter.phrase).toBeDefined();
    },
  );

  it("asks no small reseller for what only its brands can give", () => {
    const asked = newestRequirements
      .filter(({ needsBrand }) => needsBrand)
      .map((one) => findVariant(one, { role: "reseller", size: "micro" })?.values ?? {});
    expect(asked.length).toBeGreaterThan(10);
    // What its brands do is not in its hands: a formal request has to count.
    for (const values of asked) expect(values["result_required"] ?? false).toBe(false);
  });
});

describe("the library's own orders", () => {
  const relation = (key: string, a: object, b: object): string =>
    compareValues(get(key).parameters, { ...a }, { ...b }).relation;

  it("has published stricter than either way of confiding, and those two apart", () => {
    const of = (confidentiality: string): object => ({ confidentiality });
    expect(relation("disclose_sites", of("public"), of("buyers_only"))).toBe("stricter");
    expect(relation("disclose_sites", of("trusted_third_party"), of("public"))).toBe("weaker");
    expect(relation("disclose_sites", of("buyers_only"), of("trusted_third_party"))).toBe(
      "incomparable",
    );
  });

  it("has no order between collective agreement and living wage, and whichever is highest above both", () => {
    const of = (floor: string): object => ({ floor });
    expect(relation("wages", of("collective_agreement"), of("living_wage"))).toBe("incomparable");
    expect(relation("wages", of("highest"), of("legal_minimum"))).toBe("stricter");
    expect(relation("wages", of("living_wage"), of("legal_minimum"))).toBe("stricter");
  });

  it("has unannounced access stricter than a week's notice, and no notice said at all weakest", () => {
    expect(relation("site_access", { notice_days: 0 }, { notice_days: 7 })).toBe("stricter");
    expect(relation("site_access", {}, { notice_days: 7 })).toBe("weaker");
  });

  it("does not take a heavier weight for a stricter demand", () => {
    expect(relation("award_improvement", { weight_percent: 20 }, { weight_percent: 10 })).toBe(
      "incomparable",
    );
  });

  it("can ask for every tier of the domain", () => {
    const type = get("disclose_sites").parameters.find(({ key }) => key === "tiers")?.type;
    const options = type?.kind === "set" ? (type.options ?? []) : [];
    expect(options.map(({ key }) => key).toSorted(byText)).toEqual(tiers.toSorted(byText));
  });

  it("lets smelters be asked for without the steps between, which is then another demand", () => {
    const of = (...tiers: string[]): object => ({ tiers });
    expect(relation("disclose_sites", of("final_assembly"), of("smelter_or_refiner"))).toBe(
      "incomparable",
    );
    expect(
      relation("disclose_sites", of("final_assembly", "sub_assembly"), of("final_assembly")),
    ).toBe("stricter");
  });
});

describe("saying a requirement with its values", () => {
  const values = { tiers: ["final_assembly"], due_days: 28, due_from: "award", refresh_months: 12 };

  it("puts them into the clause, in the language asked for or in English", () => {
    expect(fillWording(get("disclose_sites"), "en", values)?.text).toContain(
      "within 28 days of award. It brings the list up to date every 12 months.",
    );
    expect(fillWording(get("disclose_sites"), "sv", values)?.text).toContain(
      "inom 28 dagar från tilldelningen.",
    );
    expect(fillWording(get("disclose_sites"), "fi", values)).toMatchObject({
      language: "en",
      status: "drafted",
    });
    expect(fillWording(get("site_access"), "en", { notice_days: 0 })?.text).toContain(
      "with at most 0 days of notice",
    );
  });

  it("says them in a line", () => {
    expect(describeValues(get("disclose_sites").parameters, values)).toBe(
      "final assembly, within 28 days of award, refreshed yearly",
    );
    expect(describeValues(get("working_hours").parameters, { max_hours: 60, rest_days: 1 })).toBe(
      "at most 60 hours a week, 1 day off in seven",
    );
  });

  it("finds the variant that fits closest", () => {
    const requirement = get("disclose_sites");
    expect(findVariant(requirement, { role: "reseller", size: "small" })?.values["due_days"]).toBe(
      60,
    );
    expect(findVariant(requirement, { role: "brand", size: "small" })?.values).toEqual({
      result_required: true,
    });
    expect(findVariant(requirement, { role: null, size: null })).toBeUndefined();
  });
});

describe("a new version", () => {
  it("keeps what was agreed and says what is new", () => {
    const values = { tiers: ["final_assembly"], due_days: 28, due_from: "award" };
    const upgrade = upgradeValues(get("disclose_sites", 1), get("disclose_sites", 2), values);
    expect(upgrade.values).toEqual(values);
    expect(upgrade.kept).toEqual(["tiers", "due_days", "due_from"]);
    expect(upgrade.lookAt.map(({ parameter }) => parameter)).toEqual([
      "refresh_months",
      "on_change_days",
    ]);
    expect(upgrade.answers.stand).toBe(false);
    expect(upgrade.answers.lookAgain[0]?.text).toMatch(/agree a rhythm/);
  });

  it("does not turn calendar days into working days by itself", () => {
    const upgrade = upgradeValues(get("respond_query", 1), get("respond_query", 2), {
      due_days: 14,
      named_contact: true,
    });
    expect(upgrade.values).toEqual({ named_contact: true });
    expect(upgrade.lookAt.map(({ sentence }) => sentence.text)).toEqual([
      "Days to answer is not asked any more; 14 days was left out.",
      "Working days to answer is new and not given yet. Counted from the question, by the calendar of the buyer's country.",
    ]);
    expect(upgrade.answers.stand).toBe(true);
  });

  it("keeps the part of a list that fits, and what nobody knew", () => {
    const upgrade = upgradeValues(get("disclose_sites", 2), get("disclose_sites", 1), {
      fields: ["legal_name", "union_present"],
      refresh_months: 12,
      house_rule: "blue ink",
    });
    expect(upgrade.values).toEqual({ fields: ["legal_name"], house_rule: "blue ink" });
    expect(upgrade.lookAt).toHaveLength(3);
  });

  it("says where a value goes on but no longer means the same", () => {
    const before = get("site_access");
    const after: Requirement = {
      ...before,
      version: 2,
      parameters: before.parameters.map((one) =>
        one.key === "notice_days" && one.type.kind === "number"
          ? { ...one, type: { ...one.type, unit: "business_days" } }
          : one,
      ),
    };
    const upgrade = upgradeValues(before, after, { notice_days: 7, off_site_interviews: true });
    expect(upgrade.kept).toEqual(["off_site_interviews"]);
    expect(upgrade.lookAt.map(({ parameter, after: now }) => [parameter, now])).toEqual([
      ["notice_days", 7],
    ]);
  });
});

describe("checking a requirement somebody made", () => {
  it("names each fault with its place", () => {
    const made: Requirement = {
      ...get("meeting"),
      urn: "urn:throughline:requirement:north:meeting:2",
      kpis: ["R2", "Z9"],
      wordings: [
        { language: "en", text: "They meet {often}.", status: "drafted" },
        { language: "en", text: "They meet.", status: "drafted" },
      ],
      variants: [{ bidderRole: null, sizes: [], values: { per_year: 99 }, wordings: [], note: "" }],
    };
    expect(checkRequirement(made).map(({ path }) => path)).toEqual([
      "/urn",
      "/wordings/0/text",
      "/wordings/1/language",
      "/variants/0/values/per_year",
      "/kpis/1",
    ]);
  });
});
