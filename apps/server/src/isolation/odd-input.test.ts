/**
 * Throws odd input at every endpoint: whatever comes, the answer is a success or a coded problem, never a failure of
 * ours. Each leaf and each container of each sample is replaced in turn.
 */
import { randomUUID } from "node:crypto";
import { apiContract, Problem } from "@throughline/contract";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownSite } from "../test/plant-record.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { endpoints, type Ids } from "./endpoint-samples.ts";
import { plantKpis } from "./kpi-samples.ts";
import { plantEverythingAtTable } from "./plant-table.fixture.ts";

/** JSON texts, so that what JSON.stringify would mend arrives as it is. */
const oddTexts = [
  String.raw`"\u0000"`,
  String.raw`"a\u0000b"`,
  String.raw`"\ud800"`,
  String.raw`"\udc00x"`,
  `"\u202e\ufeff\u200b𝒳"`,
  `""`,
  `"%00"`,
  `"../../../etc/passwd"`,
  `"' or 1=1 --"`,
  `"x${"é".repeat(300)}"`,
  JSON.stringify("y".repeat(70_000)),
  `"0000-01-01"`,
  `"9999-12-31"`,
  `"2026-02-31"`,
  `"00000000-0000-0000-0000-000000000000"`,
  "null",
  "true",
  "-1",
  "0.5",
  "1e308",
  "1e999",
  "9007199254740993",
  "2147483648",
  "[]",
  "{}",
  `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`,
  `[${'"z",'.repeat(6000)}"z"]`,
  `${"[".repeat(3000)}${"]".repeat(3000)}`,
];

interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
}

function routeOf(group: string, name: string): Route {
  const procedure: unknown = Reflect.get(Reflect.get(apiContract, group), name);
  // The contract's endpoints all have a route; the library keeps it under this key.
  return (procedure as { "~orpc": { route: Route } })["~orpc"].route;
}

/** The sample as JSON texts with one place after another replaced. */
function* mutate(value: unknown, odd: string): Generator<string> {
  yield odd;
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries())
      for (const text of mutate(item, odd))
        yield `[${value.map((one, index) => (index === at ? text : JSON.stringify(one))).join(",")}]`;
  } else if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    for (const [name, item] of entries)
      for (const text of mutate(item, odd))
        yield `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${key === name ? text : JSON.stringify(one)}`).join(",")}}`;
  }
}

let db: TestDatabase;
let server: TestApp;
let headers: Record<string, string>;
let ids: Ids;
const faults: string[] = [];
let asked = 0;

async function send(route: Route, url: string, payload?: string, type = "application/json") {
  asked += 1;
  const answer = await server.app.http.inject({
    method: route.method,
    url,
    headers: { ...headers, ...(payload === undefined ? {} : { "content-type": type }) },
    ...(payload === undefined ? {} : { payload }),
  });
  if (answer.statusCode < 400) return;
  let body: unknown = null;
  try {
    body = answer.json();
  } catch {
    // Not JSON: a fault below.
  }
  const problem = Problem.safeParse(body);
  if (!problem.success || problem.data.code === "internal" || answer.statusCode >= 500)
    faults.push(
      `${route.method} ${url.slice(0, 120)} ${(payload ?? "").slice(0, 160)} → ${answer.statusCode} ${answer.body.slice(0, 200)}`,
    );
}

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  const org = await plantOrganisation(db.database, "Odd");
  headers = await server.headersOf(org.people.owner, org.organisationId);
  const client = server.as(org.people.owner, org.organisationId);
  const framework = await client.contracts.create({
    kind: "framework",
    reference: "ODD-F",
    title: "Odd",
  });
  const made = await client.contracts.create({
    kind: "stand_alone",
    reference: "ODD-1",
    title: "Odd",
    products: [
      { brand: "B", family: "F", partNumber: null, quantity: null, value: null, cpv: null },
    ],
  });
  const product = (await client.contracts.get({ id: made.id })).products[0]?.id ?? "";
  const request = await client.requests.save({
    id: made.id,
    addressee: "A",
    brand: null,
    subject: "S",
    body: "B",
    productIds: [product],
    dueOn: null,
    sentOn: null,
  });
  const { requestId: sentRequest } = await client.requests.write({
    addressee: "A",
    contracts: [{ contractId: made.id }],
    subject: "S",
    body: "B",
    dueOn: null,
  });
  const sent = await client.requests.send({
    requestId: sentRequest,
    toName: "A",
    toAddress: null,
  });
  const template = await client.requests.saveTemplate({ name: "T", subject: "S", body: "B" });
  const { items: suppliers } = await client.suppliers.list({});
  const taken = await client.disclosures.takeForm({
    id: made.id,
    title: "T",
    declaredBy: "D",
    receivedOn: "2026-01-01",
    sites: [{ name: "Alpha Works Ltd", address: "1 Mill Road, Leeds", country: "GB" }],
  });
  const [site] = await db.asOwner<{ id: string }>("select id from sites limit 1");
  const [mail] = await db.asOwner<{ id: string }>(
    "insert into mails (organisation_id, kind, to_address, subject, body, state) values ($1, 'test', 'a@example.org', 'S', 'B', 'bounced') returning id",
    [org.organisationId],
  );
  const recordProduct = await client.record.saveProduct({
    brand: "B",
    family: "F",
    partNumbers: [],
  });
  const recordSites = await client.record.addSites({ sites: [ownSite("Alpha Works Ltd")] });
  const recordAnswer = await client.record.addAnswer({
    productId: null,
    answer: "cannot_because",
    saidBy: null,
    reason: "R",
    document: null,
    answeredOn: "2026-01-01",
    selfReported: false,
  });
  const release = await client.releases.release({
    deliveryId: null,
    recipientName: "A",
    asOf: "2026-01-01",
  });
  const intake = await client.intakes.startText({
    contractId: made.id,
    about: { title: "T", declaredBy: "D", receivedOn: "2026-01-01" },
    text: "Manufactured by: Alpha Works Ltd, 1 Mill Road, Leeds, UK",
  });
  const row = await client.policies.addRow({
    title: "Row",
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
      version: null,
      role: "clause",
      values: { due_days: 28 },
      followUp: null,
    },
    effectiveFrom: "2026-01-01",
  });
  const procurement = await client.procurements.create({ reference: "P", title: "Laptops" });
  const instances = await client.procurements.addInstances({
    id: procurement.id,
    version: 1,
    instances: [{ role: "clause", requirement: "disclose_sites", title: "Sites", wording: "" }],
  });
  const invited = await client.organisations.invite({ email: null, role: "reader" });
  ids = {
    organisation: org.organisationId,
    person: org.people.reader,
    contract: made.id,
    framework: framework.id,
    product,
    request: request.requestId,
    sentRequest,
    delivery: sent.deliveryId,
    template: template.id,
    supplier: suppliers[0]?.id ?? "",
    recordSite: recordSites.ids[0] ?? "",
    recordProduct: recordProduct.id,
    recordAnswer: recordAnswer.id,
    release: release.releaseId,
    disclosure: taken.disclosureId,
    intake: intake.intakeId,
    site: site?.id ?? "",
    otherSite: randomUUID(),
    row: randomUUID(),
    act: randomUUID(),
    bulk: randomUUID(),
    review: randomUUID(),
    hit: randomUUID(),
    mail: mail?.id ?? "",
    requirementKey: "disclose_sites",
    adoption: randomUUID(),
    policyRow: row.id,
    procurement: procurement.id,
    instance: instances.ids[0] ?? "",
    promise: randomUUID(),
    waiver: randomUUID(),
    procurementAct: randomUUID(),
    finding: "nobody_follows_up:1:1",
    duty: `${randomUUID()}:first:1`,
    dutyEvent: randomUUID(),
    feed: randomUUID(),
    condition: randomUUID(),
    companyFact: randomUUID(),
    group: randomUUID(),
    sharedInstance: randomUUID(),
    proposal: randomUUID(),
    followUp: randomUUID(),
    othersFollowUp: randomUUID(),
    recognition: randomUUID(),
    forum: randomUUID(),
    forumSeat: randomUUID(),
    forumEntry: randomUUID(),
    ...(await plantEverythingAtTable(server, client, made.id)),
    ...(await plantKpis(client, made.id)),
    invitation: invited.invitation.id,
    token: randomUUID(),
    session: randomUUID(),
  };
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("odd input", () => {
  it("in any place of any body never ends in a failure of ours", { timeout: 240_000 }, async () => {
    for (const { group, name, sample } of endpoints) {
      const route = routeOf(group, name);
      if (route.method === "GET" || name === "signOut") continue;
      const input: unknown = sample(ids) ?? {};
      const url = `/api${fill(route.path, input)}`;
      for (const odd of oddTexts)
        for (const body of mutate(input, odd)) await send(route, url, body);
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(3000);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("in an address never ends in a failure of ours", { timeout: 600_000 }, async () => {
    const strings = [
      "%00",
      "a%00b",
      "%ed%a0%80",
      "%ff",
      "%",
      "..%2f..%2fetc%2fpasswd",
      "null",
      "__proto__",
      "x".repeat(199),
      "x".repeat(5000),
      "%F0%9D%92%B3",
      "1e999",
      "-1",
      "00000000-0000-0000-0000-000000000000",
      "[]",
      "9999-99-99",
      "0000-01-01",
    ];
    for (const { group, name, sample } of endpoints) {
      const route = routeOf(group, name);
      const input = sample(ids);
      const names = typeof input === "object" && input !== null ? Object.keys(input) : [];
      for (const odd of strings) {
        const path = route.path.replaceAll(/\{\w+\}/g, odd);
        await send(route, `/api${path}`, route.method === "GET" ? undefined : "{}");
        if (route.method !== "GET") continue;
        const base = `/api${fill(route.path, input ?? {})}`;
        for (const key of [...names, "after", "limit", "asOf", "search", "from", "__proto__"])
          for (const query of [`${key}=${odd}`, `${key}[a][b]=${odd}`, `${key}[]=${odd}`])
            await send(route, `${base}?${query}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it("as a body of another kind never ends in a failure of ours", async () => {
    const bodies: readonly (readonly [string, string])[] = [
      ["application/json", "{"],
      ["application/json", ""],
      ["application/json", "\u0000"],
      ["application/json; charset=utf-16", `{"a":1}`],
      ["application/json", `${"[".repeat(200_000)}`],
      ["application/json", `{"a":1,"a":2}`],
      ["text/plain", "x"],
      ["application/x-www-form-urlencoded", "a[b][c]=1&__proto__[x]=1&a=2"],
      ["multipart/form-data", "no boundary"],
      ["multipart/form-data; boundary=x", "--x\r\n\r\n--x--"],
      [
        "multipart/form-data; boundary=x",
        '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
      ],
      ["application/xml", "<a/>"],
      ["x", "x"],
    ];
    for (const { group, name, sample } of endpoints) {
      const route = routeOf(group, name);
      if (route.method === "GET" || name === "signOut") continue;
      for (const [type, body] of bodies)
        await send(route, `/api${fill(route.path, sample(ids) ?? {})}`, body, type);
    }
    for (const [type, body] of bodies)
      for (const url of [
        "/api/disclosures/read-file",
        `/api/contracts/${ids.contract}/disclosures/file`,
      ])
        await send({ method: "POST", path: url }, url, body, type);
    expect(faults).toEqual([]);
  });
});

function fill(path: string, input: unknown): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(
      String(typeof input === "object" && input !== null ? Reflect.get(input, name) : ""),
    ),
  );
}
