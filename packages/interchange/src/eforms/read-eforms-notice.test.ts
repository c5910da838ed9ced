import { AppError, NormalisedProcurement } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { findRealInput, readRealInput } from "../real-input.fixture.ts";
import { sayNoticeCode } from "./notice-codes.ts";
import { extend, plantNotice, type PlantedNotice } from "./plant-notice.fixture.ts";
import { readEformsNotice } from "./read-eforms-notice.ts";

const read = (xml: string): NormalisedProcurement =>
  NormalisedProcurement.parse(readEformsNotice(new TextEncoder().encode(xml)));

const plant = (planted: PlantedNotice): NormalisedProcurement => read(plantNotice(planted));

function faultOf(xml: string): string {
  try {
    read(xml);
    return "";
  } catch (error) {
    if (error instanceof AppError && error.code === "notice_invalid") return error.message;
    throw error;
  }
}

const real = (path: string): NormalisedProcurement | null => {
  const text = readRealInput(`standards/eforms/${path}`);
  return text === null ? null : read(text);
};

/** Texts of an element anywhere in a file, for a check that is not made with our own reader of the tree. */
function textsOf(path: string, pattern: RegExp): string[] {
  const text = readRealInput(`standards/eforms/${path}`) ?? "";
  return [...text.matchAll(pattern)].map((match) => (match[1] ?? "").trim());
}

describe("real notices", () => {
  const notices = [
    [
      "ted-notices/2024-OJS047-00137599.xml",
      "tender",
      "competitive_dialogue",
      1,
      "Fountain Fuel B.V.",
      "NL",
    ],
    ["ted-notices/2024-OJS048-00140913.xml", "tender", null, 1, "TenneT TSO B.V.", "NL"],
    [
      "ted-notices/2024-OJS056-00163529.xml",
      "tender",
      "restricted",
      1,
      "Haven van Antwerpen-Brugge, NV van publiek recht",
      "BE",
    ],
    ["ted-notices/2024-OJS065-00191536.xml", "award", "open", 1, "Waterschap Rivierenland", "NL"],
    [
      "ted-notices/2024-OJS072-00215550.xml",
      "award",
      "open",
      6,
      "Wojewódzki Szpital Zespolony w Elblągu",
      "PL",
    ],
    [
      "ted-notices/2024-OJS074-00219998.xml",
      "tender",
      "open",
      1,
      "Communauté d'agglomération CAP Excellence",
      "FR",
    ],
    ["ted-notices/2024-OJS197-00607986.xml", "award", "open", 1, "Régie des Bâtiments", "BE"],
    ["ted-notices/2024-OJS198-00612681.xml", "tender", "open", 25, "FOD Justitie", "BE"],
    [
      "sdk-examples/can_24_maximal.xml",
      "award",
      "competitive_with_negotiation",
      2,
      "Financial Adinistration for ...",
      "LU",
    ],
    ["sdk-examples/can_24_minimal.xml", "award", "open", 1, "Rouen Habitat", "FR"],
    [
      "sdk-examples/cn_24_maximal.xml",
      "tender",
      "competitive_with_negotiation",
      2,
      "Financial Adinistration for ...",
      "LU",
    ],
  ] as const;

  it.each(notices)(
    "%s: kind, procedure, lots and buyer",
    (path, kind, procedure, lots, buyer, country) => {
      const notice = real(path);
      if (notice === null) return;
      expect(notice).toMatchObject({ source: "eforms", kind, procedure, country });
      expect(notice.buyer.name).toBe(buyer);
      expect(notice.lots).toHaveLength(lots);
      // Counted in the text itself: no criterion, code or term is lost, in whatever language.
      const codes = new Set(textsOf(path, /ItemClassificationCode listName="cpv">([^<]*)</gu));
      expect(new Set(notice.cpv)).toEqual(codes);
      expect(notice.noticeId).toBe(textsOf(path, /<cbc:ID schemeName="notice-id">([^<]*)</gu)[0]);
      const criteria = textsOf(
        path,
        /AwardingCriterionTypeCode listName="award-criterion-type">([^<]*)</gu,
      );
      const own = notice.lots.filter((lot) => !lot.inherited.includes("awardCriteria"));
      const unread = Object.keys(notice.unread).filter((key) =>
        key.endsWith("cbc:AwardingCriterionTypeCode"),
      );
      const ofGroup =
        notice.lots.length - own.length > 0 ? notice.lots[0]?.awardCriteria.length : 0;
      expect(own.flatMap((lot) => lot.awardCriteria).length + unread.length + (ofGroup ?? 0)).toBe(
        criteria.length,
      );
      for (const list of ["social-objective", "strategic-procurement", "environmental-impact"]) {
        const told = textsOf(path, new RegExp(`listName="${list}">([^<]*)<`, "gu"));
        const kept = notice.lots.flatMap((lot) => [
          ...lot.socialObjectives,
          ...lot.strategicProcurement,
          ...lot.environmentalImpacts,
        ]);
        for (const code of told) expect(kept).toContain(code);
      }
    },
  );

  it("reads every value of the named fields of the largest example", () => {
    const notice = real("sdk-examples/cn_24_maximal.xml");
    if (notice === null) return;
    expect(notice).toMatchObject({
      value: { amount: 9999999.99, currency: "EUR" },
      publishedOn: "2023-03-23",
      deadlineOn: "2023-05-22",
      procedureId: "aff2863e-b4cc-4e91-baba-b3b85f709117",
      noticeVersion: "03",
    });
    expect(notice.exclusionGrounds).toHaveLength(13);
    expect(notice.lots[0]).toMatchObject({
      awardCriteria: [
        { type: "cost", name: "Name of AC ---", weight: 60, description: "AC Description ---" },
        { type: "quality", name: "Name of AC ---", weight: 40, description: "AC Description ---" },
      ],
      selectionCriteria: [
        { type: "slc-suit-reg-prof" },
        { type: "slc-stand-other" },
        { type: "slc-abil-staff-tech-work" },
      ],
      strategicProcurement: ["env-imp"],
      strategicDescription: "Strategic procurement description ---",
      socialObjectives: ["acc-all"],
      environmentalImpacts: ["clim-mitig"],
      innovations: ["proc-innov"],
      accessibility: "n-inc-just",
    });
    expect(notice.lots[0]?.performanceTerms).toContainEqual({
      type: "performance",
      text: "Terms Performance ---",
    });
    expect(Object.keys(notice.unread).length).toBeGreaterThan(300);
  });

  it("reads winners and contracts, the lots of a group of lots, and a lot without a winner", () => {
    const notice = real("sdk-examples/can_24_maximal.xml");
    if (notice === null) return;
    expect(notice.suppliers.map(({ name, lots }) => [name, lots])).toEqual([
      ["Gyro Soft SA", ["LOT-0001", "LOT-0002"]],
      ["The best App Ltd.", ["LOT-0001", "LOT-0002"]],
      ["Competitor", ["LOT-0001"]],
    ]);
    expect(notice.contracts[0]).toMatchObject({
      id: "REF RST-678",
      uri: "https://wheretofindcontract.com/ctr123",
      awardedOn: "2023-03-23",
      signedOn: "2023-03-24",
    });
    expect(notice.notes).toContain("LOT-0002 was closed without a winner.");
  });

  it("refuses the invalid example with the place", () => {
    if (findRealInput("standards/eforms/sdk-examples/INVALID_cn_24_empty.xml") === null) return;
    const text = readRealInput("standards/eforms/sdk-examples/INVALID_cn_24_empty.xml") ?? "";
    expect(faultOf(text)).toMatch(/^\/ContractNotice\/cbc:ID: .*BT-701.*line 4/u);
  });
});

describe("a notice in several languages", () => {
  it("gives the official language and keeps the others", () => {
    const notice = plant({});
    expect(notice).toMatchObject({
      title: "Bärbara datorer",
      languages: ["sv", "en"],
      buyer: { name: "Aldermoor stad", id: "212000-ORG-0001" },
      country: "SE",
    });
    expect(Object.values(notice.unread)).toContainEqual({ text: "Laptops", languageID: "ENG" });
    expect(notice.notes).toEqual([
      "Sent on 2026-03-02 (BT-05); the day of publication is not in the notice.",
    ]);
  });

  it("goes by namespaces, whatever prefixes the file has", () => {
    const renamed = plantNotice({})
      .replaceAll("cbc:", "basic:")
      .replaceAll("xmlns:cbc", "xmlns:basic")
      .replaceAll("cac:", "aggregate:")
      .replaceAll("xmlns:cac", "xmlns:aggregate");
    expect(read(renamed)).toEqual(plant({}));
  });
});

const kind = (code: string, list: string): string =>
  `<cac:ProcurementAdditionalType><cbc:ProcurementTypeCode listName="${list}">${code}</cbc:ProcurementTypeCode></cac:ProcurementAdditionalType>`;

describe("lots", () => {
  it("take from the procedure what is told there only, and say so; their own stands", () => {
    const strategic =
      kind("soc-obj", "strategic-procurement") + kind("hum-right", "social-objective");
    const terms = `<cac:TenderingTerms><cac:ContractExecutionRequirement><cbc:ExecutionRequirementCode listName="conditions">performance</cbc:ExecutionRequirementCode><cbc:Description languageID="SWE">Leverantören redovisar fabriker.</cbc:Description></cac:ContractExecutionRequirement></cac:TenderingTerms>`;
    const lot = (id: string, inner: string): string =>
      `<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">${id}</cbc:ID>${inner}</cac:ProcurementProjectLot>`;
    const notice = plant({
      body: `${terms}<cac:ProcurementProject><cbc:Name languageID="SWE">Datorer</cbc:Name>${strategic}<cac:MainCommodityClassification><cbc:ItemClassificationCode>30200000-1</cbc:ItemClassificationCode></cac:MainCommodityClassification></cac:ProcurementProject>
${lot("LOT-0001", "")}${lot("LOT-0002", `<cac:ProcurementProject>${kind("work-cond", "social-objective")}</cac:ProcurementProject>`)}`,
    });
    const [first, second] = notice.lots;
    expect(first).toMatchObject({
      cpv: ["30200000"],
      socialObjectives: ["hum-right"],
      performanceTerms: [{ type: "performance", text: "Leverantören redovisar fabriker." }],
    });
    expect(first?.inherited.toSorted()).toEqual([
      "cpv",
      "performanceTerms",
      "socialObjectives",
      "strategicProcurement",
    ]);
    expect(second?.socialObjectives).toEqual(["work-cond"]);
    expect(second?.inherited).not.toContain("socialObjectives");
  });

  it.each([
    ["per-exa", [60, 40], [60, 40]],
    ["dec-exa", [0.6, 0.4], [60, 40]],
    ["poi-exa", [30, 10], [75, 25]],
    ["ord-imp", [1, 2], [null, null]],
  ])("weights in %s become percent where they are weights", (code, numbers, weights) => {
    const criteria = numbers
      .map(
        (number) =>
          `<cac:SubordinateAwardingCriterion>${extend(`<efac:AwardCriterionParameter><efbc:ParameterCode listName="number-weight">${code}</efbc:ParameterCode><efbc:ParameterNumeric>${number}</efbc:ParameterNumeric></efac:AwardCriterionParameter>`)}<cbc:AwardingCriterionTypeCode>quality</cbc:AwardingCriterionTypeCode><cbc:Name languageID="SWE">K</cbc:Name></cac:SubordinateAwardingCriterion>`,
      )
      .join("");
    const notice = plant({
      lot: `<cac:TenderingTerms><cac:AwardingTerms><cac:AwardingCriterion>${criteria}</cac:AwardingCriterion></cac:AwardingTerms></cac:TenderingTerms>`,
    });
    expect(notice.lots[0]?.awardCriteria.map(({ weight }) => weight)).toEqual(weights);
  });

  it("reads selection criteria of old and of new versions, and leaves out those not used", () => {
    const old = (code: string, usage: string, text: string): string =>
      `<efac:SelectionCriteria><cbc:CriterionTypeCode listName="selection-criterion">${code}</cbc:CriterionTypeCode><cbc:Name languageID="SWE">${text}</cbc:Name><cbc:CalculationExpressionCode listName="usage">${usage}</cbc:CalculationExpressionCode></efac:SelectionCriteria>`;
    const recent = `<efac:SelectionCriteria><cbc:TendererRequirementTypeCode listName="selection-criterion">slc-abil-mgmt-env</cbc:TendererRequirementTypeCode><cbc:Description languageID="SWE">Miljöledning</cbc:Description></efac:SelectionCriteria>`;
    const notice = plant({
      lot: `<cac:TenderingTerms>${extend(old("tp-abil", "used", "Teknik") + old("other", "not-used", "Inget") + recent)}</cac:TenderingTerms>`,
    });
    expect(notice.lots[0]?.selectionCriteria).toEqual([
      { type: "tp-abil", name: "Teknik" },
      { type: "slc-abil-mgmt-env", name: "Miljöledning" },
    ]);
  });
});

describe("planning, modification, change", () => {
  it("a planning notice may have parts, no procedure and no title of its own", () => {
    const xml = plantNotice({
      root: "PriorInformationNotice",
      form: "planning",
      type: "pin-only",
      body: `<cac:ProcurementProjectLot><cbc:ID schemeName="Part">PAR-0001</cbc:ID><cac:ProcurementProject><cbc:Name languageID="SWE">Skärmar</cbc:Name></cac:ProcurementProject></cac:ProcurementProjectLot>`,
    }).replace(/<cbc:ContractFolderID>.*?<\/cbc:ContractFolderID>/u, "");
    expect(read(xml)).toMatchObject({
      kind: "planning",
      title: "Skärmar",
      lots: [{ id: "PAR-0001" }],
    });
  });

  it("a modification says what changes, why, and in which notice", () => {
    const notice = plant({
      root: "ContractAwardNotice",
      form: "cont-modif",
      type: "can-modif",
      extension: `<efac:ContractModification><efbc:ChangedNoticeIdentifier>342558-2018</efbc:ChangedNoticeIdentifier>
<efac:Change><efbc:ChangeDescription languageID="SWE">Fler datorer</efbc:ChangeDescription></efac:Change>
<efac:ChangeReason><cbc:ReasonCode>add-wss</cbc:ReasonCode><efbc:ReasonDescription languageID="SWE">Fler skolor</efbc:ReasonDescription></efac:ChangeReason></efac:ContractModification>
<efac:NoticeResult><cbc:TotalAmount currencyID="SEK">4500000</cbc:TotalAmount>
<efac:LotResult><cbc:TenderResultCode>selec-w</cbc:TenderResultCode><efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender><efac:SettledContract><cbc:ID>CON-0001</cbc:ID></efac:SettledContract><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotResult>
<efac:LotTender><cbc:ID>TEN-0001</cbc:ID><cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="SEK">4500000</cbc:PayableAmount></cac:LegalMonetaryTotal><efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID></efac:TenderingParty></efac:LotTender>
<efac:SettledContract><cbc:ID>CON-0001</cbc:ID><efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender></efac:SettledContract>
<efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID><efac:Tenderer><cbc:ID>ORG-0002</cbc:ID></efac:Tenderer><efac:Tenderer><cbc:ID>ORG-0003</cbc:ID></efac:Tenderer></efac:TenderingParty></efac:NoticeResult>`,
    });
    expect(notice).toMatchObject({
      kind: "modification",
      value: { amount: 4_500_000, currency: "SEK" },
      modifications: [
        { reason: "add-wss", text: "Fler datorer\nFler skolor", changedNotice: "342558-2018" },
      ],
      suppliers: [
        { name: "Cedar IT AB", country: "DK", lots: ["LOT-0001"] },
        { name: "Birch Data Oy", country: "FI", lots: ["LOT-0001"] },
      ],
      // No reference of the buyer's own and no lot with the tender: both are told elsewhere in the notice.
      contracts: [
        { id: "CON-0001", lots: ["LOT-0001"], value: { amount: 4_500_000, currency: "SEK" } },
      ],
      awardedOn: null,
    });
  });

  it("a changed notice names the one it changes; a prescribed dummy date is no date of award", () => {
    const notice = plant({
      extension: `<efac:Changes><efbc:ChangedNoticeIdentifier>x-00</efbc:ChangedNoticeIdentifier><efac:ChangeReason><cbc:ReasonCode>cancel</cbc:ReasonCode></efac:ChangeReason></efac:Changes>
<efac:Changes><efbc:ChangedNoticeIdentifier>x-01</efbc:ChangedNoticeIdentifier><efac:Change><efbc:ChangeDescription languageID="SWE">Ny dag</efbc:ChangeDescription></efac:Change></efac:Changes>`,
      lot: "",
    });
    expect(notice.notes).toContain("Cancels notice x-00.");
    expect(notice.notes).toContain("Changes notice x-01: Ny dag");
    const award = plantNotice({
      root: "ContractAwardNotice",
      form: "result",
      type: "can-standard",
    }).replace(
      "</ContractAwardNotice>",
      "<cac:TenderResult><cbc:AwardDate>2000-01-01Z</cbc:AwardDate></cac:TenderResult></ContractAwardNotice>",
    );
    expect(read(award)).toMatchObject({ kind: "award", awardedOn: null });
  });
});

it("what is withheld for now is not taken for a value", () => {
  const notice = plant({
    root: "ContractAwardNotice",
    form: "result",
    type: "can-standard",
    extension: `<efac:NoticeResult>${extend("<efac:FieldsPrivacy><efbc:FieldIdentifierCode>not-val</efbc:FieldIdentifierCode></efac:FieldsPrivacy>")}<cbc:TotalAmount currencyID="SEK">-1</cbc:TotalAmount>
<efac:SettledContract><cbc:ID>CON-0001</cbc:ID><cbc:AwardDate>1970-01-01Z</cbc:AwardDate></efac:SettledContract></efac:NoticeResult>`,
  });
  expect(notice).toMatchObject({ value: null, awardedOn: null });
  expect(notice.notes).toContain("Some fields are withheld from publication for now.");
  expect(Object.values(notice.unread)).toContainEqual({ text: "-1", currencyID: "SEK" });
});

describe("refused, with the place", () => {
  const faults: readonly [string, string, RegExp][] = [
    ["no XML at all", "<", /^line 1: is not well-formed XML/u],
    [
      "an unclosed element",
      plantNotice({}).replace("</cac:ProcurementProjectLot>", ""),
      /^line \d+: is not well-formed XML/u,
    ],
    [
      "a document type",
      `<!DOCTYPE a [<!ENTITY b "c">]>${plantNotice({}).slice(38)}`,
      /^line 1: .*document type/u,
    ],
    [
      "an entity of its own",
      plantNotice({}).replace("Laptops", "&bomb;"),
      /^line \d+: is not well-formed XML/u,
    ],
    ["bottomless nesting", `<a>`.repeat(200), /nested too deeply/u],
    ["more elements than any notice has", `<a>${"<b/>".repeat(400_000)}</a>`, /too much in it/u],
    ["another document", "<html/>", /^\/html: is no notice/u],
    ["no language", plantNotice({}).replace(/<cbc:NoticeLanguageCode>.*?Code>/u, ""), /BT-702/u],
    [
      "a buyer nobody knows",
      plantNotice({}).replace("<cbc:ID>ORG-0001", "<cbc:ID>ORG-0009"),
      /^\/ContractNotice\/cac:ContractingParty\/.*'ORG-0009'/u,
    ],
    [
      "no title",
      plantNotice({}).replace(/<cbc:Name languageID="ENG">Laptops.*?datorer<\/cbc:Name>/u, ""),
      /^\/ContractNotice\/cac:ProcurementProject\/cbc:Name: .*BT-21/u,
    ],
    [
      "no lot",
      plantNotice({}).replace(/<cac:ProcurementProjectLot>.*<\/cac:ProcurementProjectLot>/u, ""),
      /has no lot/u,
    ],
    [
      "a lot without an id",
      plantNotice({}).replace("LOT-0001", ""),
      /cac:ProcurementProjectLot\/cbc:ID: .*BT-137/u,
    ],
    [
      "a CPV code that is none",
      plantNotice({}).replace("30213100", "3021"),
      /ItemClassificationCode: '3021' is not a CPV code/u,
    ],
    [
      "a date that is none",
      plantNotice({}).replace("2026-03-02+01:00", "2026-13-02Z"),
      /cbc:IssueDate: '2026-13-02Z' is not a date/u,
    ],
    [
      "an amount without a currency",
      plantNotice({
        lot: `<cac:ProcurementProject><cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount>5</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal></cac:ProcurementProject>`,
      }),
      /no currency/u,
    ],
  ];
  it.each(faults)("%s", (_what, xml, said) => {
    expect(faultOf(xml)).toMatch(said);
  });
});

it("codes are said in our words, and unknown ones as they are", () => {
  expect(sayNoticeCode("social-objective", "hum-right")).toBe(
    "human rights due diligence in supply chains",
  );
  expect(sayNoticeCode("social-objective", "constructor")).toBe("constructor");
});
