/** The texts a workbook needs in each language. */
import type { RecordAnswer, Tier } from "@throughline/domain";

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
