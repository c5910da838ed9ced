/** Whoever follows up is a member here. */
import { AppError } from "@throughline/domain";
import type { Work } from "./api.ts";

/** Refuses a person who is not a member, another organisation's as one who does not exist. */
export async function requireMember(
  work: Work,
  personId: string | null,
  path: string,
): Promise<void> {
  if (personId === null) return;
  const found = await work.tx
    .selectFrom("members")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("person_id", "=", personId)
    .select("person_id")
    .executeTakeFirst();
  if (found === undefined)
    throw new AppError("reference_unknown", "The person who follows up is not a member here.", [
      { path, message: "Choose a member of your organisation." },
    ]);
}
