/** What mails carry: sent over a real SMTP server, read by a parser that had no part in it, shown in the outbox. */
import { writeDocx, writePdf } from "@throughline/interchange";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../test/expect-code.ts";
import { workOf } from "../../test/plant-contract.ts";
import { startSmtpServer, type TestSmtpServer } from "../../test/start-smtp-server.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { faultOfParts, type MailPart } from "./mail.policy.ts";
import { openMailer } from "./open-mailer.ts";
import { queueMail } from "./queue-mail.ts";

let db: TestDatabase;
let smtp: TestSmtpServer;
let server: TestApp;
let without: TestApp;
let org: PlantedOrganisation;
let documents: readonly MailPart[];

const ics =
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@hub.example\r\nDTSTAMP:20261120T090000Z\r\nDTSTART:20270112T100000Z\r\nSUMMARY:Łódź – 深圳\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const invitation: MailPart = {
  fileName: "invitation.ics",
  mediaType: "text/calendar",
  bytes: Buffer.from(ics),
  calendarMethod: "REQUEST",
};

beforeAll(async () => {
  db = await openTestDatabase();
  smtp = await startSmtpServer();
  server = await startTestApp({
    database: db.database,
    mailer: openMailer({ smtpUrl: smtp.url, from: "no-reply@throughline.example" }),
  });
  without = await startTestApp({ database: db.database });
  const content = {
    kind: "agenda",
    language: "en-GB",
    title: "Agenda",
    date: "2026-11-20",
    blocks: [{ kind: "paragraph", text: "Working hours" }],
    drawnUp: { by: "Northbridge University", from: "its records" },
  } as const;
  documents = [
    { fileName: "agenda.pdf", mediaType: "application/pdf", bytes: await writePdf(content) },
    {
      fileName: "agenda.docx",
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      bytes: await writeDocx(content),
    },
  ];
});
afterAll(async () => {
  await server.close();
  await without.close();
  await smtp.close();
  await db.close();
});
beforeEach(async () => {
  await db.asOwner("delete from jobs.job");
  org = await plantOrganisation(db.database, "Northbridge University");
  smtp.refuse(null);
});

const letter = {
  kind: "meeting_invitation",
  toAddress: "human-rights@aster.example",
  toName: "Aster",
  subject: "Agenda",
  body: "Dear colleagues,\n\nthe agenda is attached.",
  deliveryId: null,
};

async function queue(parts: readonly MailPart[]): Promise<string> {
  return db.database.withActor(org.actor(), (tx) =>
    queueMail(workOf(tx, org.actor(), new Date()), { ...letter, parts }),
  );
}

async function download(app: TestApp, mailId: string, position: number) {
  const headers = await app.headersOf(org.people.contributor, org.organisationId);
  return app.app.http.inject({ url: `/api/mails/${mailId}/parts/${position}`, headers });
}

async function arrived(): Promise<Awaited<ReturnType<typeof PostalMime.parse>>> {
  const before = smtp.received.length;
  await server.runJobs();
  const [raw, ...others] = smtp.received.slice(before);
  expect(others).toEqual([]);
  return PostalMime.parse(raw?.raw ?? "", { attachmentEncoding: "arraybuffer" });
}

function bytesOf(content: string | ArrayBuffer | Uint8Array | undefined): Buffer {
  if (content === undefined) return Buffer.alloc(0);
  return typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}

describe("a mail with documents", () => {
  it("arrives with each as it was made, under its name", async () => {
    await queue(documents);
    const email = await arrived();
    expect(email.text?.replaceAll("\r\n", "\n").trimEnd()).toBe(letter.body);
    expect(email.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual(
      documents.map(({ fileName, mediaType }) => [fileName, mediaType]),
    );
    expect(
      email.attachments.map(({ content }) => bytesOf(content).equals(Buffer.alloc(0))),
    ).toEqual([false, false]);
    for (const [index, { bytes }] of documents.entries())
      expect(bytesOf(email.attachments[index]?.content).equals(Buffer.from(bytes))).toBe(true);
  });

  it("carries an invitation as another form of its text, and attached", async () => {
    await queue([...documents, invitation]);
    const before = smtp.received.length;
    await server.runJobs();
    const raw = smtp.received[before]?.raw ?? "";
    const types = [...raw.matchAll(/^Content-Type:\s+([^\r\n;]+)/gimu)].map(([, type]) => type);
    // mixed( alternative( text, calendar ), files …, the invitation as a file )
    expect(types).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/calendar",
      "application/pdf",
      documents[1]?.mediaType,
      "application/ics",
    ]);
    expect(raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/iu);
    const email = await PostalMime.parse(raw, { attachmentEncoding: "arraybuffer" });
    const calendars = email.attachments.filter(({ mimeType }) => /calendar|ics/u.test(mimeType));
    expect(calendars.length).toBeGreaterThan(0);
    for (const { content } of calendars)
      expect(bytesOf(content).toString("utf8").replaceAll(/\r?\n/gu, "\n")).toBe(
        ics.replaceAll("\r\n", "\n"),
      );
  });

  it("stands in the outbox with its files, also without a mail server, and leaves with them later", async () => {
    const mailId = await queue([...documents, invitation]);
    await without.runJobs();
    const outbox = without.as(org.people.contributor, org.organisationId).mails;
    const held = await outbox.get({ mailId });
    expect(held.state).toBe("held");
    expect(held.parts).toEqual(
      [...documents, invitation].map(({ fileName, mediaType, bytes }, index) => ({
        position: index + 1,
        fileName,
        mediaType,
        size: bytes.length,
      })),
    );
    const file = await download(without, mailId, 1);
    expect(file.statusCode).toBe(200);
    expect(file.headers["content-type"]).toBe("application/pdf");
    expect(file.headers["content-disposition"]).toBe('attachment; filename="agenda.pdf"');
    expect(file.rawPayload.equals(Buffer.from(documents[0]?.bytes ?? []))).toBe(true);
    await outbox.resend({ mailId });
    expect((await arrived()).attachments.length).toBeGreaterThan(2);
  });

  it("without any says so", async () => {
    const mailId = await queue([]);
    expect(
      (await without.as(org.people.owner, org.organisationId).mails.get({ mailId })).parts,
    ).toEqual([]);
    expect((await download(without, mailId, 1)).statusCode).toBe(404);
    expect((await download(without, mailId, 0)).statusCode).toBe(422);
  });
});

describe("what cannot be carried", () => {
  const pdf: MailPart = {
    fileName: "a.pdf",
    mediaType: "application/pdf",
    bytes: Buffer.from("a"),
  };
  it.each<readonly [string, readonly MailPart[]]>([
    ["a name that is a path", [{ ...pdf, fileName: "../a.pdf" }]],
    ["a name with a line break", [{ ...pdf, fileName: "a\r\nBcc: x@y.example" }]],
    ["a type with a parameter", [{ ...pdf, mediaType: "text/html; charset=x" }]],
    ["nothing", [{ ...pdf, bytes: Buffer.alloc(0) }]],
    ["two invitations", [invitation, { ...invitation, fileName: "b.ics" }]],
    ["too much", [{ ...pdf, bytes: Buffer.alloc(7_000_001) }]],
    ["too many", Array.from({ length: 21 }, () => pdf)],
  ])("%s is refused before anything is written", async (_, parts) => {
    expect(await codeOf(queue(parts))).toBe("input_invalid");
    expect(faultOfParts(parts)).not.toBeNull();
    const [row] = await db.asOwner<{ count: number }>(
      "select count(*)::int as count from mails where organisation_id = $1",
      [org.organisationId],
    );
    expect(row?.count).toBe(0);
  });
});

describe("parts in the tables", () => {
  it("go when the mail is erased, and when it goes", async () => {
    const [erased, removed] = [await queue(documents), await queue(documents)];
    await db.asOwner("update mails set to_address = null, erased_at = now() where id = $1", [
      erased,
    ]);
    await db.asOwner("delete from mails where id = $1", [removed]);
    const [row] = await db.asOwner<{ count: number }>(
      "select count(*)::int as count from mail_parts where mail_id = any($1)",
      [[erased, removed]],
    );
    expect(row?.count).toBe(0);
  });

  it("are another organisation's to nobody: not read, not added to its mail, not changed", async () => {
    const theirs = await queue(documents);
    const other = await plantOrganisation(db.database, "Other");
    const seen = await db.database.withActor(other.actor(), (tx) =>
      tx.selectFrom("mail_parts").select("file_name").execute(),
    );
    expect(seen).toEqual([]);
    const add = (mailId: string): Promise<unknown> =>
      db.database.withActor(other.actor(), (tx) =>
        tx
          .insertInto("mail_parts")
          .values({
            organisation_id: other.organisationId,
            mail_id: mailId,
            position: 9,
            file_name: "x.pdf",
            media_type: "application/pdf",
            bytes: Buffer.from("x"),
          })
          .execute(),
      );
    // The same answer as for an id that is nobody's.
    expect(await codeOf(add(theirs))).toBe("reference_unknown");
    expect(await codeOf(add("00000000-0000-4000-8000-000000000000"))).toBe("reference_unknown");
    const change = db.database.withActor(org.actor(), (tx) =>
      tx
        .updateTable("mail_parts")
        .set({ file_name: "y.pdf" })
        .where("mail_id", "=", theirs)
        .execute(),
    );
    // Nobody may change what left, its owner either.
    expect(await codeOf(change)).toBe("reference_unknown");
    const headers = await server.headersOf(other.people.owner, other.organisationId);
    const answer = await server.app.http.inject({ url: `/api/mails/${theirs}/parts/1`, headers });
    expect(answer.statusCode).toBe(404);
  });

  it("cannot be downloaded by a reader", async () => {
    const mailId = await queue(documents);
    const headers = await server.headersOf(org.people.reader, org.organisationId);
    const answer = await server.app.http.inject({ url: `/api/mails/${mailId}/parts/1`, headers });
    expect(answer.statusCode).toBe(403);
  });
});
