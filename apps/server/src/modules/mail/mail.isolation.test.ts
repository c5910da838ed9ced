import { randomUUID } from "node:crypto";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../test/expect-code.ts";
import { workOf } from "../../test/plant-contract.ts";
import { startSmtpServer, type TestSmtpServer } from "../../test/start-smtp-server.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { openMailer } from "./open-mailer.ts";
import { queueMail } from "./queue-mail.ts";

let db: TestDatabase;
let server: TestApp;
let smtp: TestSmtpServer;
let own: PlantedOrganisation;
let other: PlantedOrganisation;
let theirs: string;
beforeAll(async () => {
  db = await openTestDatabase();
  smtp = await startSmtpServer();
  const mailer = openMailer({ smtpUrl: smtp.url, from: "no-reply@throughline.example" });
  server = await startTestApp({ database: db.database, mailer });
  own = await plantOrganisation(db.database, "Own");
  other = await plantOrganisation(db.database, "Other");
  theirs = await queue(other);
  await server.runJobs();
});
afterAll(async () => {
  await server.close();
  await smtp.close();
  await db.close();
});

async function queue(org: PlantedOrganisation): Promise<string> {
  return db.database.withActor(org.actor(), (tx) =>
    queueMail(workOf(tx, org.actor()), {
      kind: "test",
      toAddress: "somebody@example.org",
      toName: null,
      subject: org.name,
      body: "text",
      deliveryId: null,
    }),
  );
}
const mails = () => server.as(own.people.owner, own.organisationId).mails;

describe("another organisation's mail", () => {
  it("is in no list of ours, and answers as one that is nobody's", async () => {
    expect((await mails().list({})).items).toEqual([]);
    expect((await mails().list({ requestId: randomUUID() })).items).toEqual([]);
    for (const call of [
      (mailId: string) => mails().get({ mailId }),
      (mailId: string) => mails().resend({ mailId, toAddress: "thief@example.org" }),
      (mailId: string) => mails().recordBounce({ mailId, reason: "r" }),
    ]) {
      const refused = await refusalOf(call(theirs));
      expect(refused).toEqual(await refusalOf(call(randomUUID())));
      expect(refused?.code).toBe("not_found");
    }
  });

  it("is not sent by a job of ours that names it", async () => {
    const waiting = await queue(other);
    await db.asOwner("delete from jobs.job");
    await db.database.withActor(own.actor(), (tx) =>
      workOf(tx, own.actor()).enqueue("send-mail", { mailId: waiting }),
    );
    const before = smtp.connections();
    expect(await server.runJobs()).toMatchObject([{ outcome: "done" }]);
    expect(smtp.connections()).toBe(before);
    const [row] = await db.asOwner("select state, tries from mails where id = $1", [waiting]);
    expect(row).toEqual({ state: "queued", tries: 0 });
  });
});
