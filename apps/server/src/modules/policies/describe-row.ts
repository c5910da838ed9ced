/** Rows of the table as the API tells them and as the engine reads them. */
import type { PolicyAsk, PolicyRow } from "@throughline/contract";
import type { IsoDate, ParameterValues, Requirement, Sentence } from "@throughline/domain";
import {
  describeValues,
  type AskedItem,
  type PolicyRow as EngineRow,
} from "@throughline/requirements";
import { currencyDecimals } from "@throughline/interchange";
import type { HouseLibrary } from "../requirements/index.ts";
import type { StoredRow } from "./policies.store.ts";
import { sayRow } from "./policy-sentences.ts";

/** A row as the engine reads it. */
export function engineRow({ ask, ...row }: StoredRow): EngineRow {
  // oxlint-disable-next-line unicorn/no-thenable -- because the engine's row says when and then; nobody awaits it
  return { ...row, then: ask };
}

/** Where a row stands on a day. */
export function stateOn(
  row: Pick<StoredRow, "effectiveFrom" | "effectiveTo">,
  on: IsoDate,
): PolicyRow["state"] {
  if (row.effectiveFrom > on) return "future";
  return row.effectiveTo !== null && row.effectiveTo < on ? "ended" : "in_force";
}

/** What values ask, in words a person reads. */
export function sayAsks(requirement: Requirement | undefined, values: ParameterValues): Sentence {
  return sayRow("row.asks", { values: describeValues(requirement?.parameters ?? [], values) });
}

function inUnits(money: { readonly minorUnits: number; readonly currency: string }): number {
  return money.minorUnits / 10 ** currencyDecimals(money.currency);
}

function sayWhen({ when }: StoredRow): Sentence {
  const list = (words: readonly string[]): string =>
    words.map((word) => word.replaceAll("_", " ")).join("; ");
  const params = {
    prefixes: list(when.cpvPrefixes),
    risks: list(when.risks),
    from: when.valueFrom === null ? null : inUnits(when.valueFrom),
    to: when.valueTo === null ? null : inUnits(when.valueTo),
    currency: (when.valueFrom ?? when.valueTo)?.currency ?? null,
    countries: list(when.countries),
    procedures: list(when.procedures),
    bidders: list(when.bidderRoles.map((role) => `${role}s`)),
    sizes: list(when.sizes),
  };
  const free = Object.values(params).every((value) => value === null || value === "");
  return free ? sayRow("row.when.always") : sayRow("row.when", params);
}

/** A row as the API tells it, as of a day. */
export function describeRow(row: StoredRow, library: HouseLibrary, on: IsoDate): PolicyRow {
  const requirement = library.find(row.ask.requirement, row.ask.version);
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    when: row.when,
    ask: row.ask,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo,
    announcedOn: row.announcedOn,
    noticeMonths: row.noticeMonths,
    reason: row.reason,
    proportionality: row.proportionality,
    state: stateOn(row, on),
    requirementTitle: requirement?.title ?? row.ask.requirement,
    whenSays: sayWhen(row),
    asks: sayAsks(requirement, row.ask.values),
    follows: row.follows,
    followedBy: row.followedBy,
  };
}

/** What several rows ask together, as the API tells it. */
export function describeAsked(item: AskedItem, library: HouseLibrary): PolicyAsk {
  const requirement = library.find(item.requirement, item.version);
  return {
    requirement: item.requirement,
    title: requirement?.title ?? item.requirement,
    version: item.version ?? requirement?.version ?? null,
    role: item.role,
    values: item.values,
    followUp: item.followUp,
    asks: sayAsks(requirement, item.values),
    rowIds: [...item.rowIds],
    bidders: [...item.bidders],
    undecided: [...item.undecided],
  };
}
