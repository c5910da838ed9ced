/** What was said and promised about contracts, dated: for the line, for KPIs and for the contract's export. */
import {
  dialogueUntil,
  type DialogueFacts,
  type IsoDate,
  type MeetingFact,
} from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { readCommitmentsOfContracts, readSeriesOfContracts } from "./dialogue-facts.store.ts";
import { readHostedSeries, type SeriesAsHosted } from "./read-series-facts.ts";

/**
 * Facts of each contract up to a day; ten queries, however many contracts. Each contract asked for has an entry: an empty one
 * says that somebody looked and no table of ours is about it. Ask only for contracts of our own; of another's nothing is seen.
 *
 * A series is about the contracts it was opened for, and through a framework about its call-offs. Meetings count for all of
 * them; a commitment or topic recorded for one contract counts for that one alone, also where its series is about others.
 */
export async function readDialogueFacts(
  work: Work,
  contractIds: readonly string[],
  asOf: IsoDate,
): Promise<Map<string, DialogueFacts>> {
  if (contractIds.length === 0) return new Map();
  const { tx, actor } = work;
  const about = await readSeriesOfContracts(tx, actor.organisationId, contractIds);
  const promisedFor = await readCommitmentsOfContracts(tx, actor.organisationId, contractIds);
  const known = await readHostedSeries(
    work,
    [...about, ...promisedFor].map((row) => row.series_id),
    asOf,
  );
  const seriesOf = Map.groupBy(about, (row) => row.contract_id);
  const elsewhereOf = Map.groupBy(promisedFor, (row) => row.contract_id);
  return new Map(
    contractIds.map((id): [string, DialogueFacts] => {
      const links = seriesOf.get(id) ?? [];
      const here = [...known.values()].filter(({ series }) =>
        links.some((link) => link.series_id === series.id),
      );
      const elsewhere = (elsewhereOf.get(id) ?? []).flatMap(({ series_id: seriesId }) => {
        const found = known.get(seriesId);
        return found === undefined || here.includes(found) ? [] : [found];
      });
      const mine = new Set<string | null>([null, id, links[0]?.framework_id ?? null]);
      return [id, dialogueUntil(factsOf(here, elsewhere, mine, id), asOf)];
    }),
  );
}

function factsOf(
  here: readonly SeriesAsHosted[],
  elsewhere: readonly SeriesAsHosted[],
  mine: ReadonlySet<string | null>,
  contractId: string,
): DialogueFacts {
  return {
    series: here.map(({ series }) => series),
    meetings: here.flatMap(({ meetings }) =>
      meetings.map(({ fact, topics }): MeetingFact => ({
        ...fact,
        topics: topics.filter((topic) => mine.has(topic.contractId)).map((topic) => topic.fact),
      })),
    ),
    commitments: [
      ...here.flatMap(({ commitments }) => commitments.filter((one) => mine.has(one.contractId))),
      ...elsewhere.flatMap(({ commitments }) =>
        commitments.filter((one) => one.contractId === contractId),
      ),
    ].map(({ fact }) => fact),
  };
}
