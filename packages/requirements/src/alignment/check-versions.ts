/** Instances against the version of the library they were taken from. */
import { upgradeValues } from "../library/upgrade-values.ts";
import type { AlignmentFinding } from "./alignment-shapes.ts";
import { sayAlignment } from "./alignment-texts.ts";
import { type AlignmentContext, nameInstance } from "./gather-context.ts";
import { makeFinding } from "./make-finding.ts";

/** Instances taken from a version that is not the newest. Where nobody said which, nothing is said either. */
export function checkVersions(context: AlignmentContext): AlignmentFinding[] {
  return context.facts.instances.flatMap((instance) => {
    const { requirement: key, version, values } = instance;
    const newest = context.newest(key);
    if (key === null || version === null || newest === undefined || version >= newest.version)
      return [];
    const from = context.find(key, version);
    const upgrade = from === undefined ? null : upgradeValues(from, newest, values);
    const params = {
      instance: nameInstance(instance),
      title: `“${newest.title}”`,
      version,
      newest: newest.version,
    };
    return [
      makeFinding({
        code: "older_version",
        severity: "advice",
        instanceIds: [instance.id],
        values: [version, newest.version],
        params,
        whyParams: { note: upgrade?.answers.lookAgain[0]?.text ?? newest.changes[0]?.note ?? null },
        fix: context.open
          ? {
              kind: "set_version",
              instanceId: instance.id,
              version: newest.version,
              values: upgrade?.values ?? values,
              sentence: sayAlignment("align.older_version.fix", params),
              safe: upgrade !== null && upgrade.lookAt.length === 0 && upgrade.answers.stand,
              needs: [],
            }
          : null,
      }),
    ];
  });
}
