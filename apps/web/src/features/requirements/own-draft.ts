/** A requirement of our own while it is typed, and how it becomes what the API takes. */
import type { OwnRequirementInput } from "@throughline/contract";
import type { Parameter, RequirementRole, VerificationLevel } from "@throughline/domain";
import type { FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

export const parameterKinds = ["number", "choice", "set", "flag", "text"] as const;
export type ParameterKind = (typeof parameterKinds)[number];
export type NumberUnit = Extract<Parameter["type"], { kind: "number" }>["unit"];

/** One parameter that is added. `stricter` is read by kind; options stand one per line. */
export interface NewParameter {
  readonly label: string;
  readonly kind: ParameterKind;
  readonly unit: NumberUnit;
  readonly stricter: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly options: string;
}

export interface OwnDraft {
  readonly title: string;
  readonly purpose: string;
  readonly text: string;
  readonly checked: boolean;
  readonly roles: readonly RequirementRole[];
  readonly minimumVerification: VerificationLevel;
  readonly needsBrand: boolean;
  /** Parameters the version before has and this one keeps. */
  readonly kept: readonly Parameter[];
  readonly added: readonly NewParameter[];
}

/** What may be stricter, by kind; the first is what a field begins with. */
export const strictnessOf = {
  number: ["lower", "higher", "none"],
  choice: ["first", "none"],
  set: ["more", "fewer", "none"],
  flag: ["yes", "no", "none"],
  text: ["none"],
} as const satisfies Record<ParameterKind, readonly string[]>;

export const emptyParameter: NewParameter = {
  label: "",
  kind: "number",
  unit: "days",
  stricter: "lower",
  minimum: "1",
  maximum: "365",
  options: "",
};

/** "Meet the works council" becomes "meet_the_works_council": letters of a key are plain. */
export function makeKey(title: string): string {
  return title
    .normalize("NFKD")
    .replaceAll(/[^\p{ASCII}]/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[^a-z]+|_+$/g, "")
    .slice(0, 50);
}

/** A key none of the others has. */
function freeKey(label: string, taken: readonly string[]): string {
  const key = makeKey(label).padEnd(2, "x");
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? key : `${key}_${n}`;
    if (!taken.includes(tried)) return tried;
  }
}

function pick<Word extends string>(words: readonly [Word, ...Word[]], wanted: string): Word {
  return words.find((word) => word === wanted) ?? words[0];
}

function readType(one: NewParameter): Parameter["type"] | null {
  const labels = [
    ...new Set(
      one.options.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()])),
    ),
  ];
  const options: { key: string; label: string }[] = [];
  for (const label of labels)
    options.push({
      key: freeKey(
        label,
        options.map(({ key }) => key),
      ),
      label,
    });
  switch (one.kind) {
    case "text":
      return { kind: "text" };
    case "flag":
      return { kind: "flag", stricter: pick(strictnessOf.flag, one.stricter) };
    case "set":
      return {
        kind: "set",
        options: options.length === 0 ? null : options,
        stricter: pick(strictnessOf.set, one.stricter),
      };
    case "choice":
      return options.length < 2
        ? null
        : {
            kind: "choice",
            options,
            order:
              one.stricter === "first"
                ? options
                    .slice(1)
                    .map((option, at): [string, string] => [options[at]?.key ?? "", option.key])
                : [],
          };
    case "number": {
      const minimum = Number(one.minimum.replace(",", "."));
      const maximum = Number(one.maximum.replace(",", "."));
      return one.minimum.trim() === "" || one.maximum.trim() === "" || !(minimum < maximum)
        ? null
        : {
            kind: "number",
            unit: one.unit,
            stricter: pick(strictnessOf.number, one.stricter),
            minimum,
            maximum,
          };
    }
  }
}

/** Reads it. `before` is the version that is changed: what the form does not show is kept from it. */
export function readOwn(
  draft: OwnDraft,
  before: OwnRequirementInput | null,
): { readonly content: OwnRequirementInput; readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = [];
  const need = (field: string, missing: boolean, message: string): void => {
    if (missing) faults.push({ field: `own-${field}`, message });
  };
  const key = before?.key ?? makeKey(draft.title);
  need("title", draft.title.trim() === "" || key.length < 2, t("own.fault.title"));
  need("text", draft.text.trim() === "", t("own.fault.text"));
  need("roles", draft.roles.length === 0, t("own.fault.roles"));
  const parameters: Parameter[] = [...draft.kept];
  draft.added.forEach((one, at) => {
    const type = readType(one);
    need(`label-${at}`, one.label.trim() === "", t("own.fault.label"));
    need(
      one.kind === "number" ? `minimum-${at}` : `options-${at}`,
      type === null,
      t(one.kind === "number" ? "own.fault.range" : "own.fault.options"),
    );
    if (type !== null)
      parameters.push({
        key: freeKey(
          one.label,
          parameters.map((parameter) => parameter.key),
        ),
        label: one.label.trim(),
        help: "",
        type,
      });
  });
  const others = (before?.wordings ?? []).filter(({ language }) => language !== "en");
  return {
    faults,
    content: {
      key,
      title: draft.title.trim(),
      purpose: draft.purpose.trim(),
      wordings: [
        { language: "en", text: draft.text.trim(), status: draft.checked ? "checked" : "drafted" },
        ...others,
      ],
      parameters,
      minimumVerification: draft.minimumVerification,
      evidenceTypes: before?.evidenceTypes ?? [],
      kpis: before?.kpis ?? [],
      issues: before?.issues ?? [],
      references: before?.references ?? [],
      needsBrand: draft.needsBrand,
      roles: [...draft.roles],
      variants: before?.variants ?? [],
    },
  };
}
