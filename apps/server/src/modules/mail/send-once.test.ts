/** One mail leaves once, whoever else is at work and whoever dies. */
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { pino } from "pino";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeJobHandlers } from "../../job-handlers.ts";
import { jobCatalogue } from "../../platform/jobs/job-catalogue.ts";
import { startWorking, type Working } from "../../platform/jobs/work-jobs.ts";
import { workOf } from "../../test/plant-contract.ts";
import { runJobs, testSecret } from "../../test/run-jobs.ts";
import { startSmtpServer, type TestSmtpServer } from "../../test/start-smtp-server.ts";
import { openMailer, type Handed, type Letter, type Mailer } from "./open-mailer.ts";
import { queueMail } from "./queue-mail.ts";

let db: TestDatabase;
let smtp: TestSmtpServer;
let org: PlantedOrganisation;
let mailer: Mailer;
beforeAll(async () => {
  db = await openTestDatabase();
  smtp = await startSmtpServer();
  mailer = openMailer({ smtpUrl: smtp.url, from: "no-reply@throughline.example" });
  org = await plantOrganisation(db.database);
});
afterAll(async () => {
  await smtp.close();
  await db.close();
});

async function queue(subject: string): Promise<string> {
  return db.database.withActor(org.actor(), (tx) =>
    queueMail(workOf(tx, org.actor()), {
      kind: "test",
      toAddress: "csr@cedar.example",
      toName: null,
      subject,
      body: "text",
      deliveryId: null,
    }),
  );
}

function work(id: string, using: Mailer = mailer): Working {
  return startWorking(
    {
      database: db.database,
      catalogue: jobCatalogue,
      handlers: makeJobHandlers({
        mailer: using,
        publicUrl: "http://localhost",
        secret: testSecret,
      }),
      log: pino({ level: "silent" }),
      now: () => new Date(),
    },
    { id, alone: false },
  );
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await what()); tries += 1) {
    if (tries > 400) throw new Error("It did not happen in time.");
    await wait(30);
  }
}
const sentStates = async (): Promise<string[]> =>
  (await db.asOwner<{ state: string }>("select distinct state from mails")).map((row) => row.state);

describe("a mail", () => {
  it("leaves once with two workers at it", async () => {
    for (let made = 0; made < 12; made += 1) await queue(`both ${made}`);
    const workers = [work("a"), work("b")];
    await until(async () => (await sentStates()).every((state) => state === "sent"));
    for (const worker of workers) await worker.stop();
    const subjects = smtp.received.map((one) => /^Subject: (.*)$/m.exec(one.raw)?.[1]?.trim());
    expect(subjects).toHaveLength(12);
    expect(new Set(subjects).size).toBe(12);
  });

  it("is written down as sent also when the worker is told to stop in that moment", async () => {
    let stop: () => Promise<void> = () => Promise.resolve();
    const stopsMeanwhile: Mailer = {
      async hand(letter: Letter): Promise<Handed> {
        const handed = await mailer.hand(letter);
        void stop();
        return handed;
      },
    };
    const mailId = await queue("in that moment");
    const before = smtp.received.length;
    const worker = work("stopped", stopsMeanwhile);
    stop = () => worker.stop();
    await until(async () => smtp.received.length > before);
    await worker.stop();
    const [row] = await db.asOwner("select state from mails where id = $1", [mailId]);
    expect(row).toEqual({ state: "sent" });
    expect(
      await runJobs(db.database, { mailer, until: new Date(Date.now() + 60_000) }),
    ).toHaveLength(1);
    expect(smtp.received.length).toBe(before + 1);
  });

  it("whose worker died before it wrote that down arrives again under the same message id", async () => {
    const dies: Mailer = {
      async hand(letter: Letter): Promise<Handed> {
        await mailer.hand(letter);
        throw new Error("The worker died.");
      },
    };
    await queue("died");
    const before = smtp.received.length;
    await runJobs(db.database, { mailer: dies });
    await runJobs(db.database, { mailer, until: new Date(Date.now() + 120_000) });
    const ids = smtp.received
      .slice(before)
      .map((one) => /^Message-ID: (.*)$/im.exec(one.raw)?.[1]?.trim());
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
