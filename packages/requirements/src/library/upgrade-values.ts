import type {
  Parameter,
  ParameterValue,
  ParameterValues,
  Requirement,
  Sentence,
} from "@throughline/domain";
import { checkValue } from "../parameters/check-values.ts";
import { sayValue } from "../parameters/describe-values.ts";
import { sayIn } from "../texts/say-in.ts";
import { libraryTexts } from "./library-texts.ts";

/** One thing a person must look at after a change of version. */
export interface UpgradeNote {
  /** `null` for the requirement as a whole. */
  readonly parameter: string | null;
  readonly before: ParameterValue | null;
  /** What stands there now; `null` where nothing does. */
  readonly after: ParameterValue | null;
  readonly sentence: Sentence;
}

/** An instance's values under another version. */
export interface Upgrade {
  readonly values: ParameterValues;
  /** Parameters whose values go on as they stood. */
  readonly kept: readonly string[];
  readonly lookAt: readonly UpgradeNote[];
  /** Whether answers given to the old version still answer the new one, and if not, what has to be asked again. */
  readonly answers: { readonly stand: boolean; readonly lookAgain: readonly Sentence[] };
}

const say = sayIn(libraryTexts);

/** What an order rests on: two parameters that differ in it do not mean the same by the same value. */
function meaningOf({ type }: Parameter): string {
  switch (type.kind) {
    case "number":
      return `number ${type.unit} ${type.stricter}`;
    case "choice":
      return `choice ${type.order
        .map(([stricter, weaker]) => `${stricter}>${weaker}`)
        .toSorted((a, b) => (a < b ? -1 : 1))
        .join(" ")}`;
    case "set":
    case "flag":
      return `${type.kind} ${type.stricter}`;
    case "text":
      return "text";
  }
}

/** The part of a list that fits; for every other kind all or nothing. */
function fittingPart(parameter: Parameter, value: ParameterValue): ParameterValue | undefined {
  if (parameter.type.kind !== "set" || !Array.isArray(value)) return undefined;
  const part = value.filter((word) => checkValue(parameter, [word]).length === 0);
  return part.length === 0 ? undefined : part;
}

/**
 * Carries values over to another version: what fits stays, what does not is left out and said, what is new is named. Nothing is
 * converted by guess. `between` are the versions that were passed over, whose changes count as well.
 *
 * @example
 * upgradeValues(version1, version2, { due_days: 28 }).lookAt.map(({ sentence }) => sentence.text);
 * // ["Refreshed every is new and not given yet. …", …]
 */
export function upgradeValues(
  from: Requirement,
  to: Requirement,
  values: ParameterValues,
  between: readonly Requirement[] = [],
): Upgrade {
  const before = new Map(from.parameters.map((parameter) => [parameter.key, parameter]));
  const after = new Map(to.parameters.map((parameter) => [parameter.key, parameter]));
  const carried = new Map<string, ParameterValue>();
  const kept: string[] = [];
  const lookAt: UpgradeNote[] = [];
  for (const [key, value] of Object.entries(values)) {
    const old = before.get(key);
    const next = after.get(key);
    if (next === undefined && old === undefined) {
      carried.set(key, value);
      lookAt.push({
        parameter: key,
        before: value,
        after: value,
        sentence: say("upgrade.unknown", { key }),
      });
      continue;
    }
    const label = (next ?? old)?.label ?? key;
    const said = sayValue((old ?? next)?.type ?? { kind: "text" }, value);
    if (next === undefined) {
      lookAt.push({
        parameter: key,
        before: value,
        after: null,
        sentence: say("upgrade.gone", { label, before: said }),
      });
      continue;
    }
    const [fault] = checkValue(next, value);
    if (fault !== undefined) {
      const part = fittingPart(next, value);
      if (part !== undefined) carried.set(key, part);
      const code = part === undefined ? "upgrade.does_not_fit" : "upgrade.part_left_out";
      lookAt.push({
        parameter: key,
        before: value,
        after: part ?? null,
        sentence: say(code, { label, before: said, reason: fault.sentence.text }),
      });
      continue;
    }
    carried.set(key, value);
    if (old === undefined || meaningOf(old) === meaningOf(next)) kept.push(key);
    else
      lookAt.push({
        parameter: key,
        before: value,
        after: value,
        sentence: say("upgrade.meaning", { label, before: said }),
      });
  }
  for (const { key, label, help } of to.parameters)
    if (!before.has(key) && !carried.has(key))
      lookAt.push({
        parameter: key,
        before: null,
        after: null,
        sentence: say("upgrade.new", { label, help }),
      });
  const lookAgain = [...between, to]
    .filter(({ version }) => version > from.version && version <= to.version)
    .toSorted((a, b) => a.version - b.version)
    .flatMap(({ changes }) => changes.filter((change) => change.lookAgain))
    .map(({ note }) => say("upgrade.change", { note }));
  return {
    values: Object.fromEntries(carried),
    kept,
    lookAt,
    answers: { stand: lookAgain.length === 0, lookAgain },
  };
}
