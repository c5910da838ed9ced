/** Every act at a table leaves its entry, in the house of whoever did it; none says who somebody is, or what was said. */
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSeatAsGuest } from "../../test/as-seat-guest.ts";
import { secretOf } from "../../test/as-guest.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

/** Stands in every field that may hold somebody's name, an address or words. */
const mark = "Zyxwoman";

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

it("leaves entries without names, addresses and words", async () => {
  const host = await plantOrganisation(db.database, "Northbridge");
  const client = server.as(host.people.owner, host.organisationId);
  const said = `${mark} said so`;
  const input = {
    title: "Sites",
    counterpartName: "Cedar IT",
    counterpartRole: "reseller",
    basis: "shared_priorities",
    basisTold: said,
    issues: ["wages"],
    timeZone: "Europe/London",
    protection: said,
    purpose: said,
    hopedOutcome: said,
    brings: said,
  } as const;
  const programme = { title: "P", purpose: said, hopedOutcome: said, fromOn: "2026-01-01" };
  const { id: programmeId } = await client.dialogues.createProgramme(programme);
  await client.dialogues.updateProgramme({ ...programme, id: programmeId, version: 1 });
  await client.dialogues.closeProgramme({ id: programmeId, version: 2, outcome: said });
  const { id } = await client.dialogues.create({ ...input, issues: ["wages"] });
  await client.dialogues.update({ ...input, issues: ["wages"], id, version: 1 });
  const { seatId } = await client.dialogues.offerSeat({
    id,
    kind: "counterpart",
    name: said,
    toAddress: `${mark}@mail.example`,
    letter: said,
  });
  const guest = await openSeatAsGuest(
    server,
    await client.dialogues.revealSeat({ id, seatId }),
    said,
  );
  const { aimId } = await guest.client.dialogues.sayAim({
    id,
    purpose: said,
    hopedOutcome: said,
    brings: said,
  });
  await client.dialogues.agreeAim({ id, aimId, note: said });
  const { threadId } = await guest.client.dialogues.saveThread({ id, title: said, kind: "other" });
  await guest.client.dialogues.saveThread({
    id,
    threadId,
    version: 1,
    title: said,
    kind: "other",
    closedOn: new Date().toISOString().slice(0, 10),
    outcome: said,
  });
  const { commentId } = await guest.client.dialogues.comment({
    id,
    subjectKind: "series",
    subjectId: id,
    text: said,
    internal: false,
  });
  const change = { commentId, version: 1, act: "edit", text: `${said} again` } as const;
  await guest.client.dialogues.changeComment(change);
  const lesson = { title: said, text: said, outcome: "worked", visibility: "network" } as const;
  const { lessonId } = await client.dialogues.saveLesson(lesson);
  await client.dialogues.saveLesson({ ...lesson, lessonId, version: 1 });
  await client.dialogues.withdrawLesson({ lessonId });
  const { seatId: jointSeat } = await client.dialogues.offerSeat({
    id,
    kind: "joint",
    name: said,
    toAddress: `${mark}@mail.example`,
  });
  await client.dialogues.changeSeat({ id, seatId: jointSeat, sees: ["minutes"] });
  const revealed = await client.dialogues.revealSeat({ id, seatId: jointSeat });
  const joint = await plantOrganisation(db.database, "Larkhaven");
  await server.as(joint.people.owner, joint.organisationId).dialogues.takeSeat({
    secret: secretOf(revealed.link),
    code: revealed.code,
  });
  await client.dialogues.renewSeat({ id, seatId: jointSeat, toAddress: `${mark}2@mail.example` });
  await client.dialogues.endSeat({ id, seatId: jointSeat });
  await guest.client.dialogues.leave({ id });
  await client.dialogues.setState({ id, version: 2, state: "paused", reason: said });

  const entries = await db.asOwner<{ organisation_id: string; actor_kind: string; action: string }>(
    "select organisation_id, actor_kind, action from audit_entries order by at",
  );
  const actions = (of: (entry: (typeof entries)[number]) => boolean): string[] => [
    ...new Set(entries.filter(of).map(({ action }) => action)),
  ];
  const ours = actions((entry) => entry.organisation_id === host.organisationId);
  for (const action of [
    "create-programme",
    "change-programme",
    "close-programme",
    "create-series",
    "update-series",
    "offer-seat",
    "reveal-seat",
    "agree-aim",
    "note-lesson",
    "change-lesson",
    "withdraw-lesson",
    "change-seat",
    "renew-seat",
    "end-seat",
    "set-series-state",
  ])
    expect(ours).toContain(action);
  expect(actions((entry) => entry.actor_kind === "guest")).toEqual([
    "lay-workspace",
    "take-seat",
    "say-aim",
    "open-thread",
    "change-thread",
    "comment",
    "edit-comment",
    "leave-table",
  ]);
  const found = await db.asOwner(
    "select action from audit_entries where (coalesce(before::text, '') || coalesce(after::text, '') || subject_id) ilike '%' || $1 || '%'",
    [mark],
  );
  expect(found).toEqual([]);
  // The word itself stands nowhere.
  const words = await db.asOwner<{ word_hash: string }>("select word_hash from dialogue_words");
  expect(words.every(({ word_hash: hash }) => hash.startsWith("argon2id$"))).toBe(true);
});
