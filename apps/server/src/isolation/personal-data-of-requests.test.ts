/** As personal-data-in-audit.test.ts does, for asking, answering, the record and releases. */
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asGuestAndMember, openAsGuest } from "../test/as-guest.ts";
import { contractInput, product } from "../test/contract-input.ts";
import { ownLink, ownSite } from "../test/plant-record.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";

const mark = "Zyxwoman";
const text = `${mark} said so`;

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database, "Buyer");
  await db.asOwner(
    "update members set name = $1 || ' ' || role, email = $1 || role || '@mail.example'",
    [mark],
  );
});
afterAll(async () => {
  await server.close();
  await db.close();
});

/** Asks twice: one request is withdrawn, the other answered. */
async function askAndAnswer(): Promise<void> {
  const client = server.as(org.people.owner, org.organisationId);
  await client.requests.saveTemplate({ name: text, subject: text, body: text });
  const { id } = await client.contracts.create(contractInput({ products: [product("B", "F")] }));
  const write = async () => {
    const { requestId } = await client.requests.write({
      addressee: text,
      contracts: [{ contractId: id }],
      subject: text,
      body: text,
      dueOn: "2999-01-01",
      dueBecause: text,
    });
    const sent = await client.requests.send({
      requestId,
      toName: text,
      toAddress: `${mark}.${requestId.slice(0, 8)}@mail.example`,
    });
    return { requestId, ...sent };
  };
  const dropped = await write();
  await server.runJobs();
  const mail = (await client.mails.list({ requestId: dropped.requestId })).items[0];
  await client.mails.recordBounce({ mailId: mail?.id ?? "", reason: text });
  await client.mails.resend({ mailId: mail?.id ?? "", toAddress: `${mark}.r@mail.example` });
  await client.requests.remind({ requestId: dropped.requestId });
  const extend = await client.requests.get({ requestId: dropped.requestId });
  const { version } = await client.requests.extend({
    requestId: dropped.requestId,
    version: extend.version,
    dueOn: "2999-02-01",
    reason: text,
  });
  await client.requests.renewLink({ requestId: dropped.requestId });
  await client.requests.withdraw({ requestId: dropped.requestId, version, reason: text });
  const [supplier] = (await client.suppliers.list({})).items;
  const detail = await client.suppliers.get({ id: supplier?.id ?? "" });
  await client.suppliers.revise({
    id: detail.id,
    version: detail.version,
    email: `${mark}.s@mail.example`,
  });
  await answer(await write());
}

async function answer(sent: { readonly link: string; readonly code: string }): Promise<void> {
  const guest = await openAsGuest(server, sent);
  const { client, deliveryId } = guest;
  await client.answering.setProducts({
    deliveryId,
    items: [{ askedKey: "p1", productId: null, make: true }],
  });
  const { items } = await client.record.listProducts({});
  const productId = items[0]?.id ?? "";
  const { ids } = await client.record.addSites({ sites: [ownSite("Alder Works Ltd")] });
  await client.record.setLinks({ set: [ownLink(productId, ids[0] ?? "")] });
  const said = await client.record.addAnswer({
    productId,
    answer: "cannot_because",
    saidBy: text,
    reason: text,
    document: text,
    answeredOn: "2026-01-01",
    selfReported: true,
  });
  await client.answering.passOn({
    deliveryId,
    toName: text,
    toAddress: `${mark}.m@mail.example`,
    askedKeys: [],
    subject: text,
    body: text,
    dueOn: null,
    nameRequester: true,
  });
  const { releaseId } = await client.releases.release({ deliveryId, asOf: "2026-01-01" });
  await client.releases.release({
    deliveryId: null,
    recipientName: text,
    onBehalfOf: text,
    asOf: "2026-01-01",
  });
  await server.runJobs();
  await client.releases.withdraw({ releaseId, reason: text });
  await server.runJobs();
  await client.record.removeAnswer({ answerId: said.id });
  const { intakeId } = await client.intakes.startText({ text: `Name\n${text}` });
  await server.runJobs();
  await client.intakes.cancel({ intakeId });
  const claimer = await plantOrganisation(db.database, "Group");
  await db.asOwner("update members set name = $1, email = $2 where organisation_id = $3", [
    text,
    `${mark}.c@mail.example`,
    claimer.organisationId,
  ]);
  const person = claimer.people.owner;
  const both = await asGuestAndMember(server, guest, person, claimer.organisationId);
  await both.answering.claim({ name: "Cedar IT", country: null });
}

describe("the audit of requests, answers and releases", () => {
  it("holds nobody's name or address in clear, nor anybody's own words", async () => {
    await askAndAnswer();
    const entries = await db.asOwner<{ action: string; text: string }>(
      "select action, e::text as text from audit_entries e",
    );
    const actions = new Set(entries.map((entry) => entry.action));
    expect(actions.size).toBeGreaterThanOrEqual(25);
    const telling = entries.filter((entry) => new RegExp(mark, "i").test(entry.text));
    expect(telling.map((entry) => entry.action)).toEqual([]);
    const jobs = await db.asOwner<{ text: string }>("select j::text as text from jobs.job j");
    expect(jobs.filter((job) => new RegExp(mark, "i").test(job.text))).toEqual([]);
    expect(jobs.length).toBeGreaterThanOrEqual(5);
  });
});
