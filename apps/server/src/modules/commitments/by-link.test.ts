/** The counterpart without an account: by link, code and word, as the product opens it. */
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeatAsGuest } from "../../test/as-seat-guest.ts";
import { codeOf } from "../../test/expect-code.ts";
import { offerSeat, plantSeries, plantTable } from "../../test/plant-dialogue.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

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

const promise = { debtor: "counterpart", debtorName: "Cedar IT", dueOn: null } as const;

describe("a counterpart without an account", () => {
  it("confirms and promises by link; once our people were shown the link, its word says so", async () => {
    const host = await plantOrganisation(db.database, "Northbridge");
    const seriesId = await plantSeries(db.database, host);
    const seat = await offerSeat(db.database, { seriesId, host }, "counterpart", {
      name: "Cedar IT",
    });
    const buyer = server.as(host.people.owner, host.organisationId);
    const first = await buyer.commitments.make({ ...promise, seriesId, what: "Name the sites" });
    const second = await buyer.commitments.make({ ...promise, seriesId, what: "Name the hours" });
    const guest = (await openSeatAsGuest(server, seat.secrets)).client;
    const confirmed = await guest.commitments.say({ id: first.id, kind: "confirmed" });
    expect(confirmed.acts.at(-1)).toMatchObject({
      kind: "confirmed",
      via: "link",
      by: "Cedar IT",
      linkShown: false,
      mine: true,
    });
    await buyer.dialogues.revealSeat({ id: seriesId, seatId: seat.seatId });
    await guest.commitments.say({ id: second.id, kind: "confirmed" });
    const read = await buyer.commitments.get({ id: second.id });
    expect(read.acts.map(({ kind, via, linkShown }) => [kind, via, linkShown])).toEqual([
      ["made", "account", false],
      ["confirmed", "link", true],
    ]);
    const own = await guest.commitments.make({ ...promise, seriesId, what: "Ask the maker" });
    expect(await codeOf(guest.commitments.say({ id: own.id, kind: "confirmed" }))).toBe(
      "other_side_speaks",
    );
    expect((await guest.commitments.list({})).total).toBe(3);
  });

  it("says so with an account too, where our people had been shown the link before the seat was taken", async () => {
    const host = await plantOrganisation(db.database, "Northbridge");
    const seriesId = await plantSeries(db.database, host);
    const { seatId, secrets } = await offerSeat(db.database, { seriesId, host }, "counterpart");
    const buyer = server.as(host.people.owner, host.organisationId);
    const { id } = await buyer.commitments.make({ ...promise, seriesId, what: "Name the sites" });
    await buyer.dialogues.revealSeat({ id: seriesId, seatId });
    // Whoever was shown link and code can make an account that the host does not know.
    const made = await plantOrganisation(db.database, "Cedar IT, so it says");
    const itself = server.as(made.people.owner, made.organisationId);
    await itself.dialogues.takeSeat({ secret: secrets.linkSecret, code: secrets.code });
    const said = await itself.commitments.say({ id, kind: "confirmed" });
    expect(said.acts.at(-1)).toMatchObject({ via: "account", linkShown: true });

    // Shown afterwards, link and code opened nothing to whoever was shown them.
    const table = await plantSeries(db.database, host);
    const seat = await offerSeat(db.database, { seriesId: table, host }, "counterpart");
    const cedar = await plantOrganisation(db.database, "Cedar IT");
    const theirs = server.as(cedar.people.owner, cedar.organisationId);
    await theirs.dialogues.takeSeat({
      secret: seat.secrets.linkSecret,
      code: seat.secrets.code,
    });
    await buyer.dialogues.revealSeat({ id: table, seatId: seat.seatId });
    const other = await buyer.commitments.make({ ...promise, seriesId: table, what: "Hours" });
    const word = await theirs.commitments.say({ id: other.id, kind: "confirmed" });
    expect(word.acts.at(-1)).toMatchObject({ via: "account", linkShown: false });
  });

  it("sees its own table alone, and nothing of what is ours", async () => {
    const host = await plantOrganisation(db.database, "Northbridge");
    const seriesId = await plantSeries(db.database, host);
    const seat = await offerSeat(db.database, { seriesId, host }, "counterpart");
    const buyer = server.as(host.people.owner, host.organisationId);
    const elsewhere = await plantTable(db.database, { host });
    const other = await buyer.commitments.make({
      ...promise,
      seriesId: elsewhere.seriesId,
      what: "Secret of a rival",
    });
    await buyer.commitments.make({ ...promise, seriesId, what: "Mine", breakId: "secret-break" });
    const guest = (await openSeatAsGuest(server, seat.secrets)).client;
    const seen = await guest.commitments.list({});
    expect(seen.items.map(({ what, contract }) => [what, contract])).toEqual([["Mine", null]]);
    const detail = await guest.commitments.get({ id: seen.items[0]?.id ?? "" });
    expect(detail.breakId).toBeNull();
    expect(await codeOf(guest.commitments.get({ id: other.id }))).toBe("not_found");
    for (const call of [
      () => guest.commitments.requestFromObstacle({ id: other.id, contractId: other.id }),
      () =>
        guest.commitments.recordAsAnswer({ id: other.id, contractId: other.id, requestId: null }),
    ])
      expect(await codeOf(call())).toBe("not_signed_in");
  });
});
