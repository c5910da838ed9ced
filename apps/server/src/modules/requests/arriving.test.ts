/** Requests over a real SMTP server: what arrives, what comes back, and what the line says of whom. */
import type { ApiClient } from "@throughline/contract";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openAsGuest } from "../../test/as-guest.ts";
import { contractInput, party, product } from "../../test/contract-input.ts";
import { runJobs } from "../../test/run-jobs.ts";
import { startSmtpServer, type TestSmtpServer } from "../../test/start-smtp-server.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { openMailer, type Mailer } from "../mail/index.ts";

let now: Date;
let db: TestDatabase;
let server: TestApp;
let smtp: TestSmtpServer;
let mailer: Mailer;
let owner: ApiClient;
let contractId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
  smtp = await startSmtpServer();
  mailer = openMailer({ smtpUrl: smtp.url, from: "no-reply@hub.example" });
});
beforeEach(async () => {
  now = new Date("2026-11-20T09:00:00Z");
  smtp.refuse(null);
  const buyer = await plantOrganisation(db.database, "Northbridge University");
  owner = server.as(buyer.people.owner, buyer.organisationId);
  contractId = (
    await owner.contracts.create(
      contractInput({ supplier: party("Cedar IT"), products: [product("Aster", "Book 3")] }),
    )
  ).id;
});
afterAll(async () => {
  await smtp.close();
  await server.close();
  await db.close();
});

async function send(): Promise<{ requestId: string; link: string; code: string }> {
  const { requestId } = await owner.requests.write({
    addressee: "Cedar IT",
    contracts: [{ contractId }],
    subject: "Where are the laptops made?",
    body: "Dear Cedar IT,\n\nplease tell us.",
    dueOn: "2026-12-01",
  });
  const sent = await owner.requests.send({
    requestId,
    toName: "Cedar IT",
    toAddress: "csr@cedar.example",
  });
  await runJobs(db.database, { mailer, now: () => now });
  return { requestId, ...sent };
}
const statusOf = async (): Promise<string | undefined> =>
  (await owner.contracts.line({ id: contractId })).line.products[0]?.status;
const stateOf = async (requestId: string): Promise<string> =>
  (await owner.requests.get({ requestId })).state;

describe("a request by mail", () => {
  it("arrives with the letter, link and code, which open it", async () => {
    const { requestId } = await send();
    const [received] = smtp.received;
    expect(received?.to).toEqual(["csr@cedar.example"]);
    const mail = await PostalMime.parse(received?.raw ?? "");
    expect(mail.subject).toBe("Where are the laptops made?");
    expect(mail.text).toContain("please tell us.");
    const link = /http:\S+\/answer#\S+/u.exec(mail.text ?? "")?.[0] ?? "";
    const code = /the code (\w{4}-\w{4})/u.exec(mail.text ?? "")?.[1] ?? "";
    expect(await stateOf(requestId)).toBe("not_opened");
    await openAsGuest(server, { link, code });
    expect(await stateOf(requestId)).toBe("opened");
  });

  it("that is refused for good says so, in the server's words, and makes nobody silent", async () => {
    smtp.refuse({ code: 550, words: "no such mailbox here" });
    const { requestId } = await send();
    const seen = await owner.requests.get({ requestId });
    expect(seen.state).toBe("bounced");
    expect(seen.stateSentence.text).toContain("no such mailbox here");
    now = new Date("2026-12-10T09:00:00Z");
    expect(await stateOf(requestId)).toBe("bounced");
    expect(await statusOf()).toBe("asked");
    const { waiting } = await owner.today.get();
    expect(waiting).toMatchObject([{ kind: "request_not_arrived", link: { id: requestId } }]);
  });

  it("that arrived and was not answered is silence, until it is withdrawn", async () => {
    const { requestId } = await send();
    expect(await statusOf()).toBe("asked");
    now = new Date("2026-12-10T09:00:00Z");
    expect(await stateOf(requestId)).toBe("overdue");
    expect(await statusOf()).toBe("silent");
    const { version } = await owner.requests.get({ requestId });
    await owner.requests.withdraw({ requestId, version, reason: "bought no more" });
    expect(await statusOf()).toBe("missing");
    // On the days before, it stood.
    const before = await owner.contracts.line({ id: contractId, asOf: "2026-12-05" });
    expect(before.line.products[0]?.status).toBe("silent");
  });

  it("whose day was moved later is silence only after the new day; a past date shows the old one", async () => {
    const { requestId } = await send();
    now = new Date("2026-12-10T09:00:00Z");
    const { version } = await owner.requests.get({ requestId });
    await owner.requests.extend({ requestId, version, dueOn: "2026-12-31", reason: "asked for" });
    expect(await statusOf()).toBe("asked");
    const before = await owner.contracts.line({ id: contractId, asOf: "2026-12-05" });
    expect(before.line.products[0]?.status).toBe("silent");
  });
});
