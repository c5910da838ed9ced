/** What the walk over every endpoint plants of requirements, policy, procurements and duties. */
import type { ApiClient } from "@throughline/contract";
import type { Ids } from "./attack-ids.ts";

/** The test database as its owner. */
interface OwnersDatabase {
  asOwner<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** What was recorded of a duty, and a calendar feed. */
export async function plantDuties(
  client: ApiClient,
  contractId: string,
): Promise<Pick<Ids, "duty" | "dutyEvent" | "feed" | "condition">> {
  const { items } = await client.duties.list({ contractId });
  const duty = items[0]?.key ?? "";
  const condition = items[0]?.conditionId ?? "";
  const { ids } = await client.duties.record({
    events: [
      { contractId, dutyKey: duty, kind: "performed", on: "2026-11-01", note: "Secretmarker" },
    ],
  });
  const { feed } = await client.duties.createFeed({ scope: "organisation" });
  return { duty, dutyEvent: ids[0] ?? "", feed: feed.id, condition };
}

/** A requirement of its own, a row of the policy, a procurement with a promise, a mismatch and a waiver. */
export async function plantRequirements(
  client: ApiClient,
  db: OwnersDatabase,
  organisationId: string,
  frameworkId: string,
): Promise<
  Pick<
    Ids,
    | "requirementKey"
    | "adoption"
    | "policyRow"
    | "procurement"
    | "instance"
    | "promise"
    | "waiver"
    | "procurementAct"
    | "finding"
  >
> {
  const requirementKey = "secretmarker_requirement";
  const held = await client.requirements.addOwn({
    content: {
      key: requirementKey,
      title: "Secretmarker requirement",
      purpose: "Secretmarker",
      wordings: [{ language: "en", text: "Secretmarker", status: "drafted" }],
      parameters: [],
      minimumVerification: "self_declared",
      evidenceTypes: [],
      kpis: [],
      issues: [],
      references: [],
      needsBrand: false,
      roles: ["clause", "award"],
      variants: [],
    },
    reason: "Secretmarker",
  });
  const row = await client.policies.addRow({
    title: "Secretmarker row",
    when: {
      cpvPrefixes: ["302"],
      risks: [],
      valueFrom: null,
      valueTo: null,
      countries: [],
      procedures: [],
      bidderRoles: [],
      sizes: [],
    },
    ask: {
      requirement: requirementKey,
      version: null,
      role: "clause",
      values: {},
      followUp: null,
    },
    effectiveFrom: "2026-01-01",
  });
  const { id } = await client.procurements.create({
    reference: "SECRETMARKER-P",
    title: "Secretmarker procurement",
    cpv: ["30213100"],
    frameworkId,
  });
  const added = await client.procurements.addInstances({
    id,
    version: 1,
    instances: [
      { role: "clause", requirement: requirementKey, title: "Secretmarker", wording: "" },
      { role: "clause", requirement: null, title: "Secretmarker other", wording: "" },
    ],
  });
  const { alignment } = await client.procurements.get({ id });
  const [finding, other] = alignment.findings;
  const waiver = await client.procurements.waive({
    id,
    findingKey: other?.key ?? "",
    reason: "Secretmarker",
  });
  await db.asOwner(
    "insert into bid_promises (procurement_id, organisation_id, position, bidder, text) values ($1, $2, 0, 'Secretmarker', 'Secretmarker')",
    [id, organisationId],
  );
  const [promise] = await db.asOwner<{ id: string }>("select id from bid_promises");
  const acts = await client.procurements.listActs({ id });
  return {
    requirementKey,
    adoption: held.id,
    policyRow: row.id,
    procurement: id,
    instance: added.ids[0] ?? "",
    promise: promise?.id ?? "",
    waiver: waiver.id,
    procurementAct: acts.items[0]?.id ?? "",
    finding: finding?.key ?? "",
  };
}
