/** Acting for the organisations of the demonstrations, on days gone by. */
import type { Database } from "@throughline/db";
import { makeWork, type Work } from "../platform/api.ts";
import { plantPerson } from "../platform/keep-people.ts";
import { demonstrationPeople, type DemonstrationPerson } from "./people.ts";
import { findMembership } from "./supplier-record.store.ts";

/** Runs work as the first person of a demonstration, on a day; `null` where that one was not loaded. */
export type ActAs = <T>(
  who: DemonstrationPerson["organisation"],
  at: Date,
  use: (work: Work) => Promise<T>,
) => Promise<T | null>;

/** Whoever of the demonstrations is loaded. */
export async function actorsOf(database: Database): Promise<ActAs> {
  const known = new Map<string, { organisationId: string; personId: string }>();
  for (const who of ["city", "university", "reseller"] as const) {
    const person = demonstrationPeople.find(({ organisation }) => organisation === who);
    if (person === undefined) continue;
    const personId = await plantPerson(database, person);
    const organisationId = await findMembership(database, personId);
    if (organisationId !== null) known.set(who, { organisationId, personId });
  }
  return async (who, now, use) => {
    const found = known.get(who);
    if (found === undefined) return null;
    return database.withActor(found, (tx) =>
      use(
        makeWork({
          tx,
          actor: { ...found, role: "owner", scopes: null, requestId: "demonstrations" },
          tokenId: null,
          now,
        }),
      ),
    );
  };
}
