import type { Parameter, Sentence } from "@throughline/domain";
import { sayIn } from "../texts/say-in.ts";
import { weakerOptions } from "./option-order.ts";
import { parameterTexts } from "./parameter-texts.ts";

const say = sayIn(parameterTexts);

/** What is wrong with a parameter itself: an order that is none, options named twice, a range that holds nothing. */
export function checkParameter(parameter: Parameter): Sentence[] {
  const { label, type } = parameter;
  if (type.kind === "number")
    return type.minimum > type.maximum ? [say("order.range", { label })] : [];
  if (type.kind !== "choice" && type.kind !== "set") return [];
  const keys = (type.options ?? []).map(({ key }) => key);
  const faults = keys
    .filter((key, at) => keys.indexOf(key) < at)
    .map((value) => say("order.option_twice", { label, value }));
  if (type.kind === "set") return faults;
  const known = new Set(keys);
  for (const value of new Set(type.order.flat()))
    if (!known.has(value)) faults.push(say("order.unknown_option", { label, value }));
  const below = weakerOptions(type);
  const inCircle = keys.find((key) => below.get(key)?.has(key));
  if (inCircle !== undefined) faults.push(say("order.circle", { label, value: inCircle }));
  return faults;
}
