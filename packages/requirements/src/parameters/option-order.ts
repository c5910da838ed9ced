/** The order of a choice's options: [stricter, weaker] pairs, closed transitively, reckoned once for each type. */
import type { ParameterType } from "@throughline/domain";

/** The choice among the parameter types. */
export type ChoiceType = Extract<ParameterType, { kind: "choice" }>;

const closed = new WeakMap<ChoiceType, ReadonlyMap<string, ReadonlySet<string>>>();

/** For each option the options it is stricter than, directly or by way of others. Cost: one walk for each option. */
export function weakerOptions(type: ChoiceType): ReadonlyMap<string, ReadonlySet<string>> {
  const known = closed.get(type);
  if (known !== undefined) return known;
  const below = new Map<string, string[]>();
  for (const [stricter, weaker] of type.order)
    below.set(stricter, [...(below.get(stricter) ?? []), weaker]);
  const all = new Map<string, ReadonlySet<string>>();
  for (const start of below.keys()) {
    const reached = new Set<string>();
    const open = [...(below.get(start) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(below.get(next) ?? []));
    }
    all.set(start, reached);
  }
  closed.set(type, all);
  return all;
}

/** Whether `a` is the same option as `b` or a stricter one. */
export function isAtLeastOption(type: ChoiceType, a: string, b: string): boolean {
  return a === b || (weakerOptions(type).get(a)?.has(b) ?? false);
}
