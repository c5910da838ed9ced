/** SQL of `requirement_adoptions` and `requirement_libraries`. A change is a new row; the one before gets its last day. */
import { ParameterValues, Requirement, Wording, type IsoDate } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";

/** How the organisation holds, or held, a requirement. */
export interface HeldRequirement {
  readonly id: string;
  readonly key: string;
  readonly standing: "adopted" | "adapted" | "own";
  /** Counts up with every change of the key. */
  readonly number: number;
  readonly urn: string;
  readonly base: { readonly urn: string; readonly version: number } | null;
  readonly values: ParameterValues;
  readonly wordings: Wording[];
  /** The requirement itself, of an own one. */
  readonly content: Requirement | null;
  readonly reason: string | null;
  readonly since: IsoDate;
  readonly until: IsoDate | null;
  /** Name of the member who decided it, while there is one. */
  readonly by: string | null;
}

const Wordings = z.array(Wording);

/** Everything held now and before, newest first. */
export async function readHeld(work: Work, key?: string): Promise<HeldRequirement[]> {
  let query = work.tx
    .selectFrom("requirement_adoptions as held")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "held.decided_by")
        .onRef("members.organisation_id", "=", "held.organisation_id"),
    )
    .where("held.organisation_id", "=", work.actor.organisationId)
    .selectAll("held")
    .select("members.name as by")
    .orderBy("held.key")
    .orderBy("held.number", "desc");
  if (key !== undefined) query = query.where("held.key", "=", key);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    // The column's check constraint holds the vocabulary.
    standing: row.standing as HeldRequirement["standing"],
    number: row.number,
    urn: row.urn,
    base:
      row.base_urn === null || row.base_version === null
        ? null
        : { urn: row.base_urn, version: row.base_version },
    values: ParameterValues.parse(row.house_values),
    wordings: Wordings.parse(row.wordings),
    content: row.content === null ? null : Requirement.parse(row.content),
    reason: row.reason,
    since: row.since,
    until: row.until,
    by: row.by,
  }));
}

/** What is said when a requirement is taken up or changed. */
export type NewHolding = Pick<
  HeldRequirement,
  "key" | "standing" | "number" | "urn" | "base" | "values" | "wordings" | "content" | "reason"
>;

/** Ends what is held of the key, if it is still that number (`null`: nothing is held). */
export async function endHeld(
  work: Work,
  key: string,
  number: number | null,
): Promise<"ended" | "changed_since"> {
  const current = await work.tx
    .selectFrom("requirement_adoptions")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("key", "=", key)
    .where("until", "is", null)
    .select(["id", "number", "since"])
    .forUpdate()
    .executeTakeFirst();
  if ((current?.number ?? null) !== number) return "changed_since";
  if (current === undefined) return "ended";
  // A clock that was set back must not end it before it began.
  const until = current.since > work.today ? current.since : work.today;
  await work.tx
    .updateTable("requirement_adoptions")
    .set({ until })
    .where("id", "=", current.id)
    .execute();
  return "ended";
}

export async function insertHeld(work: Work, held: NewHolding): Promise<string> {
  const { id } = await work.tx
    .insertInto("requirement_adoptions")
    .values({
      organisation_id: work.actor.organisationId,
      key: held.key,
      standing: held.standing,
      number: held.number,
      urn: held.urn,
      base_urn: held.base?.urn ?? null,
      base_version: held.base?.version ?? null,
      house_values: JSON.stringify(held.values),
      wordings: JSON.stringify(held.wordings),
      content: held.content === null ? null : JSON.stringify(held.content),
      reason: held.reason,
      decided_by: work.actor.personId,
      since: work.today,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The short name in the URNs of this organisation, if one stands in any yet, and its name to make one from. */
export async function readShortName(
  work: Work,
): Promise<{ readonly stored: string | null; readonly name: string }> {
  const row = await work.tx
    .selectFrom("organisations")
    .leftJoin("requirement_libraries as library", "library.organisation_id", "organisations.id")
    .where("organisations.id", "=", work.actor.organisationId)
    .select(["organisations.name", "library.short_name"])
    .executeTakeFirst();
  return { stored: row?.short_name ?? null, name: row?.name ?? "" };
}

export async function storeShortName(work: Work, shortName: string): Promise<void> {
  await work.tx
    .insertInto("requirement_libraries")
    .values({ organisation_id: work.actor.organisationId, short_name: shortName })
    .onConflict((conflict) => conflict.column("organisation_id").doNothing())
    .execute();
}
