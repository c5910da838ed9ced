/** Samples of the endpoints about the library, the policy and procurements. */
import type { Ids, Samples } from "./attack-ids.ts";

const nothing = (): unknown => undefined;
let attacks = 0;

/** A row of a policy that asks a requirement of somebody, to be followed up by a person of somebody's. */
function policyRow(ids: Ids, requirement: string): Record<string, unknown> {
  return {
    title: "Attack",
    when: {
      cpvPrefixes: [],
      risks: [],
      valueFrom: null,
      valueTo: null,
      countries: [],
      procedures: [],
      bidderRoles: [],
      sizes: [],
    },
    ask: {
      requirement,
      version: null,
      role: "clause",
      values: {},
      followUp: {
        ways: ["dialogue"],
        kpis: [],
        evidenceTypes: [],
        personId: ids.person,
        role: null,
        hoursPerMonth: null,
      },
    },
    effectiveFrom: "2099-01-01",
  };
}

function clause(ids: Ids): Record<string, unknown> {
  return {
    role: "clause",
    requirement: null,
    title: "Attack",
    wording: "",
    followUp: {
      ways: ["dialogue"],
      kpis: [],
      evidenceTypes: [],
      personId: ids.person,
      role: null,
      hoursPerMonth: null,
    },
  };
}

function readNotice(): Record<string, unknown> {
  return {
    source: "ocds",
    kind: "tender",
    ocid: `ocds-attack-${(attacks += 1)}`,
    noticeId: null,
    noticeVersion: null,
    procedureId: null,
    publicationId: null,
    title: "Attack",
    description: null,
    languages: [],
    buyer: { name: "Attacker", id: null },
    country: null,
    cpv: [],
    procedure: null,
    value: null,
    publishedOn: "2026-11-01",
    deadlineOn: null,
    awardedOn: null,
    lots: [],
    exclusionGrounds: [],
    suppliers: [],
    contracts: [],
    modifications: [],
    notes: [],
    unread: {},
  };
}

function ownRequirement(key: string): Record<string, unknown> {
  return {
    key,
    title: "Attack",
    purpose: "Attack",
    wordings: [{ language: "en", text: "Attack", status: "drafted" }],
    parameters: [],
    minimumVerification: "self_declared",
    evidenceTypes: [],
    kpis: [],
    issues: [],
    references: [],
    needsBrand: false,
    roles: ["clause"],
    variants: [],
  };
}

export const requirementSamples: Pick<Samples, "requirements" | "policies" | "procurements"> = {
  requirements: {
    list: () => ({ search: "Secretmarker" }),
    get: (ids) => ({ key: ids.requirementKey }),
    adopt: (ids) => ({ key: ids.requirementKey, version: null }),
    adapt: (ids) => ({ key: ids.requirementKey, version: null, reason: "attack" }),
    addOwn: () => ({ content: ownRequirement(`attack_${(attacks += 1)}`), reason: "attack" }),
    reviseOwn: (ids) => ({
      key: ids.requirementKey,
      version: 1,
      content: ownRequirement(ids.requirementKey),
      reason: "attack",
    }),
    drop: (ids) => ({ key: ids.requirementKey, version: 1 }),
    restore: (ids) => ({ key: ids.requirementKey, adoptionId: ids.adoption }),
    compareVersions: (ids) => ({ key: ids.requirementKey, from: 1, to: 1 }),
    upgrade: (ids) => ({
      key: "disclose_sites",
      to: 2,
      places: [{ kind: "procurement", id: ids.procurement, instanceId: ids.instance }],
      dryRun: false,
    }),
    importYaml: () => ({ text: "format: throughline-requirements/1\n" }),
  },
  policies: {
    get: nothing,
    describe: () => ({ version: 99, title: "Attack", currency: "EUR", noticeMonths: 0 }),
    listRows: () => ({ search: "Secretmarker", state: "all" }),
    getRow: (ids) => ({ id: ids.policyRow }),
    addRow: (ids) => policyRow(ids, attacks % 2 === 0 ? "disclose_sites" : ids.requirementKey),
    changeRow: (ids) => ({ id: ids.policyRow, version: 1, ...policyRow(ids, "disclose_sites") }),
    endRow: (ids) => ({ id: ids.policyRow, version: 1, on: "2099-01-01", reason: "attack" }),
    removeRow: (ids) => ({ id: ids.policyRow, version: 1 }),
    tryOut: (ids) => ({ procurementId: ids.procurement }),
    check: nothing,
    scaleUp: () => ({ situation: { cpv: ["30213100"], risk: "high" } }),
  },
  procurements: {
    list: () => ({ search: "Secretmarker" }),
    get: (ids) => ({ id: ids.procurement }),
    create: (ids) => ({
      reference: "ATTACK",
      title: "Attack",
      frameworkId: ids.framework,
      instances: [clause(ids)],
    }),
    revise: (ids) => ({ id: ids.procurement, version: 2, title: "Attack" }),
    remove: (ids) => ({ id: ids.procurement, version: 2 }),
    addInstances: (ids) => ({ id: ids.procurement, version: 2, instances: [clause(ids)] }),
    reviseInstance: (ids) => ({
      id: ids.procurement,
      version: 2,
      instanceId: ids.instance,
      title: "Attack",
    }),
    removeInstance: (ids) => ({ id: ids.procurement, version: 2, instanceId: ids.instance }),
    reorderInstances: (ids) => ({
      id: ids.procurement,
      version: 2,
      instanceIds: [ids.instance],
    }),
    takeFromPolicy: (ids) => ({ id: ids.procurement, version: 2 }),
    applyFixes: (ids) => ({ id: ids.procurement, version: 2, findings: [ids.finding] }),
    waive: (ids) => ({ id: ids.procurement, findingKey: ids.finding, reason: "attack" }),
    withdrawWaiver: (ids) => ({ id: ids.procurement, waiverId: ids.waiver }),
    publish: (ids) => ({ id: ids.procurement, version: 2, publishedOn: "2026-11-01" }),
    moveOn: (ids) => ({ id: ids.procurement, version: 2, stage: "closed", reason: "attack" }),
    setPromises: (ids) => ({
      id: ids.procurement,
      version: 2,
      promises: [
        {
          id: ids.promise,
          bidder: "Attacker",
          winning: true,
          criterionId: ids.instance,
          requirement: null,
          text: "Attack",
          values: {},
        },
      ],
    }),
    award: (ids) => ({
      id: ids.procurement,
      version: 2,
      awardedOn: "2026-11-01",
      contracts: [
        {
          kind: "call_off",
          frameworkId: ids.framework,
          reference: "ATTACK",
          title: "Attack",
          supplier: null,
        },
      ],
    }),
    listActs: (ids) => ({ id: ids.procurement }),
    undo: (ids) => ({ id: ids.procurement, version: 2, actId: ids.procurementAct }),
    takeNotices: () => ({ notices: [readNotice()] }),
  },
};
