/** Every endpoint of the contract joined to its module. */
import { accountRoutes } from "./modules/accounts/index.ts";
import { answeringRoutes } from "./modules/answering/index.ts";
import { auditRoutes } from "./modules/audit/index.ts";
import { commitmentRoutes } from "./modules/commitments/index.ts";
import { contractRoutes } from "./modules/contracts/index.ts";
import { dialogueRoutes } from "./modules/dialogues/index.ts";
import { disclosureRoutes } from "./modules/disclosures/index.ts";
import { dutyRoutes } from "./modules/duties/index.ts";
import { boardRoutes, forumRoutes } from "./modules/forums/index.ts";
import { harmonisationRoutes } from "./modules/harmonisation/index.ts";
import { healthRoutes } from "./modules/health/index.ts";
import { intakeRoutes } from "./modules/intakes/index.ts";
import { kpiRoutes } from "./modules/kpis/index.ts";
import { lawRoutes } from "./modules/laws/index.ts";
import { makeMailRoutes } from "./modules/mail/index.ts";
import { meetingRoutes } from "./modules/meetings/index.ts";
import { organisationRoutes } from "./modules/organisations/index.ts";
import { policyRoutes } from "./modules/policies/index.ts";
import { procurementRoutes } from "./modules/procurements/index.ts";
import { recordRoutes } from "./modules/record/index.ts";
import { recordReleaseRoutes, releaseRoutes } from "./modules/releases/index.ts";
import { requestRoutes } from "./modules/requests/index.ts";
import { requirementUpgradeRoutes } from "./modules/requirement-upgrades/index.ts";
import { requirementRoutes } from "./modules/requirements/index.ts";
import { screeningRoutes } from "./modules/screening/index.ts";
import { siteActRoutes } from "./modules/site-acts/index.ts";
import { siteRoutes } from "./modules/sites/index.ts";
import { supplierRoutes } from "./modules/supplier-overview/index.ts";
import { todayRoutes } from "./modules/today/index.ts";
import { makeMailConcerns } from "./mail-concerns.ts";
import { api } from "./platform/api.ts";

export const router = api.router({
  health: healthRoutes,
  account: accountRoutes,
  organisations: { ...organisationRoutes, ...auditRoutes },
  contracts: contractRoutes,
  meetings: meetingRoutes,
  commitments: commitmentRoutes,
  requests: requestRoutes,
  answering: answeringRoutes,
  suppliers: supplierRoutes,
  record: { ...recordRoutes, ...recordReleaseRoutes },
  releases: releaseRoutes,
  today: todayRoutes,
  disclosures: disclosureRoutes,
  intakes: intakeRoutes,
  sites: { ...siteRoutes, ...siteActRoutes },
  screening: screeningRoutes,
  mails: makeMailRoutes(makeMailConcerns),
  requirements: { ...requirementRoutes, ...requirementUpgradeRoutes },
  policies: policyRoutes,
  procurements: procurementRoutes,
  duties: dutyRoutes,
  dialogues: dialogueRoutes,
  harmonisation: harmonisationRoutes,
  forums: forumRoutes,
  board: boardRoutes,
  laws: lawRoutes,
  kpis: kpiRoutes,
});
