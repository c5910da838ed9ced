/** What the walks over every endpoint try: ids of an owner's or of nobody's, and the shape of their samples. */
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
  readonly condition: string;
  /** A fact about its supplier. */
  readonly companyFact: string;
  /** A group it convenes, what stands in it, and a partner's follow-up that it decided about. */
  readonly group: string;
  readonly sharedInstance: string;
  readonly proposal: string;
  readonly followUp: string;
  readonly othersFollowUp: string;
  readonly recognition: string;
  readonly forum: string;
  readonly forumSeat: string;
  readonly forumEntry: string;
  /** A programme, and a series at whose table one of everything stands. */
  readonly programme: string;
  readonly series: string;
  readonly seat: string;
  readonly aim: string;
  readonly thread: string;
  readonly comment: string;
  readonly lesson: string;
  readonly meeting: string;
  readonly agendaItem: string;
  readonly meetingPerson: string;
  readonly commitment: string;
  readonly kpiAssignment: string;
  readonly kpiEntry: string;
  readonly kpiPublication: string;
  readonly obstacle: string;
  readonly invitation: string;
  readonly token: string;
  readonly session: string;
}

/** A sample for every endpoint of the contract. */
export type Samples = {
  [G in keyof typeof apiContract]: { [N in keyof (typeof apiContract)[G]]: (ids: Ids) => unknown };
};

/** Ids that are nobody's; the organisation is the attacker's own, which is no secret to it. */
export function makeNobodysIds(organisation: string): Ids {
  return {
    organisation,
    person: randomUUID(),
    contract: randomUUID(),
    framework: randomUUID(),
    product: randomUUID(),
    request: randomUUID(),
    sentRequest: randomUUID(),
    delivery: randomUUID(),
    template: randomUUID(),
    supplier: randomUUID(),
    recordSite: randomUUID(),
    recordProduct: randomUUID(),
    recordAnswer: randomUUID(),
    release: randomUUID(),
    disclosure: randomUUID(),
    intake: randomUUID(),
    site: randomUUID(),
    otherSite: randomUUID(),
    row: randomUUID(),
    act: randomUUID(),
    bulk: randomUUID(),
    review: randomUUID(),
    hit: randomUUID(),
    mail: randomUUID(),
    requirementKey: "nobodys_requirement",
    adoption: randomUUID(),
    policyRow: randomUUID(),
    procurement: randomUUID(),
    instance: randomUUID(),
    promise: randomUUID(),
    waiver: randomUUID(),
    procurementAct: randomUUID(),
    finding: "nobody_follows_up:1:1",
    duty: `${randomUUID()}:first:1`,
    dutyEvent: randomUUID(),
    feed: randomUUID(),
    condition: randomUUID(),
    companyFact: randomUUID(),
    group: randomUUID(),
    sharedInstance: randomUUID(),
    proposal: randomUUID(),
    followUp: randomUUID(),
    othersFollowUp: randomUUID(),
    recognition: randomUUID(),
    forum: randomUUID(),
    forumSeat: randomUUID(),
    forumEntry: randomUUID(),
    programme: randomUUID(),
    series: randomUUID(),
    seat: randomUUID(),
    aim: randomUUID(),
    thread: randomUUID(),
    comment: randomUUID(),
    lesson: randomUUID(),
    meeting: randomUUID(),
    agendaItem: randomUUID(),
    meetingPerson: randomUUID(),
    commitment: randomUUID(),
    kpiAssignment: randomUUID(),
    kpiEntry: randomUUID(),
    kpiPublication: randomUUID(),
    obstacle: randomUUID(),
    invitation: randomUUID(),
    token: randomUUID(),
    session: randomUUID(),
  };
}
