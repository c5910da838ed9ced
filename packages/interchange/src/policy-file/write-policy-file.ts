/** Writes the rows of a policy for people: as a table, or as YAML with every value. */
import type { FollowUp, IsoDate, Money, ParameterValues } from "@throughline/domain";
import { stringify } from "yaml";
import { currencyDecimals } from "../contract-file/money-amount.ts";
import { writeCsvTable, type TableCell } from "../release/write-tables.ts";

/** One row as it is written; texts come ready from whoever made the row. */
export interface PolicyRowToWrite {
  readonly title: string;
  readonly state: string;
  readonly when: {
    readonly cpvPrefixes: readonly string[];
    readonly risks: readonly string[];
    readonly valueFrom: Money | null;
    readonly valueTo: Money | null;
    readonly countries: readonly string[];
    readonly procedures: readonly string[];
    readonly bidderRoles: readonly string[];
    readonly sizes: readonly string[];
  };
  readonly requirement: string;
  readonly requirementTitle: string;
  readonly version: number | null;
  readonly role: string;
  readonly values: ParameterValues;
  /** The values as a person reads them. */
  readonly asks: string;
  readonly followUp: FollowUp | null;
  readonly effectiveFrom: IsoDate;
  readonly effectiveTo: IsoDate | null;
  readonly announcedOn: IsoDate | null;
  readonly noticeMonths: number | null;
  readonly reason: string;
  readonly proportionality: string;
}

const titles = [
  "Title",
  "State",
  "CPV",
  "Risk",
  "Value from",
  "Value below",
  "Currency",
  "Countries",
  "Procedures",
  "Bidders",
  "Sizes",
  "Requirement",
  "Requirement title",
  "Version",
  "Role",
  "Asks",
  "Follow-up",
  "From",
  "To",
  "Announced on",
  "Notice in months",
  "Reason",
  "Proportionality",
] as const;

function inUnits(money: Money): number {
  return money.minorUnits / 10 ** currencyDecimals(money.currency);
}

function cellsOf(row: PolicyRowToWrite): TableCell[] {
  const { when } = row;
  const list = (words: readonly string[]): string => words.join("; ");
  return [
    row.title,
    row.state,
    list(when.cpvPrefixes),
    list(when.risks),
    when.valueFrom === null ? null : inUnits(when.valueFrom),
    when.valueTo === null ? null : inUnits(when.valueTo),
    (when.valueFrom ?? when.valueTo)?.currency ?? null,
    list(when.countries),
    list(when.procedures),
    list(when.bidderRoles),
    list(when.sizes),
    row.requirement,
    row.requirementTitle,
    row.version,
    row.role,
    row.asks,
    list(row.followUp?.ways ?? []),
    row.effectiveFrom,
    row.effectiveTo,
    row.announcedOn,
    row.noticeMonths,
    row.reason,
    row.proportionality,
  ];
}

/** The follow-up without who does it: a table that leaves the house names no person. */
function withoutPeople(followUp: FollowUp | null): object | null {
  if (followUp === null) return null;
  const { ways, kpis, evidenceTypes } = followUp;
  return { ways, kpis, evidenceTypes };
}

/**
 * The table as CSV, or as YAML with the values by parameter. Neither names the person who follows up.
 *
 * @example writePolicyFile("Our policy", rows, "yaml")
 */
export function writePolicyFile(
  policy: string,
  rows: readonly PolicyRowToWrite[],
  format: "csv" | "yaml",
): Uint8Array {
  if (format === "csv") return writeCsvTable({ name: policy, titles, rows: rows.map(cellsOf) });
  const content = {
    policy,
    rows: rows.map(({ followUp, ...row }) => ({ ...row, followUp: withoutPeople(followUp) })),
  };
  return new TextEncoder().encode(stringify(content, { aliasDuplicateObjects: false }));
}
