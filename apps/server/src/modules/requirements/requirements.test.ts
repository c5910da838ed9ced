/** The library as a house holds it: adopt, adapt, own, give up, hold again, versions, YAML. */
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, siteClause } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { makeShortName } from "./requirements.policy.ts";

let db: TestDatabase;
let server: TestApp;
let city: PlantedOrganisation;
let client: ApiClient;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
  city = await plantOrganisation(db.database, "Library City");
  client = server.as(city.people.owner, city.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

function own(key: string, title = "Dialogue twice a year") {
  return {
    key,
    title,
    purpose: "Talking helps.",
    wordings: [
      { language: "en", text: "The supplier meets the buyer.", status: "drafted" as const },
    ],
    parameters: [
      {
        key: "per_year",
        label: "Meetings a year",
        help: "",
        type: {
          kind: "number" as const,
          unit: "per_year" as const,
          stricter: "higher" as const,
          minimum: 1,
          maximum: 12,
        },
      },
    ],
    minimumVerification: "self_declared" as const,
    evidenceTypes: [],
    kpis: [],
    issues: ["disclosure"],
    references: [],
    needsBrand: false,
    roles: ["clause" as const],
    variants: [],
  };
}

describe("the library", () => {
  it("lists what ships, by title, with filters, and what we hold of it", async () => {
    const first = await client.requirements.list({ limit: 10 });
    expect(first.total).toBeGreaterThanOrEqual(23);
    expect(first.items).toHaveLength(10);
    const rest = await client.requirements.list({ limit: 200, after: first.next ?? "" });
    expect(rest.items).toHaveLength(first.total - 10);
    expect(rest.items.every(({ standing }) => standing === "available")).toBe(true);
    const about = await client.requirements.list({ issue: "forced_labour", role: "clause" });
    expect(about.total).toBeLessThan(first.total);
    expect((await client.requirements.list({ search: "DISCLOSE_SITES" })).items[0]).toMatchObject({
      key: "disclose_sites",
      newestVersion: 2,
    });
    expect(first.shortName).toBe(makeShortName("Library City", city.organisationId));
    await refuses("input_invalid", client.requirements.list({ after: "bm8" }));
  });

  it("shows one with its versions, wordings and variants, or says that there is none", async () => {
    const shown = await client.requirements.get({ key: "disclose_sites" });
    expect(shown.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(shown.requirement.wordings.map(({ language }) => language)).toContain("nb");
    expect(shown).toMatchObject({ standing: "available", adoption: null, houseAsks: null });
    // A clause reads whole without values: the places for them fall away.
    expect(shown.clauses.map(({ language }) => language)).toEqual(
      shown.requirement.wordings.map(({ language }) => language),
    );
    expect(shown.clauses.every(({ text }) => !/[{}[\]]/.test(text))).toBe(true);
    expect(shown.variantsAsk).toHaveLength(shown.requirement.variants.length);
    expect(shown.variantsAsk[0]?.text).toContain("within 60 days");
    expect(shown.frameworks).toContainEqual({
      id: "OECD-DDG-2018",
      name: "OECD Due Diligence Guidance for RBC",
      jurisdiction: "intl",
      confidence: "high",
    });
    await refuses("not_found", client.requirements.get({ key: "not_there" }));
  });
});

describe("holding a requirement", () => {
  it("adopts it with values, adapts it with a reason, gives it up, and holds it again as before", async () => {
    const key = "wages";
    const adopted = await client.requirements.adopt({ key, version: null });
    expect(adopted).toMatchObject({ version: 1, urn: `urn:throughline:requirement:${key}:1` });
    await refuses("conflict", client.requirements.adopt({ key, version: null }));
    const adapted = await client.requirements.adapt({
      key,
      version: 1,
      wordings: [{ language: "en", text: "In our own words.", status: "checked" }],
      reason: "Our council decided the words.",
    });
    const shortName = makeShortName("Library City", city.organisationId);
    expect(adapted.urn).toBe(`urn:throughline:requirement:${shortName}:${key}:2`);
    const shown = await client.requirements.get({ key });
    expect(shown).toMatchObject({
      standing: "adapted",
      adoption: {
        version: 2,
        by: "owner of Library City",
        reason: "Our council decided the words.",
      },
      history: [{ version: 1, standing: "adopted", until: "2026-11-20" }],
    });
    const words = (one: typeof shown) =>
      one.requirement.wordings.find(({ language }) => language === "en")?.text;
    expect(words(shown)).toBe("In our own words.");
    expect(shown.requirement.wordings.length).toBeGreaterThan(1);
    await client.requirements.drop({ key, version: 2 });
    expect(words(await client.requirements.get({ key }))).not.toBe("In our own words.");
    await refuses("not_found", client.requirements.drop({ key, version: 2 }));
    const again = await client.requirements.restore({ key, adoptionId: adapted.id });
    expect(again.version).toBe(3);
    expect(words(await client.requirements.get({ key }))).toBe("In our own words.");
    await refuses(
      "not_found",
      client.requirements.restore({ key: "disclose_sites", adoptionId: adapted.id }),
    );
  });

  it("refuses values that do not fit, versions and keys that are not there", async () => {
    const { errors } = await refuses(
      "input_invalid",
      client.requirements.adopt({ key: "disclose_sites", version: null, values: { due_days: -1 } }),
    );
    expect(errors[0]?.path).toBe("/values/due_days");
    await refuses(
      "reference_unknown",
      client.requirements.adopt({ key: "disclose_sites", version: null, libraryVersion: 99 }),
    );
    await refuses("not_found", client.requirements.adopt({ key: "not_there", version: null }));
  });

  it("compares places with the values of the house", async () => {
    await client.requirements.adopt({
      key: "disclose_sites",
      version: null,
      values: { due_days: 28, due_from: "award" },
    });
    await client.contracts.create(
      contractInput({
        title: "Stricter laptops",
        conditions: [
          siteClause({ dueDays: 10, dueFrom: "award", refreshEveryMonths: null, tiers: [] }),
        ],
      }),
    );
    const { usedIn, uses, houseAsks } = await client.requirements.get({ key: "disclose_sites" });
    expect(uses).toEqual({ procurements: 0, contracts: 1, policyRows: 0 });
    expect(usedIn).toMatchObject([
      { kind: "contract", title: "Stricter laptops", place: "14.2", againstHouse: "stricter" },
    ]);
    expect(houseAsks?.text).toContain("28 days");
  });
});

describe("requirements of our own", () => {
  it("are added, get versions, and go only while they stand nowhere", async () => {
    const made = await client.requirements.addOwn({
      content: own("dialogue_twice"),
      reason: "Ours.",
    });
    expect(made.version).toBe(1);
    await refuses(
      "already_exists",
      client.requirements.addOwn({ content: own("dialogue_twice"), reason: "B" }),
    );
    await refuses(
      "already_exists",
      client.requirements.addOwn({ content: own("disclose_sites"), reason: "B" }),
    );
    const wrong = { ...own("wrong_kpi"), kpis: ["ZZ9"] };
    await refuses("input_invalid", client.requirements.addOwn({ content: wrong, reason: "B" }));
    const { id } = await client.procurements.create({
      reference: "OWN",
      title: "With our own",
      instances: [
        {
          role: "clause",
          requirement: "dialogue_twice",
          version: 1,
          title: "Meet",
          wording: "",
          values: { per_year: 2 },
        },
      ],
    });
    const revised = await client.requirements.reviseOwn({
      key: "dialogue_twice",
      version: 1,
      content: own("dialogue_twice", "Dialogue four times a year"),
      reason: "More.",
      changes: [{ parameter: "per_year", note: "Four is usual now.", lookAgain: true }],
    });
    expect(revised.version).toBe(2);
    await refuses(
      "conflict",
      client.requirements.reviseOwn({
        key: "dialogue_twice",
        version: 1,
        content: own("dialogue_twice"),
        reason: "B",
      }),
    );
    await refuses("still_in_use", client.requirements.drop({ key: "dialogue_twice", version: 2 }));
    const compared = await client.requirements.compareVersions({
      key: "dialogue_twice",
      from: 1,
      to: 2,
    });
    expect(compared.changes).toMatchObject([{ parameter: "per_year", lookAgain: true }]);
    expect(compared.places).toMatchObject([{ id, version: 1, changeable: true }]);
    await client.procurements.remove({ id, version: 1 });
    await client.requirements.drop({ key: "dialogue_twice", version: 2 });
    expect((await client.requirements.list({ search: "dialogue_twice" })).total).toBe(0);
  });
});

describe("a new version of the library", () => {
  it("says which places to look at again, and brings chosen ones over in each place's way", async () => {
    const contract = await client.contracts.create(
      contractInput({ conditions: [siteClause({ version: 1, dueDays: 21 })] }),
    );
    const { id: procurement } = await client.procurements.create({
      reference: "UPGRADE",
      title: "Old version",
      instances: [
        {
          role: "clause",
          requirement: "disclose_sites",
          version: 1,
          title: "Sites",
          wording: "",
          values: { due_days: 21 },
        },
      ],
    });
    const row = await client.policies.addRow({
      title: "Old row",
      when: {
        cpvPrefixes: ["302"],
        risks: [],
        valueFrom: null,
        valueTo: null,
        countries: [],
        procedures: [],
        bidderRoles: [],
        sizes: [],
      },
      ask: {
        requirement: "disclose_sites",
        version: 1,
        role: "clause",
        values: { due_days: 21 },
        followUp: null,
      },
      effectiveFrom: "2027-01-01",
    });
    const { changes, places } = await client.requirements.compareVersions({
      key: "disclose_sites",
      from: 1,
      to: 2,
    });
    expect(changes.length).toBeGreaterThan(0);
    const chosen = places
      .filter(({ id }) => [contract.id, procurement, row.id].includes(id))
      .map(({ kind, id, instanceId }) => ({ kind, id, instanceId }));
    expect(chosen).toHaveLength(3);
    const dry = await client.requirements.upgrade({ key: "disclose_sites", to: 2, places: chosen });
    expect(dry).toMatchObject({ done: false });
    expect(dry.places.every(({ lookAgain }) => lookAgain.length > 0)).toBe(true);
    const [before] = (await client.contracts.get({ id: contract.id })).conditions;
    await client.requirements.upgrade({
      key: "disclose_sites",
      to: 2,
      places: chosen,
      dryRun: false,
    });
    expect((await client.contracts.get({ id: contract.id })).conditions).toMatchObject([
      { id: before?.id, version: 2, dueDays: 21 },
    ]);
    expect((await client.procurements.get({ id: procurement })).facts.instances).toMatchObject([
      { version: 2, values: { due_days: 21 } },
    ]);
    expect((await client.policies.getRow({ id: row.id })).ask).toMatchObject({
      version: 2,
      values: { due_days: 21 },
    });
    await refuses(
      "reference_unknown",
      client.requirements.upgrade({
        key: "disclose_sites",
        to: 2,
        places: [{ kind: "contract", id: contract.id, instanceId: "x" }],
      }),
    );
    await refuses(
      "not_found",
      client.requirements.compareVersions({ key: "disclose_sites", from: 1, to: 9 }),
    );
  });

  it("does not touch a tender that is published", async () => {
    const { id } = await client.procurements.create({
      reference: "PUBLISHED",
      title: "Published",
      instances: [
        {
          role: "clause",
          requirement: "disclose_sites",
          version: 1,
          title: "Sites",
          wording: "",
          values: {},
        },
      ],
    });
    await db.asOwner(
      "update procurements set stage = 'published', published_on = '2026-11-01' where id = $1",
      [id],
    );
    const { usedIn } = await client.requirements.get({ key: "disclose_sites" });
    const place = usedIn.find((one) => one.id === id);
    await refuses(
      "stage_does_not_allow",
      client.requirements.upgrade({
        key: "disclose_sites",
        to: 2,
        places: [{ kind: "procurement", id, instanceId: place?.instanceId ?? "" }],
        dryRun: false,
      }),
    );
  });
});

describe("a YAML file", () => {
  it("goes out and comes back as the same, and a changed one as a new version", async () => {
    await client.requirements.addOwn({ content: own("yaml_own", "From a file"), reason: "Ours." });
    const headers = await server.headersOf(city.people.reader, city.organisationId);
    const file = await server.call({
      method: "GET",
      url: "/api/requirements/export?which=own",
      headers,
    });
    expect(file.headers["content-type"]).toContain("yaml");
    const same = await client.requirements.importYaml({ text: file.body });
    expect(same.items).toMatchObject([{ key: "yaml_own", what: "same" }]);
    const changed = file.body.replace("From a file", "From a better file");
    const dry = await client.requirements.importYaml({ text: changed });
    expect(dry).toMatchObject({ done: false, items: [{ what: "changed" }] });
    expect((await client.requirements.get({ key: "yaml_own" })).title).toBe("From a file");
    const taken = await client.requirements.importYaml({ text: changed, dryRun: false });
    expect(taken.done).toBe(true);
    expect(await client.requirements.get({ key: "yaml_own" })).toMatchObject({
      title: "From a better file",
      version: 2,
    });
    const all = await server.call({
      method: "GET",
      url: "/api/requirements/export?which=all",
      headers,
    });
    const canonical = await client.requirements.importYaml({ text: all.body });
    expect(
      canonical.items.filter(({ what }) => what === "canonical").length,
    ).toBeGreaterThanOrEqual(23);
  });

  it("with a fault is not taken, and says the line", async () => {
    const text = "format: throughline-requirements/1\nrequirements:\n  - key: Bad Key\n";
    const dry = await client.requirements.importYaml({ text });
    expect(dry.done).toBe(false);
    expect(dry.faults.some(({ line }) => line === 3)).toBe(true);
    const { errors } = await refuses(
      "requirement_file_invalid",
      client.requirements.importYaml({ text, dryRun: false }),
    );
    expect(errors[0]?.message).toContain("Line 3");
  });
});

describe("short names", () => {
  it("are plain, and differ between houses of one name", () => {
    expect(makeShortName("Åster Stad – Inköp", "3f9a0000-0000-4000-8000-000000000000")).toBe(
      "aster-stad-inkop-3f9a",
    );
    expect(makeShortName("深圳", "3f9a0000-0000-4000-8000-000000000000")).toBe("house-3f9a");
  });
});
