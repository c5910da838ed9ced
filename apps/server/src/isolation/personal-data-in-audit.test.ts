/** Exercises every endpoint that writes, with names and addresses nobody else has, and looks for them in the whole audit. */
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";

/** Stands in every field that may hold somebody's name or address; the organisation's own name does not. */
const mark = "Zyxwoman";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database, "Buyer", ["buyer", "hub_operator"]);
  await db.asOwner(
    "update members set name = $1 || ' ' || role, email = $1 || role || '@mail.example'",
    [mark],
  );
});
afterAll(async () => {
  await server.close();
  await db.close();
});

/** Everything that people do, in the order in which they can; answers what was called. */
async function exercise(): Promise<void> {
  const client = server.as(org.people.owner, org.organisationId);
  const manager = server.as(org.people.manager, org.organisationId);
  const text = `${mark} said so`;

  await client.organisations.describe({ version: 1, name: "Buyer of things" });
  await client.organisations.open({ name: "Another", country: null, roles: ["reseller"] });
  const invited = await client.organisations.invite({
    email: `${mark}@mail.example`,
    role: "reader",
  });
  await server.anonymous().organisations.acceptInvitation({
    secret: invited.link.split("#")[1] ?? "",
    account: {
      name: `${mark} Invited`,
      email: `${mark}.i@mail.example`,
      password: "long enough one",
    },
  });
  const withdrawn = await client.organisations.invite({
    email: `${mark}.w@mail.example`,
    role: "reader",
  });
  await client.organisations.revokeInvitation({ id: withdrawn.invitation.id });
  await client.organisations.changeRole({ personId: org.people.reader, role: "contributor" });
  const token = await client.account.createToken({
    name: text,
    scopes: ["contract.read"],
    expiresInDays: 1,
  });
  await client.account.revokeToken({ id: token.token.id });

  const framework = await client.contracts.create({
    kind: "framework",
    reference: "F-1",
    title: "Framework",
    followUp: { personId: org.people.manager, name: text, hoursPerMonth: 1 },
  });
  await client.contracts.grantFramework({ id: framework.id, organisationId: org.organisationId });
  const made = await client.contracts.create({
    kind: "call_off",
    frameworkId: framework.id,
    reference: "C-1",
    title: "Laptops",
    followUp: { personId: null, name: text, hoursPerMonth: null },
    products: [
      { brand: "Acme", family: "Book", partNumber: null, quantity: 1, value: null, cpv: null },
    ],
  });
  let detail = await client.contracts.get({ id: made.id });
  await client.contracts.revise({
    id: made.id,
    version: detail.version,
    followUp: { personId: org.people.reader, name: `${text} again`, hoursPerMonth: 2 },
  });
  detail = await client.contracts.get({ id: made.id });
  await client.contracts.setConditions({ id: made.id, version: detail.version, conditions: [] });
  const product = detail.products[0];
  if (product === undefined) throw new Error("There is no product.");
  await client.contracts.reviseProduct({
    productId: product.id,
    version: product.version,
    family: "Books",
  });
  const request = await manager.requests.save({
    id: made.id,
    addressee: text,
    brand: null,
    subject: text,
    body: text,
    productIds: [product.id],
    dueOn: null,
    sentOn: null,
  });
  await manager.requests.recordSent({
    requestId: request.requestId,
    sentOn: "2026-01-02",
    dueOn: null,
  });
  await manager.requests.recordAnswer({
    id: made.id,
    requestId: request.requestId,
    answeredBy: text,
    brand: null,
    answer: "cannot_because",
    reason: text,
    answeredOn: "2026-01-03",
    document: text,
    productIds: [product.id],
  });
  const taken = await client.disclosures.takeForm({
    id: made.id,
    title: "List",
    declaredBy: text,
    receivedOn: "2026-01-04",
    sites: [
      {
        name: "Hefei Bitland Information Technology Co., Ltd.",
        address: "No. 4088 Jinxiu Road, Hefei, Anhui",
        country: "CN",
      },
    ],
  });
  const hit = (await client.screening.listHits({})).items[0];
  if (hit === undefined) throw new Error("There is no hit.");
  await manager.screening.decide({ hitId: hit.id, verdict: "wrong_entity", reason: text });
  await manager.screening.decide({ hitId: hit.id, verdict: "waiting", reason: text });
  await manager.sites.publish({ id: hit.siteId, ground: text });
  await client.disclosures.withdraw({
    disclosureId: taken.disclosureId,
    withdrawnOn: "2026-01-05",
    reason: text,
  });
  detail = await client.contracts.get({ id: made.id });
  await client.contracts.remove({ id: made.id, version: detail.version });
  await exerciseTogether();
  await client.organisations.removeMember({ personId: org.people.contributor });
}

/** What is said to other buyers, and of companies. */
async function exerciseTogether(): Promise<void> {
  const client = server.as(org.people.manager, org.organisationId);
  const text = `${mark} said so`;
  const { groupId } = await client.harmonisation.convene({
    title: "Laptops",
    purpose: text,
    lawfulPurpose: text,
  });
  await client.harmonisation.share({
    groupId,
    instances: [
      {
        requirement: "disclose_sites",
        role: "clause",
        version: null,
        values: { due_days: 10 },
        floor: { values: { due_days: 28 }, reason: text },
      },
    ],
    dryRun: false,
  });
  const { proposalId } = await client.harmonisation.propose({
    groupId,
    requirement: "disclose_sites",
  });
  const { version } = await client.harmonisation.putOut({
    proposalId,
    version: 1,
    commentUntil: "2999-01-01",
  });
  await client.harmonisation.comment({ proposalId, stance: "change", text });
  await client.harmonisation.close({ proposalId, version, outcome: text });
  await client.harmonisation.shareFollowUp({
    groupId,
    requirement: "disclose_sites",
    supplier: "Cedar IT",
    values: {},
    method: "dialogue",
    followedUpOn: "2026-01-02",
    result: text,
    dryRun: false,
  });
  await client.laws.recordFacts({
    facts: [{ fact: "employees", value: 20, asOf: "2025-12-31", source: text }],
  });
}

describe("the audit", () => {
  it("holds nobody's name or address in clear, whatever was done", async () => {
    await exercise();
    const entries = await db.asOwner<{ action: string; text: string }>(
      "select action, e::text as text from audit_entries e",
    );
    const actions = new Set(entries.map((entry) => entry.action));
    expect(actions.size).toBeGreaterThanOrEqual(20);
    const telling = entries.filter((entry) => new RegExp(mark, "i").test(entry.text));
    expect(telling).toEqual([]);
  });
});
