import type { WeighingFact } from "@throughline/domain";
import { citeDataset } from "./cite-dataset.ts";
import {
  countryName,
  enforcement,
  governance,
  listInWords,
  ratifications,
} from "./read-reference-data.ts";

/** The eleven fundamental instruments of the ILO: number, year of adoption, what it protects. `core`: without it alone the level is high. */
const conventions: readonly {
  readonly key: string;
  readonly adopted: number;
  readonly subject: string;
  readonly core: boolean;
}[] = [
  { key: "C087", adopted: 1948, subject: "freedom of association", core: true },
  { key: "C098", adopted: 1949, subject: "collective bargaining", core: true },
  { key: "C029", adopted: 1930, subject: "forced labour", core: true },
  { key: "P029", adopted: 2014, subject: "the protocol on forced labour", core: false },
  { key: "C105", adopted: 1957, subject: "abolition of forced labour", core: true },
  { key: "C100", adopted: 1951, subject: "equal pay", core: false },
  { key: "C111", adopted: 1958, subject: "discrimination", core: false },
  { key: "C138", adopted: 1973, subject: "minimum age", core: true },
  { key: "C182", adopted: 1999, subject: "worst forms of child labour", core: true },
  { key: "C155", adopted: 1981, subject: "safety and health at work", core: false },
  { key: "C187", adopted: 2006, subject: "promotion of safety and health", core: false },
];

/** Below the first the level is high, below the second medium, else low; mean of the estimates, −2.5 to 2.5. Our own choice. */
export const governanceThresholds = { high: -0.5, medium: 0.5 } as const;

/**
 * Weighs one country: governance, fundamental conventions not ratified by the year of `asOf`, enforcement against child
 * labour. Always three facts; a country that a data set does not cover is `unknown` there, never low.
 *
 * @example weighCountry("CN", "2026-11-20").map(({ level }) => level)
 */
export function weighCountry(country: string, asOf: string): readonly WeighingFact[] {
  return [weighGovernance(country), weighRatifications(country, asOf), weighEnforcement(country)];
}

function weighGovernance(country: string): WeighingFact {
  const name = countryName(country);
  const row = governance.get(country);
  const estimates =
    row === undefined
      ? []
      : [row.corruption, row.effectiveness, row.stability, row.law].filter(
          (value) => value !== null,
        );
  const fact = {
    id: `governance-${country}`,
    subject: "country",
    label: name,
    dataset: citeDataset("governance_hdi"),
  } as const;
  if (estimates.length < 3) {
    return {
      ...fact,
      level: "unknown",
      explanation: `The governance indicators do not cover ${name} well enough to say anything.`,
    };
  }
  const mean = estimates.reduce((sum, value) => sum + value, 0) / estimates.length;
  const level =
    mean < governanceThresholds.high
      ? "high"
      : mean < governanceThresholds.medium
        ? "medium"
        : "low";
  const words = { high: "weak", medium: "middling", low: "strong" }[level];
  const hdi =
    row?.hdi === null || row?.hdi === undefined
      ? ""
      : ` Its Human Development Index is ${row.hdi.toFixed(2)}.`;
  return {
    ...fact,
    level,
    explanation:
      `Governance in ${name} is ${words}: control of corruption, effectiveness, stability and rule of law average ${decimal(mean)} on a scale from −2.5 to 2.5 ` +
      `(below ${decimal(governanceThresholds.high)} counts as high risk, below ${decimal(governanceThresholds.medium)} as medium).${hdi} Freedom to organise is not measured here.`,
  };
}

function weighRatifications(country: string, asOf: string): WeighingFact {
  const name = countryName(country);
  const row = ratifications.get(country);
  const fact = {
    id: `ratifications-${country}`,
    subject: "country",
    label: name,
    dataset: citeDataset("ilo_ratifications"),
  } as const;
  if (row === undefined) {
    return {
      ...fact,
      level: "unknown",
      explanation: `There is no record of ratifications for ${name}: it is not in the table of ILO members.`,
    };
  }
  const year = Number(asOf.slice(0, 4));
  const denounced = (key: string): boolean => (row.denounced[key] ?? Infinity) <= year;
  const missing = conventions.filter(
    ({ key, adopted }) =>
      adopted <= year && ((row.years[key] ?? Infinity) > year || denounced(key)),
  );
  if (missing.length === 0) {
    return {
      ...fact,
      level: "low",
      explanation: `${capital(name)} has ratified all eleven fundamental instruments of the ILO. That does not show that they are kept.`,
    };
  }
  const level = missing.some(({ core }) => core) ? "high" : "medium";
  const named = listInWords(
    missing.map(
      ({ key, subject }) =>
        `${key} (${subject}${denounced(key) ? `, denounced in ${row.denounced[key]}` : ""})`,
    ),
  );
  return {
    ...fact,
    level,
    explanation: `${capital(name)} is not bound by ${named} of the ILO's fundamental instruments.`,
  };
}

function weighEnforcement(country: string): WeighingFact {
  const name = countryName(country);
  const row = enforcement.get(country);
  const fact = {
    id: `enforcement-${country}`,
    subject: "country",
    label: name,
    dataset: citeDataset("dol_enforcement"),
  } as const;
  if (row === undefined || row.advancement === null) {
    return {
      ...fact,
      level: "unknown",
      explanation: `The US Department of Labor's findings for 2022 do not assess ${name}.`,
    };
  }
  const none = row.advancement.startsWith("No Advancement");
  const inspectors =
    row.inspectors === null
      ? "The number of labour inspectors is unknown."
      : `It reported ${row.inspectors} labour inspectors.`;
  const unannounced =
    row.unannounced === false
      ? " It made no unannounced inspections."
      : row.unannounced === null
        ? " Whether it inspects unannounced is unknown."
        : "";
  return {
    ...fact,
    // Progress against child labour says nothing about how common it is, so it never makes a country low risk.
    level: none ? "high" : "medium",
    explanation: `Against the worst forms of child labour, ${name} made "${row.advancement.toLowerCase()}" in 2022, says the US Department of Labor. ${inspectors}${unannounced}`,
  };
}

/** Two decimals, a true minus sign, no "minus zero". */
function decimal(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && text !== "0.00" ? `−${text}` : text;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
