/** Lots, their criteria and terms (BT-539, 540, 541, 734, 809, 750, 70) and what is strategic about them (BT-06, 774 to 777, 805, 754). */
import { distinct, emptyLot, type NoticeLotRead } from "../notice/empty-procurement.ts";
import { toPercent } from "../ocds/read-criteria.ts";
import {
  extension,
  takeAmount,
  takeCodes,
  takeCpvs,
  takeDay,
  takeNumber,
  takeWords,
} from "./read-values.ts";
import { findAll, findFirst, takeAt, takeText, type XmlNode } from "./xml-tree.ts";

/** How codes of `number-weight` are told in the profile of OCDS, whose reading of weights is shared. */
const weightKinds: Readonly<Record<string, string>> = {
  "per-exa": "percentageExact",
  "per-mid": "percentageRangeMiddle",
  "dec-exa": "decimalExact",
  "dec-mid": "decimalRangeMiddle",
  "poi-exa": "pointsExact",
  "poi-mid": "pointsRangeMiddle",
  "ord-imp": "order",
};

/** Collects what is worth saying about a lot beside its fields. */
export type Note = (sentence: string) => void;

function readWeight(criterion: XmlNode): { number: number | null; how: string | null } {
  for (const parameter of findAll(criterion, `${extension}/efac:AwardCriterionParameter`)) {
    const code = findFirst(parameter, "efbc:ParameterCode");
    const text = code?.text.trim() ?? "";
    const how = Object.hasOwn(weightKinds, text) ? weightKinds[text] : undefined;
    if (how === undefined) continue;
    takeText(code);
    return { number: takeNumber(findFirst(parameter, "efbc:ParameterNumeric")), how };
  }
  return { number: null, how: null };
}

/** Award criteria of a lot or a group of lots. */
export function readAwardCriteria(
  terms: XmlNode | null,
  language: string | null,
  say: Note,
): NoticeLotRead["awardCriteria"] {
  const read = findAll(terms, "cac:AwardingTerms/cac:AwardingCriterion").flatMap((criterion) => {
    const complicated = takeWords(criterion, "cbc:CalculationExpression", language);
    if (complicated !== null) say(`Weights are told in words (BT-543): ${complicated}`);
    const order = takeWords(criterion, "cbc:Description", language);
    if (order !== null) say(`Why criteria are in an order of importance (BT-733): ${order}`);
    const parts = findAll(criterion, "cac:SubordinateAwardingCriterion");
    return parts.map((part) => {
      const type = takeAt(part, "cbc:AwardingCriterionTypeCode") ?? "";
      const name = takeWords(part, "cbc:Name", language);
      const description = takeWords(part, "cbc:Description", language);
      return {
        type,
        name: name ?? description ?? type,
        description: name === null ? null : description,
        ...readWeight(part),
      };
    });
  });
  const points = read.every(({ how, number }) => how === "pointsExact" && number !== null)
    ? read.reduce((sum, { number }) => sum + (number ?? 0), 0)
    : 0;
  if (points > 0 && points !== 100)
    say(`The award criteria are weighed in ${points} points; shown here in percent of them.`);
  return read.map(({ type, name, description, number, how }) => ({
    type,
    name,
    weight: toPercent(number, how, points),
    description,
  }));
}

/** Criteria stand in the extension of the terms; a code was called differently before SDK 1.11 and could be "not used". */
function readSelectionCriteria(
  terms: XmlNode | null,
  language: string | null,
): NoticeLotRead["selectionCriteria"] {
  const places = [
    ...findAll(terms, `${extension}/efac:SelectionCriteria`),
    ...findAll(terms, `cac:TendererQualificationRequest/${extension}/efac:SelectionCriteria`),
  ];
  return places.flatMap((criterion) => {
    const usage = findAll(criterion, "cbc:CalculationExpressionCode");
    if (usage.some(({ text }) => text.trim() === "not-used")) return [];
    usage.forEach(takeText);
    const type =
      takeAt(criterion, "cbc:TendererRequirementTypeCode") ??
      takeAt(criterion, "cbc:CriterionTypeCode") ??
      "";
    const name = takeWords(criterion, "cbc:Name", language);
    const description = takeWords(criterion, "cbc:Description", language);
    const said = [name, description].filter((part) => part !== null).join(": ");
    if (type === "" && said === "") return [];
    return [{ type, name: said === "" ? type : said }];
  });
}

/** Terms of performance (BT-70): a text, or two coded answers that say who may carry the contract out. */
function readPerformanceTerms(
  terms: XmlNode | null,
  language: string | null,
): NoticeLotRead["performanceTerms"] {
  return findAll(terms, "cac:ContractExecutionRequirement").flatMap((requirement) => {
    const code = findFirst(requirement, "cbc:ExecutionRequirementCode");
    const list = code?.attributes["listName"] ?? null;
    const isReserved = list === "reserved-execution" && code?.text.trim() === "yes";
    if (list !== null && list !== "conditions" && !isReserved) return [];
    const text = takeWords(requirement, "cbc:Description", language);
    if (isReserved) {
      takeText(code);
      const said = text ?? "Carried out within sheltered employment programmes.";
      return [{ type: "reserved-execution", text: said }];
    }
    return text === null ? [] : [{ type: takeText(code), text }];
  });
}

/** What a project and its terms ask; of a lot, or of the procedure where a notice tells it there. */
export function readAsked(
  node: XmlNode,
  language: string | null,
  say: Note,
): Partial<NoticeLotRead> {
  const terms = findFirst(node, "cac:TenderingTerms");
  const project = findFirst(node, "cac:ProcurementProject");
  const additional = findAll(project, "cac:ProcurementAdditionalType");
  const codes = (list: string): string[] =>
    distinct(additional.flatMap((type) => takeCodes(type, "cbc:ProcurementTypeCode", list)));
  const described = additional
    .filter((type) =>
      findAll(type, "cbc:ProcurementTypeCode").some(
        ({ attributes }) => attributes["listName"] === "strategic-procurement",
      ),
    )
    .flatMap((type) => takeWords(type, "cbc:ProcurementType", language) ?? []);
  return {
    cpv: distinct(takeCpvs(project)),
    awardCriteria: readAwardCriteria(terms, language, say),
    selectionCriteria: readSelectionCriteria(terms, language),
    performanceTerms: readPerformanceTerms(terms, language),
    strategicProcurement: codes("strategic-procurement"),
    strategicDescription: described.length === 0 ? null : distinct(described).join("\n"),
    socialObjectives: codes("social-objective"),
    environmentalImpacts: codes("environmental-impact"),
    innovations: codes("innovative-acquisition"),
    greenCriteria: codes("gpp-criteria"),
    accessibility: codes("accessibility")[0] ?? null,
  };
}

/** One lot with what it says itself. */
export function readLot(
  node: XmlNode,
  id: string,
  language: string | null,
  say: Note,
): NoticeLotRead {
  const project = findFirst(node, "cac:ProcurementProject");
  const process = findFirst(node, "cac:TenderingProcess");
  const total = findFirst(project, "cac:RequestedTenderTotal");
  return {
    ...emptyLot(id),
    ...readAsked(node, language, say),
    title: takeWords(project, "cbc:Name", language) ?? "",
    value:
      takeAmount(findFirst(total, "cbc:EstimatedOverallContractAmount")) ??
      takeAmount(findFirst(total, `${extension}/efbc:FrameworkMaximumAmount`)),
    deadlineOn:
      takeDay(findFirst(process, "cac:TenderSubmissionDeadlinePeriod/cbc:EndDate")) ??
      takeDay(findFirst(process, "cac:ParticipationRequestReceptionPeriod/cbc:EndDate")),
  };
}
