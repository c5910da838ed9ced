/**
 * People as the sign-in knows them: name, e-mail address, password. Written in one statement each, so that a killed
 * server leaves either the whole person or nobody. Only the login role reaches these rows, never a use case's
 * transaction.
 */
import type { Database, Tx } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { sql } from "kysely";
import { hashPassword } from "./sign-in.ts";

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly totpEnabled: boolean;
}

/** Makes a person who can sign in; answers its id. `already_exists` when the e-mail address has an account. */
export async function createPerson(database: Database, person: NewPerson): Promise<string> {
  const id = await insertPerson(database, person);
  if (id === null) {
    throw new AppError(
      "already_exists",
      "There is an account with this e-mail address. Sign in with it, then open the link again.",
      [{ path: "/account/email", message: "This address has an account." }],
    );
  }
  return id;
}

/** The same for demonstrations: an account that is there already stays as it is, and its id is answered. */
export async function plantPerson(database: Database, person: NewPerson): Promise<string> {
  const known = await database.signInPool.query<{ id: string }>(
    `select id from auth."user" where email = $1`,
    [person.email.toLowerCase()],
  );
  const id = known.rows[0]?.id ?? (await insertPerson(database, person));
  if (id !== null) return id;
  // Another server planted the same person at this moment.
  return plantPerson(database, person);
}

async function insertPerson(database: Database, person: NewPerson): Promise<string | null> {
  const password = await hashPassword(person.password);
  const made = await database.signInPool.query<{ id: string }>(
    `with person as (
       insert into auth."user" (name, email, "emailVerified") values ($1, $2, false)
       on conflict (email) do nothing returning id
     ), account as (
       insert into auth.account ("accountId", "providerId", "userId", password, "updatedAt")
       select id::text, 'credential', id, $3, current_timestamp from person
     )
     select id from person`,
    [person.name, person.email.toLowerCase(), password],
  );
  return made.rows[0]?.id ?? null;
}

/** The person with this id, if there is one. */
export async function findPerson(
  database: Database,
  personId: string,
): Promise<Person | undefined> {
  const found = await database.signInPool.query<Person>(
    `select id, name, email, coalesce("twoFactorEnabled", false) as "totpEnabled" from auth."user" where id = $1`,
    [personId],
  );
  return found.rows[0];
}

/** Is there anybody at all who can sign in? */
export async function anybodyCanSignIn(database: Database): Promise<boolean> {
  const found = await database.signInPool.query<{ any: boolean }>(
    `select exists (select from auth."user") as any`,
  );
  return found.rows[0]?.any === true;
}

/** Takes a person's API tokens for one organisation away, for good. */
export async function forgetTokens(
  database: Database,
  personId: string,
  organisationId: string,
): Promise<void> {
  await database.signInPool.query(
    `delete from auth.apikey where "referenceId" = $1 and metadata::jsonb ->> 'organisationId' = $2`,
    [personId, organisationId],
  );
}

/** Takes one of a person's API tokens away, in a transaction that is still the login role's; `not_found` when it is gone. */
export async function forgetToken(tx: Tx, personId: string, tokenId: string): Promise<void> {
  const done =
    await sql`delete from auth.apikey where id = ${tokenId}::uuid and "referenceId" = ${personId}`.execute(
      tx,
    );
  if (done.numAffectedRows !== 1n) throw new AppError("not_found");
}

/** Erases a person's account: name, e-mail address, password, sessions, second factor, API tokens. */
export async function erasePerson(database: Database, personId: string): Promise<void> {
  await database.signInPool.query(
    `with tokens as (delete from auth.apikey where "referenceId" = $1::text)
     delete from auth."user" where id = $1::uuid`,
    [personId],
  );
}
