/** A sample input for every endpoint of the contract, for the tests that walk them all. A new endpoint without one does not compile. */
import { randomUUID } from "node:crypto";
import type { apiContract } from "@throughline/contract";

/** Ids an attacker may try: the owner's real ones, or ones that are nobody's. */
export interface Ids {
  readonly organisation: string;
  readonly person: string;
  readonly contract: string;
  readonly framework: string;
  readonly product: string;
  readonly request: string;
  /** A request that was sent by link and code. */
  readonly sentRequest: string;
  readonly delivery: string;
  readonly template: string;
  readonly supplier: string;
  readonly recordSite: string;
  readonly recordProduct: string;
  readonly recordAnswer: string;
  readonly release: string;
  readonly disclosure: string;
  readonly intake: string;
  readonly site: string;
  /** Another site of the same organisation, and a record that stands at the first. */
  readonly otherSite: string;
  readonly row: string;
  readonly act: string;
  readonly bulk: string;
  readonly review: string;
  readonly hit: string;
  readonly mail: string;
  /** Key of a requirement of its own. */
  readonly requirementKey: string;
  readonly adoption: string;
  readonly policyRow: string;
  readonly procurement: string;
  readonly instance: string;
  readonly promise: string;
  readonly waiver: string;
  readonly procurementAct: string;
  /** Key of a mismatch of its procurement. */
  readonly finding: string;
  /** Key of a duty of its contract. */
  readonly duty: string;
  readonly dutyEvent: string;
  readonly feed: string;
  readonly invitation: string;
  readonly token: string;
  readonly session: string;
}

type Samples = {
  [G in keyof typeof apiContract]: { [N in keyof (typeof apiContract)[G]]: (ids: Ids) => unknown };
};

/** What is said about a disclosure. */
export const about = { title: "Attack", declaredBy: "Attacker", receivedOn: "2026-11-01" };
const contract = { kind: "stand_alone", title: "Attack", reference: `ATTACK-${randomUUID()}` };
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

const samples: Samples = {
  duties: {
    list: (ids) => ({ contractId: ids.contract, owner: ids.person }),
    month: (ids) => ({ contractId: ids.contract, month: "2026-11" }),
    record: (ids) => ({
      events: [
        { contractId: ids.contract, dutyKey: ids.duty, kind: "performed", on: "2026-11-01" },
      ],
    }),
    takeBack: (ids) => ({ eventId: ids.dutyEvent, reason: "attack" }),
    setOwner: (ids) => ({
      duties: [{ contractId: ids.contract, dutyKey: ids.duty }],
      personId: null,
      role: "Attack",
    }),
    listFeeds: nothing,
    createFeed: () => ({ scope: "organisation" }),
    revokeFeed: (ids) => ({ feedId: ids.feed }),
  },
  health: { get: nothing },
  account: {
    signIn: () => ({ email: "nobody@example.org", password: "not the password" }),
    signOut: nothing,
    me: nothing,
    listSessions: nothing,
    revokeSession: (ids) => ({ id: ids.session }),
    changePassword: () => ({ current: "not the password", next: "a long enough password" }),
    beginTotp: () => ({ password: "not the password" }),
    confirmTotp: () => ({ totp: "000000" }),
    removeTotp: () => ({ password: "not the password" }),
    listTokens: nothing,
    createToken: () => ({ name: "attack", scopes: ["contract.read"], expiresInDays: 1 }),
    revokeToken: (ids) => ({ id: ids.token }),
  },
  organisations: {
    get: nothing,
    describe: () => ({ version: 99, name: "Attack" }),
    open: () => ({ name: "Attack", country: null, roles: ["buyer"] }),
    listMembers: nothing,
    changeRole: (ids) => ({ personId: ids.person, role: "reader" }),
    removeMember: (ids) => ({ personId: ids.person }),
    listInvitations: nothing,
    invite: () => ({ email: null, role: "reader" }),
    revokeInvitation: (ids) => ({ id: ids.invitation }),
    openInvitation: () => ({ secret: "a-secret-that-nobody-was-given-0000" }),
    acceptInvitation: () => ({
      secret: "a-secret-that-nobody-was-given-0000",
      account: { name: "A", email: "a@example.org", password: "a long enough password" },
    }),
    listAudit: nothing,
    verifyAudit: nothing,
  },
  contracts: {
    list: (ids) => ({ frameworkId: ids.framework }),
    get: (ids) => ({ id: ids.contract }),
    create: (ids) => ({ ...contract, kind: "call_off", frameworkId: ids.framework }),
    importFile: () => ({ file: { not: "a contract file" } }),
    importNotice: () => ({ notice: { not: "a notice" } }),
    revise: (ids) => ({ id: ids.contract, version: 1, title: "Attack" }),
    remove: (ids) => ({ id: ids.contract, version: 1 }),
    setConditions: (ids) => ({ id: ids.contract, version: 1, conditions: [] }),
    addProducts: (ids) => ({
      id: ids.contract,
      products: [
        { brand: "B", family: "F", partNumber: null, quantity: null, value: null, cpv: null },
      ],
    }),
    reviseProduct: (ids) => ({ productId: ids.product, version: 1, family: "Attack" }),
    removeProduct: (ids) => ({ productId: ids.product }),
    grantFramework: (ids) => ({ id: ids.framework, organisationId: ids.organisation }),
    line: (ids) => ({ id: ids.contract }),
    askable: (ids) => ({ id: ids.contract }),
  },
  requests: {
    draft: (ids) => ({ id: ids.contract, productIds: [ids.product] }),
    save: (ids) => ({
      id: ids.contract,
      addressee: "A",
      brand: null,
      subject: "S",
      body: "B",
      productIds: [ids.product],
      dueOn: null,
      sentOn: null,
    }),
    list: (ids) => ({ contractId: ids.contract, supplierId: ids.supplier }),
    get: (ids) => ({ requestId: ids.request }),
    draftForMany: (ids) => ({
      contracts: [{ contractId: ids.contract, productIds: [ids.product] }],
      templateId: ids.template,
    }),
    write: (ids) => ({
      addressee: "A",
      supplierId: ids.supplier,
      contracts: [{ contractId: ids.contract, productIds: [ids.product] }],
      subject: "S",
      body: "B",
      dueOn: null,
    }),
    revise: (ids) => ({ requestId: ids.request, version: 1, subject: "Attack" }),
    send: (ids) => ({ requestId: ids.request, toName: "A", toAddress: "a@example.org" }),
    revealLink: (ids) => ({ requestId: ids.sentRequest }),
    renewLink: (ids) => ({ requestId: ids.sentRequest }),
    remind: (ids) => ({ requestId: ids.sentRequest }),
    extend: (ids) => ({
      requestId: ids.sentRequest,
      version: 2,
      dueOn: "2999-01-01",
      reason: "attack",
    }),
    withdraw: (ids) => ({ requestId: ids.sentRequest, version: 2, reason: "attack" }),
    listTemplates: nothing,
    saveTemplate: (ids) => ({ id: ids.template, name: "Attack", subject: "S", body: "B" }),
    removeTemplate: (ids) => ({ id: ids.template }),
    recordSent: (ids) => ({ requestId: ids.request, sentOn: "2026-11-01", dueOn: null }),
    recordAnswer: (ids) => ({
      id: ids.contract,
      requestId: ids.request,
      answeredBy: "A",
      brand: null,
      answer: "asked_and_refused",
      reason: null,
      answeredOn: "2026-11-01",
      document: null,
      productIds: [ids.product],
    }),
  },
  answering: {
    open: () => ({ secret: "a-secret-that-nobody-was-given-0000", code: "ABCD-EFGH" }),
    leave: nothing,
    takeOver: () => ({ secret: "a-secret-that-nobody-was-given-0000", code: "ABCD-EFGH" }),
    claim: () => ({ name: "Attack", country: null }),
    list: nothing,
    get: (ids) => ({ deliveryId: ids.delivery }),
    setProducts: (ids) => ({
      deliveryId: ids.delivery,
      items: [{ askedKey: "p1", productId: null, make: true }],
    }),
    passOn: (ids) => ({
      deliveryId: ids.delivery,
      toName: "A",
      toAddress: null,
      askedKeys: [],
      subject: "S",
      body: "B",
      dueOn: null,
      nameRequester: true,
    }),
    draftPassOn: (ids) => ({
      deliveryId: ids.delivery,
      toName: "A",
      askedKeys: [],
      nameRequester: true,
    }),
  },
  suppliers: {
    list: () => ({ search: "Secretmarker" }),
    get: (ids) => ({ id: ids.supplier }),
    revise: (ids) => ({ id: ids.supplier, version: 1, email: "attack@example.org" }),
  },
  record: {
    get: nothing,
    listSites: () => ({ search: "Secretmarker" }),
    addSites: () => ({
      sites: [
        {
          name: "Attack Works Ltd",
          address: null,
          country: null,
          latitude: null,
          longitude: null,
          osId: null,
          workers: null,
          maskedAs: null,
        },
      ],
    }),
    reviseSite: (ids) => ({ siteId: ids.recordSite, version: 1, name: "Attack" }),
    removeSite: (ids) => ({ siteId: ids.recordSite }),
    restoreSite: (ids) => ({ siteId: ids.recordSite }),
    confirm: (ids) => ({ siteIds: [ids.recordSite] }),
    listProducts: () => ({ search: "Secretmarker" }),
    saveProduct: (ids) => ({
      id: ids.recordProduct,
      version: 1,
      brand: "B",
      family: "F",
      partNumbers: [],
    }),
    removeProduct: (ids) => ({ productId: ids.recordProduct }),
    getGrid: (ids) => ({ deliveryId: ids.delivery }),
    setLinks: (ids) => ({
      set: [
        {
          productId: ids.recordProduct,
          siteId: ids.recordSite,
          tier: "component",
          component: null,
          kind: "confirmed",
          from: null,
          to: null,
        },
      ],
    }),
    listAnswers: nothing,
    addAnswer: (ids) => ({
      productId: ids.recordProduct,
      answer: "asked_and_refused",
      saidBy: null,
      reason: "attack",
      document: null,
      answeredOn: "2026-11-01",
      selfReported: false,
    }),
    removeAnswer: (ids) => ({ answerId: ids.recordAnswer }),
    takeOver: (ids) => ({ releaseId: ids.release, maskAs: null }),
    changesSince: (ids) => ({ releaseId: ids.release }),
  },
  releases: {
    list: nothing,
    listReceived: () => ({ supplier: "Secretmarker" }),
    get: (ids) => ({ releaseId: ids.release }),
    preview: (ids) => ({ deliveryId: ids.delivery, asOf: "2026-11-01" }),
    release: (ids) => ({
      deliveryId: null,
      recipientName: "Attacker",
      asOf: "2026-11-01",
      productIds: [ids.recordProduct],
    }),
    withdraw: (ids) => ({ releaseId: ids.release, reason: "attack" }),
    open: () => ({ code: "2345-6789" }),
    compare: (ids) => ({ releaseId: ids.release, with: ids.release }),
    take: (ids) => ({ releaseId: ids.release, contractId: ids.contract }),
  },
  today: { get: nothing },
  disclosures: {
    list: (ids) => ({ id: ids.contract }),
    get: (ids) => ({ disclosureId: ids.disclosure }),
    readText: () => ({
      text: "Manufactured by one of the following: 1. Alpha Works Ltd, 1 Mill Road, Leeds, UK",
    }),
    takeText: (ids) => ({
      ...about,
      id: ids.contract,
      text: "Manufactured by: Alpha Works Ltd, 1 Mill Road, Leeds, UK",
      productIds: [ids.product],
    }),
    takeForm: (ids) => ({
      ...about,
      id: ids.contract,
      sites: [{ name: "Alpha Works Ltd", address: "1 Mill Road, Leeds", country: "GB" }],
    }),
    withdraw: (ids) => ({
      disclosureId: ids.disclosure,
      withdrawnOn: "2026-11-02",
      reason: "attack",
    }),
  },
  intakes: {
    list: (ids) => ({ contractId: ids.contract }),
    get: (ids) => ({ intakeId: ids.intake }),
    startText: (ids) => ({
      contractId: ids.contract,
      about: { ...about, productIds: [ids.product] },
      text: "Manufactured by: Alpha Works Ltd, 1 Mill Road, Leeds, UK",
    }),
    confirmColumns: (ids) => ({
      intakeId: ids.intake,
      version: 1,
      mapping: { sheet: 0, headerRow: 1, columns: [{ index: 0, field: "name" }] },
    }),
    listRows: (ids) => ({ intakeId: ids.intake }),
    decideRow: (ids) => ({
      intakeId: ids.intake,
      row: 2,
      decision: { undo: [], edits: {}, leaveOut: true },
    }),
    decideCheck: (ids) => ({ intakeId: ids.intake, check: "identical_rows", act: "leave_out" }),
    changes: (ids) => ({ intakeId: ids.intake }),
    take: (ids) => ({ intakeId: ids.intake, version: 1 }),
    cancel: (ids) => ({ intakeId: ids.intake }),
    retry: (ids) => ({ intakeId: ids.intake }),
  },
  sites: {
    list: (ids) => ({ contractId: ids.contract }),
    get: (ids) => ({ id: ids.site }),
    suggest: () => ({ text: "Secretmarker" }),
    match: () => ({ name: "Secretmarker" }),
    publish: (ids) => ({ id: ids.site, ground: "attack" }),
    listReviews: (ids) => ({ contractId: ids.contract }),
    decideReview: (ids) => ({ reviewId: ids.review, decision: "same" }),
    acceptPairs: (ids) => ({ contractId: ids.contract, dryRun: false }),
    listAccepted: nothing,
    undoAccepted: (ids) => ({ bulkId: ids.bulk }),
    listActs: (ids) => ({ id: ids.site }),
    listRecords: (ids) => ({ id: ids.site }),
    merge: (ids) => ({ id: ids.site, otherId: ids.otherSite, reason: "attack" }),
    split: (ids) => ({ id: ids.site, rowIds: [ids.row], reason: "attack" }),
    moveRecords: (ids) => ({
      id: ids.site,
      rowIds: [ids.row],
      toId: ids.otherSite,
      reason: "attack",
    }),
    relocate: (ids) => ({ id: ids.site, toId: ids.otherSite, on: "2026-11-01", reason: "attack" }),
    close: (ids) => ({ id: ids.site, on: "2026-11-01", reason: "attack" }),
    reopen: (ids) => ({ id: ids.site, on: "2026-11-01", reason: "attack" }),
    undoAct: (ids) => ({ actId: ids.act }),
  },
  screening: {
    run: (ids) => ({ contractId: ids.contract }),
    listHits: nothing,
    decide: (ids) => ({ hitId: ids.hit, verdict: "wrong_entity", reason: "attack" }),
    lists: nothing,
  },
  mails: {
    list: (ids) => ({ requestId: ids.request }),
    get: (ids) => ({ mailId: ids.mail }),
    resend: (ids) => ({ mailId: ids.mail, toAddress: "attacker@example.org" }),
    recordBounce: (ids) => ({ mailId: ids.mail, reason: "attack" }),
  },
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

/** Endpoints that somebody without an account needs. */
export const openToAnyone = new Set([
  "health.get",
  "account.signIn",
  "account.signOut",
  "organisations.openInvitation",
  "organisations.acceptInvitation",
  "answering.open",
  "answering.leave",
]);

/** Every endpoint with its sample. */
export const endpoints = Object.entries(samples).flatMap(([group, names]) =>
  Object.entries(names).map(([name, sample]) => ({
    group,
    name,
    full: `${group}.${name}`,
    sample,
  })),
);
