import type { ParameterValue, ParameterValues, RequirementRole } from "@throughline/domain";
import type { Objective } from "./lay-endings.ts";
import type { Diversity } from "./measure-diversity.ts";
import type { Burden } from "./measure-burden.ts";

/** One parameter that a buyer would ask differently. */
export interface Move {
  readonly parameter: string;
  readonly label: string;
  readonly from: ParameterValue | undefined;
  readonly to: ParameterValue | undefined;
  /** `sideways`: what it asks today and what it would ask cannot be ordered. */
  readonly direction: "up" | "down" | "sideways";
  /** Steps along the order of the values that occur. */
  readonly steps: number;
  /** The same as a share of the longest way, 0 to 1. */
  readonly share: number;
}

/** One parameter that a buyer asks beside the core, and why. */
export interface AddOn {
  readonly parameter: string;
  readonly label: string;
  readonly value: ParameterValue | undefined;
  /** `floor`: it said that it asks no less; `asks_more`: it asks more today and need not give it up; `cannot_be_ordered`: its value and the core's are neither stricter nor weaker. */
  readonly kind: "floor" | "asks_more" | "cannot_be_ordered";
  /** The buyer's own reason, where it gave one with its floor. */
  readonly reason: string | null;
}

/** What one buyer would ask. */
export interface BuyerProposal {
  readonly buyer: string;
  readonly role: RequirementRole;
  /** Place in the instances given. */
  readonly instance: number;
  readonly now: ParameterValues;
  /** Core and add-ons together; never below its floor. */
  readonly proposed: ParameterValues;
  readonly moves: readonly Move[];
  readonly addOns: readonly AddOn[];
  /** Distance from today, 0 to 1. */
  readonly distance: number;
}

/** A parameter whose values cannot be ordered: which one to ask is people's choice. */
export interface OpenChoice {
  readonly parameter: string;
  readonly label: string;
  readonly values: readonly {
    readonly value: ParameterValue | undefined;
    readonly buyers: readonly string[];
  }[];
}

/** One way to go, measured. */
export interface Alternative {
  readonly name: "current" | "majority" | "strictest" | "proposal";
  readonly core: ParameterValues;
  readonly burden: Burden;
  readonly diversity: Diversity;
  /** Mean distance that buyers move, by weight, 0 to 1. */
  readonly movement: number;
  readonly buyersMoving: number;
  /** Buyers that would ask less of something than today. */
  readonly buyersComingDown: number;
  /** Buyers that its values alone would leave below their floor; here they keep what they need instead. */
  readonly belowFloorIfTakenAlone: number;
  /** Parameters on which buyers still ask what cannot be ordered. */
  readonly openChoices: readonly string[];
}

/** A common core for one requirement, put to people. */
export interface Proposal {
  readonly objective: Objective;
  readonly core: ParameterValues;
  readonly buyers: readonly BuyerProposal[];
  readonly choices: readonly OpenChoice[];
  /** Current, majority, strictest, proposal. */
  readonly alternatives: readonly Alternative[];
  /** Buyers that do not ask it; the core is open to them. */
  readonly notAsking: readonly string[];
  /** Nobody said which resellers answer whom: one that answers all is assumed. */
  readonly assumedOneReseller: boolean;
  readonly proof: Proof;
}

/** How far it is certain that no core is better. */
export interface Proof {
  /** No core has fewer answers, and none with as few has a lower cost. */
  readonly exact: boolean;
  readonly answers: number;
  readonly answersAtLeast: number;
  /** Movement (or, for `most_ambitious`, what is asked less than the strictest), mean by weight. */
  readonly cost: number;
  /** No core with as few answers costs less than this. */
  readonly costAtLeast: number;
  /** Parameters with more joins than are looked at. */
  readonly cutShort: readonly string[];
  /** Work done, in words of bits looked at. */
  readonly work: number;
}
