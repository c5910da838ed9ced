/** Writes the audit row in the same transaction as the fact; personal data only sealed under a key that can be destroyed. */
import type { Tx } from "@throughline/db";
import type { Work } from "./api.ts";

/** What happened, to what. `before` and `after` must not hold personal data in clear: seal it first (see `personal-data.ts`). */
export interface AuditFact {
  /** Verb-noun, for instance `create-contract`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Appends one entry for the acting organisation. */
export async function recordAudit(work: Work, fact: AuditFact): Promise<void> {
  await work.tx
    .insertInto("audit_entries")
    .values({
      organisation_id: work.actor.organisationId,
      actor_kind: actorKind(work),
      actor_person_id: work.actor.personId,
      token_id: work.tokenId,
      request_id: work.actor.requestId,
      action: fact.action,
      subject_kind: fact.subjectKind,
      subject_id: fact.subjectId,
      before: fact.before === undefined ? null : JSON.stringify(fact.before),
      after: fact.after === undefined ? null : JSON.stringify(fact.after),
    })
    .execute();
}

function actorKind({ actor, tokenId }: Work): "person" | "token" | "guest" | "system" {
  if (actor.role === "guest" || actor.role === "system") return actor.role;
  return tokenId === null ? "person" : "token";
}

/** Appends one entry for what the server itself did, with nobody signed in: the first start, the demonstrations. */
export async function recordSystemAudit(
  tx: Tx,
  organisationId: string,
  occasion: string,
  fact: AuditFact,
): Promise<void> {
  await tx
    .insertInto("audit_entries")
    .values({
      organisation_id: organisationId,
      actor_kind: "system",
      request_id: occasion,
      action: fact.action,
      subject_kind: fact.subjectKind,
      subject_id: fact.subjectId,
      before: fact.before === undefined ? null : JSON.stringify(fact.before),
      after: fact.after === undefined ? null : JSON.stringify(fact.after),
    })
    .execute();
}
