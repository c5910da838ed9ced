import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { AppError } from "@throughline/domain";
import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../test/expect-code.ts";
import { workOf } from "../../test/plant-contract.ts";
import { startSmtpServer, type TestSmtpServer } from "../../test/start-smtp-server.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { openMailer } from "./open-mailer.ts";
import { queueMail } from "./queue-mail.ts";
import { fillIn } from "./mail.policy.ts";

const from = "no-reply@throughline.example";
let db: TestDatabase;
let smtp: TestSmtpServer;
let server: TestApp;
let org: PlantedOrganisation;

beforeAll(async () => {
  db = await openTestDatabase();
  smtp = await startSmtpServer();
  server = await startTestApp({
    database: db.database,
    publicUrl: "https://hub.example:8443",
    mailer: openMailer({ smtpUrl: smtp.url, from }),
  });
});
afterAll(async () => {
  await server.close();
  await smtp.close();
  await db.close();
});
beforeEach(async () => {
  await db.asOwner("delete from jobs.job");
  org = await plantOrganisation(db.database, "Northbridge University");
  smtp.refuse(null);
});

const letter = {
  kind: "request",
  toAddress: "csr@cedar.example",
  toName: "Cedar IT",
  subject: "Where are the laptops made? 深圳 – Łódź",
  body: "Dear Cedar IT,\n\nplease tell us. Ünïcödé 製造.\n.\nRegards",
  deliveryId: null,
};

async function queue(mail: Partial<typeof letter> = {}): Promise<string> {
  return db.database.withActor(org.actor(), (tx) =>
    queueMail(workOf(tx, org.actor(), new Date()), { ...letter, ...mail }),
  );
}
const outbox = () => server.as(org.people.contributor, org.organisationId).mails;
const inHours = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);
const actions = async (): Promise<string[]> =>
  (
    await db.asOwner<{ action: string }>(
      "select actor_kind || ' ' || action as action from audit_entries where organisation_id = $1 order by at",
      [org.organisationId],
    )
  ).map((row) => row.action);

describe("a mail", () => {
  it("arrives as it was written, once, with what mail programs need", async () => {
    const mailId = await queue();
    expect(await outbox().get({ mailId })).toMatchObject({ state: "queued", body: letter.body });
    const before = smtp.received.length;
    expect(await server.runJobs()).toMatchObject([{ job: "send-mail", outcome: "done" }]);
    expect(await server.runJobs(inHours(24))).toEqual([]);
    const arrived = smtp.received.slice(before);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.to).toEqual(["csr@cedar.example"]);
    const email = await PostalMime.parse(arrived[0]?.raw ?? "");
    expect(email.subject).toBe(letter.subject);
    expect(email.text?.replaceAll("\r\n", "\n").trimEnd()).toBe(letter.body);
    expect(email.html).toBeUndefined();
    expect(email.from).toMatchObject({ address: from, name: "Northbridge University" });
    expect(email.to).toMatchObject([{ address: "csr@cedar.example", name: "Cedar IT" }]);
    expect(email.messageId).toMatch(/^<[0-9a-f-]{36}@hub\.example>$/);
    const header = new Map(email.headers.map((one) => [one.key, one.value]));
    expect(header.get("auto-submitted")).toBe("auto-generated");
    expect(header.has("date")).toBe(true);
    const page = await outbox().list({});
    expect(page).toMatchObject({
      smtpConfigured: true,
      items: [{ id: mailId, state: "sent", tries: 1 }],
    });
    expect(page.items[0]?.sentAt).not.toBeNull();
    expect(await actions()).toEqual(["person queue-mail", "system send-mail"]);
  });

  it("is not sent when the use case that wrote it throws", async () => {
    const before = smtp.connections();
    const attempt = db.database.withActor(org.actor(), async (tx) => {
      await queueMail(workOf(tx, org.actor()), letter);
      throw new AppError("conflict");
    });
    expect(await codeOf(attempt)).toBe("conflict");
    expect(await server.runJobs(inHours(1))).toEqual([]);
    expect(smtp.connections()).toBe(before);
  });

  it("goes to one address only", async () => {
    for (const toAddress of [
      "a@b.example, c@d.example",
      "a@b.example\r\nBcc: c@d.example",
      "nobody",
      "",
    ])
      expect(await codeOf(queue({ toAddress })), toAddress).toBe("input_invalid");
  });
});

describe("a refusal", () => {
  it("for good is a bounce with the server's words, and is not tried again", async () => {
    smtp.refuse({ code: 550, words: "5.1.1 No such mailbox here" });
    const mailId = await queue();
    expect(await server.runJobs()).toMatchObject([{ outcome: "done" }]);
    const mail = await outbox().get({ mailId });
    expect(mail).toMatchObject({
      state: "bounced",
      tries: 1,
      can: { resend: true, recordBounce: false },
    });
    expect(mail.lastError).toContain("550 5.1.1 No such mailbox here");
    expect(await server.runJobs(inHours(100))).toEqual([]);
    expect(await actions()).toEqual(["person queue-mail", "system bounce-mail"]);
  });

  it("of the content is a bounce too; of the sender it is ours to put right", async () => {
    smtp.refuse({ code: 554, words: "5.7.1 Looks like spam", at: "DATA" });
    const content = await queue();
    await server.runJobs();
    expect(await outbox().get({ mailId: content })).toMatchObject({ state: "bounced" });
    smtp.refuse({ code: 550, words: "5.7.1 You may not send from there", at: "MAIL" });
    const sender = await queue();
    await server.runJobs();
    expect(await outbox().get({ mailId: sender })).toMatchObject({ state: "queued", tries: 1 });
  });

  it("for now is tried again later, with the same message id", async () => {
    smtp.refuse({ code: 451, words: "4.7.1 Greylisted, come again" });
    const mailId = await queue();
    const before = smtp.received.length;
    expect(await server.runJobs()).toMatchObject([{ outcome: "retry" }]);
    const waiting = await outbox().get({ mailId });
    expect(waiting).toMatchObject({ state: "queued", tries: 1 });
    expect(waiting.lastError).toContain("451 4.7.1 Greylisted");
    // Not before its time.
    expect(await server.runJobs()).toEqual([]);
    const [first] = await db.asOwner("select message_id from mails where id = $1", [mailId]);
    smtp.refuse(null);
    expect(await server.runJobs(inHours(1))).toMatchObject([{ outcome: "done" }]);
    const [second] = await db.asOwner("select message_id from mails where id = $1", [mailId]);
    expect(second).toEqual(first);
    expect(await outbox().get({ mailId })).toMatchObject({
      state: "sent",
      tries: 2,
      lastError: null,
    });
    expect(smtp.received.length).toBe(before + 1);
  });

  it("that does not end is a failure after about three days, and can be sent again", async () => {
    const closed = await startSmtpServer();
    await closed.close();
    const lost = await startTestApp({
      database: db.database,
      mailer: openMailer({ smtpUrl: closed.url, from }),
    });
    const mailId = await queue();
    let tries = 0;
    for (let hours = 0; hours < 200; hours += 7)
      tries += (await lost.runJobs(inHours(hours))).length;
    expect(tries).toBe(21);
    const failed = await outbox().get({ mailId });
    expect(failed).toMatchObject({ state: "failed", tries: 21, can: { resend: true } });
    expect(failed.lastError).toMatch(/ECONNREFUSED|refused/);
    await outbox().resend({ mailId, toAddress: "sales@cedar.example" });
    const before = smtp.received.length;
    await server.runJobs();
    expect(smtp.received.slice(before)).toMatchObject([{ to: ["sales@cedar.example"] }]);
    expect(await outbox().get({ mailId })).toMatchObject({ state: "sent", tries: 1 });
    expect(await actions()).toEqual([
      "person queue-mail",
      "system fail-mail",
      "person resend-mail",
      "system send-mail",
    ]);
    await lost.close();
  });
});

describe("without a mail server", () => {
  it("mail is held, can be read, and sent once there is one", async () => {
    const without = await startTestApp({ database: db.database });
    const mailId = await queue();
    expect(await without.runJobs()).toMatchObject([{ outcome: "done" }]);
    const held = await without
      .as(org.people.owner, org.organisationId)
      .mails.list({ state: "held" });
    expect(held).toMatchObject({ smtpConfigured: false, items: [{ id: mailId, tries: 0 }] });
    const before = smtp.received.length;
    await outbox().resend({ mailId });
    await server.runJobs();
    expect(smtp.received.length).toBe(before + 1);
    expect(await codeOf(outbox().resend({ mailId }))).toBe("conflict");
    await without.close();
  });
});

describe("a bounce that comes by mail", () => {
  it("is recorded by hand, once, with its reason sealed in the audit", async () => {
    const mailId = await queue();
    expect(await codeOf(outbox().recordBounce({ mailId, reason: "too early" }))).toBe("conflict");
    await server.runJobs();
    await outbox().recordBounce({ mailId, reason: "Ms Meadow has left Cedar IT" });
    expect(await outbox().get({ mailId })).toMatchObject({
      state: "bounced",
      lastError: "Ms Meadow has left Cedar IT",
    });
    expect(await codeOf(outbox().recordBounce({ mailId, reason: "again" }))).toBe("conflict");
    const [clear] = await db.asOwner<{ count: number }>(
      "select count(*)::int as count from audit_entries where (before::text || after::text) ~ 'Meadow|cedar.example'",
    );
    expect(clear?.count).toBe(0);
  });
});

describe("the outbox", () => {
  it("is paged, newest first, and refuses a cursor it has not given", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await queue());
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await outbox().list({ limit: 2, ...(after === undefined ? {} : { after }) });
      seen.push(...page.items.map((item) => item.id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(await codeOf(outbox().list({ after: "bm90IG9uZQ" }))).toBe("input_invalid");
    expect(await codeOf(outbox().get({ mailId: randomUUID() }))).toBe("not_found");
    expect(await codeOf(outbox().resend({ mailId: randomUUID() }))).toBe("not_found");
    expect(await codeOf(outbox().recordBounce({ mailId: randomUUID(), reason: "r" }))).toBe(
      "not_found",
    );
  });
});

describe("headers", () => {
  it("cannot be added by what stands in a name or a subject", async () => {
    const mailer = openMailer({ smtpUrl: smtp.url, from });
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          "\r",
          "\n",
          "\r\n",
          "\0",
          "\u2028",
          ":",
          "<",
          ">",
          ",",
          ";",
          '"',
          "\\",
          " ",
          "=",
        ),
        fc.constantFrom(
          "Bcc: evil@example.org",
          "\r\nBcc: evil@example.org\r\n",
          "=?utf-8?q?",
          "a",
          "深",
        ),
      ),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (fromName, toName, subject) => {
        const before = smtp.received.length;
        const handed = await mailer.hand({
          messageId: `${randomUUID()}@hub.example`,
          fromName,
          toAddress: "csr@cedar.example",
          toName,
          subject,
          text: "text",
          parts: [],
          date: new Date("2026-11-20T09:00:00Z"),
        });
        expect(handed).toEqual({ outcome: "taken" });
        const [arrived] = smtp.received.slice(before);
        expect(arrived?.to).toEqual(["csr@cedar.example"]);
        const email = await PostalMime.parse(arrived?.raw ?? "");
        expect(email.bcc ?? []).toEqual([]);
        expect(email.cc ?? []).toEqual([]);
        expect(email.to?.map((one) => one.address)).toEqual(["csr@cedar.example"]);
        const names = email.headers.map((one) => one.key).toSorted();
        expect(names?.filter((name) => name !== "subject")).toEqual([
          "auto-submitted",
          "content-transfer-encoding",
          "content-type",
          "date",
          "from",
          "message-id",
          "mime-version",
          "to",
          "x-auto-response-suppress",
        ]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("link and code", () => {
  it("are filled in wherever they stand, literally, or said to be invalid", () => {
    const body = "Open {{link}} with {{code}}; again: {{link}}";
    expect(fillIn(body, { link: "https://h/$&", code: "AB-$1" })).toBe(
      "Open https://h/$& with AB-$1; again: https://h/$&",
    );
    expect(fillIn(body, null)).not.toMatch(/\{\{/);
  });

  it("keep a mail from leaving when they are not valid any more", async () => {
    const before = smtp.connections();
    const mailId = await queue({ body: "Open {{link}} with {{code}}" });
    expect(await server.runJobs()).toMatchObject([{ outcome: "done" }]);
    const mail = await outbox().get({ mailId });
    expect(mail).toMatchObject({
      state: "failed",
      body: "Open (not valid any more) with (not valid any more)",
    });
    expect(smtp.connections()).toBe(before);
  });
});
