/** SQL on `meeting_people`. Names and addresses are personal data: erasable, never in audit values. */
import type { DialogueSide, IsoDate } from "@throughline/domain";
import type { MeetingPerson } from "@throughline/contract";
import type { Work } from "../../platform/api.ts";

export type Mandate = MeetingPerson["mandate"];
export type Fit = MeetingPerson["fit"];

export interface PersonRow {
  readonly id: string;
  readonly meetingId: string;
  readonly side: DialogueSide;
  readonly by: string;
  readonly mine: boolean;
  readonly answersId: string | null;
  readonly roleTitle: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly topics: readonly string[];
  readonly mandate: Mandate;
  readonly fit: Fit;
  readonly fitOn: IsoDate | null;
  readonly version: number;
}

/** People of a meeting that we see: those who come, and roles that were asked for. */
export async function readPeople(work: Work, meetingId: string): Promise<PersonRow[]> {
  const rows = await work.tx
    .selectFrom("meeting_people")
    .where("meeting_id", "=", meetingId)
    .selectAll()
    .orderBy("side")
    .orderBy("role_title")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    side: row.side as DialogueSide,
    by: row.told_by,
    mine: row.organisation_id === work.actor.organisationId,
    answersId: row.answers_id,
    roleTitle: row.role_title,
    name: row.name,
    address: row.address,
    topics: row.topics,
    mandate: row.mandate as Mandate,
    fit: row.fit as Fit,
    fitOn: row.fit_on,
    version: row.version,
  }));
}

/** What is said of somebody. */
export interface PersonWords {
  readonly roleTitle: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly topics: readonly string[];
  readonly mandate: Mandate;
}

function columnsOf({ roleTitle, name, address, topics, mandate }: PersonWords) {
  return { role_title: roleTitle, name, address, topics: [...topics], mandate };
}

export async function insertPerson(
  work: Work,
  place: {
    readonly seriesId: string;
    readonly meetingId: string;
    readonly side: DialogueSide;
    readonly by: string;
    readonly answersId: string | null;
    readonly fit: Fit;
  },
  words: PersonWords,
): Promise<string> {
  const { id } = await work.tx
    .insertInto("meeting_people")
    .values({
      organisation_id: work.actor.organisationId,
      series_id: place.seriesId,
      meeting_id: place.meetingId,
      side: place.side,
      told_by: place.by,
      answers_id: place.answersId,
      ...columnsOf(words),
      fit: place.fit,
      fit_on: place.fit === "asked" ? null : work.today,
      shared_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updatePerson(
  work: Work,
  personId: string,
  change: Partial<PersonWords> & { readonly fit?: Fit; readonly erased?: true },
): Promise<void> {
  const { roleTitle, name, address, topics, mandate, fit, erased } = change;
  await work.tx
    .updateTable("meeting_people")
    .set((set) => ({
      ...(roleTitle === undefined ? {} : { role_title: roleTitle }),
      ...(name === undefined ? {} : { name }),
      ...(address === undefined ? {} : { address }),
      ...(topics === undefined ? {} : { topics: [...topics] }),
      ...(mandate === undefined ? {} : { mandate }),
      ...(fit === undefined ? {} : { fit, fit_on: fit === "asked" ? null : work.today }),
      ...(erased === undefined ? {} : { name: null, address: null, erased_at: work.now }),
      version: set("version", "+", 1),
    }))
    .where("id", "=", personId)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
}

export async function deletePeople(work: Work, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await work.tx
    .deleteFrom("meeting_people")
    .where("id", "in", personIds)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
}

/** The acting member's own mailbox, for letters to our own side where nobody else is named. */
export async function readOwnMailbox(
  work: Work,
): Promise<{ readonly name: string; readonly address: string } | null> {
  if (work.actor.personId === null) return null;
  const row = await work.tx
    .selectFrom("members")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("person_id", "=", work.actor.personId)
    .select(["name", "email"])
    .executeTakeFirst();
  return row === undefined ? null : { name: row.name, address: row.email };
}
