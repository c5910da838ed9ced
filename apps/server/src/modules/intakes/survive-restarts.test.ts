import { AsyncLocalStorage } from "node:async_hooks";
import { Client } from "pg";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { runJobs } from "../../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { sendList, workOff, type MortalWorker } from "./testing.fixture.ts";

/** Runs what a person does while a worker's transaction is open, as if from elsewhere. */
const outside = AsyncLocalStorage.snapshot();

let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const trades = ["Electronics", "Footwear", "Plastics", "Optics", "Castings"];
const towns = ["Leeds", "York", "Hull", "Derby", "Luton", "Poole", "Stoke"];

/** What a test throws itself is no fault. */
function ignorePlanted(error: unknown): void {
  if (!String(error).includes("planted")) throw error;
}

const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split(" ");

/** A word of its own for every number: names that resemble each other would be offered in pairs, at random among equals. */
function makeWord(n: number): string {
  let word = "";
  for (let left = (n * 48_271) % 2_147_483_647, turn = 0; turn < 4; turn += 1) {
    word += syllables[left % syllables.length] ?? "";
    left = Math.floor(left / syllables.length);
  }
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Sites that differ, a repeated row and a rejected one in every hundred. */
function makeList(rows: number, list = ""): string {
  const lines = ["Name,Address,Country,Product"];
  for (let n = 0; n < rows; n += 1) {
    const at = n % 100 === 50 ? n - 1 : n;
    const town = towns[at % towns.length];
    lines.push(
      n % 100 === 70
        ? `,"${n} ${makeWord(at)} Road, ${town}",GB,`
        : `${makeWord(at)} ${makeWord(at + 50_000)}${list} ${trades[at % trades.length]} Ltd,"${at} ${makeWord(at + 9_000)} Road, ${town}",GB,${at % 3 === 0 ? "Book 3" : ""}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

async function plant(
  name: string,
): Promise<{ org: PlantedOrganisation; url: string; contractId: string }> {
  const org = await plantOrganisation(db.database, name);
  const { contractId } = await db.database.withActor(org.actor(), (tx) =>
    plantContract(workOf(tx, org.actor()), [["Acme", "Book 3"]]),
  );
  return { org, contractId, url: `/api/contracts/${contractId}/intakes` };
}

async function send(
  { org, url }: { org: PlantedOrganisation; url: string },
  text: string,
  unattended = true,
): Promise<string> {
  const headers = await server.headersOf(org.people.owner, org.organisationId);
  return sendList(server, headers, url, text, { unattended });
}

/** All that an organisation holds of its lists, without ids and times. */
async function holdings(organisationId: string): Promise<Record<string, unknown[]>> {
  const me = [organisationId];
  return {
    rows: await db.asOwner(
      `select row_number, outcome, r.name, r.flags, r.reason, s.name as site, match_band from disclosure_rows r left join sites s on s.id = r.site_id
       where r.organisation_id = $1 order by row_number`,
      me,
    ),
    sites: await db.asOwner(
      "select name, address, pending_intake_id, located_place from sites where organisation_id = $1 order by name, address",
      me,
    ),
    values: await db.asOwner(
      `select s.name as site, field, value, count(*)::int as times from site_values v join sites s on s.id = v.site_id
       where v.organisation_id = $1 group by 1, 2, 3 order by 1, 2, 3`,
      me,
    ),
    links: await db.asOwner(
      "select s.name as site, kind, tier from trace_links l join sites s on s.id = l.site_id where l.organisation_id = $1 order by 1, 2, 3",
      me,
    ),
    screenings: await db.asOwner(
      "select s.name as site, list_id, status from screenings c join sites s on s.id = c.site_id where c.organisation_id = $1 order by 1, 2",
      me,
    ),
    pairs: await db.asOwner(
      "select count(*)::int as pairs from match_reviews where organisation_id = $1",
      me,
    ),
    audit: await db.asOwner(
      "select action, count(*)::int as times from audit_entries where organisation_id = $1 group by action order by action",
      me,
    ),
    left: await db.asOwner(
      `select (select count(*)::int from intake_rows where organisation_id = $1) as rows, (select count(*)::int from intake_placements where organisation_id = $1) as placements,
         (select count(*)::int from intake_sources where organisation_id = $1) as sources`,
      me,
    ),
  };
}

describe("a worker that dies", () => {
  const list = makeList(2_300);
  let whole: Record<string, unknown[]>;
  let read: number | undefined;
  beforeAll(async () => {
    const planted = await plant("Undisturbed");
    const intakeId = await send(planted, list);
    await runJobs(db.database);
    const client = server.as(planted.org.people.owner, planted.org.organisationId);
    read = (await client.intakes.get({ intakeId })).counts?.read;
    whole = await holdings(planted.org.organisationId);
  });

  it("has something to be compared with", () => {
    expect(read).toBe(2_300);
    expect(whole["rows"]).toHaveLength(2_300);
    expect(whole["left"]).toEqual([{ rows: 23, placements: 0, sources: 0 }]);
  });

  it.each([
    ["every seventh transaction, before it commits", 7, "before commit"],
    ["every seventh transaction, right after it commits", 7, "after commit"],
    ["every eleventh, now before, now after", 11, null],
  ] as const)("in %s: nothing is lost, nothing doubled", async (_, every, when) => {
    const planted = await plant("Disturbed");
    const intakeId = await send(planted, list);
    const worker: MortalWorker = {
      database: db.database,
      organisationId: planted.org.organisationId,
      // Often at first, then less: comparing the rows begins anew after each death.
      diesAt: (transaction) =>
        transaction % (transaction < 60 ? every : 3 * every) === 0
          ? (when ?? (transaction % (2 * every) === 0 ? "before commit" : "after commit"))
          : null,
    };
    const deaths = await workOff(worker, intakeId);
    expect(deaths).toBeGreaterThan(2);
    // What the dead had queued runs as well, and finds nothing left to do.
    await runJobs(db.database);
    const held = await holdings(planted.org.organisationId);
    for (const [what, things] of Object.entries(whole)) expect(held[what], what).toEqual(things);
  });

  it("in the last transaction of all leaves nothing of the disclosure, and the next one writes it", async () => {
    const planted = await plant("Disturbed at the end");
    const intakeId = await send(planted, makeList(300));
    let died = false;
    await workOff(
      {
        database: db.database,
        organisationId: planted.org.organisationId,
        async beforeCommit(work) {
          const written = await work.tx.selectFrom("disclosures").select("id").execute();
          if (written.length === 0 || died) return;
          died = true;
          throw new Error("planted");
        },
      },
      intakeId,
    ).catch(ignorePlanted);
    expect(died).toBe(true);
    expect(await holdings(planted.org.organisationId)).toMatchObject({ rows: [], links: [] });
    expect(await shown(planted)).toEqual({ sites: 0, disclosures: 0, reviews: 0, today: 0 });
    await runJobs(db.database);
    expect((await holdings(planted.org.organisationId))["rows"]).toHaveLength(300);
  });
});

/** How much of sites and disclosures anybody in the organisation is shown. */
async function shown({ org, contractId }: { org: PlantedOrganisation; contractId: string }) {
  const client = server.as(org.people.owner, org.organisationId);
  const own = await client.sites.list({ scope: "own" });
  const suggested = await client.sites.suggest({ text: "Ba" });
  const found = await client.sites.list({ search: "Ba" });
  const disclosures = await client.disclosures.list({ id: contractId });
  const reviews = await client.sites.listReviews({});
  const today = await client.today.get();
  return {
    sites: own.items.length + suggested.items.length + found.items.length,
    disclosures: disclosures.items.length,
    reviews: reviews.items.length,
    today: today.counts.sites + today.counts.reviews + today.counts.hitsWaiting,
  };
}

describe("while a list is being taken", () => {
  it("nobody is shown anything of it, and then all at once", async () => {
    const planted = await plant("Watching");
    const intakeId = await send(planted, makeList(700));
    let looked = 0;
    await workOff(
      {
        database: db.database,
        organisationId: planted.org.organisationId,
        async beforeCommit() {
          looked += 1;
          // As another connection sees it: what is committed.
          const watcher = new Client({ ...db.login });
          watcher.on("error", () => undefined);
          await watcher.connect();
          try {
            await watcher.query("begin");
            await watcher.query(
              "select set_config('role', 'throughline_app', true), set_config('app.organisation_id', $1, true)",
              [planted.org.organisationId],
            );
            const seen = await watcher.query(
              "select (select count(*)::int from sites) as sites, (select count(*)::int from disclosures) as disclosures, (select count(*)::int from trace_links) as links",
            );
            expect(seen.rows).toEqual([{ sites: 0, disclosures: 0, links: 0 }]);
          } finally {
            await watcher.end();
          }
        },
      },
      intakeId,
    );
    expect(looked).toBeGreaterThan(8);
    expect(await shown(planted)).toMatchObject({ disclosures: 1 });
  });

  it("giving it up stops it at once, and every trace of it goes", async () => {
    const planted = await plant("Giving up");
    const client = server.as(planted.org.people.owner, planted.org.organisationId);
    const before = await holdings(planted.org.organisationId);
    const intakeId = await send(planted, makeList(1_600));
    await workOff({ database: db.database, organisationId: planted.org.organisationId }, intakeId);
    // One is taken; a second one is given up in the middle.
    expect((await client.intakes.get({ intakeId })).state).toBe("taken");
    const taken = await holdings(planted.org.organisationId);
    expect(taken).not.toEqual(before);

    const second = await send(planted, makeList(1_600, "x"));
    const cancelling: Promise<unknown>[] = [];
    await workOff(
      {
        database: db.database,
        organisationId: planted.org.organisationId,
        async beforeCommit(work) {
          const placed = await work.tx.selectFrom("intake_placements").select("site_id").execute();
          if (placed.length < 500) return;
          throw new Error("planted");
        },
      },
      second,
    ).catch(ignorePlanted);
    await workOff(
      {
        database: db.database,
        organisationId: planted.org.organisationId,
        async beforeCommit(work) {
          // Asked for while a batch is at work: that one ends, and nothing follows it.
          const placed = await work.tx.selectFrom("intake_placements").select("site_id").execute();
          if (placed.length > 500 && cancelling.length === 0)
            cancelling.push(outside(() => client.intakes.cancel({ intakeId: second })));
        },
      },
      second,
    );
    expect(cancelling).toHaveLength(1);
    await Promise.all(cancelling);
    const cancelled = await client.intakes.get({ intakeId: second });
    expect(cancelled).toMatchObject({
      state: "cancelled",
      stateSentence: { text: "The list was given up; nothing of it was kept." },
      can: { cancel: false, retry: false, take: false },
    });
    expect((await client.intakes.listRows({ intakeId: second })).items).toEqual([]);
    await runJobs(db.database);
    const { audit: _, screenings: __, ...after } = await holdings(planted.org.organisationId);
    const { audit: ___, screenings: ____, ...kept } = taken;
    expect(after).toEqual(kept);
  });

  it("two at once: each is whole, and a site both name is one site", async () => {
    const planted = await plant("Two at once");
    const ids = await Promise.all([send(planted, makeList(600)), send(planted, makeList(600))]);
    await Promise.all(
      ids.map((id) =>
        workOff({ database: db.database, organisationId: planted.org.organisationId }, id),
      ),
    );
    const client = server.as(planted.org.people.owner, planted.org.organisationId);
    for (const intakeId of ids)
      expect((await client.intakes.get({ intakeId })).state).toBe("taken");
    const held = await holdings(planted.org.organisationId);
    expect(held["rows"]).toHaveLength(1_200);
    const single = await plant("One alone");
    await send(single, makeList(600));
    await runJobs(db.database);
    expect(held["sites"]).toEqual((await holdings(single.org.organisationId))["sites"]);
  });

  it("a site that two lists name stays when one of them is given up", async () => {
    const planted = await plant("Handing over");
    const client = server.as(planted.org.people.owner, planted.org.organisationId);
    const [first, second] = [await send(planted, makeList(40)), await send(planted, makeList(40))];
    const stopBeforeWriting: MortalWorker = {
      database: db.database,
      organisationId: planted.org.organisationId,
      async beforeCommit(work) {
        const written = await work.tx.selectFrom("disclosures").select("id").execute();
        if (written.length > 0) throw new Error("planted");
      },
    };
    for (const id of [first, second]) await workOff(stopBeforeWriting, id).catch(ignorePlanted);
    await client.intakes.cancel({ intakeId: first });
    await runJobs(db.database);
    expect((await client.intakes.get({ intakeId: second })).state).toBe("taken");
    const held = await holdings(planted.org.organisationId);
    expect(held["rows"]).toHaveLength(40);
    expect(
      held["sites"]?.every((site) => Reflect.get(Object(site), "pending_intake_id") === null),
    ).toBe(true);
    expect(await shown(planted)).toMatchObject({ disclosures: 1 });
  });
});
