import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import type { Tx } from "@throughline/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLineKeeper, type LineKeeper } from "./keep-line.ts";

let db: TestDatabase;
let buyer: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  buyer = await plantOrganisation(db.database, "Before");
});
afterAll(async () => {
  await db.close();
});

/** Reads the organisation's name the expensive way, and counts how often. */
function nameReader(): {
  keeper: LineKeeper<string>;
  read: (tx: Tx) => Promise<string>;
  made: number;
} {
  const keeper = createLineKeeper<string>(2, (name) => name !== "not worth it");
  const reader = {
    keeper,
    made: 0,
    read: async (tx: Tx) => {
      const found = await keeper.keep(tx, ["name"], async () => {
        reader.made += 1;
        const row = await tx.selectFrom("organisations").select("name").executeTakeFirstOrThrow();
        return new Map([["name", row.name]]);
      });
      return found.get("name") ?? "";
    },
  };
  return reader;
}

function inside<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.database.withActor(buyer.actor(), work);
}

function rename(tx: Tx, name: string): Promise<unknown> {
  return tx.updateTable("organisations").set({ name }).execute();
}

/** Other test files write to the same server, which ends every snapshot; so the second look may be a fresh one. */
describe("keeping a line", () => {
  it("never shows less than what was committed", async () => {
    const reader = nameReader();
    for (const name of ["One", "Two", "Three"]) {
      await inside((tx) => rename(tx, name));
      expect(await inside(reader.read)).toBe(name);
      expect(await inside(reader.read)).toBe(name);
    }
    expect(reader.made).toBeGreaterThanOrEqual(3);
  });

  it("shows a transaction its own writes and keeps them from everybody else", async () => {
    const reader = nameReader();
    await inside((tx) => rename(tx, "Committed"));
    await inside(reader.read);
    const written = Promise.withResolvers<string>();
    const looked = Promise.withResolvers<undefined>();
    const undone = inside(async (tx) => {
      await rename(tx, "Half-written");
      written.resolve(await reader.read(tx));
      await looked.promise;
      throw new Error("undone");
    });
    expect(await written.promise).toBe("Half-written");
    expect(await inside(reader.read)).toBe("Committed");
    looked.resolve(undefined);
    await expect(undone).rejects.toThrow("undone");
    expect(await inside(reader.read)).toBe("Committed");
  });

  it("keeps only what is worth it, and no more than so many", async () => {
    await inside(async (tx) => {
      const keeper = createLineKeeper<string>(2, (value) => value.length > 1);
      let made = 0;
      const get = (key: string, value: string) =>
        keeper.keep(tx, [key], async () => {
          made += 1;
          return new Map([[key, value]]);
        });
      await get("short", "x");
      await get("short", "x");
      expect(made).toBe(2);
      for (const key of ["a", "b", "c"]) await get(key, "long");
      made = 0;
      await get("a", "long");
      expect(made).toBe(1);
    });
  });
});
