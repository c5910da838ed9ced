/** The shapes of the decision table: rows, the situation they are tried on, and what comes of it. */
import type {
  BidderRole,
  CountryCode,
  CpvCode,
  FollowUp,
  IsoDate,
  Money,
  ParameterValues,
  Procedure,
  Requirement,
  RequirementRole,
  Sentence,
  SizeClass,
} from "@throughline/domain";

/** Inherent risk of what is bought. */
export type RiskLevel = "high" | "medium" | "low" | "unknown";

/** When a row fires. An empty list, or `null`, means any. */
export interface PolicyWhen {
  /** Two to eight digits; `30200000` is read as the group `302` it stands for. */
  readonly cpvPrefixes: readonly string[];
  readonly risks: readonly RiskLevel[];
  /** From this value on. */
  readonly valueFrom: Money | null;
  /** Below this value. */
  readonly valueTo: Money | null;
  readonly countries: readonly CountryCode[];
  readonly procedures: readonly Procedure[];
  readonly bidderRoles: readonly BidderRole[];
  readonly sizes: readonly SizeClass[];
}

/** What a row asks. `version` null: whichever is held at the time. */
export interface PolicyThen {
  readonly requirement: string;
  readonly version: number | null;
  readonly role: RequirementRole;
  readonly values: ParameterValues;
  readonly followUp: FollowUp | null;
}

/** One row of the table. In force from its first to its last day, both included. */
export interface PolicyRow {
  readonly id: string;
  readonly title: string;
  readonly when: PolicyWhen;
  readonly then: PolicyThen;
  readonly effectiveFrom: IsoDate;
  readonly effectiveTo: IsoDate | null;
  readonly announcedOn: IsoDate | null;
  /** Months of notice promised to the market. */
  readonly noticeMonths: number | null;
  readonly reason: string;
  readonly proportionality: string;
}

/** What is known of something to be bought. An empty list, or `null`: nobody said. */
export interface PolicySituation {
  readonly cpv: readonly CpvCode[];
  readonly risk: RiskLevel;
  readonly value: Money | null;
  readonly country: CountryCode | null;
  readonly procedure: Procedure | null;
  readonly bidderRoles: readonly BidderRole[];
  readonly sizes: readonly SizeClass[];
}

/** Finds a requirement of the library: a version, or the newest for `null`. */
export type FindRequirement = (key: string, version: number | null) => Requirement | undefined;

/** The conditions of a row, in the order in which they are looked at. */
export type PolicyCondition =
  | "category"
  | "risk"
  | "value"
  | "country"
  | "procedure"
  | "bidder"
  | "size";

/** One kind of bidder; `null` where the situation does not tell them apart. */
export interface BidderKind {
  readonly bidderRole: BidderRole | null;
  readonly size: SizeClass | null;
}

/** What the rows that fire ask together of one requirement in one role. */
export interface AskedItem {
  readonly requirement: string;
  /** The newest version any of the rows names; `null` where none does. */
  readonly version: number | null;
  readonly role: RequirementRole;
  readonly values: ParameterValues;
  readonly followUp: FollowUp | null;
  readonly rowIds: readonly string[];
  /** Of whom; empty: of everybody who may bid. */
  readonly bidders: readonly BidderKind[];
  /** Parameters whose values cannot be put in order: left out of `values` until a person decides. */
  readonly undecided: readonly string[];
}

export interface RowThatFires {
  readonly row: PolicyRow;
  /** One sentence for each condition the row sets. */
  readonly because: readonly Sentence[];
  /** More specific rows that take its place everywhere it would count here. */
  readonly overriddenBy: readonly string[];
}

export interface RowThatDoesNotFire {
  readonly row: PolicyRow;
  readonly condition: PolicyCondition;
  readonly because: Sentence;
}

export interface PolicyTrial {
  readonly fires: readonly RowThatFires[];
  /** Rows in force that do not fire, each with its first reason. */
  readonly doesNotFire: readonly RowThatDoesNotFire[];
  readonly doesNotFireLeftOut: number;
  readonly asked: readonly AskedItem[];
  readonly conflicts: readonly {
    readonly requirement: string;
    readonly role: RequirementRole;
    readonly parameters: readonly string[];
    readonly rowIds: readonly string[];
    readonly sentence: Sentence;
  }[];
  /** Rows that would fire, or not, if a fact were known. They ask nothing until it is. */
  readonly unknowns: readonly {
    readonly row: PolicyRow;
    readonly condition: PolicyCondition | "library";
    readonly sentence: Sentence;
  }[];
}
