/** Aligns a procurement: mismatches with their waivers, threads with names, and whether the gate is open. */
import type { Alignment, AlignmentFinding } from "@throughline/contract";
import {
  alignProcurement,
  type AlignmentFinding as EngineFinding,
  type Policy,
} from "@throughline/requirements";
import type { Work } from "../../platform/api.ts";
import { askPolicy, openPolicy } from "../policies/index.ts";
import { openHouseLibrary, type HouseLibrary } from "../requirements/index.ts";
import { cpvOf, type LoadedProcurement } from "./load-procurement.ts";
import { readWaivers, type StoredWaiver } from "./procurement-acts.store.ts";
import { readMembers } from "../procurement-facts/index.ts";
import { weighSmallFirm } from "./weigh-small-firm.ts";

/** What aligning reads besides the procurement; opened once for as many as wanted. */
export interface AlignmentGround {
  readonly library: HouseLibrary;
  readonly policy: Policy;
  readonly members: ReadonlyMap<string, string>;
}

export async function openGround(work: Work): Promise<AlignmentGround> {
  const library = await openHouseLibrary(work);
  return {
    library,
    policy: await openPolicy(work, library),
    members: await readMembers(work.tx, work.actor.organisationId),
  };
}

type Trial = ReturnType<typeof askPolicy>;

/** What the policy asks of it on the day it was, or would be, published. */
export function askFor(work: Work, ground: AlignmentGround, loaded: LoadedProcurement): Trial {
  const { facts } = loaded;
  return askPolicy(
    ground.policy,
    {
      cpv: cpvOf(facts),
      risk: facts.risk,
      value: facts.value,
      country: facts.country,
      procedure: facts.procedure,
      bidderRoles: facts.expectedBidders,
      sizes: [],
    },
    facts.publishedOn ?? work.today,
  );
}

/** What the engine finds, before anybody's waivers. */
export function alignFacts(
  work: Work,
  ground: AlignmentGround,
  loaded: LoadedProcurement,
  trial: Trial = askFor(work, ground, loaded),
): ReturnType<typeof alignProcurement> {
  return alignProcurement(loaded.facts, (key, version) => ground.library.find(key, version), {
    policy: ground.policy.rows.length === 0 ? null : trial.asked,
    laws: weighSmallFirm(loaded.facts, ground.library, loaded.facts.publishedOn ?? work.today),
    suggestedFollowUp: {
      personId: work.actor.personId,
      role: null,
      hoursPerMonth: null,
    },
  });
}

/** Whether a finding keeps the tender from being published. */
export function isBlocking(finding: { readonly severity: string }): boolean {
  return finding.severity === "blocking";
}

/** Puts waivers and names to what the engine found. */
export function describeAlignment(
  found: ReturnType<typeof alignProcurement>,
  waivers: readonly StoredWaiver[],
  members: ReadonlyMap<string, string>,
): Alignment {
  const byKey = new Map(waivers.map((waiver) => [waiver.key, waiver]));
  const findings = found.findings.map((finding) => describeFinding(finding, byKey));
  const open = findings.filter(({ waiver }) => waiver === null);
  const keys = new Set(found.findings.map(({ key }) => key));
  return {
    findings: [...open, ...findings.filter(({ waiver }) => waiver !== null)],
    threads: found.threads.map((thread) => ({
      ...thread,
      criteria: [...thread.criteria],
      promises: [...thread.promises],
      clauses: [...thread.clauses],
      kpis: [...thread.kpis],
      evidenceTypes: [...thread.evidenceTypes],
      findings: [...thread.findings],
      person:
        thread.person === null
          ? null
          : {
              ...thread.person,
              name:
                thread.person.personId === null
                  ? null
                  : (members.get(thread.person.personId) ?? null),
            },
    })),
    open: countOpen(open),
    waived: findings.length - open.length,
    fallenOff: waivers
      .filter(({ key }) => !keys.has(key))
      .map(({ id, key, reason, by, on }) => ({ id, key, reason, by, on })),
    gate: open.some(isBlocking) ? "closed" : "open",
  };
}

function describeFinding(
  finding: EngineFinding,
  waivers: ReadonlyMap<string, StoredWaiver>,
): AlignmentFinding {
  const waiver = waivers.get(finding.key);
  const { fix } = finding;
  return {
    key: finding.key,
    code: finding.code,
    severity: finding.severity,
    instanceIds: [...finding.instanceIds],
    promiseIds: [...finding.promiseIds],
    sentence: finding.sentence,
    why: finding.why,
    fix:
      fix === null
        ? null
        : { kind: fix.kind, sentence: fix.sentence, safe: fix.safe, needs: [...fix.needs] },
    waivable: finding.waivable,
    waiver:
      waiver === undefined
        ? null
        : { id: waiver.id, reason: waiver.reason, by: waiver.by, on: waiver.on },
  };
}

/** Mismatches by severity. */
export function countOpen(findings: readonly { readonly severity: string }[]): Alignment["open"] {
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { blocking: count("blocking"), serious: count("serious"), advice: count("advice") };
}

/** Aligns one procurement with its standing waivers. */
export async function align(
  work: Work,
  loaded: LoadedProcurement,
): Promise<{
  readonly alignment: Alignment;
  readonly found: ReturnType<typeof alignProcurement>;
  readonly ground: AlignmentGround;
  readonly trial: Trial;
}> {
  const ground = await openGround(work);
  const trial = askFor(work, ground, loaded);
  const found = alignFacts(work, ground, loaded, trial);
  const waivers = await readWaivers(work, [loaded.facts.id]);
  return { alignment: describeAlignment(found, waivers, ground.members), found, ground, trial };
}
