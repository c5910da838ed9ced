/**
 * Every change of a procurement: from what it is to what it is to be, in one act with its audit entry. What it was is kept
 * with the act, so that the latest one can be undone.
 */
import { randomUUID } from "node:crypto";
import { AppError, ProcurementFacts, type ErrorCode, type Sentence } from "@throughline/domain";
import { checkValues } from "@throughline/requirements";
import { z } from "zod";
import { requirePermission, subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { requireMember } from "../../platform/require-member.ts";
import { settleChannels } from "../dialogues/index.ts";
import { openHouseLibrary, type HouseLibrary } from "../requirements/index.ts";
import { describeForAudit } from "./describe-for-audit.ts";
import { loadProcurement, type LoadedProcurement } from "./load-procurement.ts";
import { insertAct } from "./procurement-acts.store.ts";
import type { sayProcurement } from "./procurement-sentences.ts";
import { checkFacts } from "./procurements.policy.ts";
import {
  findUsableFramework,
  isReferenceTaken,
  writeProcurement,
  type ProcurementContent,
} from "./procurements.store.ts";

type ActCode = Extract<Parameters<typeof sayProcurement>[0], `act.${string}`>;
/** What was done, as its sentence is called. */
export type ActKind = ActCode extends `act.${infer Kind}` ? Kind : never;

export interface Change {
  readonly kind: ActKind;
  readonly about: Sentence["params"];
  readonly reason?: string | null;
  /** What it is to be; the facts' risk is not kept. */
  readonly content: ProcurementContent;
  /** An act whose consequences stand elsewhere (contracts were made) cannot simply be undone. */
  readonly undoable?: boolean;
}

/** What is kept of a procurement as it was. */
export const Snapshot = z.object({
  facts: ProcurementFacts,
  ocid: z.string().nullable(),
  noticeId: z.string().nullable(),
  riskOverride: z.object({ level: ProcurementFacts.shape.risk, reason: z.string() }).nullable(),
  frameworkId: z.string().nullable(),
});

/** The procurement in the version that was seen, or `conflict`. */
export async function loadVersion(
  work: Work,
  input: { readonly id: string; readonly version: number },
): Promise<LoadedProcurement> {
  const loaded = await loadProcurement(work, input.id);
  if (loaded.version !== input.version) throw new AppError("conflict");
  return loaded;
}

/** Refuses what the stage does not allow. */
export function refuseUnless(
  allowed: boolean,
  message: string,
  code: ErrorCode = "stage_does_not_allow",
): void {
  if (!allowed) throw new AppError(code, message);
}

/** Refuses whoever may write, and not say what is published. */
export function requirePublisher(work: Work): void {
  requirePermission(work, "procurement.publish");
}

/** Makes the change; answers the new version. */
export async function changeProcurement(
  work: Work,
  before: LoadedProcurement,
  change: Change,
): Promise<number> {
  const content = giveIds(change.content);
  await requireSound(work, before.facts.id, content, before);
  const version = await writeProcurement(work, before.facts.id, before.version, content);
  if (version === undefined) throw new AppError("conflict");
  await insertAct(work, {
    procurementId: before.facts.id,
    kind: change.kind,
    about: change.about,
    reason: change.reason ?? null,
    before: change.undoable === false ? null : snapshotOf(before),
    versionAfter: version,
  });
  const { reason } = change;
  await recordAudit(work, {
    action: change.kind,
    subjectKind: "procurement",
    subjectId: before.facts.id,
    ...describeForAudit(before, content),
    ...(reason === null || reason === undefined
      ? {}
      : {
          after: {
            ...describeForAudit(before, content).after,
            reason: await sealPersonal(work, subjectOf(work.actor), reason),
          },
        }),
  });
  if (isToldOtherwise(before.facts, content.facts)) await settleChannels(work);
  return version;
}

/** Whether it is live, or about what, in another way than before: channels to single suppliers close and open with that. */
function isToldOtherwise(before: ProcurementFacts, after: ProcurementFacts): boolean {
  const told = ({ stage, cpv, publishedOn, awardedOn }: ProcurementFacts): string =>
    JSON.stringify([stage, cpv, publishedOn, awardedOn]);
  return told(before) !== told(after);
}

/** What a procurement is, for its act to keep. */
export function snapshotOf(loaded: LoadedProcurement): z.infer<typeof Snapshot> {
  const { facts, ocid, noticeId, riskOverride, frameworkId } = loaded;
  return { facts, ocid, noticeId, riskOverride, frameworkId };
}

const isUuid = (id: string): boolean => z.uuid().safeParse(id).success;

/** Instances and promises that an engine or a caller made get ids of ours, wherever they are pointed at. */
export function giveIds(content: ProcurementContent): ProcurementContent {
  const made = new Map<string, string>();
  const idOf = (id: string): string => {
    if (isUuid(id)) return id;
    const known = made.get(id) ?? randomUUID();
    made.set(id, known);
    return known;
  };
  const { facts } = content;
  const instances = facts.instances.map((one) => ({ ...one, id: idOf(one.id) }));
  const promises = facts.promises.map((one) => ({
    ...one,
    id: isUuid(one.id) ? one.id : randomUUID(),
    criterionId: one.criterionId === null ? null : (made.get(one.criterionId) ?? one.criterionId),
  }));
  return { ...content, facts: { ...facts, instances, promises } };
}

/** Refuses facts that do not hold together, references that are not ours, values that do not fit their requirement. */
export async function requireSound(
  work: Work,
  id: string | null,
  content: ProcurementContent,
  before: LoadedProcurement | null,
): Promise<void> {
  const { facts } = content;
  const library = await openHouseLibrary(work);
  const details = [...checkFacts(facts), ...faultsOfValues(facts, library, before?.facts ?? null)];
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
  if (content.frameworkId !== null && content.frameworkId !== before?.frameworkId) {
    const framework = await findUsableFramework(work, content.frameworkId);
    if (framework === undefined)
      throw new AppError("reference_unknown", "There is no such framework here.", [
        { path: "/frameworkId", message: "Choose a framework that your organisation may use." },
      ]);
  }
  const asked = new Set<string>();
  for (const [at, { followUp }] of facts.instances.entries()) {
    const personId = followUp?.personId ?? null;
    if (personId === null || asked.has(personId)) continue;
    asked.add(personId);
    await requireMember(work, personId, `/instances/${at}/followUp/personId`);
  }
  if (facts.reference !== before?.facts.reference) {
    const same = await isReferenceTaken(work, facts.reference, id);
    if (same !== undefined) {
      const message = `“${same.title}” is recorded with the reference ${facts.reference}.`;
      throw new AppError("already_exists", message, [{ path: "/reference", message }]);
    }
  }
}

/** Values are looked at where they changed: what was read from elsewhere keeps what it holds, and alignment shows it. */
function faultsOfValues(
  facts: ProcurementFacts,
  library: HouseLibrary,
  before: ProcurementFacts | null,
): { path: string; message: string }[] {
  const known = new Map(before?.instances.map((one) => [one.id, one]));
  return facts.instances.flatMap((instance, at) => {
    const was = known.get(instance.id);
    const key = instance.requirement;
    if (key === null) return [];
    if (
      was !== undefined &&
      was.requirement === key &&
      was.version === instance.version &&
      JSON.stringify(was.values) === JSON.stringify(instance.values)
    )
      return [];
    const requirement = library.find(key, instance.version);
    if (requirement === undefined)
      return [
        {
          path: `/instances/${at}/requirement`,
          message: `“${key}” is not in the library in that version.`,
        },
      ];
    return checkValues(requirement.parameters, instance.values).map(({ parameter, sentence }) => ({
      path: `/instances/${at}/values/${parameter}`,
      message: sentence.text,
    }));
  });
}
