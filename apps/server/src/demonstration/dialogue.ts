/**
 * The demonstration of dialogue. Behind: an invented programme of the size of a pilot that was written about, kept by the
 * invented city. Before us: one series in full, of the invented university with its reseller, where something waits for each
 * side. Loaded once; whoever of them is not there yet has nothing.
 */
import type { Database } from "@throughline/db";
import { programmeFrom, programmeTitle, programmeUntil, planProgramme } from "./plan-programme.ts";
import { ensureSuppliers } from "../modules/suppliers/index.ts";
import type { Work } from "../platform/api.ts";
import { recordAudit } from "../platform/audit.ts";
import type { LinkParts } from "../platform/derive-link.ts";
import { actorsOf } from "./act-as.ts";
import { findProgrammeByTitle, insertProgramme, laySeries } from "./dialogue-programme.store.ts";
import { loadRunningSeries } from "./dialogue-series.ts";
import { layMeetings } from "./programme-meetings.store.ts";

/** Loads both parts; each is there as a whole or not at all, or, of the second, as far as it came. */
export async function loadDialogueDemonstration(
  database: Database,
  parts: LinkParts,
  now: Date,
): Promise<void> {
  const actAs = await actorsOf(database);
  await actAs("city", now, (work) => loadProgramme(work, parts));
  await loadRunningSeries(actAs, parts, now);
}

const host = "City of Larkhaven";

/** One transaction: a start that is killed leaves nothing of it. */
async function loadProgramme(work: Work, parts: LinkParts): Promise<void> {
  if ((await findProgrammeByTitle(work, programmeTitle)) !== null) return;
  const programmeId = await insertProgramme(work, {
    title: programmeTitle,
    purpose:
      "Six invented public buyers of buses and cars talk to one maker at a time about where its vehicles are made and who answers for the people who make them. It began in April 2023 with one meeting for the whole market, at which the buyers said together what they expect and what will be asked in tenders; single meetings followed until March 2025.",
    hopedOutcome:
      "Models traced to the places that make them and their parts; what monitoring found is talked about with those who can mend it; buyers hear how their own orders weigh on others.",
    issues: ["traceability", "working_hours"],
    from: programmeFrom,
    until: programmeUntil,
    outcome:
      "Places of final assembly are known for most models. Makers of parts were harder to reach than anybody had thought, and six letters together moved what one had not. One harm to workers was made good; of another the last step is to come.",
  });
  const planned = planProgramme();
  const supplierIds = await ensureSuppliers(
    work,
    planned.map(({ counterpart }) => ({ name: counterpart, invented: true })),
  );
  for (const series of planned) {
    const table = await laySeries(work, parts, {
      programmeId,
      hostName: host,
      supplierId: supplierIds.get(series.counterpart) ?? null,
      planned: series,
      closedOn: series.thread?.closedOn === null ? null : programmeUntil,
      basisTold:
        "No contract obliges either side. The buyers of the programme share these priorities and say so together.",
    });
    await layMeetings(work, table, series.meetings);
  }
  await recordAudit(work, {
    action: "create-programme",
    subjectKind: "dialogue_programme",
    subjectId: programmeId,
    after: { title: programmeTitle, series: planned.length, invented: true },
  });
}
