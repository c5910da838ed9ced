/** Who sees what of a table, and that nobody speaks for the other side: also past every use case, as the application role. */
import { randomUUID } from "node:crypto";
import type { Tx } from "@throughline/db";
import type { ApiClient } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeatAsGuest } from "../../test/as-seat-guest.ts";
import { contractInput, product } from "../../test/contract-input.ts";
import {
  getUp,
  offerSeat,
  plantAct,
  plantCommitment,
  plantJointBuyer,
  plantMeeting,
  plantSeries,
  plantTable,
  type PlantedTable,
} from "../../test/plant-dialogue.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let table: PlantedTable;
let host: string;
let counterpart: string;
let stranger: PlantedOrganisation;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  table = await plantTable(db.database);
  host = table.host.organisationId;
  counterpart = table.counterpart.organisationId;
  stranger = await plantOrganisation(db.database, "Stranger");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const asMember = (org: PlantedOrganisation): ApiClient =>
  server.as(org.people.owner, org.organisationId);

/** Tries a statement as the application role for an organisation; answers whether it went through. */
async function goesThrough(
  organisationId: string,
  statement: (tx: Tx) => Promise<{ numAffectedRows?: bigint | undefined } | void>,
  requestHash?: string,
): Promise<boolean> {
  try {
    return await db.database.withActor(
      { organisationId, personId: null, ...(requestHash === undefined ? {} : { requestHash }) },
      async (tx) => {
        const done = await statement(tx);
        return done?.numAffectedRows === undefined || done.numAffectedRows > 0n;
      },
    );
  } catch (error) {
    const refused = ["reference_unknown", "input_invalid"];
    if (!(error instanceof AppError) || !refused.includes(error.code)) throw error;
    return false;
  }
}

const sayAim =
  (organisationId: string, side: string, toldBy: string, seriesId = table.seriesId) =>
  (tx: Tx) =>
    sql`insert into series_aims (organisation_id, series_id, side, told_by, purpose, hoped_outcome, shared_at)
      values (${organisationId}, ${seriesId}, ${side}, ${toldBy}, 'P', 'H', now())`.execute(tx);

describe("a table", () => {
  it("is seen by who sits there, as far as it is opened to the seat, and by nobody else", async () => {
    const mine = await plantTable(db.database);
    const joint = await plantJointBuyer(db.database, mine, ["commitments"]);
    await plantMeeting(db.database, mine);
    await plantMeeting(db.database, mine, { shared: false });
    const commitmentId = await plantCommitment(db.database, mine.seriesId, mine.host);
    await plantAct(db.database, mine.seriesId, commitmentId, mine.counterpart, {
      kind: "confirmed",
    });
    const seen = (organisationId: string) =>
      db.database.withActor({ organisationId, personId: null }, async (tx) => ({
        series: (await tx.selectFrom("dialogue_series").select("id").execute()).length,
        seats: (await tx.selectFrom("dialogue_seats").select("id").execute()).length,
        links: (await tx.selectFrom("dialogue_links").select("seat_id").execute()).length,
        meetings: (await tx.selectFrom("meetings").select("id").execute()).length,
        acts: (await tx.selectFrom("commitment_acts").select("id").execute()).length,
      }));
    const nothing = { series: 0, seats: 0, links: 0, meetings: 0, acts: 0 };
    expect(await seen(mine.host.organisationId)).toEqual({
      series: 1,
      seats: 3,
      links: 2,
      meetings: 2,
      acts: 2,
    });
    expect(await seen(mine.counterpart.organisationId)).toEqual({
      ...nothing,
      series: 1,
      seats: 3,
      meetings: 1,
      acts: 2,
    });
    expect(await seen(joint.organisationId)).toEqual({ ...nothing, series: 1, seats: 3, acts: 2 });
    expect(await seen(stranger.organisationId)).toEqual(nothing);
    await getUp(db.database, mine.seriesId, joint.organisationId);
    expect(await seen(joint.organisationId)).toEqual(nothing);
  });

  it("tells its counterpart neither that other tables exist nor what is ours alone", async () => {
    const contract = await asMember(table.host).contracts.create(
      contractInput({ reference: "SECRET-7", products: [product("B", "F")] }),
    );
    const programme = await asMember(table.host).dialogues.createProgramme({
      title: "Secretmarker",
      purpose: "P",
      fromOn: "2026-01-01",
    });
    const other = await plantTable(db.database, {
      host: table.host,
      title: "Secretmarker",
      contractIds: [contract.id],
      programmeId: programme.id,
    });
    const named = await plantTable(db.database, {
      host: table.host,
      counterpart: table.counterpart,
      contractIds: [contract.id],
      programmeId: programme.id,
    });
    const theirs = asMember(table.counterpart);
    const { items, total } = await theirs.dialogues.list({});
    expect(total).toBe(2);
    expect(items.every(({ programme: of }) => of === null)).toBe(true);
    for (const id of [other.seriesId, randomUUID()])
      await refuses("not_found", theirs.dialogues.get({ id }));
    const shown = JSON.stringify(await theirs.dialogues.get({ id: named.seriesId }));
    for (const secret of ["SECRET-7", "Secretmarker", contract.id, programme.id])
      expect(shown).not.toContain(secret);
    expect((await theirs.dialogues.list({ programmeId: programme.id })).total).toBe(0);
    expect((await theirs.dialogues.list({ contractId: contract.id })).total).toBe(0);
    const ours = { id: named.seriesId, subjectKind: "series", subjectId: named.seriesId } as const;
    await asMember(table.host).dialogues.comment({ ...ours, text: "Ours alone", internal: true });
    expect((await theirs.dialogues.listComments(ours)).comments).toEqual([]);
  });

  it("answers the same for another's as for nobody's, also where it is referred to", async () => {
    const client = asMember(stranger);
    const owner = asMember(table.host);
    const { id: contractId } = await owner.contracts.create(
      contractInput({ products: [product("B", "F")] }),
    );
    const { id: programmeId } = await owner.dialogues.createProgramme({
      title: "P",
      purpose: "P",
      fromOn: "2026-01-01",
    });
    const { id: hosted } = await owner.dialogues.create({ ...begin, counterpartName: "Oak IT" });
    const { supplierId } = await owner.dialogues.get({ id: hosted });
    const mine = await client.dialogues.create({ ...begin, counterpartName: "Elm IT" });
    const meetingId = await plantMeeting(db.database, table);
    const lesson = {
      title: "T",
      text: "T",
      outcome: "worked",
      visibility: "organisation",
    } as const;
    const pairs: [string, (id: string) => Promise<unknown>][] = [
      [contractId, (id) => client.dialogues.create({ ...begin, contractIds: [id] })],
      [programmeId, (id) => client.dialogues.create({ ...begin, programmeId: id })],
      [supplierId ?? "", (id) => client.dialogues.create({ ...begin, supplierId: id })],
      [
        contractId,
        (id) => client.dialogues.update({ ...terms, id: mine.id, version: 1, contractIds: [id] }),
      ],
      [
        programmeId,
        (id) => client.dialogues.update({ ...terms, id: mine.id, version: 1, programmeId: id }),
      ],
      [meetingId, (id) => client.dialogues.saveLesson({ ...lesson, meetingId: id })],
    ];
    for (const [theirs, call] of pairs)
      expect(await refuses("reference_unknown", call(theirs))).toEqual(
        await refuses("reference_unknown", call(randomUUID())),
      );
  });

  it("shows a guest the table its seat is at, and no other that its workspace was never at", async () => {
    const seriesId = await plantSeries(db.database, table.host, "Birch IT");
    const seat = await offerSeat(db.database, { seriesId, host: table.host }, "counterpart");
    const guest = await openSeatAsGuest(server, seat.secrets);
    expect((await guest.client.dialogues.list({})).items.map(({ id }) => id)).toEqual([seriesId]);
    for (const id of [table.seriesId, randomUUID()])
      await refuses("not_found", guest.client.dialogues.get({ id }));
  });
});

const terms = {
  title: "T",
  counterpartRole: "supplier" as const,
  basis: "shared_priorities" as const,
  issues: ["wages"],
  timeZone: "Europe/London",
};
const begin = { ...terms, counterpartName: "Elm IT", purpose: "P", hopedOutcome: "H" };

describe("nobody speaks for the other side", () => {
  it("in what a side wants and what it agrees to", async () => {
    const { seriesId } = table;
    expect(await goesThrough(host, sayAim(host, "buyers", "Northbridge"))).toBe(true);
    expect(await goesThrough(host, sayAim(host, "counterpart", "Northbridge"))).toBe(false);
    expect(await goesThrough(host, sayAim(host, "buyers", "Cedar IT"))).toBe(false);
    expect(await goesThrough(host, sayAim(counterpart, "counterpart", "Cedar IT"))).toBe(false);
    expect(await goesThrough(counterpart, sayAim(counterpart, "buyers", "Cedar IT"))).toBe(false);
    expect(
      await goesThrough(
        stranger.organisationId,
        sayAim(stranger.organisationId, "buyers", "Stranger"),
      ),
    ).toBe(false);
    const [aim] = await db.asOwner<{ id: string }>(
      "select id from series_aims where series_id = $1 and side = 'buyers' limit 1",
      [seriesId],
    );
    const agree =
      (organisationId: string, side: string, toldBy: string, at = seriesId) =>
      (tx: Tx) =>
        sql`insert into series_aim_agreements (organisation_id, series_id, aim_id, side, told_by, shared_at)
          values (${organisationId}, ${at}, ${aim?.id}, ${side}, ${toldBy}, now())`.execute(tx);
    expect(await goesThrough(host, agree(host, "buyers", "Northbridge"))).toBe(false);
    expect(await goesThrough(host, agree(host, "counterpart", "Northbridge"))).toBe(false);
    const elsewhere = await plantTable(db.database);
    const other = elsewhere.counterpart.organisationId;
    expect(
      await goesThrough(other, agree(other, "counterpart", "Cedar IT", elsewhere.seriesId)),
    ).toBe(false);
    expect(await goesThrough(counterpart, agree(counterpart, "counterpart", "Cedar IT"))).toBe(
      true,
    );
  });

  it("by sitting down on the other side, with link and code or without", async () => {
    const seriesId = await plantSeries(db.database, table.host);
    const at = { seriesId, host: table.host };
    const seat = await offerSeat(db.database, at, "counterpart");
    const { hash } = seat.secrets;
    const sit =
      (organisationId: string, side: string, kind: string, seatId = seat.seatId, hostId = host) =>
      (tx: Tx) =>
        sql`insert into dialogue_sittings (organisation_id, host_id, series_id, seat_id, side, kind, sees)
          values (${organisationId}, ${hostId}, ${seriesId}, ${seatId}, ${side}, ${kind}, '{meetings,minutes,commitments,feedback}')`.execute(
          tx,
        );
    const take = (organisationId: string | null) => (tx: Tx) =>
      sql`update dialogue_links set taken_by = ${organisationId} where seat_id = ${seat.seatId}`.execute(
        tx,
      );
    // Its host, which knows link and code, takes it neither for itself nor for another.
    await getUp(db.database, seriesId, host);
    expect(await goesThrough(host, take(host), hash)).toBe(false);
    expect(await goesThrough(host, take(stranger.organisationId), hash)).toBe(false);
    expect(await goesThrough(host, sit(host, "counterpart", "counterpart"), hash)).toBe(false);
    expect(await goesThrough(host, sit(host, "counterpart", "lead"), hash)).toBe(false);
    expect(await goesThrough(host, sit(host, "buyers", "lead"), hash)).toBe(false);
    const [lead] = await db.asOwner<{ id: string }>(
      "select id from dialogue_seats where series_id = $1 and kind = 'lead'",
      [seriesId],
    );
    expect(await goesThrough(host, sit(host, "counterpart", "lead", lead?.id))).toBe(false);
    expect(await goesThrough(host, sit(host, "buyers", "lead", lead?.id))).toBe(true);
    // Whoever holds no link sits nowhere; who holds it sits as the seat says, once it has taken it.
    const cedar = counterpart;
    expect(await goesThrough(cedar, sit(cedar, "counterpart", "counterpart"))).toBe(false);
    expect(await goesThrough(cedar, sit(cedar, "counterpart", "counterpart"), hash)).toBe(false);
    expect(await goesThrough(cedar, take(cedar))).toBe(false);
    expect(await goesThrough(cedar, take(cedar), hash)).toBe(true);
    expect(await goesThrough(cedar, sit(cedar, "buyers", "joint"), hash)).toBe(false);
    expect(await goesThrough(cedar, sit(cedar, "counterpart", "counterpart"), hash)).toBe(true);
    // Link and code alone take nobody's place.
    const late = stranger.organisationId;
    expect(await goesThrough(late, take(late), hash)).toBe(false);
    expect(await goesThrough(late, take(null), hash)).toBe(false);
    expect(await goesThrough(late, sit(late, "counterpart", "counterpart"), hash)).toBe(false);
  });

  it("by changing seats, links, sittings or words that are another's", async () => {
    const seriesId = await plantSeries(db.database, table.host);
    const at = { seriesId, host: table.host };
    const { seatId, secrets } = await offerSeat(db.database, at, "counterpart");
    await openSeatAsGuest(server, secrets);
    const tries: [string, (tx: Tx) => Promise<{ numAffectedRows?: bigint | undefined }>][] = [
      [
        host,
        (tx) => sql`update dialogue_seats set side = 'buyers' where id = ${seatId}`.execute(tx),
      ],
      [
        host,
        (tx) =>
          sql`update dialogue_sittings set via = 'account' where seat_id = ${seatId}`.execute(tx),
      ],
      [
        host,
        (tx) =>
          sql`update dialogue_sittings set side = 'buyers' where seat_id = ${seatId}`.execute(tx),
      ],
      [
        host,
        (tx) =>
          sql`update dialogue_words set word_hash = 'x' where seat_id = ${seatId}`.execute(tx),
      ],
      [host, (tx) => sql`delete from dialogue_words where seat_id = ${seatId}`.execute(tx)],
      [host, (tx) => sql`delete from dialogue_sittings where seat_id = ${seatId}`.execute(tx)],
      [host, (tx) => sql`update series_aims set purpose = 'x'`.execute(tx)],
      [
        host,
        (tx) =>
          sql`insert into dialogue_links (seat_id, organisation_id, secret_hash, expires_on, taken_by) select id, organisation_id, 'x', '2999-01-01', organisation_id from dialogue_seats where kind = 'lead' and series_id = ${seriesId}`.execute(
            tx,
          ),
      ],
      [
        stranger.organisationId,
        (tx) =>
          sql`update dialogue_links set to_address = 'attacker@example.org' where seat_id = ${seatId}`.execute(
            tx,
          ),
      ],
      [
        counterpart,
        (tx) =>
          sql`update dialogue_sittings set sees = '{}' where organisation_id = ${counterpart}`.execute(
            tx,
          ),
      ],
      [counterpart, (tx) => sql`update dialogue_series set title = 'x'`.execute(tx)],
    ];
    for (const [number, [who, statement]] of tries.entries())
      expect(await goesThrough(who, statement), `try ${number}`).toBe(false);
    // Not even with link and code in hand.
    expect(
      await goesThrough(
        stranger.organisationId,
        (tx) =>
          sql`update dialogue_links set to_address = 'attacker@example.org', taken_by = ${stranger.organisationId} where seat_id = ${seatId}`.execute(
            tx,
          ),
        secrets.hash,
      ),
    ).toBe(false);
    const words = await db.database.withActor({ organisationId: host, personId: null }, (tx) =>
      tx.selectFrom("dialogue_words").select("seat_id").execute(),
    );
    expect(words).toEqual([]);
  });

  it("once it got up", async () => {
    const mine = await plantTable(db.database);
    const gone = mine.counterpart.organisationId;
    const say = sayAim(gone, "counterpart", "Cedar IT", mine.seriesId);
    expect(await goesThrough(gone, say)).toBe(true);
    await getUp(db.database, mine.seriesId, gone);
    expect(await goesThrough(gone, say)).toBe(false);
    expect(
      await goesThrough(gone, (tx) =>
        sql`update dialogue_sittings set left_at = null where organisation_id = ${gone}`.execute(
          tx,
        ),
      ),
    ).toBe(false);
    // What it said stays its own to read.
    const [own] = await db.database.withActor({ organisationId: gone, personId: null }, (tx) =>
      tx.selectFrom("series_aims").select("side").execute(),
    );
    expect(own?.side).toBe("counterpart");
  });

  it("and no channel is closed or opened for another", async () => {
    const mine = await plantTable(db.database);
    const joint = await plantJointBuyer(db.database, mine, []);
    const close = (org: string) => async (tx: Tx) => {
      const { rows } = await sql<{
        id: string;
      }>`insert into procurements (organisation_id, reference, title, procedure, stage, published_on)
        values (${org}, ${randomUUID()}, 'T', 'open', 'published', '2026-11-01') returning id`.execute(
        tx,
      );
      await sql`insert into channel_closures (organisation_id, series_id, procurement_id, title, since, shared_at)
        values (${org}, ${mine.seriesId}, ${rows[0]?.id}, 'T', '2026-11-01', now())`.execute(tx);
    };
    const lift = (tx: Tx) =>
      sql`update channel_closures set until_on = '2026-11-20' where series_id = ${mine.seriesId}`.execute(
        tx,
      );
    const theirs = mine.counterpart.organisationId;
    expect(await goesThrough(theirs, close(theirs))).toBe(false);
    expect(await goesThrough(stranger.organisationId, close(stranger.organisationId))).toBe(false);
    expect(await goesThrough(joint.organisationId, close(joint.organisationId))).toBe(true);
    for (const who of [theirs, stranger.organisationId, mine.host.organisationId])
      expect(await goesThrough(who, lift)).toBe(false);
    await getUp(db.database, mine.seriesId, joint.organisationId);
    expect(await goesThrough(joint.organisationId, lift)).toBe(false);
    expect(await goesThrough(mine.host.organisationId, lift)).toBe(true);
  });
});

describe("the tests themselves", () => {
  it("turn red when the policy that holds a side to its own is gone", async () => {
    const mine = await plantTable(db.database);
    const org = mine.host.organisationId;
    const asCounterpart = sayAim(org, "counterpart", "Northbridge", mine.seriesId);
    expect(await goesThrough(org, asCounterpart)).toBe(false);
    await db.asOwner("drop policy own_side_written on series_aims");
    try {
      expect(await goesThrough(org, asCounterpart)).toBe(true);
    } finally {
      await db.asOwner(
        "create policy own_side_written on series_aims as restrictive for insert to throughline_app with check (side = private.side_at(series_id))",
      );
    }
    expect(await goesThrough(org, asCounterpart)).toBe(false);
  });

  it("turn red when a table is opened to everybody", async () => {
    await db.asOwner(
      "create policy planted_hole on dialogue_series for select to throughline_app using (true)",
    );
    try {
      const rows = await db.database.withActor(
        { organisationId: stranger.organisationId, personId: null },
        (tx) =>
          tx
            .selectFrom("dialogue_series")
            .where("organisation_id", "!=", stranger.organisationId)
            .select("id")
            .execute(),
      );
      expect(rows.length).toBeGreaterThan(0);
    } finally {
      await db.asOwner("drop policy planted_hole on dialogue_series");
    }
  });
});
