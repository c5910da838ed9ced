/** Loads every demonstration that is not there yet, in the order they stand on each other. */
import type { Database } from "@throughline/db";
import type { LinkParts } from "../platform/derive-link.ts";
import { loadDialogueDemonstration } from "./dialogue.ts";
import { loadForumDemonstration } from "./forums.ts";
import { loadHarmonisationDemonstration } from "./harmonisation.ts";
import { loadKpiDemonstration } from "./kpis.ts";
import { loadListDemonstration } from "./lists.ts";
import { loadDemonstrations, type OpenLink } from "./load-demonstrations.ts";
import type { DemonstrationPerson } from "./people.ts";
import { loadProcurementDemonstration } from "./procurement.ts";
import { loadRequestDemonstration } from "./requests.ts";
import { loadSupplierRecord } from "./supplier-record.ts";

/** @returns who can sign in to them, and the links that open without an account */
export async function loadAllDemonstrations(
  database: Database,
  parts: LinkParts,
  now: Date = new Date(),
): Promise<{
  readonly people: readonly DemonstrationPerson[];
  readonly links: readonly OpenLink[];
}> {
  const people = await loadDemonstrations(database, now);
  const links = await loadRequestDemonstration(database, parts, now);
  await loadSupplierRecord(database, parts, now);
  await loadListDemonstration(database, now);
  await loadProcurementDemonstration(database, now);
  await loadHarmonisationDemonstration(database, now);
  await loadDialogueDemonstration(database, parts, now);
  await loadForumDemonstration(database, parts, now);
  await loadKpiDemonstration(database);
  return { people, links };
}
