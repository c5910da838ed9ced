import { commitmentsKept } from "./commitments.ts";
import { componentDisclosure } from "./component-share.ts";
import { disclosureTimeliness, onTimeDisclosure } from "./disclosure-dues.ts";
import { evidenceReuse } from "./evidence-reuse.ts";
import type { FigureRule } from "./figure.ts";
import { meetingsHeld, minutesLag } from "./meetings.ts";
import { productTraceability, tierOneDisclosure } from "./product-shares.ts";
import { responseTime } from "./response-time.ts";
import { addressQuality, fieldCompleteness, siteChurn } from "./site-shares.ts";
import { yearlyUpdate } from "./yearly-update.ts";

/** The KPIs that are computed from facts. The others are entered. */
export const figureRules: ReadonlyMap<string, FigureRule> = new Map([
  ["T1", tierOneDisclosure],
  ["T2", componentDisclosure],
  ["T3", disclosureTimeliness],
  ["T4", onTimeDisclosure],
  ["T5", fieldCompleteness],
  ["T6", addressQuality],
  ["T7", yearlyUpdate],
  ["T8", siteChurn],
  ["T10", productTraceability],
  ["R1", responseTime],
  ["R2", meetingsHeld],
  ["R3", commitmentsKept],
  ["R4", minutesLag],
  ["P3", evidenceReuse],
]);
