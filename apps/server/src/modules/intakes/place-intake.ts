/** The job that takes a checked list: as a disclosure of a contract, or into the record. */
import { DisclosureAbout } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { normaliseName } from "@throughline/matching";
import { namesBrandOnly } from "@throughline/tracing";
import type { LongJob } from "../../platform/jobs/job-handlers.ts";
import { brandsOfList, takeList, toPlace } from "../disclosures/index.ts";
import { screenSitesNow } from "../screening/index.ts";
import { locateSites, lockSites, placeSites, seePendingSites } from "../sites/index.ts";
import {
  findPlacedAfter,
  findRowsAfter,
  insertPlacements,
  removePlacements,
  removeRows,
} from "./intake-rows.store.ts";
import { withNotices } from "./intakes.policy.ts";
import { removeSource } from "./intakes.store.ts";
import { runStep, type Step } from "./run-step.ts";
import { takeIntoRecord } from "./take-into-record.ts";

/** So many rows hold the organisation's sites at a time: other lists and other people's work come in between. */
const rowsAtOnce = 500;
const sitesAtOnce = 1_000;
const rowsRemovedAtOnce = 20_000;

export function placeIntake(job: LongJob<{ readonly intakeId: string }>): Promise<void> {
  return runStep(job, "taking", async (step) => {
    const { intake } = step;
    if (intake.target === "record") return takeIntoRecord(step);
    if (intake.phase === "place") await placeRows(step);
    if (intake.phase !== "write") await screenSites(step);
    await inTurn(() => write(step));
  });
}

async function placeRows(step: Step): Promise<void> {
  const { intake, intakeId, job } = step;
  const about = DisclosureAbout.parse(intake.about);
  const brands = await job.inBatch((work) =>
    brandsOfList(work, intake.contractId ?? "", about.brand, intake.aboutSource.brand ?? null),
  );
  let { afterRow, rowsDone } = intake;
  for (;;) {
    const read = await job.inBatch((work) => findRowsAfter(work, intakeId, afterRow, rowsAtOnce));
    const last = read.at(-1)?.row;
    if (last === undefined) break;
    const taken = read.flatMap(({ reading, notices, decision }) =>
      reading === null || reading.outcome === "rejected"
        ? []
        : [withNotices(reading, notices, decision)],
    );
    const places = taken.filter(
      (row) => row.name !== "" && !namesBrandOnly(row, brands, normaliseName),
    );
    rowsDone += taken.length;
    await step.inBatch(async (work) => {
      await lockSites(work);
      const placements = await placeSites(work, places.map(toPlace), intakeId);
      await insertPlacements(
        work,
        intakeId,
        placements.map((placement, index) => ({ row: places[index]?.row ?? 0, placement })),
      );
      const made = placements.filter(({ band }) => band !== "same").map(({ siteId }) => siteId);
      await locateSites(work, made);
      return { change: { phase: "place", afterRow: last, rowsDone }, result: undefined };
    });
    afterRow = last;
  }
  await step.inBatch(async (work) => ({
    change: {
      phase: "screen",
      afterRow: 0,
      rowsDone: 0,
      rowsDoneBefore: 0,
      stepStartedAt: work.now,
    },
    result: undefined,
  }));
}

async function screenSites(step: Step): Promise<void> {
  const { intake, intakeId } = step;
  let afterRow = intake.phase === "screen" ? intake.afterRow : 0;
  let rowsDone = intake.phase === "screen" ? intake.rowsDone : 0;
  for (let goesOn = true; goesOn;)
    goesOn = await step.inBatch(async (work) => {
      await seePendingSites(work);
      const placed = await findPlacedAfter(work, intakeId, afterRow, sitesAtOnce);
      const last = placed.at(-1)?.row;
      if (last === undefined) return { change: { phase: "write", afterRow: 0 }, result: false };
      await screenSitesNow(work, [...new Set(placed.map(({ siteId }) => siteId))]);
      afterRow = last;
      rowsDone += placed.length;
      return { change: { phase: "screen", afterRow, rowsDone }, result: true };
    });
}

let turn: Promise<unknown> = Promise.resolve();

/** One after the other in a process: planning the links of a long list holds all of its rows. */
async function inTurn(run: () => Promise<void>): Promise<void> {
  const mine = turn.then(run, run);
  turn = mine.catch(() => undefined);
  return mine;
}

/** One transaction: the whole disclosure is there at its end, or nothing of it. */
async function write(step: Step): Promise<void> {
  const { intake, intakeId } = step;
  const { contractId, counts, format } = intake;
  if (contractId === null || counts === null || format === null) throw new AppError("internal");
  await step.inBatch(async (work) => {
    const taken = await takeList(
      work,
      {
        intakeId,
        contractId,
        about: DisclosureAbout.parse(intake.about),
        source: {
          format,
          alternatives: false,
          truncated: false,
          foreignMarket: null,
          brand: null,
          ...intake.aboutSource,
          notes: [...intake.notes],
        },
        fileName: intake.fileName,
        mediaType: intake.mediaType,
        sha256: intake.sha256,
        takenBy: intake.takenBy,
        counts,
      },
      () => step.goOn(work),
    );
    await removeSource(work, intakeId);
    await removePlacements(work, intakeId);
    while ((await removeRows(work, intakeId, rowsRemovedAtOnce, true)) > 0);
    const { same, review, new: fresh } = taken.sites;
    return {
      change: {
        state: "taken",
        disclosureId: taken.disclosureId,
        result: {
          same,
          review,
          new: fresh,
          links: taken.links,
          hits: taken.hits,
        },
        finishedAt: work.now,
      },
      result: undefined,
    };
  });
}
