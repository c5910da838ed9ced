import { en } from "../texts/en.ts";

const names: Readonly<Record<string, string | undefined>> = en;

/** An indicator by name, "On-time disclosure rate (T4)"; one that is not in the catalogue by its id. */
export function kpiName(id: string): string {
  const name = names[`kpi.${id}`];
  return name === undefined ? id : `${name} (${id})`;
}
