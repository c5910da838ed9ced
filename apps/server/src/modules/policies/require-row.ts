/** Rows that are there, and values that fit their requirement. */
import type { PolicyRowInput } from "@throughline/contract";
import { AppError, type Sentence } from "@throughline/domain";
import { checkValues, findConflicts } from "@throughline/requirements";
import type { Work } from "../../platform/api.ts";
import { requireMember } from "../../platform/require-member.ts";
import type { HouseLibrary } from "../requirements/index.ts";
import { engineRow } from "./describe-row.ts";
import { checkRow } from "./policies.policy.ts";
import { findRow, readAllRows, readHead, type StoredRow } from "./policies.store.ts";

/** The row, or `not_found`, for another's as for none. */
export async function requireRow(work: Work, id: string): Promise<StoredRow> {
  const row = await findRow(work, id);
  if (row === undefined) throw new AppError("not_found", "There is no such row here.");
  return row;
}

/** Refuses a row whose dates, values, requirement or person do not hold. */
export async function requireSound(
  work: Work,
  input: PolicyRowInput,
  library: HouseLibrary,
): Promise<void> {
  const details = checkRow(input, (await readHead(work)).currency);
  const { requirement: key, version, values, role, followUp } = input.ask;
  const requirement = library.find(key, version);
  if (requirement === undefined)
    throw new AppError("reference_unknown", "This requirement is not in the library.", [
      { path: "/ask/requirement", message: "Choose one of the library, in a version that exists." },
    ]);
  for (const { parameter, sentence } of checkValues(requirement.parameters, values))
    details.push({ path: `/ask/values/${parameter}`, message: sentence.text });
  if (!requirement.roles.includes(role))
    details.push({
      path: "/ask/role",
      message: `“${requirement.title}” cannot stand in this role.`,
    });
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
  await requireMember(work, followUp?.personId ?? null, "/ask/followUp/personId");
}

/**
 * What is worth knowing about a row that was just written: notice shorter than promised, clashes with another row. Looked
 * at pair by pair, so that a long table does not slow typing; what several rows do together is for `check-policy.ts`.
 */
export async function warnAbout(
  work: Work,
  id: string,
  library: HouseLibrary,
): Promise<Sentence[]> {
  const rows = await readAllRows(work);
  const { noticeMonths } = await readHead(work);
  const ready = (row: StoredRow) =>
    engineRow({ ...row, noticeMonths: row.noticeMonths ?? noticeMonths });
  const written = rows.find((row) => row.id === id);
  if (written === undefined) return [];
  const find = (key: string, version: number | null) => library.find(key, version);
  const own = findConflicts([ready(written)], find);
  const others = rows.filter(
    (row) =>
      row.id !== id &&
      row.ask.requirement === written.ask.requirement &&
      row.ask.role === written.ask.role,
  );
  const shared = others.flatMap((row) =>
    findConflicts([ready(written), ready(row)], find).filter(({ rowIds }) => rowIds.length > 1),
  );
  return [...own, ...shared].slice(0, 20).map(({ sentence }) => sentence);
}
