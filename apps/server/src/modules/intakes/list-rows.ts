/** Rows after their checks. */
import type { IntakeRow } from "@throughline/contract";
import type { CheckedRow, RowOutcome } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { findCheckedRows, type StoredRow } from "./intake-rows.store.ts";
import { withNotices } from "./intakes.policy.ts";
import { requireIntake } from "./require-intake.ts";

const Cursor = z.tuple([z.int().nonnegative()]);

export async function listRows(
  work: Work,
  input: {
    readonly intakeId: string;
    readonly outcome?: RowOutcome | undefined;
    readonly check?: string | undefined;
    readonly search?: string | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: IntakeRow[]; next: string | null }> {
  const intake = await requireIntake(work, input.intakeId, "read");
  // Given up: what a worker has not removed yet is nobody's to see.
  if (intake.state === "cancelled") return { items: [], next: null };
  const rows = await findCheckedRows(work, input.intakeId, {
    outcome: input.outcome,
    check: input.check,
    search: input.search,
    after: input.after === undefined ? 0 : decodeCursor(input.after, Cursor)[0],
    limit: input.limit,
  });
  const page = cutPage(rows, input.limit, ({ row }) => [row]);
  return { items: page.rows.map(toRow), next: page.next };
}

/** A row as the API shows it. */
export function toRow(stored: StoredRow & { readonly reading: CheckedRow }): IntakeRow {
  const { reading, notices, decision, cells } = stored;
  return { ...withNotices(reading, notices, decision), decision, cells: [...cells] };
}
