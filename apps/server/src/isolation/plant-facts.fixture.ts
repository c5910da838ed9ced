/** One of everything, planted through the API, for the walk over every endpoint. */
import type { ApiClient } from "@throughline/contract";
import {
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { party, siteClause } from "../test/contract-input.ts";
import type { TestApp } from "../test/start-test-app.ts";
import { about, type Ids } from "./endpoint-samples.ts";
import { plantKpis } from "./kpi-samples.ts";
import { plantForum } from "./plant-forum.fixture.ts";
import { plantGroup } from "./plant-group.fixture.ts";
import { plantDuties, plantRequirements } from "./plant-obligations.fixture.ts";
import { plantEverythingAtTable } from "./plant-table.fixture.ts";

async function clientOfPartner(db: TestDatabase, server: TestApp): Promise<ApiClient> {
  const partner = await plantOrganisation(db.database, "Secretmarker partner");
  return server.as(partner.people.owner, partner.organisationId);
}

/** One of everything, through the API. Two disclosures name the same company at two addresses, one of them under a measure. */
export async function plantFacts(
  db: TestDatabase,
  server: TestApp,
  owner: PlantedOrganisation,
): Promise<Ids> {
  const client = server.as(owner.people.owner, owner.organisationId);
  const framework = await client.contracts.create({
    kind: "framework",
    reference: "SECRETMARKER-F",
    title: "Secretmarker framework",
  });
  const made = await client.contracts.create({
    kind: "call_off",
    frameworkId: framework.id,
    reference: "SECRETMARKER-1",
    title: "Secretmarker laptops",
    supplier: party("Secretmarker supplier"),
    conditions: [siteClause({ clause: "Secretmarker 1" })],
    products: [
      {
        brand: "Secretmarker",
        family: "Book",
        partNumber: "SM-1",
        quantity: 3,
        value: null,
        cpv: "30213100",
      },
    ],
  });
  const detail = await client.contracts.get({ id: made.id });
  const product = detail.products[0]?.id ?? "";
  const request = await client.requests.save({
    id: made.id,
    addressee: "Secretmarker reseller",
    brand: null,
    subject: "Sites",
    body: "Please tell us.",
    productIds: [product],
    dueOn: null,
    sentOn: null,
  });
  const written = await client.requests.write({
    addressee: "Secretmarker brand",
    contracts: [{ contractId: made.id, productIds: [product] }],
    subject: "Secretmarker sites",
    body: "Please tell us.",
    dueOn: null,
  });
  const sent = await client.requests.send({
    requestId: written.requestId,
    toName: "Secretmarker brand",
    toAddress: "secretmarker@brand.example",
  });
  const template = await client.requests.saveTemplate({
    name: "Secretmarker words",
    subject: "Sites of {{products}}",
    body: "Dear {{supplier}}",
  });
  const [supplier] = await db.asOwner<{ id: string }>(
    "select id from suppliers where name = 'Secretmarker brand'",
  );
  await client.requests.recordAnswer({
    id: made.id,
    requestId: null,
    answeredBy: "Secretmarker",
    brand: null,
    answer: "asked_and_refused",
    reason: "secret",
    answeredOn: "2026-11-01",
    document: null,
    productIds: [product],
  });
  const taken = await client.disclosures.takeForm({
    ...about,
    id: made.id,
    productIds: [product],
    sites: [
      {
        name: "Secretmarker Precision Electronics Co., Ltd.",
        address: "Third Avenue, Kunshan Comprehensive Free Trade Zone, Jiangsu",
        country: "CN",
      },
      {
        name: "Secretmarker Precision Electronics Co., Ltd.",
        address: "No. 15, Third Avenue, Kunshan Comprehensive Free Trade Zone, Jiangsu",
        country: "CN",
      },
      {
        name: "Hefei Bitland Information Technology Co., Ltd.",
        address: "No. 4088 Jinxiu Road, Hefei, Anhui",
        country: "CN",
      },
    ],
  });
  const intake = await client.intakes.startText({
    contractId: made.id,
    about: { ...about, productIds: [product] },
    text: "Manufactured by: Secretmarker Works Ltd, 1 Mill Road, Leeds, UK",
  });
  const [review] = await db.asOwner<{ id: string }>("select id from match_reviews limit 1");
  const [hit] = await db.asOwner<{ id: string }>("select id from screening_hits limit 1");
  const [site] = await db.asOwner<{ id: string }>(
    "select id from sites where name like 'Secretmarker%' limit 1",
  );
  const [row] = await db.asOwner<{ id: string }>(
    "select id from disclosure_rows where site_id = $1",
    [site?.id],
  );
  const [otherSite] = await db.asOwner<{ id: string }>(
    "select id from sites where name like 'Hefei%'",
  );
  const closed = await client.sites.close({
    id: otherSite?.id ?? "",
    on: "2026-11-01",
    reason: "Secretmarker",
  });
  // Accepted and undone: the bulk is on record, the pair waits as before.
  const accepted = await client.sites.acceptPairs({ contractId: made.id, dryRun: false });
  await client.sites.undoAccepted({ bulkId: accepted.bulkId ?? "" });
  // Came back: one that may be sent again.
  const [mail] = await db.asOwner<{ id: string }>(
    "insert into mails (organisation_id, kind, to_address, subject, body, state) values ($1, 'test', 'secretmarker@example.org', 'Secretmarker', 'Secretmarker', 'bounced') returning id",
    [owner.organisationId],
  );
  const recordProduct = await client.record.saveProduct({
    brand: "Secretmarker",
    family: "Book",
    partNumbers: ["SM-1"],
  });
  const recordSites = await client.record.addSites({
    sites: [
      {
        name: "Secretmarker Works Ltd",
        address: "1 Secretmarker Road, Leeds",
        country: "GB",
        latitude: null,
        longitude: null,
        osId: null,
        workers: null,
        maskedAs: null,
      },
    ],
  });
  const recordAnswer = await client.record.addAnswer({
    productId: recordProduct.id,
    answer: "cannot_because",
    saidBy: "Secretmarker",
    reason: "secretmarker",
    document: null,
    answeredOn: "2026-11-01",
    selfReported: false,
  });
  const release = await client.releases.release({
    deliveryId: null,
    recipientName: "Secretmarker reader",
    asOf: "2026-11-01",
  });
  const invited = await client.organisations.invite({
    email: "secretmarker@example.org",
    role: "reader",
  });
  const token = await client.account.createToken({
    name: "Secretmarker token",
    scopes: ["contract.read"],
    expiresInDays: 5,
  });
  const sessions = await client.account.listSessions();
  const duties = await plantDuties(client, made.id);
  const facts = await client.laws.recordFacts({
    supplierId: supplier?.id ?? "",
    facts: [{ fact: "employees", value: 77_123, asOf: "2025-12-31", source: "Secretmarker" }],
  });
  return {
    organisation: owner.organisationId,
    person: owner.people.reader,
    contract: made.id,
    framework: framework.id,
    product,
    request: request.requestId,
    sentRequest: written.requestId,
    delivery: sent.deliveryId,
    template: template.id,
    supplier: supplier?.id ?? "",
    recordSite: recordSites.ids[0] ?? "",
    recordProduct: recordProduct.id,
    recordAnswer: recordAnswer.id,
    release: release.releaseId,
    disclosure: taken.disclosureId,
    intake: intake.intakeId,
    site: site?.id ?? "",
    otherSite: otherSite?.id ?? "",
    row: row?.id ?? "",
    act: closed.actId ?? "",
    bulk: accepted.bulkId ?? "",
    review: review?.id ?? "",
    hit: hit?.id ?? "",
    mail: mail?.id ?? "",
    ...(await plantRequirements(client, db, owner.organisationId, framework.id)),
    ...duties,
    companyFact: facts.ids[0] ?? "",
    ...(await plantGroup(client, await clientOfPartner(db, server), duties.condition)),
    ...(await plantEverythingAtTable(server, client, made.id)),
    ...(await plantForum(client, db)),
    ...(await plantKpis(client, made.id)),
    invitation: invited.invitation.id,
    token: token.token.id,
    session: sessions.items[0]?.id ?? "",
  };
}
