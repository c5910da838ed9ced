import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { AsyncLocalStorage } from "node:async_hooks";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database } from "@throughline/db";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../../platform/api.ts";
import { workOf } from "../../../test/plant-contract.ts";
import { makeSite } from "../make-site.ts";
import { matchStructure } from "./match-structure.ts";
import { forgetScopes, keepScopeFilesIn, openScope } from "./open-scope.ts";
import { removeOldChanges } from "./scope-records.store.ts";
import type { FrozenStructure, ScopeName, ScopeRecord, ScopeStructure } from "./scope-structure.ts";

/** Outside the transaction a test has open. */
const outside = AsyncLocalStorage.snapshot();

let db: TestDatabase;
let org: PlantedOrganisation;
let folder: string;

beforeAll(async () => {
  db = await openTestDatabase();
  org = await plantOrganisation(db.database, "Holder");
  folder = mkdtempSync(join(tmpdir(), "throughline-scope-"));
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The smallest structure: which names there are, by site. It counts how often it was built. */
let built = 0;
const names: ScopeStructure<Map<string, readonly string[]>, readonly ScopeRecord[]> = {
  name: "names",
  async prepare(slices) {
    built += 1;
    const all: ScopeRecord[] = [];
    for await (const slice of slices) all.push(...slice);
    return all;
  },
  open: (prepared) =>
    new Map(
      Object.entries(Object.groupBy(prepared, ({ siteId }) => siteId)).map(([id, records = []]) => [
        id,
        records.map(({ name }) => name),
      ]),
    ),
  replace(structure, siteId, records) {
    if (records.length === 0) structure.delete(siteId);
    else
      structure.set(
        siteId,
        records.map(({ name }) => name),
      );
  },
  size: (structure) => structure.size,
  file: {
    format: "names 1",
    leastRecords: 1,
    freeze: (prepared): FrozenStructure => ({
      facts: prepared,
      arrays: { count: Uint32Array.of(prepared.length) },
    }),
    // As frozen above.
    thaw: ({ facts }) => facts as readonly ScopeRecord[],
  },
};

async function as<T>(
  run: (work: Work) => Promise<T>,
  database: Database = db.database,
  who = org,
): Promise<T> {
  return database.withActor(who.actor(), (tx) => run(workOf(tx, who.actor())));
}

function place(name: string) {
  return {
    name,
    address: "1 Mill Road, Suqian",
    country: "CN",
    latitude: null,
    longitude: null,
    osId: null,
    flags: [],
  };
}

async function known(scope: ScopeName = "own", database?: Database, who = org): Promise<string[]> {
  return as(
    async (work) => [...(await openScope(work, names, scope)).structure.values()].flat().toSorted(),
    database,
    who,
  );
}

async function publish(id: string): Promise<void> {
  await db.asOwner(
    "update sites set published_at = now(), published_by = gen_random_uuid() where id = $1",
    [id],
  );
}

describe("what is kept for a scope", () => {
  it("follows what was committed, never what was rolled back", async () => {
    expect(await known()).toEqual([]);
    const { id } = await as((work) => makeSite(work, place("Alpha")));
    expect(await known()).toEqual(["Alpha"]);
    await expect(
      as(async (work) => {
        await makeSite(work, place("Beta"));
        await sql`update sites set name = 'Alpha Two' where id = ${id}`.execute(work.tx);
        const opened = await openScope(work, names, "own");
        expect([...opened.structure.values()].flat()).toEqual(["Alpha"]);
        expect(opened.changedHere.size).toBe(2);
        throw new Error("Never mind.");
      }),
    ).rejects.toThrow("Never mind.");
    expect(await known()).toEqual(["Alpha"]);
    await as((work) =>
      sql`update sites set name = 'Alpha Works' where id = ${id}`.execute(work.tx),
    );
    expect(await known()).toEqual(["Alpha Works"]);
    await as((work) => sql`delete from sites where id = ${id}`.execute(work.tx));
    expect(await known()).toEqual([]);
  });

  it("takes in what another changed although the reader changed it too and rolled back", async () => {
    const { id } = await as((work) => makeSite(work, place("Gamma")));
    expect(await known()).toContain("Gamma");
    await as((work) =>
      sql`update sites set name = 'Gamma Works' where id = ${id}`.execute(work.tx),
    );
    await as(async (work) => {
      await sql`update sites set name = 'Gamma Never' where id = ${id}`.execute(work.tx);
      await openScope(work, names, "own");
      throw new Error("Never mind.");
    }).catch(() => undefined);
    expect(await known()).toContain("Gamma Works");
    expect(await known()).not.toContain("Gamma Never");
  });

  it("misses nothing of a transaction that was open while others read", async () => {
    let goOn = (): void => undefined;
    const reached = Promise.withResolvers<void>();
    const open = as(async (work) => {
      await makeSite(work, place("Slow"));
      reached.resolve();
      await new Promise<void>((resolve) => (goOn = resolve));
    });
    await reached.promise;
    await as((work) => makeSite(work, place("Quick")));
    expect(await known()).toContain("Quick");
    expect(await known()).not.toContain("Slow");
    goOn();
    await open;
    expect(await known()).toContain("Slow");
  });

  it("is the same in every process, and the same as built anew", async () => {
    const other = openDatabase(db.login);
    try {
      expect(await known("own", other)).toEqual(await known());
      await as((work) => makeSite(work, place("Delta")));
      await as((work) => makeSite(work, place("Epsilon")), other);
      expect(await known()).toEqual(expect.arrayContaining(["Delta", "Epsilon"]));
      expect(await known("own", other)).toEqual(await known());
      const before = await known();
      forgetScopes(db.database);
      expect(await known()).toEqual(before);
    } finally {
      await other.close();
    }
  });

  it("holds nothing of another organisation but what is published", async () => {
    const stranger = await plantOrganisation(db.database, "Stranger");
    const { id } = await as((work) => makeSite(work, place("Zeta")));
    expect(await known("own", undefined, stranger)).toEqual([]);
    expect(await known("public", undefined, stranger)).toEqual([]);
    await publish(id);
    expect(await known("public", undefined, stranger)).toEqual(["Zeta"]);
    expect(await known("own", undefined, stranger)).toEqual([]);
  });

  it("is built anew when too much has changed", async () => {
    await known();
    await db.asOwner(
      "insert into site_changes (site_id, organisation_id) select gen_random_uuid(), $1 from generate_series(1, 20001)",
      [org.organisationId],
    );
    const before = built;
    await known();
    expect(built).toBe(before + 1);
  });
});

describe("a file of the published sites", () => {
  const file = (): string =>
    join(folder, readdirSync(folder).find((name) => name.endsWith(".index")) ?? "none");

  it("is read by the next start and brought up to date", async () => {
    keepScopeFilesIn(db.database, folder);
    forgetScopes(db.database);
    await known("public");
    const { id } = await as((work) => makeSite(work, place("Eta")));
    await publish(id);
    const next = openDatabase(db.login);
    try {
      keepScopeFilesIn(next, folder);
      const before = built;
      expect(await known("public", next)).toContain("Eta");
      expect(built).toBe(before);
    } finally {
      await next.close();
    }
  });

  it.each([
    ["cut short", () => truncateSync(file(), readFileSync(file()).length - 1)],
    [
      "altered",
      () => {
        const bytes = readFileSync(file());
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        writeFileSync(file(), bytes);
      },
    ],
    [
      "of another format",
      () =>
        writeFileSync(
          file(),
          readFileSync(file(), "latin1").replace("names 1", "names 0"),
          "latin1",
        ),
    ],
    [
      "of another database",
      () =>
        writeFileSync(
          file(),
          readFileSync(file(), "latin1").replace(/"token":"[0-9a-f]{8}/u, '"token":"00000000'),
          "latin1",
        ),
    ],
    ["no such file at all", () => writeFileSync(file(), "nonsense")],
  ])("is thrown away when it is %s", async (_, spoil) => {
    forgetScopes(db.database);
    rmSync(file(), { force: true });
    await known("public");
    spoil();
    forgetScopes(db.database);
    const before = built;
    expect(await known("public")).toContain("Eta");
    expect(built).toBe(before + 1);
  });

  it("takes away what a killed process left half written, once it is old", async () => {
    const [left, fresh] = ["1", "2"].map((end) => join(folder, `names.public.index.${end}`));
    for (const path of [left ?? "", fresh ?? ""]) writeFileSync(path, "half");
    utimesSync(left ?? "", 0, 0);
    forgetScopes(db.database);
    rmSync(file(), { force: true });
    await known("public");
    expect(readdirSync(folder).toSorted()).toEqual(["names.public.index", "names.public.index.2"]);
    rmSync(fresh ?? "");
  });

  it("is not believed when the database was put back to an earlier state", async () => {
    await db.asOwner("delete from site_index_tokens");
    forgetScopes(db.database);
    const before = built;
    await known("public");
    expect(built).toBe(before + 1);
  });

  it("is not vouched for by a transaction that was rolled back", async () => {
    forgetScopes(db.database);
    rmSync(file(), { force: true });
    await as(async (work) => {
      await openScope(work, names, "public");
      throw new Error("Never mind.");
    }).catch(() => undefined);
    expect(readdirSync(folder).length).toBe(1);
    forgetScopes(db.database);
    const before = built;
    await known("public");
    expect(built).toBe(before + 1);
  });
});

describe("the matching engine of a scope", () => {
  it("is written down and reopened as it was", async () => {
    async function* slices(): AsyncGenerator<readonly ScopeRecord[]> {
      for (let part = 0; part < 3; part += 1)
        yield Array.from({ length: 4_000 }, (_, at): ScopeRecord => {
          const n = part * 4_000 + at;
          return {
            siteId: `s${n}`,
            variant: n % 10 === 9 ? 1 : 0,
            publicId: `P${n}`,
            name: `Maker ${n.toString(36)} Electronics Co., Ltd.`,
            address: `${n % 900} Harbour Street, Suqian`,
            country: "CN",
            osId: null,
            latitude: null,
            longitude: null,
            published: false,
          };
        });
    }
    const prepared = await matchStructure.prepare(slices());
    if (matchStructure.file === undefined) throw new Error("The engine has no file.");
    const frozen = matchStructure.file.freeze(prepared);
    const copy = {
      facts: JSON.parse(JSON.stringify(frozen.facts)) as unknown,
      arrays: structuredClone(frozen.arrays),
    };
    const one = matchStructure.open(prepared);
    const other = matchStructure.open(matchStructure.file.thaw(copy));
    expect(other.engine.size).toBe(12_000);
    const probe = {
      id: "",
      name: "Maker 1jk Electronics",
      address: "72 Harbour Street, Suqian",
      country: "CN",
    };
    expect(one.engine.match(probe)[0]).toMatchObject({ id: "s2000" });
    expect(other.engine.match(probe)).toEqual(one.engine.match(probe));
    for (const { engine, variants } of [one, other]) {
      matchStructure.replace({ engine, variants, replaced: 0, unsettled: 0 }, "s2009", []);
      expect(engine.size).toBe(11_999);
    }
  });
});

describe("notes of changes", () => {
  it("are cleared after a week, and never those of a transaction that began later and ended sooner", async () => {
    const tidy = await plantOrganisation(db.database, "Tidy");
    const notes = () =>
      db.asOwner("select site_id from site_changes where organisation_id = $1", [
        tidy.organisationId,
      ]);
    await as(
      async (early) => {
        await sql`select pg_current_xact_id()`.execute(early.tx);
        const other = openDatabase(db.login);
        await outside(() => as((work) => makeSite(work, place("Later")), other, tidy));
        await other.close();
        await removeOldChanges(early);
      },
      db.database,
      tidy,
    );
    expect(await notes()).toHaveLength(1);
    await db.asOwner(
      "update site_changes set at = now() - interval '8 days' where organisation_id = $1",
      [tidy.organisationId],
    );
    const next = openDatabase(db.login);
    await as(removeOldChanges, next, tidy);
    await next.close();
    expect(await notes()).toHaveLength(0);
  });
});
