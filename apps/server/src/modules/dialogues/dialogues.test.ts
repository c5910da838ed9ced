/** Programmes and series from beginning to end, through the API. */
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import type { ApiClient } from "@throughline/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeatAsGuest } from "../../test/as-seat-guest.ts";
import { plantAct, plantCommitment, plantMeeting, plantTable } from "../../test/plant-dialogue.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let client: ApiClient;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
  buyer = await plantOrganisation(db.database, "Northbridge");
  client = server.as(buyer.people.contributor, buyer.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const seriesInput: Parameters<ApiClient["dialogues"]["create"]>[0] = {
  title: "Sites of the displays",
  counterpartName: "Cedar IT",
  counterpartRole: "reseller",
  basis: "shared_priorities",
  issues: ["traceability"],
  cadenceMonths: 6,
  timeZone: "Europe/London",
  purpose: "To know where the displays are made.",
  hopedOutcome: "Names and addresses of all display makers.",
};

describe("a series", () => {
  it("is begun, shown, listed, changed, paused and closed", async () => {
    const { id } = await client.dialogues.create({ ...seriesInput, brings: "Our volumes." });
    const shown = await client.dialogues.get({ id });
    expect(shown).toMatchObject({
      title: "Sites of the displays",
      counterpart: { name: "Cedar IT", role: "reseller" },
      host: { name: "Northbridge", ours: true },
      mySide: "buyers",
      state: "open",
      openedOn: "2026-11-20",
      meetingsHeld: 0,
      lapsed: false,
      channelOpen: true,
      can: { host: true, write: true, plan: true, agree: false, leave: false },
    });
    expect(shown.supplierId).not.toBeNull();
    expect(shown.seats).toMatchObject([
      { kind: "lead", name: "Northbridge", mine: true, link: null },
    ]);
    expect(shown.aims).toMatchObject([
      { side: "buyers", by: "Northbridge", brings: "Our volumes.", agreed: null },
    ]);
    const { items, total } = await client.dialogues.list({ search: "cedar" });
    expect(total).toBe(1);
    expect(items[0]?.id).toBe(id);
    const { version } = await client.dialogues.update({
      ...seriesInput,
      id,
      version: 1,
      title: "Displays",
    });
    expect(version).toBe(2);
    await refuses("conflict", client.dialogues.update({ ...seriesInput, id, version: 1 }));
    await client.dialogues.setState({ id, version: 2, state: "paused", reason: "Elections." });
    await refuses(
      "series_not_open",
      client.dialogues.offerSeat({
        id,
        kind: "counterpart",
        name: "Cedar IT",
        toAddress: "csr@cedar.example",
      }),
    );
    await client.dialogues.setState({ id, version: 3, state: "open", reason: "We go on." });
    await client.dialogues.setState({ id, version: 4, state: "closed", reason: "All is known." });
    expect(await client.dialogues.get({ id })).toMatchObject({
      state: "closed",
      closedOn: "2026-11-20",
      stateReason: "All is known.",
      can: { plan: false },
    });
    await refuses(
      "series_not_open",
      client.dialogues.sayAim({ id, purpose: "P", hopedOutcome: "H" }),
    );
  });

  it("refuses what does not hold together", async () => {
    await refuses("input_invalid", client.dialogues.create({ ...seriesInput, timeZone: "Oslo" }));
    const { counterpartName: _, ...nobody } = seriesInput;
    await refuses("input_invalid", client.dialogues.create(nobody));
    await refuses(
      "input_invalid",
      client.dialogues.create({ ...seriesInput, issues: ["a", "b", "c"] }),
    );
    const { id } = await client.dialogues.create(seriesInput);
    await refuses(
      "conflict",
      client.dialogues.setState({ id, version: 1, state: "open", reason: "Why not." }),
    );
    await refuses(
      "input_invalid",
      client.dialogues.saveThread({ id, title: "T", kind: "other", closedOn: "2026-11-20" }),
    );
    await refuses(
      "date_in_future",
      client.dialogues.saveThread({
        id,
        title: "T",
        kind: "other",
        closedOn: "2026-11-21",
        outcome: "O",
      }),
    );
    await refuses("conflict", client.dialogues.leave({ id }));
  });

  it("sums up what was met about and promised, and sorts and filters by it", async () => {
    const table = await plantTable(db.database, { cadenceMonths: 3, title: "Hours" });
    const quiet = await plantTable(db.database, {
      host: table.host,
      title: "Wages",
      openedOn: "2026-11-01",
    });
    await plantMeeting(db.database, table, { state: "held", startsAt: "2026-03-03T10:00:00Z" });
    await plantMeeting(db.database, quiet, { startsAt: "2026-12-03T10:00:00Z" });
    const first = await plantCommitment(db.database, table.seriesId, table.counterpart, {
      dueOn: "2026-11-10",
    });
    await plantAct(db.database, table.seriesId, first, table.host, { kind: "confirmed" });
    await plantCommitment(db.database, table.seriesId, table.counterpart, { debtor: "buyers" });
    const mine = server.as(table.host.people.reader, table.host.organisationId);
    expect(await mine.dialogues.get({ id: table.seriesId })).toMatchObject({
      meetingsHeld: 1,
      lastMeetingOn: "2026-03-03",
      nextMeetingOn: null,
      lapsed: true,
      commitments: { open: 2, overdue: 1, waitingForUs: 1, kept: 0, slipped: 0 },
    });
    const titles = async (filter: Parameters<ApiClient["dialogues"]["list"]>[0]) =>
      (await mine.dialogues.list(filter)).items.map(({ title }) => title);
    expect(await titles({ watch: "lapsed" })).toEqual(["Hours"]);
    expect(await titles({ watch: "waiting_for_us" })).toEqual(["Hours"]);
    expect(await titles({ watch: "channel_closed" })).toEqual([]);
    expect(await titles({ sort: "title" })).toEqual(["Hours", "Wages"]);
    expect(await titles({ sort: "-title" })).toEqual(["Wages", "Hours"]);
    expect(await titles({ sort: "next" })).toEqual(["Wages", "Hours"]);
    expect(await titles({ sort: "last" })).toEqual(["Hours", "Wages"]);
    const page = await mine.dialogues.list({ sort: "title", limit: 1 });
    expect(page.total).toBe(2);
    const next = await mine.dialogues.list({ sort: "title", limit: 1, after: page.next ?? "" });
    expect(next.items.map(({ title }) => title)).toEqual(["Wages"]);
    expect(next.next).toBeNull();
  });
});

describe("the counterpart", () => {
  it("sits down by link, code and a word of its own, says what it wants, and agrees", async () => {
    const { id } = await client.dialogues.create({ ...seriesInput, programmeId: null });
    const { seatId, mailId } = await client.dialogues.offerSeat({
      id,
      kind: "counterpart",
      name: "Cedar IT",
      toAddress: "csr@cedar.example",
      letter: "We met at the fair.",
    });
    await refuses(
      "already_exists",
      client.dialogues.offerSeat({
        id,
        kind: "counterpart",
        name: "Oak IT",
        toAddress: "csr@oak.example",
      }),
    );
    expect((await client.dialogues.get({ id })).seats).toMatchObject([
      { kind: "lead" },
      {
        kind: "counterpart",
        link: { toAddress: "csr@cedar.example", taken: false, shownAt: null },
      },
    ]);
    const mail = await server.as(buyer.people.owner, buyer.organisationId).mails.get({ mailId });
    expect(mail.body).toContain("We met at the fair.");
    expect(mail.body).toContain("http://localhost/seat#");
    // Who reads the letter in the outbox was shown link and code.
    const after = await client.dialogues.get({ id });
    expect(after.seats[1]?.link?.shownAt).not.toBeNull();
    const offered = await client.dialogues.revealSeat({ id, seatId });
    const guest = await openSeatAsGuest(server, offered);
    expect(guest).toMatchObject({ seriesId: id, first: true });
    const seen = await guest.client.dialogues.get({ id });
    expect(seen).toMatchObject({
      mySide: "counterpart",
      host: { name: "Northbridge", ours: false },
      programme: null,
      supplierId: null,
      contracts: [],
      can: { host: false, write: true, plan: false, agree: true, leave: true },
    });
    expect(seen.seats.map(({ link }) => link)).toEqual([null, null]);
    await guest.client.dialogues.agreeAim({ id, aimId: seen.aims[0]?.id ?? "", note: "Gladly." });
    await refuses(
      "already_exists",
      guest.client.dialogues.agreeAim({ id, aimId: seen.aims[0]?.id ?? "" }),
    );
    const { aimId } = await guest.client.dialogues.sayAim({
      id,
      purpose: "To be asked once.",
      hopedOutcome: "One form.",
    });
    await refuses("other_side_speaks", guest.client.dialogues.agreeAim({ id, aimId }));
    const both = await client.dialogues.get({ id });
    expect(both.can.agree).toBe(true);
    expect(both.aims).toMatchObject([
      { side: "counterpart", by: "Cedar IT", agreed: null },
      { side: "buyers", by: "Northbridge", agreed: { by: "Cedar IT", note: "Gladly." } },
    ]);
    expect(both.seats[1]?.link).toMatchObject({ taken: true, takenAs: "link" });
    await client.dialogues.sayAim({ id, purpose: "Anew", hopedOutcome: "Anew" });
    await refuses(
      "conflict",
      guest.client.dialogues.agreeAim({ id, aimId: seen.aims[0]?.id ?? "" }),
    );
    const again = await openSeatAsGuest(server, offered);
    expect(again.first).toBe(false);
    const { items } = await again.client.dialogues.list({});
    expect(items.map((one) => one.id)).toEqual([id]);
  });
});
