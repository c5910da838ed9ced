/** Audit entries of the acting organisation, newest first, with names and sealed values opened as far as they exist. */
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { openSealedInside } from "../../platform/personal-data.ts";
import { listMemberNames } from "../organisations/index.ts";
import { listAuditRows, type AuditFilter } from "./audit.store.ts";

export interface ListedEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly kind: "person" | "token" | "system";
    readonly personId: string | null;
    /** Null for the server itself, for somebody who has left, and for the operator that opened the workspace. */
    readonly name: string | null;
  };
  readonly requestId: string;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly before: unknown;
  readonly after: unknown;
  readonly sequence: number | null;
}

const Place = z.tuple([z.iso.datetime(), z.uuid()]);

export async function listAudit(
  work: Work,
  input: AuditFilter & { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: ListedEntry[]; next: string | null }> {
  const { organisationId } = work.actor;
  const place = input.after === undefined ? null : decodeCursor(input.after, Place);
  const found = await listAuditRows(
    work.tx,
    organisationId,
    input,
    place && { at: place[0], id: place[1] },
    input.limit + 1,
  );
  const { rows, next } = cutPage(found, input.limit, (row) => [row.place, row.id]);
  const people = rows.flatMap((row) => row.actor_person_id ?? []);
  const names = await listMemberNames(work.tx, organisationId, people);
  const opened = await openSealedInside(
    work,
    rows.flatMap((row) => [row.before, row.after]),
  );
  return {
    items: rows.map((row, index) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: {
        // The column's check constraint holds the vocabulary.
        kind: row.actor_kind as ListedEntry["actor"]["kind"],
        personId: row.actor_person_id,
        name: (row.actor_person_id && names.get(row.actor_person_id)) ?? null,
      },
      requestId: row.request_id,
      action: row.action,
      subject: { kind: row.subject_kind, id: row.subject_id },
      before: opened[index * 2] ?? null,
      after: opened[index * 2 + 1] ?? null,
      sequence: row.sequence,
    })),
    next,
  };
}
