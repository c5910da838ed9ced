/**
 * Personal data in places that cannot be changed (audit values) stands there only sealed: encrypted under a key of the
 * organisation and the subject. Destroying the key erases what it sealed, everywhere it was written.
 *
 * - **subject**: a member (person id) or an invitation (invitation id) the data is about.
 * - **sealed value**: `{ sealed: subject id, jwe: … }`, a compact JWE (RFC 7516; `dir`, A256GCM).
 *
 * Limit: a backup of the database holds the keys of its day; erasure reaches a backup when that backup is let go.
 */
import { randomBytes } from "node:crypto";
import { CompactEncrypt, compactDecrypt } from "jose";
import { z } from "zod";
import type { Work } from "./api.ts";

/** What an immutable place holds instead of personal data. */
export const SealedValue = z.strictObject({ sealed: z.uuid(), jwe: z.string() });
export type SealedValue = z.infer<typeof SealedValue>;

/** Stands where a sealed value stood whose key is gone. */
export const erased = "erased";

/** The transaction and the organisation whose keys are used. */
export type KeyScope = Pick<Work, "tx"> & { readonly actor: Pick<Work["actor"], "organisationId"> };

/** Seals `value` under the subject's key, which is made on first use. */
export async function sealPersonal(
  work: KeyScope,
  subjectId: string,
  value: string,
): Promise<SealedValue> {
  const key = await takeKey(work, subjectId);
  const jwe = await new CompactEncrypt(new TextEncoder().encode(value))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: subjectId })
    .encrypt(key);
  return { sealed: subjectId, jwe };
}

/** Opens a sealed value; `null` when its key was destroyed (or belongs to another organisation). */
export async function openPersonal(work: KeyScope, value: SealedValue): Promise<string | null> {
  const keys = await readKeys(work, [value.sealed]);
  return openWith(keys, value);
}

/** Opens every sealed value inside JSON values; those whose key is gone read {@link erased}. One query for all keys. */
export async function openSealedInside(
  work: KeyScope,
  values: readonly unknown[],
): Promise<unknown[]> {
  const subjects = new Set<string>();
  for (const value of values) collectSubjects(value, subjects);
  if (subjects.size === 0) return [...values];
  const keys = await readKeys(work, [...subjects]);
  return Promise.all(values.map((value) => openInside(keys, value)));
}

/** Destroys the subject's key: what it sealed is unreadable from the end of this transaction on. */
export async function destroyPersonalKey(work: KeyScope, subjectId: string): Promise<void> {
  await work.tx
    .updateTable("subject_keys")
    .set({ key: null, destroyed_at: new Date() })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("subject_id", "=", subjectId)
    .where("key", "is not", null)
    .execute();
}

async function takeKey(work: KeyScope, subjectId: string): Promise<Uint8Array> {
  const known = await readKeys(work, [subjectId]);
  const found = known.get(subjectId);
  if (found !== undefined) return found;
  const made = randomBytes(32);
  await work.tx
    .insertInto("subject_keys")
    .values({ organisation_id: work.actor.organisationId, subject_id: subjectId, key: made })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Somebody who was removed and joined again: a new key, which does not open what the old one sealed.
  await work.tx
    .updateTable("subject_keys")
    .set({ key: made, destroyed_at: null })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("subject_id", "=", subjectId)
    .where("key", "is", null)
    .execute();
  const key = (await readKeys(work, [subjectId])).get(subjectId);
  if (key === undefined) throw new Error("A key for personal data could be neither made nor read.");
  return key;
}

async function readKeys(
  work: KeyScope,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await work.tx
    .selectFrom("subject_keys")
    .select(["subject_id", "key"])
    .where("organisation_id", "=", work.actor.organisationId)
    .where("subject_id", "in", subjectIds)
    .execute();
  return new Map(rows.flatMap(({ subject_id, key }) => (key === null ? [] : [[subject_id, key]])));
}

async function openWith(
  keys: ReadonlyMap<string, Uint8Array>,
  value: SealedValue,
): Promise<string | null> {
  const key = keys.get(value.sealed);
  if (key === undefined) return null;
  try {
    const opened = await compactDecrypt(value.jwe, key, {
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return new TextDecoder().decode(opened.plaintext);
  } catch {
    // Sealed under an earlier key of the same person, or tampered with: either way it cannot be read.
    return null;
  }
}

function collectSubjects(value: unknown, into: Set<string>): void {
  const sealed = SealedValue.safeParse(value);
  if (sealed.success) into.add(sealed.data.sealed);
  else if (Array.isArray(value)) for (const item of value) collectSubjects(item, into);
  else if (typeof value === "object" && value !== null)
    for (const item of Object.values(value)) collectSubjects(item, into);
}

async function openInside(keys: ReadonlyMap<string, Uint8Array>, value: unknown): Promise<unknown> {
  const sealed = SealedValue.safeParse(value);
  if (sealed.success) return (await openWith(keys, sealed.data)) ?? erased;
  if (Array.isArray(value)) return Promise.all(value.map((item) => openInside(keys, item)));
  if (typeof value !== "object" || value === null) return value;
  const opened = await Promise.all(
    Object.entries(value).map(
      async ([name, item]) => [name, await openInside(keys, item)] as const,
    ),
  );
  return Object.fromEntries(opened);
}
