/** Looks at the table itself: what nobody covers, rows that clash or never count, notice shorter than promised. */
import type { policies } from "@throughline/contract";
import type { IsoDate, Money } from "@throughline/domain";
import { currencyDecimals } from "@throughline/interchange";
import { findConflicts, findGaps, type GapGrid } from "@throughline/requirements";
import type { InferContractRouterOutputs } from "@orpc/contract";
import type { Work } from "../../platform/api.ts";
import { openHouseLibrary } from "../requirements/index.ts";
import { engineRow } from "./describe-row.ts";
import { readAllRows, readHead, type StoredRow } from "./policies.store.ts";
import { listOwnCategories } from "./situations.store.ts";

type Outputs = InferContractRouterOutputs<typeof policies>;

const shownAtMost = 200;

/** Checks it as of a day. Conflicts are looked for among rows that count then or later. */
export async function checkPolicy(
  work: Work,
  input: { readonly on?: IsoDate | undefined },
): Promise<Outputs["check"]> {
  const on = input.on ?? work.today;
  const stored = await readAllRows(work);
  const { noticeMonths, currency } = await readHead(work);
  const library = await openHouseLibrary(work);
  const standing = stored.filter((row) => row.effectiveTo === null || row.effectiveTo >= on);
  const rows = standing.map((row) =>
    engineRow({ ...row, noticeMonths: row.noticeMonths ?? noticeMonths }),
  );
  const gaps =
    stored.length === 0
      ? []
      : findGaps(rows, on, layGrid(standing, await listOwnCategories(work), currency));
  const conflicts = findConflicts(rows, (key, version) => library.find(key, version));
  return {
    on,
    gaps: gaps.slice(0, shownAtMost).map(({ rowIds, ...gap }) => ({ ...gap, rowIds: [...rowIds] })),
    gapsLeftOut: Math.max(0, gaps.length - shownAtMost),
    conflicts: conflicts
      .slice(0, shownAtMost)
      .map(({ rowIds, ...conflict }) => ({ ...conflict, rowIds: [...rowIds] })),
    conflictsLeftOut: Math.max(0, conflicts.length - shownAtMost),
  };
}

/** Categories the rows name and those we buy in; high and medium risk; bands between the values the rows turn on. */
function layGrid(rows: readonly StoredRow[], bought: readonly string[], currency: string): GapGrid {
  const named = rows.flatMap(({ when }) => when.cpvPrefixes);
  const categories = [...new Set([...named, ...bought.map((code) => code.slice(0, 3))])].toSorted();
  const limits = [
    ...new Set(
      rows.flatMap(({ when }) =>
        [when.valueFrom, when.valueTo].flatMap((money) =>
          money === null || money.currency !== currency ? [] : [money.minorUnits],
        ),
      ),
    ),
  ].toSorted((a, b) => a - b);
  const money = (minorUnits: number | undefined): Money | null =>
    minorUnits === undefined ? null : { minorUnits, currency };
  const say = (minorUnits: number): string =>
    `${currency} ${(minorUnits / 10 ** currencyDecimals(currency)).toLocaleString("en-GB")}`;
  const bands = [undefined, ...limits].map((from, index) => {
    const to = limits[index];
    return {
      title: [
        ...(from === undefined ? [] : [`from ${say(from)}`]),
        ...(to === undefined ? [] : [`below ${say(to)}`]),
      ].join(" and "),
      from: money(from),
      to: money(to),
    };
  });
  return {
    categories: categories.map((cpvPrefix) => ({ cpvPrefix, title: "" })),
    risks: ["high", "medium"],
    bands,
  };
}
