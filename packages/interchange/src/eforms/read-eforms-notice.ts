/**
 * Reads an eForms notice (UBL 2.3 with the extensions of the eForms SDK): planning, competition, result, modification.
 * Words: **lot** (what is bought and judged by itself), **lots group**, **part** (of a planning notice; read as a lot),
 * **BT-…** (a business term of the regulation), **touch point** (a department of an organisation).
 */
import type { NormalisedProcurement } from "@throughline/domain";
import { distinct, emptyProcurement, type NoticeLotRead } from "../notice/empty-procurement.ts";
import { noticeFault } from "../notice/notice-fault.ts";
import { readProcedureCode } from "../notice/read-procedure.ts";
import { readAsked, readAwardCriteria, readLot } from "./read-lot.ts";
import { readOrganisations, type Organisation } from "./read-organisations.ts";
import { readChanges, readResult, type ResultRead } from "./read-result.ts";
import {
  extension,
  requireText,
  takeAmount,
  takeCodes,
  takeDay,
  takeWords,
  toLanguage,
} from "./read-values.ts";
import {
  findAll,
  findFirst,
  leaveUnread,
  listUnread,
  parseXml,
  pathOf,
  takeAt,
  takeText,
  type XmlNode,
} from "./xml-tree.ts";

type Kind = NormalisedProcurement["kind"];

const kindByForm: Readonly<Record<string, Kind>> = {
  planning: "planning",
  consultation: "planning",
  competition: "tender",
  change: "tender",
  result: "award",
  "dir-awa-pre": "award",
  "cont-modif": "modification",
  completion: "contract",
};

const kindByRoot: Readonly<Record<string, Kind>> = {
  PriorInformationNotice: "planning",
  ContractNotice: "tender",
  ContractAwardNotice: "award",
};

function readKind(notice: XmlNode): Kind {
  const byRoot = Object.hasOwn(kindByRoot, notice.name) ? kindByRoot[notice.name] : undefined;
  if (byRoot === undefined)
    throw noticeFault(
      `/${notice.name}`,
      "is no notice of a procedure; ContractNotice, ContractAwardNotice or PriorInformationNotice of eForms is expected",
    );
  requireText(notice, "cbc:NoticeTypeCode", "the type of the notice (BT-02)");
  const form = findFirst(notice, "cbc:NoticeTypeCode")?.attributes["listName"] ?? "";
  return (Object.hasOwn(kindByForm, form) ? kindByForm[form] : undefined) ?? byRoot;
}

function readBuyers(
  notice: XmlNode,
  organisations: ReadonlyMap<string, Organisation>,
): [Organisation, ...Organisation[]] {
  const parties = findAll(notice, "cac:ContractingParty");
  const buyers = parties.map((place) => {
    const id = requireText(place, "cac:Party/cac:PartyIdentification/cbc:ID", "the buyer");
    const known = organisations.get(id);
    if (known === undefined || known.name === "")
      throw noticeFault(
        `${pathOf(place)}/cac:Party/cac:PartyIdentification/cbc:ID`,
        known === undefined
          ? `refers to '${id}', which is not among the organisations (line ${place.line})`
          : `refers to '${id}', an organisation without a name (line ${place.line})`,
      );
    return known;
  });
  const [first, ...others] = buyers;
  if (first === undefined)
    throw noticeFault(`/${notice.name}/cac:ContractingParty`, "the buyer is missing");
  return [first, ...others];
}

/** Lots that a group holds, by the group's id. */
function readGroups(notice: XmlNode): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const group of findAll(notice, "cac:TenderingTerms/cac:LotDistribution/cac:LotsGroup")) {
    const id = takeAt(group, "cbc:LotsGroupID");
    const lots = findAll(group, "cac:ProcurementProjectLotReference/cbc:ID");
    if (id === null) continue;
    const named = lots.flatMap((lot) => takeText(lot) ?? []);
    groups.set(id, distinct([...(groups.get(id) ?? []), ...named]));
  }
  return groups;
}

const schemeOf = (lot: XmlNode): string =>
  findFirst(lot, "cbc:ID")?.attributes["schemeName"] ?? "Lot";

interface Whole {
  readonly asked: Partial<NoticeLotRead>;
  /** Award criteria of groups, with the lots they are for. */
  readonly groups: readonly {
    readonly id: string;
    readonly lots: readonly string[];
    readonly awardCriteria: NoticeLotRead["awardCriteria"];
  }[];
}

/** Gives a lot what only its group or the procedure tells, and says which fields these are. */
function fillIn(lot: NoticeLotRead, whole: Whole): NoticeLotRead {
  const inherited: string[] = [];
  const filled: NoticeLotRead = { ...lot, inherited };
  const group = whole.groups.find(
    ({ lots, awardCriteria }) => awardCriteria.length > 0 && lots.includes(lot.id),
  );
  if (lot.awardCriteria.length === 0 && group !== undefined) {
    filled.awardCriteria = group.awardCriteria;
    inherited.push("awardCriteria");
  }
  for (const [key, value] of Object.entries(whole.asked)) {
    const own: unknown = Reflect.get(filled, key);
    const isEmpty = own === null || (Array.isArray(own) && own.length === 0);
    const tells = Array.isArray(value) ? value.length > 0 : value !== null;
    if (!isEmpty || !tells) continue;
    Reflect.set(filled, key, value);
    inherited.push(key);
  }
  return filled;
}

function readLots(
  notice: XmlNode,
  language: string | null,
  asked: Partial<NoticeLotRead>,
  notes: string[],
): NoticeLotRead[] {
  const nodes = findAll(notice, "cac:ProcurementProjectLot");
  const members = readGroups(notice);
  const groups = nodes
    .filter((node) => schemeOf(node) === "LotsGroup")
    .map((node) => {
      const id = requireText(node, "cbc:ID", "the id of the lots group");
      const terms = findFirst(node, "cac:TenderingTerms");
      return {
        id,
        node,
        lots: members.get(id) ?? [],
        awardCriteria: readAwardCriteria(terms, language, (note) => notes.push(`${id}: ${note}`)),
      };
    });
  for (const { id, lots } of groups)
    notes.push(
      `Lots group ${id} holds ${lots.length === 0 ? "lots it does not name" : lots.join(", ")}.`,
    );
  const lots = nodes
    .filter((node) => schemeOf(node) !== "LotsGroup")
    .map((node) => {
      const id = requireText(node, "cbc:ID", "the id of the lot (BT-137)");
      const lot = readLot(node, id, language, (note) => notes.push(`${id}: ${note}`));
      return fillIn(lot, { asked, groups });
    });
  // Criteria of a group all of whose lots have their own would be lost: they stay among what is not read.
  for (const { node, awardCriteria } of groups)
    if (!lots.some((lot) => lot.awardCriteria === awardCriteria)) leaveUnread(node);
  return lots;
}

/** Exclusion grounds (BT-67), of the procedure and, where a notice has them there, of lots. */
function readExclusionGrounds(
  notice: XmlNode,
  language: string | null,
): NormalisedProcurement["exclusionGrounds"] {
  const places = [notice, ...findAll(notice, "cac:ProcurementProjectLot")].flatMap((place) =>
    findAll(
      place,
      "cac:TenderingTerms/cac:TendererQualificationRequest/cac:SpecificTendererRequirement",
    ),
  );
  return places.flatMap((place) => {
    const [type] = takeCodes(place, "cbc:TendererRequirementTypeCode", "exclusion-ground");
    if (type === undefined) return [];
    return [{ type, text: takeWords(place, "cbc:Description", language) ?? type }];
  });
}

/** What a notice tells of the value for the whole. */
function readTotal(
  notice: XmlNode,
  lots: readonly NoticeLotRead[],
): NormalisedProcurement["value"] {
  const total = findFirst(notice, "cac:ProcurementProject/cac:RequestedTenderTotal");
  const told =
    takeAmount(findFirst(total, "cbc:EstimatedOverallContractAmount")) ??
    takeAmount(findFirst(total, `${extension}/efbc:FrameworkMaximumAmount`));
  if (told !== null) return told;
  if (lots.length === 1) return lots[0]?.value ?? null;
  // BT-157: the most that is bought over a framework for a group of lots.
  return takeAmount(
    findFirst(
      notice,
      "cac:ProcurementProjectLot/cac:TenderingProcess/cac:FrameworkAgreement/cbc:EstimatedMaximumValueAmount",
    ),
  );
}

/** Planned begin and end, for a contract of exactly one lot that has them. */
function addPeriods(notice: XmlNode, result: ResultRead): void {
  const nodes = findAll(notice, "cac:ProcurementProjectLot");
  for (const contract of result.contracts) {
    const [only, ...others] = contract.lots;
    const node = nodes.find((lot) => findFirst(lot, "cbc:ID")?.text.trim() === only);
    if (node === undefined || others.length > 0) continue;
    const period = findFirst(node, "cac:ProcurementProject/cac:PlannedPeriod");
    contract.startsOn = takeDay(findFirst(period, "cbc:StartDate"));
    contract.endsOn = takeDay(findFirst(period, "cbc:EndDate"));
  }
}

/** A tender for a group is one for its lots. */
function expandGroups(result: ResultRead, groups: ReadonlyMap<string, readonly string[]>): void {
  for (const one of [...result.suppliers, ...result.contracts])
    one.lots = distinct(one.lots.flatMap((id) => groups.get(id) ?? [id]));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw noticeFault("line 1", "is not in UTF-8");
  }
}

/**
 * Reads an eForms notice into the shape all notices share; the official language first, everything not read kept.
 *
 * @throws AppError `notice_invalid` with the path and line: XML that is not well formed or has a document type, a notice
 * without id, type, language, buyer, title or lots, values that are none
 * @example readEformsNotice(await readFile("notice.xml")).lots[0]?.socialObjectives; // ["hum-right"]
 */
export function readEformsNotice(bytes: Uint8Array): NormalisedProcurement {
  const notice = parseXml(decode(bytes));
  const kind = readKind(notice);
  const isPlanning = kind === "planning";
  const noticeId = requireText(notice, "cbc:ID", "the id of the notice (BT-701)");
  const procedureId = isPlanning
    ? takeAt(notice, "cbc:ContractFolderID")
    : requireText(notice, "cbc:ContractFolderID", "the id of the procedure (BT-04)");
  const language = requireText(notice, "cbc:NoticeLanguageCode", "the language (BT-702)");
  const others = findAll(notice, "cac:AdditionalNoticeLanguage/cbc:ID");
  const organisations = readOrganisations(notice, language);
  const [buyer, ...alsoBuying] = readBuyers(notice, organisations);
  const project = findFirst(notice, "cac:ProcurementProject");
  const notes: string[] = [];
  if (alsoBuying.length > 0)
    notes.push(`Bought together with ${alsoBuying.map(({ name }) => name).join(", ")}.`);
  const asked = readAsked(notice, language, (note) => notes.push(note));
  const lots = readLots(notice, language, asked, notes);
  const title =
    takeWords(project, "cbc:Name", language) ?? (isPlanning ? (lots[0]?.title ?? "") : "");
  if (title === "" && !isPlanning)
    requireText(notice, "cac:ProcurementProject/cbc:Name", "the title (BT-21)");
  if (lots.length === 0 && !isPlanning)
    throw noticeFault(`/${notice.name}/cac:ProcurementProjectLot`, "the notice has no lot");
  const result = readResult(notice, organisations, language);
  addPeriods(notice, result);
  expandGroups(result, readGroups(notice));
  notes.push(...result.notes);
  const publication = findFirst(notice, `${extension}/efac:Publication`);
  const published = takeDay(findFirst(publication, "efbc:PublicationDate"));
  const sent = takeDay(findFirst(notice, "cbc:IssueDate"));
  if (published === null && sent !== null)
    notes.push(`Sent on ${sent} (BT-05); the day of publication is not in the notice.`);
  for (const { reason, text, changedNotice } of readChanges(notice, "efac:Changes", language)) {
    const verb = reason === "cancel" ? "Cancels" : "Changes";
    const which = changedNotice === null ? "an earlier notice" : `notice ${changedNotice}`;
    const code = reason === null || reason === "cancel" ? "" : ` (${reason})`;
    notes.push(`${verb} ${which}${code}${text === "" ? "." : `: ${text}`}`);
  }
  const procedure = takeAt(notice, "cac:TenderingProcess/cbc:ProcedureCode");
  const deadlines = lots.flatMap(({ deadlineOn }) => deadlineOn ?? []);
  const read: NormalisedProcurement = {
    ...emptyProcurement("eforms", kind),
    noticeId,
    noticeVersion: takeAt(notice, "cbc:VersionID"),
    procedureId,
    publicationId: takeAt(publication, "efbc:NoticePublicationID"),
    title,
    description: takeWords(project, "cbc:Description", language),
    languages: distinct([language, ...others.flatMap((node) => takeText(node) ?? [])]).map(
      toLanguage,
    ),
    buyer: { name: buyer.name, id: buyer.id },
    country: buyer.country,
    cpv: distinct([...(asked.cpv ?? []), ...lots.flatMap(({ cpv }) => cpv)]),
    procedure: procedure === null ? null : readProcedureCode(procedure),
    value: result.value ?? readTotal(notice, lots),
    publishedOn: published ?? sent,
    deadlineOn: deadlines.toSorted()[0] ?? null,
    awardedOn: result.awardedOn,
    lots,
    exclusionGrounds: readExclusionGrounds(notice, language),
    suppliers: result.suppliers,
    contracts: result.contracts,
    modifications: readChanges(notice, "efac:ContractModification", language),
    notes,
  };
  const unread = listUnread(notice);
  // BT-195 to BT-198 stand beside the field they are about.
  if (Object.keys(unread).some((path) => path.includes("/efac:FieldsPrivacy")))
    notes.push("Some fields are withheld from publication for now.");
  return { ...read, unread };
}
