/** What the demonstration of one series looks up. */
import type { Work } from "../platform/api.ts";

export interface DemonstrationContract {
  readonly id: string;
  /** A series about it is there already. */
  readonly hasSeries: boolean;
}

/** The contract of this reference, and whether somebody has begun to talk about it. */
export async function findContractToTalkAbout(
  { tx, actor }: Work,
  reference: string,
): Promise<DemonstrationContract | null> {
  const row = await tx
    .selectFrom("contracts")
    .leftJoin("series_contracts as link", (join) =>
      join
        .onRef("link.contract_id", "=", "contracts.id")
        .onRef("link.organisation_id", "=", "contracts.organisation_id"),
    )
    .select(["contracts.id", "link.series_id"])
    .where("contracts.organisation_id", "=", actor.organisationId)
    .where("contracts.reference", "=", reference)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, hasSeries: row.series_id !== null };
}

/** What a side wants of a series, as it said last. */
export async function findAimOf(
  { tx }: Work,
  seriesId: string,
  side: "buyers" | "counterpart",
): Promise<string | null> {
  const row = await tx
    .selectFrom("series_aims")
    .select("id")
    .where("series_id", "=", seriesId)
    .where("side", "=", side)
    .orderBy("sequence", "desc")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Somebody by role whom the other side asked for at a meeting. */
export async function findRoleAskedFor(
  { tx, actor }: Work,
  meetingId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("meeting_people")
    .select("id")
    .where("meeting_id", "=", meetingId)
    .where("side", "=", "counterpart")
    .where("organisation_id", "<>", actor.organisationId)
    .executeTakeFirst();
  return row?.id ?? null;
}
