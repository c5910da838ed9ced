import type { Requirement, Sentence } from "@throughline/domain";
import { checkParameter } from "../parameters/check-parameter.ts";
import { checkValues } from "../parameters/check-values.ts";
import { sayIn, templateNames } from "../texts/say-in.ts";
import { kpiCatalogue } from "@throughline/measurement";
import { libraryTexts } from "./library-texts.ts";

/** What is wrong with a requirement beyond its shape. `path` is a JSON pointer into it. */
export interface RequirementFault {
  readonly path: string;
  readonly sentence: Sentence;
}

const say = sayIn(libraryTexts);
const knownKpis = new Set(kpiCatalogue.map(({ id }) => id));

/**
 * Checks what the shape cannot say: orders are orders, variants hold values that fit, texts speak of parameters that are
 * there, indicators are in the catalogue, URN and key agree.
 *
 * @example checkRequirement(findRequirement("wages")) // []
 */
export function checkRequirement(requirement: Requirement): RequirementFault[] {
  const { urn, key, version, parameters, wordings, variants, kpis } = requirement;
  const faults: RequirementFault[] = [];
  const add = (path: string, sentence: Sentence): void => {
    faults.push({ path, sentence });
  };
  if (!urn.endsWith(`:${key}:${version}`)) add("/urn", say("requirement.urn"));
  const known = new Set<string>();
  for (const [at, parameter] of parameters.entries()) {
    if (known.has(parameter.key))
      add(`/parameters/${at}/key`, say("requirement.parameter_twice", { key: parameter.key }));
    known.add(parameter.key);
    for (const sentence of checkParameter(parameter)) add(`/parameters/${at}/type`, sentence);
  }
  for (const [at, { key: parameter, phrase = "" }] of parameters.entries())
    for (const name of templateNames(phrase))
      if (!known.has(name))
        add(`/parameters/${at}/phrase`, say("requirement.phrase_value", { parameter, key: name }));
  const languages = new Set<string>();
  for (const [at, { language, text }] of wordings.entries()) {
    if (languages.has(language))
      add(`/wordings/${at}/language`, say("requirement.wording_twice", { language }));
    languages.add(language);
    for (const name of templateNames(text))
      if (!known.has(name))
        add(`/wordings/${at}/text`, say("requirement.wording_value", { language, key: name }));
  }
  for (const [at, variant] of variants.entries())
    for (const fault of checkValues(parameters, variant.values))
      add(`/variants/${at}/values/${fault.parameter}`, fault.sentence);
  for (const [at, kpi] of kpis.entries())
    if (!knownKpis.has(kpi)) add(`/kpis/${at}`, say("requirement.kpi", { kpi }));
  return faults;
}
