/** For tests only: eForms notices about an invented buyer, built from the parts a test is about. */

const namespaces = [
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"',
  'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"',
  'xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"',
  'xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1"',
  'xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"',
  'xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1"',
].join(" ");

const organisation = (id: string, names: string, country = "SWE"): string =>
  `<efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID schemeName="organization">${id}</cbc:ID></cac:PartyIdentification>` +
  `${names}<cac:PostalAddress><cac:Country><cbc:IdentificationCode>${country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress>` +
  `<cac:PartyLegalEntity><cbc:CompanyID>212000-${id}</cbc:CompanyID></cac:PartyLegalEntity></efac:Company></efac:Organization>`;

const name = (text: string, language = "SWE"): string =>
  `<cac:PartyName><cbc:Name languageID="${language}">${text}</cbc:Name></cac:PartyName>`;

/** Wraps what the SDK puts into extensions. */
export const extend = (inner: string): string =>
  `<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>${inner}</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>`;

export interface PlantedNotice {
  readonly root?: string;
  readonly form?: string;
  readonly type?: string;
  /** Inside the extension, beside the organisations. */
  readonly extension?: string;
  /** Between the type and the buyer. */
  readonly head?: string;
  /** Everything after the buyer; the project, where it is to be another one. */
  readonly body?: string;
  /** Inside the only lot. */
  readonly lot?: string;
}

/** A contract notice of Aldermoor City Council (invented) in Swedish and English, with one lot. */
export function plantNotice(planted: PlantedNotice = {}): string {
  const { root = "ContractNotice", form = "competition", type = "cn-standard" } = planted;
  const organisations = [
    organisation("ORG-0001", name("Aldermoor stad") + name("Aldermoor City Council", "ENG")),
    organisation("ORG-0002", name("Cedar IT AB"), "DNK"),
    organisation("ORG-0003", name("Birch Data Oy"), "FIN"),
  ].join("");
  const body =
    planted.body ??
    `<cac:ProcurementProject><cbc:Name languageID="ENG">Laptops</cbc:Name><cbc:Name languageID="SWE">Bärbara datorer</cbc:Name>
<cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">30213100</cbc:ItemClassificationCode></cac:MainCommodityClassification></cac:ProcurementProject>
<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID>${planted.lot ?? ""}</cac:ProcurementProjectLot>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" ${namespaces}>
${extend(`<efac:Organizations>${organisations}</efac:Organizations>${planted.extension ?? ""}`)}
<cbc:ID schemeName="notice-id">aaaaaaaa-0000-4000-8000-000000000001</cbc:ID>
<cbc:ContractFolderID>bbbbbbbb-0000-4000-8000-000000000001</cbc:ContractFolderID>
<cbc:IssueDate>2026-03-02+01:00</cbc:IssueDate>
<cbc:NoticeTypeCode listName="${form}">${type}</cbc:NoticeTypeCode>
<cbc:NoticeLanguageCode>SWE</cbc:NoticeLanguageCode>
<cac:AdditionalNoticeLanguage><cbc:ID>ENG</cbc:ID></cac:AdditionalNoticeLanguage>
${planted.head ?? ""}
<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>
${body}
</${root}>`;
}
