/** Writes a release for people: as a workbook, or as one CSV. */
import type { ReleaseSnapshot } from "@throughline/domain";
import { flattenRelease, layRelease } from "./lay-release.ts";
import { writeCsvTable, writeXlsxTables } from "./write-tables.ts";

/**
 * @param digest SHA-256 of the snapshot's canonical JSON, in hexadecimal; stands in the workbook
 * @example const bytes = await writeRelease(snapshot, digest, "xlsx");
 */
export async function writeRelease(
  snapshot: ReleaseSnapshot,
  digest: string,
  format: "xlsx" | "csv",
): Promise<Uint8Array> {
  return format === "csv"
    ? writeCsvTable(flattenRelease(snapshot))
    : writeXlsxTables(layRelease(snapshot, digest));
}
