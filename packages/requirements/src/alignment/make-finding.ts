import type { Sentence } from "@throughline/domain";
import type {
  AlignmentFinding,
  AlignmentFix,
  AlignmentSeverity,
  FindingCode,
} from "./alignment-shapes.ts";
import { sayAlignment } from "./alignment-texts.ts";
import type { SentenceParams } from "../texts/say-in.ts";

/** A stable text of a value: keys in order, so that the same values give the same text. */
function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join()}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${stableText(one)}`)
      .join()}}`;
  return JSON.stringify(value) ?? "null";
}

/** 53 bits of a text (cyrb53, public domain, by bryc), base 36. Not a secret and not a signature. */
function digest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

interface Found {
  readonly code: FindingCode;
  readonly severity: AlignmentSeverity;
  readonly instanceIds?: readonly string[];
  readonly promiseIds?: readonly string[];
  /** What it is about besides its instances: another requirement, other lots. */
  readonly about?: string;
  /** Values that, when they change, make it another mismatch. */
  readonly values?: unknown;
  readonly params?: SentenceParams;
  /** Said elsewhere; the catalogue's sentence where left out. */
  readonly sentence?: Sentence;
  readonly whyParams?: SentenceParams;
  readonly fix?: AlignmentFix | null;
}

/** Makes a finding with its sentences and its stable key. */
export function makeFinding(found: Found): AlignmentFinding {
  const { code, severity, instanceIds = [], promiseIds = [], about = "", values = null } = found;
  const ids = [...instanceIds, ...promiseIds, ...(about === "" ? [] : [about])].join("+");
  return {
    key: `${code}:${digest(ids)}:${digest(stableText(values))}`,
    code,
    severity,
    instanceIds,
    promiseIds,
    sentence:
      found.sentence ??
      // The one code whose sentence comes from elsewhere brings it along.
      sayAlignment(
        code === "more_than_the_law" ? `align.${code}.why` : `align.${code}`,
        found.params,
      ),
    why: sayAlignment(`align.${code}.why`, found.whyParams),
    fix: found.fix ?? null,
    waivable: true,
  };
}
