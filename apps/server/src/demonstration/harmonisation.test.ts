/** The demonstration of harmonisation shows three ways to ask, a proposal, a follow-up to recognise, and a duty in each state. */
import { dutyStates } from "@throughline/domain";
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plantPerson } from "../platform/keep-people.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { loadHarmonisationDemonstration } from "./harmonisation.ts";
import { loadDemonstrations } from "./load-demonstrations.ts";
import { demonstrationPeople } from "./people.ts";
import { loadRequestDemonstration } from "./requests.ts";
import { loadSupplierRecord } from "./supplier-record.ts";

const now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

it("shows who asks what, a proposal out for comment and a duty in each state, and loads once", async () => {
  // Nobody to load it for yet.
  await loadHarmonisationDemonstration(db.database, now);
  const parts = { secret: server.secret, publicUrl: "http://localhost" };
  await loadDemonstrations(db.database, now);
  await loadRequestDemonstration(db.database, parts, now);
  await loadSupplierRecord(db.database, parts, now);
  await loadHarmonisationDemonstration(db.database, now);
  await loadHarmonisationDemonstration(db.database, now);

  const clientOf = async (who: "university" | "hospital" | "reseller") => {
    const person = demonstrationPeople.find(({ organisation }) => organisation === who);
    if (person === undefined) throw new Error("There is nobody.");
    const personId = await plantPerson(db.database, person);
    const [member] = await db.asOwner<{ organisation_id: string }>(
      "select organisation_id from members where person_id = $1",
      [personId],
    );
    return server.as(personId, member?.organisation_id ?? "");
  };
  const university = await clientOf("university");
  const { groups } = await university.harmonisation.listGroups();
  expect(groups).toHaveLength(1);
  const groupId = groups[0]?.id ?? "";
  expect(groups[0]?.members.every(({ invented }) => invented)).toBe(true);
  const matrix = await university.harmonisation.matrix({
    groupId,
    requirement: "disclose_sites",
  });
  expect(matrix.variants).toHaveLength(3);
  expect(matrix.relations.flat()).toContain("incomparable");
  expect(matrix.relations.flat()).toContain("stricter");
  const { proposals } = await university.harmonisation.listProposals({ groupId });
  expect(proposals).toMatchObject([
    { state: "out_for_comment", stances: { agree: 1, disagree: 0, change: 1 } },
  ]);
  const reseller = await clientOf("reseller");
  const read = await reseller.harmonisation.getProposal({ proposalId: proposals[0]?.id ?? "" });
  expect(read.buyersShown).toBe(false);

  const hospital = await clientOf("hospital");
  const { recognitions } = await hospital.harmonisation.listRecognitions({});
  // It stands for the older, weaker clause, and not for the stricter ones of other contracts.
  expect(recognitions.map(({ recognised }) => recognised)).toEqual([true, false, false]);
  expect(recognitions.every(({ decision }) => decision === null)).toBe(true);
  const { items } = await hospital.duties.list({ contractId: recognitions[0]?.ours.contractId });
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set(dutyStates));
});
