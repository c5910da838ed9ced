/** Imports point one way: dependency-cruiser with the rules of `.dependency-cruiser.cjs`. */
import { join } from "node:path";
import { createRequire } from "node:module";
import { cruise } from "dependency-cruiser";
import type { ICruiseOptions, IFlattenedRuleSet } from "dependency-cruiser";
import { listProjectFiles, projectRoot, typescriptFile } from "./list-project-files.ts";
import { finishCheck } from "./report-check.ts";
import type { CheckReport } from "./report-check.ts";

interface Configuration {
  readonly forbidden: NonNullable<IFlattenedRuleSet["forbidden"]>;
  readonly options: ICruiseOptions;
}

/**
 * Every TypeScript file of the tree must turn up among the modules seen: with a TypeScript that has no compiler API,
 * dependency-cruiser reports "no violations" on a tree it could not read.
 */
export async function checkBoundaries(root: string, floor: number): Promise<CheckReport> {
  const require = createRequire(import.meta.url);
  // The configuration is plain JavaScript, written beside this file's rules; its shape is the tool's.
  const configuration = require(join(projectRoot, ".dependency-cruiser.cjs")) as Configuration;
  const places = ["apps", "packages", "tools", "bench"];
  const own = listProjectFiles(root, typescriptFile);
  const present = places.filter((place) => own.some((file) => file.startsWith(`${place}/`)));
  const cruised = await cruise(present, {
    ...configuration.options,
    baseDir: root,
    ruleSet: { forbidden: configuration.forbidden },
    validate: true,
  });
  if (typeof cruised.output === "string")
    throw new TypeError("dependency-cruiser answered with text instead of a result");
  const seen = new Set(cruised.output.modules.map((module) => module.source));
  const unseen = own.filter((file) => !seen.has(file));
  const violations = cruised.output.summary.violations.map(
    ({ from, to, rule, cycle }) =>
      `${from} → ${cycle ? cycle.map((step) => step.name).join(" → ") : to} (${rule.name}: ${commentOf(configuration, rule.name)})`,
  );
  return {
    name: "boundaries",
    looked: own.length - unseen.length,
    floor,
    unit: "modules",
    faults: [...violations, ...unseen.map((file) => `${file} was not seen by dependency-cruiser`)],
  };
}

function commentOf(configuration: Configuration, name: string): string {
  return configuration.forbidden.find((rule) => rule.name === name)?.comment ?? "";
}

if (import.meta.main) finishCheck(await checkBoundaries(projectRoot, 40));
