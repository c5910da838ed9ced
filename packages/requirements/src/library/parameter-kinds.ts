/** Short ways to write the parameters of the library. Each says in `help` why it matters, in `phrase` how it is read aloud. */
import type { Parameter, ParameterType } from "@throughline/domain";

interface Told {
  readonly label: string;
  readonly help: string;
  readonly phrase: string;
}

type Unit = Extract<ParameterType, { kind: "number" }>["unit"];
type Options = Readonly<Record<string, string>>;

function listOptions(options: Options): { key: string; label: string }[] {
  return Object.entries(options).map(([key, label]) => ({ key, label }));
}

/** A number within a range, of which one end asks more. */
export function number(
  key: string,
  told: Told,
  unit: Unit,
  stricter: "lower" | "higher" | "none",
  range: readonly [minimum: number, maximum: number],
): Parameter {
  const [minimum, maximum] = range;
  return { key, ...told, type: { kind: "number", unit, stricter, minimum, maximum } };
}

/** Days in which something is to be done: fewer ask more. */
export function days(key: string, told: Told, maximum = 365): Parameter {
  return number(key, told, "days", "lower", [1, maximum]);
}

/** One of several; `order` lists [stricter, weaker]. */
export function choice(
  key: string,
  told: Told,
  options: Options,
  order: readonly (readonly [stricter: string, weaker: string])[] = [],
): Parameter {
  return {
    key,
    ...told,
    type: {
      kind: "choice",
      options: listOptions(options),
      order: order.map(([stricter, weaker]): [string, string] => [stricter, weaker]),
    },
  };
}

/** Any of several; `options` null: any words. */
export function set(
  key: string,
  told: Told,
  options: Options | null,
  stricter: "more" | "fewer" = "more",
): Parameter {
  return {
    key,
    ...told,
    type: { kind: "set", options: options === null ? null : listOptions(options), stricter },
  };
}

/** Yes or no. */
export function flag(key: string, told: Told, stricter: "yes" | "no" = "yes"): Parameter {
  return { key, ...told, type: { kind: "flag", stricter } };
}

/**
 * Where the result is in somebody else's hands: unless it says so, a formal request made in time performs the supplier's
 * duty, and what did not come of it shows beside it (Electronics Watch Contract Conditions, the rule of due diligence).
 */
export const resultRequired: Parameter = flag("result_required", {
  label: "Only the result counts",
  help: "If not, a formal request to the maker, made in time and shown, performs the duty; the missing result still shows.",
  phrase: "only the result counts",
});

/** The kinds of date days are counted from. Which falls first differs from contract to contract, so none is stricter. */
export const countedFrom = {
  award: "award",
  signature: "signature",
  request: "a request",
  delivery: "first delivery",
} as const;
