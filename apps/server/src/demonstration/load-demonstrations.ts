/** Loads `examples/` into an empty installation: invented organisations, real manufacturer texts. Safe to repeat. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "@throughline/db";
import type { OrganisationRole } from "@throughline/domain";
import { parseContractFile } from "@throughline/interchange";
import { makeWork, type Work } from "../platform/api.ts";
import { plantPerson } from "../platform/keep-people.ts";
import { importContractFile, type KeepTender } from "../modules/contracts/index.ts";
import { createOrganisation } from "../modules/organisations/index.ts";
import { keepTender } from "../modules/procurements/index.ts";
import { demonstrationPeople, type DemonstrationPerson } from "./people.ts";

const examples = join(import.meta.dirname, "../../../../examples");

interface Demonstration {
  readonly key: DemonstrationPerson["organisation"];
  readonly organisationId: string;
  readonly name: string;
  readonly country: string;
  readonly roles: readonly OrganisationRole[];
  /** One contract each. */
  readonly folders: readonly string[];
}

// Fixed ids: loading again finds what is there.
const demonstrations: readonly Demonstration[] = [
  {
    key: "university",
    organisationId: "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1a01",
    name: "Northbridge University",
    country: "GB",
    roles: ["buyer"],
    folders: ["university-laptops"],
  },
  {
    key: "city",
    organisationId: "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1a02",
    name: "City of Larkhaven",
    country: "NL",
    roles: ["buyer"],
    folders: ["city-buses", "city-phones"],
  },
];

/**
 * Loads the demonstrations that are not there yet, each contract in one transaction, so that a killed start is made
 * good by the next one.
 *
 * @returns who can sign in to them
 */
export async function loadDemonstrations(
  database: Database,
  now: Date = new Date(),
): Promise<readonly DemonstrationPerson[]> {
  for (const demonstration of demonstrations) {
    const people = demonstrationPeople.filter(
      (person) => person.organisation === demonstration.key,
    );
    const members = await Promise.all(
      people.map(async (person) => ({
        personId: await plantPerson(database, person),
        role: person.role,
        name: person.name,
        email: person.email,
      })),
    );
    await createOrganisation(
      database,
      {
        id: demonstration.organisationId,
        ...demonstration,
        invented: true,
        foiSubject: true,
        members,
      },
      "demonstrations",
    );
    const owner = members[0];
    if (owner === undefined) continue;
    const { organisationId } = demonstration;
    for (const folder of demonstration.folders)
      await database.withActor({ organisationId, personId: owner.personId }, async (tx) => {
        const work = makeWork({
          tx,
          actor: {
            organisationId,
            personId: owner.personId,
            role: "owner",
            scopes: null,
            requestId: "demonstrations",
          },
          tokenId: null,
          now,
        });
        await loadContract(work, folder);
      });
  }
  return demonstrationPeople;
}

/** One contract with the procurement it came of, unless it is there. */
async function loadContract(work: Work, folder: string): Promise<void> {
  const content: unknown = JSON.parse(
    readFileSync(join(examples, folder, "contract.json"), "utf8"),
  );
  const { reference } = parseContractFile(content);
  const there = await work.tx
    .selectFrom("contracts")
    .select("id")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("reference", "=", reference)
    .executeTakeFirst();
  if (there !== undefined) return;
  const keep: KeepTender = async (inside, contractId, facts) => {
    await keepTender(inside, contractId, facts, { invented: true });
  };
  await importContractFile(work, content, readFiles(folder), keep);
}

function readFiles(folder: string): Map<string, Uint8Array> {
  return new Map(
    readdirSync(join(examples, folder))
      .filter((name) => !name.endsWith(".json") && !name.endsWith(".md"))
      .map((name) => [name, new Uint8Array(readFileSync(join(examples, folder, name)))]),
  );
}

/** A request of the demonstrations that anybody may answer without an account. */
export interface OpenLink {
  readonly asWhom: string;
  readonly link: string;
  readonly code: string;
}

/** Prints who can sign in, and what can be answered by link and code, for the terminal. */
export function printDemonstrationSignIns(
  people: readonly DemonstrationPerson[],
  links: readonly OpenLink[],
  say: (line: string) => void,
): void {
  say("Demonstration sign-ins (everybody in them is invented):");
  for (const person of people)
    say(`  ${person.email.padEnd(32)} ${person.password}   ${person.does}`);
  if (links.length > 0) say("Requests to answer without an account (code, then link):");
  for (const { asWhom, link, code } of links) say(`  ${code}   ${link}   ${asWhom}`);
  say("");
}
