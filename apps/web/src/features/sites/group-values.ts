/** Puts what was said of a site together by field, in the order a person asks. */
import type { Site } from "./queries.ts";

export type SaidValue = Site["values"][number];

export interface ValueGroup {
  readonly field: string;
  readonly values: readonly SaidValue[];
  /** How many values differ, other than in case and blanks. */
  readonly distinct: number;
}

const order = ["name", "address", "country", "coordinates", "os_id"];

function place(field: string): number {
  const at = order.indexOf(field);
  return at < 0 ? order.length : at;
}

const plain = (value: string): string => value.toLowerCase().replaceAll(/\s+/g, " ").trim();

/** One group per field; the same value said twice in the same way stands once. */
export function groupValues(values: readonly SaidValue[]): ValueGroup[] {
  const fields = [...new Set(values.map(({ field }) => field))].toSorted(
    (a, b) => place(a) - place(b) || a.localeCompare(b),
  );
  return fields.map((field) => {
    const said = new Map<string, SaidValue>();
    for (const value of values.filter((one) => one.field === field)) {
      const key = [value.value, value.saidBy, value.source, value.asOf, value.disclosureId].join(
        "\u0000",
      );
      said.set(key, value);
    }
    const kept = [...said.values()];
    return {
      field,
      values: kept,
      distinct: new Set(kept.map(({ value }) => plain(value))).size,
    };
  });
}
