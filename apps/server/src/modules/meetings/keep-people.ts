/**
 * Who comes. Each side names its own people; of the other it asks for a role, with topics, and perhaps a role mailbox. The
 * other side answers that with its own word: this one comes, who may decide this, and knows about that.
 */
import { AppError, type DialogueSide } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { requireMeeting, requireState } from "./find-meeting.ts";
import {
  deletePeople,
  insertPerson,
  readPeople,
  updatePerson,
  type Fit,
  type Mandate,
  type PersonRow,
  type PersonWords,
} from "./people.store.ts";

export interface PersonToSet extends PersonWords {
  readonly personId?: string | undefined;
  readonly side?: DialogueSide | undefined;
}

/** Replaces what we said of people. Who already is among those who came stays. */
export async function setPeople(
  work: Work,
  input: { readonly id: string; readonly people: readonly PersonToSet[] },
): Promise<void> {
  const { meeting, sitting } = await requireMeeting(work, input.id);
  requireState(meeting, "planned", "held");
  const mine = new Map(
    (await readPeople(work, input.id)).filter((one) => one.mine).map((one) => [one.id, one]),
  );
  const kept = new Set<string>();
  const added: string[] = [];
  for (const [at, { personId, side = sitting.side, ...words }] of input.people.entries()) {
    if (side !== sitting.side && words.name !== null)
      throw new AppError("input_invalid", undefined, [
        {
          path: `/people/${at}/name`,
          message: "Ask the other side for a role; it says itself who comes.",
        },
      ]);
    if (personId === undefined) {
      added.push(
        await insertPerson(
          work,
          {
            seriesId: meeting.seriesId,
            meetingId: meeting.id,
            side,
            by: sitting.name,
            answersId: null,
            fit: "asked",
          },
          words,
        ),
      );
      continue;
    }
    const known = mine.get(personId);
    if (known === undefined || known.side !== side || kept.has(personId))
      throw new AppError("reference_unknown", "Somebody named is not among your people here.", [
        { path: `/people/${at}/personId`, message: "Name somebody you put on this meeting." },
      ]);
    kept.add(personId);
    await updatePerson(work, personId, words);
  }
  const gone = [...mine.keys()].filter((id) => !kept.has(id));
  if (gone.some((id) => meeting.came.includes(id)))
    throw new AppError("still_in_use", "Somebody who came cannot be taken off the list.");
  await deletePeople(work, gone);
  await recordAudit(work, {
    action: "set-meeting-people",
    subjectKind: "meeting",
    subjectId: meeting.id,
    before: { people: mine.size },
    after: { added: added.length, kept: kept.size, removed: gone.length },
  });
}

/**
 * Says whether the right one comes. Of our own person, or of a role we asked for and were told about, it stands there; a
 * role that the other side asked for is answered by an entry of our own.
 */
export async function confirmFit(
  work: Work,
  input: {
    readonly id: string;
    readonly personId: string;
    readonly fit: Exclude<Fit, "asked">;
    readonly mandate: Mandate;
    readonly topics: readonly string[];
  },
): Promise<void> {
  const { meeting, sitting } = await requireMeeting(work, input.id);
  requireState(meeting, "planned", "held");
  const people = await readPeople(work, input.id);
  const person = people.find(({ id }) => id === input.personId);
  if (person === undefined) throw new AppError("not_found", "There is nobody like that here.");
  const { fit, mandate, topics } = input;
  const own = person.mine
    ? person
    : people.find(({ mine, answersId }) => mine && answersId === person.id);
  if (own !== undefined) await updatePerson(work, own.id, { fit, mandate, topics });
  else {
    if (person.side !== sitting.side)
      throw new AppError(
        "other_side_speaks",
        "Whose person it is says whether it is the right one.",
      );
    await insertPerson(
      work,
      {
        seriesId: meeting.seriesId,
        meetingId: meeting.id,
        side: sitting.side,
        by: sitting.name,
        answersId: person.id,
        fit,
      },
      { roleTitle: person.roleTitle, name: null, address: null, topics, mandate },
    );
  }
  await recordAudit(work, {
    action: "confirm-fit",
    subjectKind: "meeting",
    subjectId: meeting.id,
    after: { personId: input.personId, fit, mandate, topics: topics.length },
  });
}

/** Erases name and address; the role stays. */
export async function erasePerson(
  work: Work,
  input: { readonly id: string; readonly personId: string },
): Promise<void> {
  await requireMeeting(work, input.id);
  const person = (await readPeople(work, input.id)).find(({ id }) => id === input.personId);
  if (person === undefined) throw new AppError("not_found", "There is nobody like that here.");
  if (!person.mine)
    throw new AppError("not_allowed", "Whoever wrote the name down erases it; ask them.");
  await updatePerson(work, person.id, { erased: true });
  await recordAudit(work, {
    action: "erase-meeting-person",
    subjectKind: "meeting",
    subjectId: input.id,
    after: { personId: person.id },
  });
}

/** People as they are shown: a role that was asked for and answered is shown as answered. */
export function shownPeople(people: readonly PersonRow[]): PersonRow[] {
  const answered = new Set(people.flatMap(({ answersId }) => answersId ?? []));
  return people.filter(({ id }) => !answered.has(id));
}
