/**
 * Walks the endpoints outside the typed client, which carry files, as nobody, as another organisation and as a guest.
 * A new one without a sample here does not compile.
 */
import { randomUUID } from "node:crypto";
import {
  type commitmentFiles,
  type dialogueFiles,
  type disclosureFiles,
  type dutyFiles,
  type forumFiles,
  type harmonisationFiles,
  type intakeFiles,
  type kpiFiles,
  type mailFiles,
  type meetingFiles,
  type policyFiles,
  type procurementFiles,
  type recordFiles,
  type releaseFiles,
  type requirementFiles,
} from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queueMail } from "../modules/mail/index.ts";
import { openAsGuest, type Guest } from "../test/as-guest.ts";
import { contractInput, product } from "../test/contract-input.ts";
import { multipart } from "../test/multipart.ts";
import { workOf } from "../test/plant-contract.ts";
import { plantRecord } from "../test/plant-record.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { about } from "./endpoint-samples.ts";

interface Ids {
  readonly contract: string;
  readonly delivery: string;
  readonly intake: string;
  readonly release: string;
  readonly procurement: string;
  readonly group: string;
  readonly forum: string;
  readonly mail: string;
  readonly meeting: string;
  readonly programme: string;
}
interface Sample {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly parts?: Parameters<typeof multipart>[0];
}
/**
 * All but the calendar feed, whose address is its key, and publications, which are for anybody: their modules' tests read them
 * as nobody; and boards as they change, which do not end: their module's tests ask who may follow.
 */
type Samples = Record<
  | keyof typeof disclosureFiles
  | keyof typeof intakeFiles
  | keyof typeof recordFiles
  | keyof typeof releaseFiles
  | keyof typeof requirementFiles
  | keyof typeof policyFiles
  | keyof typeof procurementFiles
  | keyof typeof harmonisationFiles
  | keyof typeof mailFiles
  | `commitments.${keyof typeof commitmentFiles}`
  | `meetings.${keyof typeof meetingFiles}`
  | `dialogues.${keyof typeof dialogueFiles}`
  | `forums.${Exclude<keyof typeof forumFiles, "follow" | "followByTicket">}`
  | `kpis.${Exclude<keyof typeof kpiFiles, "document">}`
  | Exclude<keyof typeof dutyFiles, "feed">,
  (ids: Ids) => Sample
>;

const list = "Name,Address,Country\nAttack Works Ltd,1 Mill Road Leeds LS1 4DY,GB\n";
const file = { name: "file", text: list, fileName: "list.csv" };
const notice = JSON.stringify({ ocid: "ocds-attack", title: "Attack", buyer: { name: "A City" } });
const kpiSheet = {
  name: "file",
  text: "KPI,From,To,Value\nL1,2026-01-01,2026-03-31,4\n",
  fileName: "kpis.csv",
};
const aboutPart = { name: "about", text: JSON.stringify(about) };
const samples: Samples = {
  read: () => ({ method: "POST", url: "/api/disclosures/read-file", parts: [file] }),
  take: (ids) => ({
    method: "POST",
    url: `/api/contracts/${ids.contract}/disclosures/file`,
    parts: [aboutPart, file],
  }),
  startForContract: (ids) => ({
    method: "POST",
    url: `/api/contracts/${ids.contract}/intakes`,
    parts: [aboutPart, file],
  }),
  startForRecord: (ids) => ({
    method: "POST",
    url: "/api/record/intakes",
    parts: [{ name: "deliveryId", text: ids.delivery }, file],
  }),
  rejects: (ids) => ({ method: "GET", url: `/api/intakes/${ids.intake}/rejects?format=csv` }),
  workbook: (ids) => ({ method: "GET", url: `/api/record/workbook?deliveryId=${ids.delivery}` }),
  download: (ids) => ({ method: "GET", url: `/api/releases/${ids.release}/file?format=json` }),
  exportYaml: () => ({ method: "GET", url: "/api/requirements/export" }),
  exportRows: () => ({ method: "GET", url: "/api/policy/export?format=csv" }),
  readNotices: () => ({
    method: "POST",
    url: "/api/procurements/read-notices",
    parts: [{ name: "file", text: notice, fileName: "notice.json" }],
  }),
  exportAlignment: (ids) => ({
    method: "GET",
    url: `/api/procurements/${ids.procurement}/alignment?format=csv`,
  }),
  export: () => ({ method: "GET", url: "/api/duties/export?format=csv" }),
  "dialogues.exportSeries": () => ({
    method: "GET",
    url: "/api/dialogue/series/export?format=csv",
  }),
  "dialogues.exportProgramme": (ids) => ({
    method: "GET",
    url: `/api/dialogue/programmes/${ids.programme}/export?format=json`,
  }),
  "meetings.export": () => ({ method: "GET", url: "/api/meetings/export?format=csv" }),
  "meetings.document": (ids) => ({
    method: "GET",
    url: `/api/meetings/${ids.meeting}/document?kind=agenda&format=docx`,
  }),
  "meetings.calendar": (ids) => ({
    method: "GET",
    url: `/api/meetings/${ids.meeting}/calendar`,
  }),
  "commitments.export": () => ({ method: "GET", url: "/api/commitments/export?format=csv" }),
  exportMatrix: (ids) => ({
    method: "GET",
    url: `/api/harmonisation/${ids.group}/matrix-file?requirement=disclose_sites&format=csv`,
  }),
  "forums.exportAppendix": (ids) => ({
    method: "GET",
    url: `/api/forums/${ids.forum}/appendix?format=csv`,
  }),
  part: (ids) => ({ method: "GET", url: `/api/mails/${ids.mail}/parts/1` }),
  "kpis.export": () => ({
    method: "GET",
    url: "/api/kpis/export?section=supplier_conduct&format=csv",
  }),
  "kpis.workbook": (ids) => ({
    method: "GET",
    url: `/api/contracts/${ids.contract}/kpis/workbook`,
  }),
  "kpis.facts": (ids) => ({ method: "GET", url: `/api/contracts/${ids.contract}/kpis/facts` }),
  "kpis.readWorkbook": (ids) => ({
    method: "POST",
    url: `/api/contracts/${ids.contract}/kpis/workbook/read`,
    parts: [kpiSheet],
  }),
  "kpis.takeWorkbook": (ids) => ({
    method: "POST",
    url: `/api/contracts/${ids.contract}/kpis/workbook`,
    parts: [{ name: "digest", text: "0".repeat(64) }, kpiSheet],
  }),
  contractOcds: (ids) => ({ method: "GET", url: `/api/contracts/${ids.contract}/ocds` }),
};
/** What names nothing of anybody's succeeds for whoever may. */
const namesNothing = new Set([
  "read",
  "exportYaml",
  "exportRows",
  "readNotices",
  "export",
  "dialogues.exportSeries",
  "meetings.export",
  "commitments.export",
  "kpis.export",
]);
/** What answering a request needs. */
const guestMay = new Set(["startForRecord", "rejects", "workbook", "download"]);

let db: TestDatabase;
let server: TestApp;
let owner: PlantedOrganisation;
let attacker: PlantedOrganisation;
let real: Ids;
let guest: Guest;
const nobodys: Ids = {
  contract: randomUUID(),
  delivery: randomUUID(),
  intake: randomUUID(),
  release: randomUUID(),
  procurement: randomUUID(),
  group: randomUUID(),
  forum: randomUUID(),
  mail: randomUUID(),
  meeting: randomUUID(),
  programme: randomUUID(),
};
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  owner = await plantOrganisation(db.database, "Secretmarker");
  attacker = await plantOrganisation(db.database, "Attacker");
  const client = server.as(owner.people.owner, owner.organisationId);
  const { id: contract } = await client.contracts.create(
    contractInput({ products: [product("Aster", "Book 3")] }),
  );
  // One that a guest answers: not the guest that attacks.
  const { requestId } = await client.requests.write({
    addressee: "A",
    contracts: [{ contractId: contract }],
    subject: "S",
    body: "B",
    dueOn: null,
  });
  const sent = await client.requests.send({ requestId, toName: "A", toAddress: null });
  const answerer = await openAsGuest(server, sent);
  await plantRecord(answerer.client);
  const { releaseId } = await answerer.client.releases.release({
    deliveryId: sent.deliveryId,
    asOf: "2026-01-01",
  });
  const { intakeId } = await answerer.client.intakes.startText({ text: list });
  const { id: procurement } = await client.procurements.create({ reference: "P", title: "P" });
  const { groupId: group } = await client.harmonisation.convene({
    title: "Secretmarker",
    purpose: "P",
    lawfulPurpose: "P",
  });
  const { forumId: forum } = await client.forums.create({
    title: "Secretmarker",
    purpose: "P",
    heldOn: "2026-11-20",
  });
  const delivery = sent.deliveryId;
  const mail = await db.database.withActor(owner.actor(), (tx) =>
    queueMail(workOf(tx, owner.actor()), {
      kind: "test",
      toAddress: "csr@cedar.example",
      toName: null,
      subject: "S",
      body: "B",
      deliveryId: null,
      parts: [
        { fileName: "a.pdf", mediaType: "application/pdf", bytes: Buffer.from("Secretmarker") },
      ],
    }),
  );
  const { id: series } = await client.dialogues.create({
    title: "Secretmarker",
    counterpartName: "Secretmarker brand",
    counterpartRole: "brand",
    basis: "shared_priorities",
    issues: ["wages"],
    timeZone: "Europe/London",
    purpose: "P",
    hopedOutcome: "H",
  });
  const { id: programme } = await client.dialogues.createProgramme({
    title: "Secretmarker",
    purpose: "Secretmarker",
    fromOn: "2026-01-01",
  });
  const { id: meeting } = await client.meetings.plan({
    seriesId: series,
    title: "Secretmarker",
    startsAt: "2999-03-03T10:00",
    minutes: 60,
    timeZone: "Europe/London",
    form: "online",
  });
  real = {
    contract,
    delivery,
    intake: intakeId,
    release: releaseId,
    procurement,
    group,
    forum,
    mail,
    meeting,
    programme,
  };
  guest = await guestOf(attacker);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

/** A guest that holds link and code of another organisation's request. */
async function guestOf(asks: PlantedOrganisation): Promise<Guest> {
  const client = server.as(asks.people.owner, asks.organisationId);
  const { id } = await client.contracts.create(contractInput({ products: [product("B", "C")] }));
  const { requestId } = await client.requests.write({
    addressee: "A",
    contracts: [{ contractId: id }],
    subject: "S",
    body: "B",
    dueOn: null,
  });
  return openAsGuest(
    server,
    await client.requests.send({ requestId, toName: "A", toAddress: null }),
  );
}

async function ask(
  { method, url, parts }: Sample,
  headers: Record<string, string>,
): Promise<{ status: number; body: unknown }> {
  const sent = parts === undefined ? null : multipart(parts);
  const answer = await server.app.http.inject({
    method,
    url,
    headers: { ...headers, ...sent?.headers },
    ...(sent === null ? {} : { payload: sent.payload }),
  });
  if (answer.statusCode < 400) return { status: answer.statusCode, body: null };
  const { requestId: _, ...body } = answer.json<{ requestId: string; code: string }>();
  return { status: answer.statusCode, body };
}

async function rowsOfOwners(): Promise<number> {
  const [row] = await db.asOwner<{ count: number }>(
    "select (select count(*) from intakes)::int + (select count(*) from disclosures)::int as count",
  );
  return row?.count ?? 0;
}

describe("every endpoint that carries a file", () => {
  it("refuses somebody who is not signed in, and a guest where members alone may", async () => {
    const refusedGuests: string[] = [];
    for (const [name, sample] of Object.entries(samples)) {
      expect(await ask(sample(real), {}), name).toMatchObject({ status: 401 });
      if ((await ask(sample(real), guest.headers)).status === 401) refusedGuests.push(name);
    }
    expect(refusedGuests).toEqual(Object.keys(samples).filter((name) => !guestMay.has(name)));
  });

  it("answers another organisation and another guest the same for a real id as for nobody's", async () => {
    const before = await rowsOfOwners();
    const member = await server.headersOf(attacker.people.owner, attacker.organisationId);
    let refused = 0;
    for (const [name, sample] of Object.entries(samples)) {
      for (const headers of [member, guest.headers]) {
        const theirs = await ask(sample(real), headers);
        expect(theirs, name).toEqual(await ask(sample(nobodys), headers));
        if (namesNothing.has(name)) continue;
        expect(theirs.status, name).toBeGreaterThanOrEqual(400);
        refused += 1;
      }
    }
    expect(refused).toBe(36);
    expect(await rowsOfOwners()).toBe(before);
  });

  it("gives the requester the release and nothing of the record it was made of", async () => {
    const requester = await server.headersOf(owner.people.owner, owner.organisationId);
    expect(await ask(samples.download(real), requester)).toMatchObject({ status: 200 });
    expect(await ask(samples.workbook(real), requester)).toMatchObject({ status: 404 });
    expect(await ask(samples.rejects(real), requester)).toMatchObject({ status: 404 });
    expect(await ask(samples.startForRecord(real), requester)).toMatchObject({
      body: { code: "reference_unknown" },
    });
  });
});
