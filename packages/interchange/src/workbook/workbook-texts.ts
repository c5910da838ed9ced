/** What the workbook says, by language. Reading knows all of them, whatever language was asked for. */
import type { RecordAnswer, Tier } from "@throughline/domain";
import { german } from "./workbook-texts-de.ts";
import { spanish } from "./workbook-texts-es.ts";
import { french } from "./workbook-texts-fr.ts";
import { dutch } from "./workbook-texts-nl.ts";
import { swedish } from "./workbook-texts-sv.ts";
import { chinese } from "./workbook-texts-zh.ts";

/** Languages the workbook is written in. */
export const workbookLanguages = ["en", "de", "fr", "es", "nl", "sv", "zh"] as const;
export type WorkbookLanguage = (typeof workbookLanguages)[number];

/** What is asked, for the first sheet. Dates are printed as they are: year-month-day. */
export interface AskedAbout {
  readonly requester: string;
  readonly dueOn: string | null;
  readonly contracts: readonly string[];
}

/** All texts of one language. */
export interface WorkbookTexts {
  readonly sheets: Readonly<
    Record<"instructions" | "sites" | "products" | "made" | "links" | "answers", string>
  >;
  /** By code; `<sheet>.<code>` where a sheet says it otherwise. */
  readonly columns: Readonly<Record<string, string>>;
  readonly tiers: Readonly<Record<Tier, string>>;
  readonly answers: Readonly<Record<RecordAnswer["answer"], string>>;
  readonly verification: Readonly<
    Record<"self_declared" | "documented" | "third_party_audited" | "worker_verified", string>
  >;
  readonly yes: string;
  readonly no: string;
  readonly everything: string;
  readonly choose: string;
  readonly tickPrompt: string;
  readonly datePrompt: string;
  readonly title: string;
  /** Sentences of the first sheet, in order; a line that ends with a colon is a heading. */
  instructions(asked: AskedAbout | null): readonly string[];
}

const english: WorkbookTexts = {
  sheets: {
    instructions: "Instructions",
    sites: "Sites",
    products: "Products",
    made: "Made where",
    links: "Made where",
    answers: "Answers",
  },
  columns: {
    key: "Key",
    siteKey: "Site key",
    productKey: "Product key",
    name: "Name of the site",
    address: "Full address",
    country: "Country",
    workers: "Workers",
    latitude: "Latitude",
    longitude: "Longitude",
    osId: "OS ID",
    confirmedOn: "Confirmed on",
    verification: "Verified (shown)",
    masked: "Identity kept by (shown)",
    brand: "Brand",
    family: "Model family",
    partNumbers: "Part numbers, separated by |",
    asked: "Asked for (shown)",
    site: "Site",
    tier: "What is done there",
    component: "Component",
    from: "From",
    to: "Until",
    product: "Product",
    tick: "Made here",
    about: "About",
    answer: "Answer",
    reason: "Reason, in words",
    saidBy: "Who said so",
    document: "Document",
    answeredOn: "Answered on",
    selfReported: "Reported by ourselves",
  },
  tiers: {
    raw_material_extraction: "raw material extraction",
    smelter_or_refiner: "smelting or refining",
    material: "material",
    component: "component",
    sub_assembly: "sub-assembly",
    final_assembly: "final assembly",
    logistics: "logistics",
    repair_and_reuse: "repair and reuse",
    end_of_life: "end of life",
  },
  answers: {
    asked_and_refused: "asked and refused",
    cannot_because: "cannot say, because …",
    shown_false: "was stated before and is false",
  },
  verification: {
    self_declared: "self-declared",
    documented: "documented",
    third_party_audited: "audited by a third party",
    worker_verified: "verified with workers",
  },
  yes: "yes",
  no: "no",
  everything: "everything asked",
  choose: "Choose from the list.",
  tickPrompt: "x: made here. ?: one of several possible sites. Empty: not made here.",
  datePrompt: "A date, such as 2026-03-31.",
  title: "Where our products are made",
  instructions: (asked) => [
    ...(asked === null
      ? []
      : [
          `${asked.requester} asks where the products named in 'Products' are made${asked.contracts.length === 0 ? "" : ` (${asked.contracts.join("; ")})`}.`,
          asked.dueOn === null ? "" : `Please send this workbook back by ${asked.dueOn}.`,
          "",
        ]),
    "What to do, about ten minutes:",
    "1. 'Sites': correct what is wrong, add the sites that are missing, one in each row. Name, full address and country are needed; the rest where you know it.",
    "2. 'Made where': say what is done at each site, and put an x under every product that is made there. Put a ? where you only know that it is one of several possible sites. A site that does two things has two rows.",
    "3. 'Products': add model families or part numbers that are missing. For a family you add, write its name at the head of a free column of 'Made where'.",
    "4. 'Answers': where you cannot name a site, say so and why. 'Asked and refused' and 'cannot say, because …' are valid answers. What you report yourself is marked as such and never counted like something others find out.",
    "5. Save as .xlsx and upload it or send it back. Before anything is taken over you see exactly what changes.",
    "",
    "Good to know:",
    "You may add, move and leave out rows, and leave cells empty. A row you delete is removed from your record.",
    "Leave the grey keys as they are; new rows have none. The sheets are protected without a password against mistakes only.",
    "Sites are places where something is made, mined, repaired or taken apart; head offices and warehouses are none.",
  ],
};

/** Texts by language. */
export const workbookTexts: Readonly<Record<WorkbookLanguage, WorkbookTexts>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  sv: swedish,
  zh: chinese,
};
