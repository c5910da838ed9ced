import { randomUUID } from "node:crypto";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  destroyPersonalKey,
  erased,
  openPersonal,
  openSealedInside,
  sealPersonal,
  type KeyScope,
} from "./personal-data.ts";

let db: TestDatabase;
let one: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  one = await plantOrganisation(db.database);
});
afterAll(async () => {
  await db.close();
});

function within<T>(
  planted: PlantedOrganisation,
  work: (scope: KeyScope) => Promise<T>,
): Promise<T> {
  return db.database.withActor(planted.actor(), (tx) => work({ tx, actor: planted.actor() }));
}

describe("personal data in immutable places", () => {
  it("is sealed and opened again while the key stands", async () => {
    const subject = randomUUID();
    const sealed = await within(one, (work) => sealPersonal(work, subject, "Renée O’Neill 王"));
    expect(JSON.stringify(sealed)).not.toContain("Renée");
    expect(sealed.sealed).toBe(subject);
    expect(await within(one, (work) => openPersonal(work, sealed))).toBe("Renée O’Neill 王");
  });

  it("uses one key per subject, made once even by two at the same moment", async () => {
    const subject = randomUUID();
    const [a, b] = await Promise.all([
      within(one, (work) => sealPersonal(work, subject, "a")),
      within(one, (work) => sealPersonal(work, subject, "b")),
    ]);
    expect(await within(one, (work) => openSealedInside(work, [{ deep: [a, { b }] }]))).toEqual([
      { deep: ["a", { b: "b" }] },
    ]);
  });

  it("is erased for good when the key is destroyed, also when the person comes back", async () => {
    const subject = randomUUID();
    const before = await within(one, (work) => sealPersonal(work, subject, "before"));
    await within(one, (work) => destroyPersonalKey(work, subject));
    expect(await within(one, (work) => openPersonal(work, before))).toBeNull();
    const after = await within(one, (work) => sealPersonal(work, subject, "after"));
    expect(await within(one, (work) => openSealedInside(work, [before, after, null, 3]))).toEqual([
      erased,
      "after",
      null,
      3,
    ]);
  });

  it("is not opened by another organisation", async () => {
    const two = await plantOrganisation(db.database);
    const sealed = await within(one, (work) => sealPersonal(work, one.people.owner, "Somebody"));
    expect(await within(two, (work) => openPersonal(work, sealed))).toBeNull();
    await within(two, (work) => destroyPersonalKey(work, one.people.owner));
    expect(await within(one, (work) => openPersonal(work, sealed))).toBe("Somebody");
  });

  it("is unreadable, not a crash, when the value was tampered with", async () => {
    const sealed = await within(one, (work) => sealPersonal(work, randomUUID(), "Somebody"));
    const tampered = { ...sealed, jwe: `${sealed.jwe.slice(0, -4)}AAAA` };
    expect(await within(one, (work) => openPersonal(work, tampered))).toBeNull();
  });
});
