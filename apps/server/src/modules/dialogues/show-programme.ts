/** One programme with its figures, each with the records behind it. */
import type { dialogues } from "@throughline/contract";
import { programmeFigures } from "@throughline/dialogue";
import { AppError, type IsoDate } from "@throughline/domain";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import { joinSeries, readSeriesFacts } from "../dialogue-facts/index.ts";
import { may, type Work } from "../../platform/api.ts";
import { describeProgramme, requireProgramme } from "./keep-programmes.ts";
import { layFigures, nameRecords } from "./lay-figures.ts";
import {
  countProgrammes,
  readFeedbackFacts,
  readObstacleFacts,
  readSeriesIdsOfProgramme,
  readThreadFacts,
  type ProgrammeRow,
} from "./programmes.store.ts";

type Input = InferContractRouterInputs<typeof dialogues>["getProgramme"];
type Output = InferContractRouterOutputs<typeof dialogues>["getProgramme"];

export async function showProgramme(work: Work, input: Input): Promise<Output> {
  const row = await requireProgramme(work, input.id);
  const { from, until } = stretchOf(row, input, work.today);
  const seriesIds = await readSeriesIdsOfProgramme(work, row.id);
  const { series, meetings, commitments } = joinSeries([
    ...(await readSeriesFacts(work, seriesIds, work.today)).values(),
  ]);
  const facts = {
    series,
    meetings,
    commitments,
    feedback: await readFeedbackFacts(work, seriesIds),
    threads: await readThreadFacts(work, seriesIds),
    obstacles: await readObstacleFacts(work, seriesIds),
  };
  const counted = programmeFigures(facts, { from, until, asOf: work.today });
  const seriesOf = new Map(meetings.map((meeting) => [meeting.id, meeting.seriesId]));
  const nameOf = new Map(series.map((one) => [one.id, one.counterpart.trim().toLowerCase()]));
  return {
    ...describeProgramme(row, (await countProgrammes(work, [row.id])).get(row.id)),
    hopedOutcome: row.hoped_outcome,
    outcome: row.outcome,
    version: row.version,
    figures: layFigures(counted, nameRecords(facts, work.today)),
    quarters: counted.byQuarter.map(({ quarter, meetings: held }) => ({
      quarter,
      meetings: held.value,
      counterparts: new Set(held.ids.map((id) => nameOf.get(seriesOf.get(id) ?? ""))).size,
    })),
    can: { write: may(work, "dialogue.write") },
  };
}

/** The days asked for, else those of the programme: until today while it goes on. */
function stretchOf(
  row: ProgrammeRow,
  { from = row.from_on, until }: Input,
  today: IsoDate,
): { readonly from: IsoDate; readonly until: IsoDate } {
  const own = row.until_on ?? row.closed_on ?? today;
  const last = until ?? (own < row.from_on ? row.from_on : own);
  if (last < from)
    throw new AppError("input_invalid", "It does not end before it begins.", [
      { path: "/until", message: "Give the day it begins or a later one." },
    ]);
  // A span of centuries would be a thousand quarters of nothing.
  if (Number(last.slice(0, 4)) - Number(from.slice(0, 4)) > 50)
    throw new AppError("input_invalid", "Ask for fifty years at most.", [
      { path: "/from", message: "Give a later day." },
    ]);
  return { from, until: last };
}
