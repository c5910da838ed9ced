import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import type { ApiClient } from "@throughline/contract";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contractInput, party, siteClause } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let client: ApiClient;
let now = new Date("2026-11-20T09:00:00Z");

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  now = new Date("2026-11-20T09:00:00Z");
  org = await plantOrganisation(db.database, "Own");
  client = server.as(org.people.owner, org.organisationId);
});

/** A clause due so many days after award, and a contract awarded on a day. */
async function plant(
  awardedOn: string,
  dueDays: number,
  given: Parameters<typeof contractInput>[0] = {},
): Promise<{ id: string; key: string }> {
  const { id } = await client.contracts.create(
    contractInput({
      awardedOn,
      supplier: party("Cedar IT"),
      conditions: [siteClause({ dueDays, dueFrom: "award", refreshEveryMonths: null })],
      ...given,
    }),
  );
  const { items } = await client.duties.list({ contractId: id });
  return { id, key: items[0]?.key ?? "" };
}

const one = async (contractId: string) => {
  const { items } = await client.duties.list({ contractId });
  const [duty] = items;
  if (duty === undefined) throw new Error("There is no duty.");
  return duty;
};

describe("duties", () => {
  it("are said with the contract, the day and who looks after them", async () => {
    const { id } = await plant("2026-11-10", 28);
    expect(await one(id)).toMatchObject({
      state: "due",
      dueOn: "2026-12-08",
      daysLeft: 18,
      supplier: "Cedar IT",
      owner: null,
      says: { text: "Due in 18 days." },
    });
    await plant("2026-09-01", 28);
    const list = await client.duties.list({});
    expect(list.items.map((duty) => duty.state)).toEqual(["overdue", "due"]);
    expect(list.items[0]?.says.text).toBe(
      "52 days overdue: it was due on 29 September 2026 and has not come.",
    );
    expect(list.counts).toEqual({ overdue: 1, due: 1 });
    expect((await client.duties.list({ state: "due" })).total).toBe(1);
    expect((await client.duties.list({ owner: "nobody" })).total).toBe(2);
    expect((await client.duties.list({ from: "2026-12-01", to: "2026-12-31" })).total).toBe(1);
    expect((await client.duties.list({ search: "no such words" })).total).toBe(0);
  });

  it("come in pages, none twice and none left out, whatever the order", async () => {
    for (const day of [1, 5, 5, 9, 12]) await plant(`2026-11-${String(day).padStart(2, "0")}`, 28);
    for (const sort of ["due", "-due", "contract", "state"] as const) {
      const all = (await client.duties.list({ sort })).items.map((duty) => duty.contract.id);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await client.duties.list({
          sort,
          limit: 2,
          ...(after === undefined ? {} : { after }),
        });
        seen.push(...page.items.map((duty) => duty.contract.id));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(seen).toEqual(all);
      expect(new Set(seen).size).toBe(5);
    }
    await refuses("input_invalid", client.duties.list({ after: "nonsense" }));
  });

  it("keep performed and achieved apart, and an agreed plan until its day", async () => {
    const { id, key } = await plant("2026-09-01", 28);
    await client.duties.record({
      events: [{ contractId: id, dutyKey: key, kind: "performed", on: "2026-09-20" }],
    });
    expect((await one(id)).state).toBe("performed_without_result");
    const { ids } = await client.duties.record({
      events: [
        {
          contractId: id,
          dutyKey: key,
          kind: "planned",
          on: "2026-11-01",
          until: "2026-12-31",
          note: "Aster tells the rest by the end of the year.",
        },
      ],
    });
    expect(await one(id)).toMatchObject({ state: "on_agreed_plan", planUntil: "2026-12-31" });
    await client.duties.takeBack({ eventId: ids[0] ?? "", reason: "It was another clause." });
    const after = await one(id);
    expect(after.state).toBe("performed_without_result");
    expect(after.events[1]?.takenBack).toMatchObject({ reason: "It was another clause." });
    await client.duties.record({
      events: [{ contractId: id, dutyKey: key, kind: "achieved", on: "2026-11-19" }],
    });
    expect(await one(id)).toMatchObject({ state: "met", achievedOn: "2026-11-19" });
    await refuses("conflict", client.duties.takeBack({ eventId: ids[0] ?? "", reason: "again" }));
  });

  it("take all events of a call or none, and say which field is wrong", async () => {
    const { id, key } = await plant("2026-09-01", 28);
    const event = { contractId: id, dutyKey: key, kind: "performed" as const, on: "2026-09-20" };
    const found = await refuses(
      "reference_unknown",
      client.duties.record({ events: [event, { ...event, dutyKey: "nobodys" }] }),
    );
    expect(found.errors).toMatchObject([{ path: "/events/1/dutyKey" }]);
    await refuses(
      "date_in_future",
      client.duties.record({ events: [{ ...event, on: "2027-01-01" }] }),
    );
    for (const wrong of [
      { ...event, kind: "planned" as const, until: "2026-12-31" },
      { ...event, kind: "planned" as const, note: "until when?" },
      { ...event, kind: "planned" as const, note: "past", until: "2026-10-01" },
      { ...event, kind: "excused" as const },
      { ...event, until: "2026-12-31" },
    ])
      await refuses("input_invalid", client.duties.record({ events: [wrong] }));
    expect((await one(id)).events).toEqual([]);
    await refuses(
      "not_found",
      client.duties.takeBack({ eventId: "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1aff", reason: "r" }),
    );
  });

  it("are looked after by whom one says, else by whoever follows up the clause or the contract", async () => {
    const { id, key } = await plant("2026-11-10", 28, {
      followUp: { personId: org.people.manager, name: null, hoursPerMonth: 2 },
    });
    expect((await one(id)).owner).toBe("manager of Own");
    const duties = [{ contractId: id, dutyKey: key }];
    await client.duties.setOwner({ duties, personId: org.people.owner, role: null });
    expect((await one(id)).owner).toBe("owner of Own");
    expect((await client.duties.list({ owner: "mine" })).total).toBe(1);
    await client.duties.setOwner({ duties, personId: null, role: "contracts@own.example" });
    expect((await one(id)).owner).toBe("contracts@own.example");
    await client.duties.setOwner({ duties, personId: null, role: null });
    expect((await one(id)).owner).toBe("manager of Own");
    const stranger = await plantOrganisation(db.database, "Stranger");
    await refuses(
      "reference_unknown",
      client.duties.setOwner({ duties, personId: stranger.people.owner, role: null }),
    );
  });

  it("show the days of a month, and how many have no day", async () => {
    await plant("2026-11-10", 28);
    await client.contracts.create(
      contractInput({ conditions: [siteClause({ dueFrom: "award" })] }),
    );
    const month = await client.duties.month({ month: "2026-12" });
    expect(month.days.map(({ on }) => on)).toEqual(["2026-12-08"]);
    expect(month.leftOut).toBeGreaterThanOrEqual(1);
  });

  it("keep what was recorded when a clause is reworded, and lose it with the contract", async () => {
    const { id, key } = await plant("2026-09-01", 28);
    await client.duties.record({
      events: [{ contractId: id, dutyKey: key, kind: "achieved", on: "2026-09-20" }],
    });
    const detail = await client.contracts.get({ id });
    await client.contracts.setConditions({
      id,
      version: detail.version,
      conditions: [
        siteClause({
          dueDays: 28,
          dueFrom: "award",
          refreshEveryMonths: null,
          summary: "Said better.",
        }),
      ],
    });
    expect((await one(id)).state).toBe("met");
    const { version } = await client.contracts.get({ id });
    await client.contracts.remove({ id, version });
    expect(await db.asOwner("select 1 from duty_events where contract_id = $1", [id])).toEqual([]);
  });

  it("record one audit entry for each event, without the words of it in clear", async () => {
    const { id, key } = await plant("2026-09-01", 28);
    await client.duties.record({
      events: [
        {
          contractId: id,
          dutyKey: key,
          kind: "excused",
          on: "2026-09-20",
          note: "Ms Meadow said so",
        },
      ],
    });
    const entries = await db.asOwner<{ after: unknown }>(
      "select after from audit_entries where organisation_id = $1 and action = 'record-duty-event'",
      [org.organisationId],
    );
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain("Meadow");
  });

  it("leave as a table of exactly what is shown", async () => {
    await plant("2026-11-10", 28);
    await plant("2026-09-01", 28);
    const headers = await server.headersOf(org.people.owner, org.organisationId);
    const csv = await server.call({
      method: "GET",
      url: "/api/duties/export?format=csv&state=overdue",
      headers,
    });
    expect(csv.statusCode).toBe(200);
    const lines = csv.payload.trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("52 days overdue");
    const xlsx = await server.call({
      method: "GET",
      url: "/api/duties/export?format=xlsx",
      headers,
    });
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe("PK");
    const wrong = await server.call({ method: "GET", url: "/api/duties/export", headers });
    expect(wrong.json()).toMatchObject({ code: "input_invalid" });
  });
});

describe("a calendar feed", () => {
  const read = (url: string) => server.call({ method: "GET", url: new URL(url).pathname });

  function eventsOf(text: string) {
    // The parser's result is what its own component reads; its types say any.
    return new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents("vevent")
      .map((component) => ({ component, event: new ICAL.Event(component) }));
  }

  it("is read by an independent parser: all-day, stable, with three alarms, and says reference and clause only", async () => {
    const { id, key } = await plant("2026-11-10", 28);
    const { feed, url } = await client.duties.createFeed({ scope: "organisation" });
    const first = await read(url);
    expect(first.headers["content-type"]).toContain("text/calendar");
    const [entry] = eventsOf(first.payload);
    expect(entry?.event.startDate.toString()).toBe("2026-12-08");
    expect(entry?.event.startDate.isDate).toBe(true);
    const { reference } = (await one(id)).contract;
    expect(entry?.event.summary).toBe(`${reference}: clause 14.2`);
    expect(
      entry?.component
        .getAllSubcomponents("valarm")
        .map((alarm) => String(alarm.getFirstPropertyValue("trigger"))),
    ).toEqual(["-P30D", "-P7D", "-P1D"]);
    for (const secret of ["Cedar", "Laptops", "sites"]) expect(first.payload).not.toContain(secret);

    await client.duties.record({
      events: [
        {
          contractId: id,
          dutyKey: key,
          kind: "planned",
          on: "2026-11-19",
          until: "2026-12-31",
          note: "agreed",
        },
      ],
    });
    const [later] = eventsOf((await read(url)).payload);
    expect(later?.event.uid).toBe(entry?.event.uid);
    expect(later?.event.sequence).toBeGreaterThan(entry?.event.sequence ?? 0);
    expect(later?.event.startDate.toString()).toBe("2026-12-31");

    const { feeds } = await client.duties.listFeeds();
    expect(feeds).toMatchObject([{ id: feed.id, lastReadAt: now.toISOString() }]);
    await client.duties.revokeFeed({ feedId: feed.id });
    expect((await read(url)).statusCode).toBe(404);
    await refuses("not_found", client.duties.revokeFeed({ feedId: feed.id }));
  });

  it("of what is mine holds nothing of others, and nothing once its member left", async () => {
    const { id, key } = await plant("2026-11-10", 28);
    const reader = server.as(org.people.reader, org.organisationId);
    const { url } = await reader.duties.createFeed({ scope: "mine" });
    expect(eventsOf((await read(url)).payload)).toEqual([]);
    await client.duties.setOwner({
      duties: [{ contractId: id, dutyKey: key }],
      personId: org.people.reader,
      role: null,
    });
    expect(eventsOf((await read(url)).payload)).toHaveLength(1);
    await client.organisations.removeMember({ personId: org.people.reader });
    const gone = await read(url);
    const never = await read(`http://localhost/api/calendar/${"x".repeat(43)}.ics`);
    expect(gone.statusCode).toBe(404);
    const { requestId: _, ...problem } = gone.json<{ requestId: string }>();
    expect(never.json()).toMatchObject(problem);
  });
});

describe("reminders", () => {
  const mails = () =>
    db.asOwner<{ subject: string; body: string; to_address: string }>(
      "select subject, body, to_address from mails where organisation_id = $1 and kind = 'duty_reminder' order by created_at",
      [org.organisationId],
    );
  const morning = async (day: string) => {
    now = new Date(`${day}T06:30:00Z`);
    const ran = await server.runJobs(now);
    expect(ran.filter((job) => job.outcome !== "done")).toEqual([]);
  };

  it("go out 30, 7 and 1 days before, each once, to whoever looks after it, in one letter", async () => {
    const followUp = { personId: org.people.manager, name: null, hoursPerMonth: 2 };
    await plant("2026-11-10", 28, { followUp });
    await plant("2026-11-10", 28, { followUp, supplier: party("Birch Systems") });
    await morning("2026-11-21");
    const [first] = await mails();
    expect(first?.to_address).toContain("manager@");
    expect(first?.subject).toBe("2 duties fall due, the first on 8 December 2026");
    expect(first?.body).toContain("Cedar IT");
    expect(first?.body).toContain("Birch Systems");
    await morning("2026-11-22");
    expect(await mails()).toHaveLength(1);
    // A worker that was away sends the nearest only.
    await morning("2026-12-07");
    const sent = await mails();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.body).toContain("due in 1 day");
    await morning("2026-12-20");
    expect(await mails()).toHaveLength(2);
  });

  it("go to the mailbox that follows up, and to nobody where there is none", async () => {
    await plant("2026-11-10", 28, {
      followUp: { personId: null, name: "contracts@own.example", hoursPerMonth: null },
    });
    await plant("2026-11-10", 28);
    await morning("2026-11-21");
    expect((await mails()).map((mail) => mail.to_address)).toEqual(["contracts@own.example"]);
    const reminded = await db.asOwner(
      "select mail_id is null as silent from duty_reminders where organisation_id = $1 order by 1",
      [org.organisationId],
    );
    expect(reminded).toEqual([{ silent: false }, { silent: true }]);
  });

  it("are looked for once a morning, however often conditions are recorded", async () => {
    await plant("2026-11-10", 28);
    await plant("2026-11-10", 28);
    const waiting = () =>
      db.asOwner(
        "select 1 from jobs.job where data->>'job' = 'remind-duties' and data->>'organisationId' = $1 and state = 'created'",
        [org.organisationId],
      );
    expect(await waiting()).toHaveLength(1);
    await morning("2026-11-21");
    expect(await waiting()).toHaveLength(1);
  });
});
