/** Each endpoint of programmes, series, seats and lessons as every role, as tokens, as nobody, and as whoever sits there by link. */
import type { ApiClient } from "@throughline/contract";
import type { Permission } from "@throughline/domain";
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAsGuest } from "../../test/as-guest.ts";
import { openSeatAsGuest, type SeatGuest } from "../../test/as-seat-guest.ts";
import { contractInput, product } from "../../test/contract-input.ts";
import { expectAccess } from "../../test/expect-access.ts";
import { codeOf } from "../../test/expect-code.ts";
import {
  offerSeat,
  plantSeries,
  plantTable,
  type PlantedTable,
} from "../../test/plant-dialogue.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let table: PlantedTable;
let guest: SeatGuest;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  table = await plantTable(db.database);
  const seriesId = await plantSeries(db.database, table.host, "Oak IT");
  const seat = await offerSeat(db.database, { seriesId, host: table.host }, "counterpart");
  guest = await openSeatAsGuest(server, seat.secrets);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const text = "T";
const nowhere = "00000000-0000-4000-8000-000000000000";
const terms = {
  title: text,
  counterpartRole: "supplier",
  basis: "shared_priorities",
  issues: ["wages"],
  timeZone: "Europe/London",
} as const;
const programme = { title: text, purpose: text, fromOn: "2026-01-01" };
type Call = (client: ApiClient, id: string) => Promise<unknown>;

/** `guest`: also for whoever sits there by link, code and word. */
const endpoints: readonly (readonly [
  name: string,
  permission: Permission,
  guest: boolean,
  call: Call,
])[] = [
  ["listProgrammes", "dialogue.read", false, (c) => c.dialogues.listProgrammes({})],
  ["getProgramme", "dialogue.read", false, (c, id) => c.dialogues.getProgramme({ id })],
  ["createProgramme", "dialogue.write", false, (c) => c.dialogues.createProgramme(programme)],
  [
    "updateProgramme",
    "dialogue.write",
    false,
    (c, id) => c.dialogues.updateProgramme({ ...programme, id, version: 1 }),
  ],
  [
    "closeProgramme",
    "dialogue.write",
    false,
    (c, id) => c.dialogues.closeProgramme({ id, version: 1, outcome: text }),
  ],
  ["list", "dialogue.read", true, (c) => c.dialogues.list({})],
  ["get", "dialogue.read", true, (c, id) => c.dialogues.get({ id })],
  [
    "create",
    "dialogue.write",
    false,
    (c) =>
      c.dialogues.create({
        ...terms,
        issues: ["wages"],
        counterpartName: text,
        purpose: text,
        hopedOutcome: text,
      }),
  ],
  [
    "update",
    "dialogue.write",
    false,
    (c, id) => c.dialogues.update({ ...terms, issues: ["wages"], id, version: 99 }),
  ],
  [
    "setState",
    "dialogue.write",
    false,
    (c, id) => c.dialogues.setState({ id, version: 99, state: "paused", reason: text }),
  ],
  [
    "sayAim",
    "dialogue.write",
    true,
    (c, id) => c.dialogues.sayAim({ id, purpose: text, hopedOutcome: text }),
  ],
  ["agreeAim", "dialogue.write", true, (c, id) => c.dialogues.agreeAim({ id, aimId: nowhere })],
  [
    "saveThread",
    "dialogue.write",
    true,
    (c, id) => c.dialogues.saveThread({ id, title: text, kind: "other" }),
  ],
  [
    "offerSeat",
    "dialogue.write",
    false,
    (c, id) =>
      c.dialogues.offerSeat({ id, kind: "joint", name: text, toAddress: "role@planted.example" }),
  ],
  [
    "changeSeat",
    "dialogue.write",
    false,
    (c, id) => c.dialogues.changeSeat({ id, seatId: nowhere, sees: [] }),
  ],
  [
    "revealSeat",
    "dialogue.write",
    false,
    (c, id) => c.dialogues.revealSeat({ id, seatId: nowhere }),
  ],
  ["renewSeat", "dialogue.write", false, (c, id) => c.dialogues.renewSeat({ id, seatId: nowhere })],
  ["endSeat", "dialogue.write", false, (c, id) => c.dialogues.endSeat({ id, seatId: nowhere })],
  [
    "listComments",
    "dialogue.read",
    true,
    (c, id) => c.dialogues.listComments({ id, subjectKind: "series", subjectId: id }),
  ],
  [
    "comment",
    "dialogue.write",
    true,
    (c, id) =>
      c.dialogues.comment({ id, subjectKind: "series", subjectId: id, text, internal: true }),
  ],
  [
    "changeComment",
    "dialogue.write",
    true,
    (c) => c.dialogues.changeComment({ commentId: nowhere, version: 1, act: "resolve" }),
  ],
  ["listLessons", "dialogue.read", false, (c) => c.dialogues.listLessons({})],
  [
    "saveLesson",
    "dialogue.write",
    false,
    (c) =>
      c.dialogues.saveLesson({ title: text, text, outcome: "worked", visibility: "organisation" }),
  ],
  [
    "withdrawLesson",
    "dialogue.write",
    false,
    (c) => c.dialogues.withdrawLesson({ lessonId: nowhere }),
  ],
  // The host does not leave its own table: refused, and not for who asks.
  ["leave", "dialogue.write", false, (c, id) => c.dialogues.leave({ id })],
];

describe("access", () => {
  it.each(endpoints)("%s asks for %s", async (name, permission, _guest, call) => {
    await expectAccess(server, table.host, {
      name,
      permission,
      call: (client) => call(client, table.seriesId),
    });
  });

  it.each(endpoints.filter(([name]) => name !== "leave"))(
    "%s as whoever sits there by link",
    async (name, _permission, may, call) => {
      const code = await codeOf(call(guest.client, guest.seriesId));
      expect(code === "not_signed_in", name).toBe(!may);
    },
  );

  it("takes a seat in a session only", async () => {
    const seat = { secret: "a-secret-that-nobody-was-given-0000", code: "ABCD-EFGH" };
    const { organisationId, people } = table.host;
    const token = await server.tokenFor(people.owner, organisationId, ["dialogue.write"]);
    expect(await codeOf(server.withToken(token).dialogues.takeSeat(seat))).toBe("not_allowed");
    expect(await codeOf(server.as(people.reader, organisationId).dialogues.takeSeat(seat))).toBe(
      "not_allowed",
    );
    expect(await codeOf(server.anonymous().dialogues.takeSeat(seat))).toBe("not_signed_in");
    expect(
      await codeOf(server.as(people.contributor, organisationId).dialogues.takeSeat(seat)),
    ).toBe("seat_link_not_valid");
  });

  it("opens neither a table with a request's link nor a record with a seat's", async () => {
    const buyer = server.as(table.host.people.owner, table.host.organisationId);
    const { id } = await buyer.contracts.create(contractInput({ products: [product("B", "F")] }));
    const { requestId } = await buyer.requests.write({
      addressee: "A",
      contracts: [{ contractId: id }],
      subject: "S",
      body: "B",
      dueOn: null,
    });
    const asked = await openAsGuest(
      server,
      await buyer.requests.send({ requestId, toName: "A", toAddress: null }),
    );
    expect(await codeOf(asked.client.dialogues.list({}))).toBe("not_signed_in");
    expect(await codeOf(guest.client.record.get())).toBe("not_signed_in");
    expect(await codeOf(guest.client.answering.list({}))).toBe("not_signed_in");
    expect(await codeOf(asked.client.record.get())).toBe("done");
    expect(await codeOf(guest.client.dialogues.list({}))).toBe("done");
  });

  it("lets whoever sits there without hosting it do nothing of the host's", async () => {
    const { counterpart, seriesId } = table;
    const theirs = server.as(counterpart.people.owner, counterpart.organisationId);
    for (const [name, , , call] of endpoints.filter(([one]) =>
      [
        "update",
        "setState",
        "offerSeat",
        "changeSeat",
        "revealSeat",
        "renewSeat",
        "endSeat",
      ].includes(one),
    ))
      expect(await codeOf(call(theirs, seriesId)), name).toBe("not_allowed");
    expect(await codeOf(theirs.dialogues.leave({ id: seriesId }))).toBe("done");
    expect(await codeOf(theirs.dialogues.get({ id: seriesId }))).toBe("not_found");
  });
});
