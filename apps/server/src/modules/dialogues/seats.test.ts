/** How one sits down: by link, code and word, as an organisation, and what host and strangers cannot do with a link. */
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import type { ApiClient } from "@throughline/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asGuestAndMember, secretOf } from "../../test/as-guest.ts";
import { openSeatAsGuest, plantedWord } from "../../test/as-seat-guest.ts";
import {
  offerSeat,
  plantJointBuyer,
  plantSeries,
  plantTable,
  sitDown,
} from "../../test/plant-dialogue.ts";
import { workOf } from "../../test/plant-contract.ts";
import { refuses } from "../../test/refuses.ts";
import { testSecret } from "../../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { deriveSeatSecrets } from "./seat-secrets.ts";
import { queueMail } from "../mail/index.ts";
import { carrySeatLink } from "./keep-seats.ts";

let db: TestDatabase;
let server: TestApp;
let host: PlantedOrganisation;
let client: ApiClient;
let seriesId: string;
let seat: { readonly seatId: string; readonly link: string; readonly code: string };

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  host = await plantOrganisation(db.database, "Northbridge");
  client = server.as(host.people.owner, host.organisationId);
});
beforeEach(async () => {
  // Tries are counted by network address, and here all come from one.
  await db.asOwner('delete from auth."rateLimit"');
  seriesId = await plantSeries(db.database, host);
  const { seatId, secrets } = await offerSeat(db.database, { seriesId, host }, "counterpart", {
    name: "Cedar IT",
  });
  seat = { seatId, link: secrets.link, code: secrets.code };
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const asMember = (org: PlantedOrganisation): ApiClient =>
  server.as(org.people.owner, org.organisationId);
const parts = { secret: testSecret, publicUrl: "http://localhost" };
const keys = () => ({ secret: secretOf(seat.link), code: seat.code });

describe("a seat that is opened", () => {
  it("answers an unknown link, a wrong code, a wrong word, an ended and a renewed seat as one", async () => {
    const nobody = server.anonymous();
    await openSeatAsGuest(server, seat);
    const open = (given: object) =>
      nobody.dialogues.openSeat({ ...keys(), word: plantedWord, ...given });
    const answers = [
      await refuses("seat_link_not_valid", open({ secret: "a-secret-that-nobody-was-given-0000" })),
      await refuses("seat_link_not_valid", open({ code: "2222-2222" })),
      await refuses("seat_link_not_valid", open({ word: "another word" })),
    ];
    const { mailId } = await client.dialogues.renewSeat({ id: seriesId, seatId: seat.seatId });
    expect((await client.mails.get({ mailId })).body).toContain("a new link");
    answers.push(await refuses("seat_link_not_valid", open({})));
    const again = await client.dialogues.revealSeat({ id: seriesId, seatId: seat.seatId });
    expect(again.link).not.toBe(seat.link);
    await client.dialogues.endSeat({ id: seriesId, seatId: seat.seatId });
    answers.push(
      await refuses(
        "seat_link_not_valid",
        open({ secret: secretOf(again.link), code: again.code }),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await refuses("conflict", client.dialogues.endSeat({ id: seriesId, seatId: seat.seatId }));
  });

  it("is not told by how it is typed: small letters, blanks, ways to compose a letter", async () => {
    await openSeatAsGuest(server, seat, "caf\u00e9 au lait");
    const typed = { ...seat, code: seat.code.toLowerCase().replace("-", " ") };
    expect((await openSeatAsGuest(server, typed, " cafe\u0301 au lait ")).first).toBe(false);
  });

  it("stops trying after twenty wrong words", async () => {
    await openSeatAsGuest(server, seat);
    const codes: unknown[] = [];
    for (let tries = 0; tries < 22; tries += 1) {
      const answer = await server.call({
        method: "POST",
        url: "/api/dialogue/seat/open",
        body: { ...keys(), word: `wrong word ${tries}` },
      });
      codes.push(answer.json<{ code: string }>().code);
    }
    expect(codes.slice(0, 20).every((code) => code === "seat_link_not_valid")).toBe(true);
    expect(codes.slice(20)).toEqual(["rate_limited", "rate_limited"]);
  });

  it("is opened once by two who try at the same moment with words of their own", async () => {
    const tries = await Promise.allSettled([
      openSeatAsGuest(server, seat, "the first word"),
      openSeatAsGuest(server, seat, "the second word"),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const sitting = await db.asOwner(
      "select 1 from dialogue_sittings where seat_id = $1 and left_at is null",
      [seat.seatId],
    );
    expect(sitting).toHaveLength(1);
  });

  it("loses its guest with a new link, and keeps what was said there", async () => {
    const guest = await openSeatAsGuest(server, seat);
    await guest.client.dialogues.sayAim({ id: seriesId, purpose: "P", hopedOutcome: "H" });
    await client.dialogues.renewSeat({
      id: seriesId,
      seatId: seat.seatId,
      toAddress: "new@cedar.example",
    });
    await refuses("not_found", guest.client.dialogues.get({ id: seriesId }));
    const shown = await client.dialogues.get({ id: seriesId });
    expect(shown.aims).toMatchObject([{ side: "counterpart", by: "Cedar IT" }]);
    const link = shown.seats.find(({ id }) => id === seat.seatId)?.link;
    expect(link).toMatchObject({
      generation: 2,
      taken: false,
      takenAs: null,
      shownAt: null,
      toAddress: "new@cedar.example",
    });
    const fresh = await client.dialogues.revealSeat({ id: seriesId, seatId: seat.seatId });
    const next = await openSeatAsGuest(server, fresh, "a new word of ours");
    expect(next.first).toBe(true);
    expect((await next.client.dialogues.get({ id: seriesId })).aims).toHaveLength(1);
  });

  it("opens nothing once it is out of date; a letter that carries it keeps it open", async () => {
    const { seatId } = seat;
    const expires = (on: string) =>
      db.database.withActor(host.actor(), (tx) =>
        tx
          .updateTable("dialogue_links")
          .set({ expires_on: on })
          .where("seat_id", "=", seatId)
          .execute(),
      );
    const guest = await openSeatAsGuest(server, seat);
    await expires("2026-01-01");
    await refuses("not_found", guest.client.dialogues.get({ id: seriesId }));
    const open = () => server.anonymous().dialogues.openSeat({ ...keys(), word: plantedWord });
    await refuses("seat_link_not_valid", open());
    await refuses("conflict", client.dialogues.revealSeat({ id: seriesId, seatId }));
    await db.database.withActor(host.actor(), async (tx) => {
      const work = workOf(tx, host.actor(), new Date());
      const mailId = await queueMail(work, {
        kind: "test",
        toAddress: "csr@cedar.example",
        toName: null,
        subject: "S",
        body: "{{link}}",
        deliveryId: null,
      });
      await carrySeatLink(work, mailId, seatId);
    });
    expect((await open()).first).toBe(false);
    expect((await guest.client.dialogues.get({ id: seriesId })).mySide).toBe("counterpart");
  });

  it("is left for good", async () => {
    const guest = await openSeatAsGuest(server, seat);
    await guest.client.dialogues.leave({ id: seriesId });
    await refuses("not_found", guest.client.dialogues.get({ id: seriesId }));
    await refuses(
      "seat_link_not_valid",
      server.anonymous().dialogues.openSeat({ ...keys(), word: plantedWord }),
    );
  });
});

describe("a seat that is taken by an organisation", () => {
  it("is taken with link and code, once, and its link opens nothing else then", async () => {
    const cedar = await plantOrganisation(db.database, "Cedar IT");
    const other = await plantOrganisation(db.database, "Oak IT");
    expect(await asMember(cedar).dialogues.takeSeat(keys())).toEqual({ seriesId });
    expect(await asMember(cedar).dialogues.takeSeat(keys())).toEqual({ seriesId });
    await refuses("seat_taken", asMember(other).dialogues.takeSeat(keys()));
    await refuses(
      "not_signed_in",
      server.anonymous().dialogues.openSeat({ ...keys(), word: plantedWord }),
    );
    const shown = await client.dialogues.get({ id: seriesId });
    expect(shown.seats.find(({ id }) => id === seat.seatId)?.link).toMatchObject({
      taken: true,
      takenAs: "account",
    });
    expect((await asMember(cedar).dialogues.list({ side: "counterpart" })).total).toBe(1);
  });

  it("is taken over from a guest by whoever knows the word, and by nobody else", async () => {
    const guest = await openSeatAsGuest(server, seat);
    await guest.client.dialogues.sayAim({ id: seriesId, purpose: "P", hopedOutcome: "H" });
    const cedar = await plantOrganisation(db.database, "Cedar IT");
    await refuses("seat_taken", asMember(cedar).dialogues.takeSeat(keys()));
    await refuses(
      "seat_link_not_valid",
      asMember(cedar).dialogues.takeSeat({ ...keys(), word: "not the word" }),
    );
    await asMember(cedar).dialogues.takeSeat({ ...keys(), word: plantedWord });
    const seen = await asMember(cedar).dialogues.get({ id: seriesId });
    expect(seen.mySide).toBe("counterpart");
    expect(seen.aims).toHaveLength(1);
    await refuses("not_signed_in", guest.client.dialogues.get({ id: seriesId }));
  });

  it("is never taken by people of the host, nor by who sits at the table already", async () => {
    const second = await plantOrganisation(db.database, "Second house");
    await db.asOwner(
      "insert into members (organisation_id, person_id, role, name, email) values ($1, $2, 'owner', 'N', 'm@planted.example')",
      [second.organisationId, host.people.manager],
    );
    await refuses("conflict", client.dialogues.takeSeat(keys()));
    const elsewhere = server.as(host.people.manager, second.organisationId);
    await refuses("conflict", elsewhere.dialogues.takeSeat(keys()));
    const joint = await offerSeat(db.database, { seriesId, host }, "joint", { name: "Larkhaven" });
    const larkhaven = await plantOrganisation(db.database, "Larkhaven");
    await asMember(larkhaven).dialogues.takeSeat({
      secret: joint.secrets.linkSecret,
      code: joint.secrets.code,
    });
    await refuses("already_exists", asMember(larkhaven).dialogues.takeSeat(keys()));
    const { secrets: another } = await offerSeat(db.database, { seriesId, host }, "joint");
    await refuses(
      "already_exists",
      asMember(larkhaven).dialogues.takeSeat({ secret: another.linkSecret, code: another.code }),
    );
  });
});

describe("sides of a table", () => {
  it("are kept apart: who sat on one, or is a member there, does not sit down on the other", async () => {
    const larkhaven = await plantJointBuyer(db.database, { seriesId, host });
    const other = await plantOrganisation(db.database, "Another house of theirs");
    await db.asOwner(
      "insert into members (organisation_id, person_id, role, name, email) values ($1, $2, 'owner', 'N', 'larkhaven@planted.example')",
      [other.organisationId, larkhaven.people.owner],
    );
    const elsewhere = server.as(larkhaven.people.owner, other.organisationId);
    await refuses("conflict", elsewhere.dialogues.takeSeat(keys()));
    await asMember(larkhaven).dialogues.leave({ id: seriesId });
    await refuses("conflict", asMember(larkhaven).dialogues.takeSeat(keys()));
    await refuses("conflict", elsewhere.dialogues.takeSeat(keys()));
    // The database holds it, whatever the server asks for.
    const sitDownThere = sitDown(
      db.database,
      { seriesId, host },
      { seatId: seat.seatId, secrets: deriveSeatSecrets(parts, seat.seatId, 1) },
      larkhaven.organisationId,
    );
    await expect(sitDownThere).rejects.toThrow("Something that was referred to is not there.");
    expect(await asMember(other).dialogues.takeSeat(keys())).toEqual({ seriesId });
  });

  it("are kept apart where a guest's workspace is made an organisation, too", async () => {
    const larkhaven = await plantJointBuyer(db.database, { seriesId, host });
    const guest = await openSeatAsGuest(server, seat);
    const held = { deliveryId: "", headers: guest.headers, client: guest.client };
    const { people, organisationId } = larkhaven;
    const joint = await asGuestAndMember(server, held, people.owner, organisationId);
    await refuses("conflict", joint.answering.claim({ name: "Cedar IT", country: null }));
  });
});

describe("a workspace that sits there", () => {
  it("is made an organisation by its guest, not by people of the host", async () => {
    const guest = await openSeatAsGuest(server, seat);
    const held = { deliveryId: "", headers: guest.headers, client: guest.client };
    const hosts = await asGuestAndMember(server, held, host.people.reader, host.organisationId);
    await refuses("conflict", hosts.answering.claim({ name: "Cedar IT", country: null }));
    const person = await plantOrganisation(db.database, "Where somebody is a member");
    const claims = await asGuestAndMember(
      server,
      held,
      person.people.reader,
      person.organisationId,
    );
    const { organisationId } = await claims.answering.claim({ name: "Cedar IT", country: "GB" });
    const theirs = server.as(person.people.reader, organisationId);
    expect((await theirs.dialogues.get({ id: seriesId })).mySide).toBe("counterpart");
    await refuses("not_signed_in", guest.client.dialogues.get({ id: seriesId }));
    const shown = await client.dialogues.get({ id: seriesId });
    expect(shown.seats.find(({ id }) => id === seat.seatId)?.link?.takenAs).toBe("account");
  });
});

describe("whether a link was shown", () => {
  const shownAt = async () =>
    (await client.dialogues.get({ id: seriesId })).seats.find(({ id }) => id === seat.seatId)?.link
      ?.shownAt;

  it("is noted when it is revealed, and when its letter is read in the outbox", async () => {
    expect(await shownAt()).toBeNull();
    await client.dialogues.revealSeat({ id: seriesId, seatId: seat.seatId });
    const first = await shownAt();
    expect(first).not.toBeNull();
    await client.dialogues.revealSeat({ id: seriesId, seatId: seat.seatId });
    expect(await shownAt()).toBe(first);
    const { mailId } = await client.dialogues.renewSeat({ id: seriesId, seatId: seat.seatId });
    expect(await shownAt()).toBeNull();
    expect((await client.mails.get({ mailId })).body).toContain("/seat#");
    expect(await shownAt()).not.toBeNull();
  });

  it("needs the right to show it there, also in the outbox: a token for requests reads no link", async () => {
    const { mailId } = await client.dialogues.renewSeat({ id: seriesId, seatId: seat.seatId });
    const read = async (scopes: ("request.write" | "dialogue.write")[]) => {
      const { owner } = host.people;
      const token = await server.tokenFor(owner, host.organisationId, scopes);
      return server.withToken(token).mails.get({ mailId });
    };
    const mail = await read(["request.write"]);
    expect(mail.holdsSecrets).toBe(false);
    expect(mail.body).not.toContain("/seat#");
    expect(await shownAt()).toBeNull();
    expect((await read(["request.write", "dialogue.write"])).body).toContain("/seat#");
    expect(await shownAt()).not.toBeNull();
  });

  it("is noted when its letter leaves to one of the host's own, and not when it leaves to the seat's", async () => {
    const mailed = await startTestApp({
      database: db.database,
      mailer: { hand: () => Promise.resolve({ outcome: "taken" }) },
    });
    const reader = mailed.as(host.people.owner, host.organisationId);
    await reader.dialogues.renewSeat({ id: seriesId, seatId: seat.seatId });
    await mailed.runJobs();
    expect(await shownAt()).toBeNull();
    const [own] = await db.asOwner<{ email: string }>(
      "select email from members where person_id = $1",
      [host.people.contributor],
    );
    await reader.dialogues.renewSeat({
      id: seriesId,
      seatId: seat.seatId,
      toAddress: own?.email ?? "",
    });
    await mailed.runJobs();
    expect(await shownAt()).not.toBeNull();
    await mailed.close();
  });
});

describe("a joint buyer's seat", () => {
  it("sees what the host opens to it, from then on", async () => {
    const table = await plantTable(db.database, { host });
    const joint = await offerSeat(db.database, table, "joint", { sees: [] });
    const guest = await openSeatAsGuest(server, joint.secrets);
    const about = {
      id: table.seriesId,
      subjectKind: "series",
      subjectId: table.seriesId,
    } as const;
    const before = await guest.client.dialogues.get({ id: table.seriesId });
    expect(before.says.text).toContain("not opened to your seat");
    await refuses("not_allowed", guest.client.dialogues.listComments(about));
    await client.dialogues.changeSeat({
      id: table.seriesId,
      seatId: joint.seatId,
      sees: ["meetings"],
    });
    expect((await guest.client.dialogues.listComments(about)).comments).toEqual([]);
    await refuses(
      "conflict",
      client.dialogues.changeSeat({
        id: table.seriesId,
        seatId: table.counterpartSeat.seatId,
        sees: [],
      }),
    );
    const lead = before.seats.find(({ kind }) => kind === "lead");
    await refuses(
      "conflict",
      client.dialogues.endSeat({ id: table.seriesId, seatId: lead?.id ?? "" }),
    );
  });
});

describe("comments", () => {
  it("stand for the table or for our own people, and are changed by whoever wrote them", async () => {
    const guest = await openSeatAsGuest(server, seat);
    const about = { id: seriesId, subjectKind: "series", subjectId: seriesId } as const;
    const ours = { ...about, text: "Between us.", internal: true };
    const { commentId: internal } = await client.dialogues.comment(ours);
    const { commentId: open } = await client.dialogues.comment({
      ...about,
      text: "Welcome.",
      internal: false,
    });
    await guest.client.dialogues.comment({ ...about, text: "Thank you.", internal: false });
    expect((await guest.client.dialogues.listComments(about)).comments).toMatchObject([
      { text: "Welcome.", by: "Northbridge", mine: false, internal: false },
      { text: "Thank you.", by: "Cedar IT", mine: true },
    ]);
    const { comments } = await client.dialogues.listComments(about);
    expect(comments.map(({ by }) => by)).toEqual([
      "owner of Northbridge",
      "owner of Northbridge",
      "Cedar IT",
    ]);
    const change = { commentId: open, version: 1 } as const;
    await refuses("not_found", guest.client.dialogues.changeComment({ ...change, act: "remove" }));
    const colleague = server.as(host.people.contributor, host.organisationId);
    await refuses("not_allowed", colleague.dialogues.changeComment({ ...change, act: "remove" }));
    await colleague.dialogues.changeComment({ ...change, act: "resolve" });
    await refuses("conflict", colleague.dialogues.changeComment({ ...change, act: "reopen" }));
    await refuses("input_invalid", client.dialogues.changeComment({ ...change, act: "edit" }));
    await client.dialogues.changeComment({
      commentId: open,
      version: 2,
      act: "edit",
      text: "Welcome back.",
    });
    await client.dialogues.changeComment({ commentId: internal, version: 1, act: "remove" });
    expect((await client.dialogues.listComments(about)).comments).toMatchObject([
      { text: "Welcome back.", version: 3 },
      { text: "Thank you." },
    ]);
    await refuses(
      "not_found",
      client.dialogues.comment({ ...ours, subjectKind: "meeting", subjectId: seriesId }),
    );
  });
});
