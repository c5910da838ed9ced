/** The whole API: one tree of endpoints, shared by the server, the browser and whoever calls it. */
import { z } from "zod";
import { account } from "./account.ts";
import { answering } from "./answering.ts";
import { commitmentFiles, commitments } from "./commitments.ts";
import { contracts, today } from "./contracts.ts";
import { dialogueFiles, dialogues } from "./dialogues.ts";
import { duties, dutyFiles } from "./duties.ts";
import { endpoint } from "./endpoint.ts";
import { board, forumFiles, forums } from "./forums.ts";
import { harmonisation, harmonisationFiles } from "./harmonisation.ts";
import { intakeFiles, intakes } from "./intakes.ts";
import { kpiFiles, kpis } from "./kpis.ts";
import { laws } from "./laws.ts";
import { mailFiles, mails } from "./mails.ts";
import { organisations } from "./organisations.ts";
import { meetingFiles, meetings } from "./meetings.ts";
import { policies, policyFiles } from "./policies.ts";
import { procurementFiles, procurements } from "./procurements.ts";
import { record, recordFiles } from "./record.ts";
import { releaseFiles, releases } from "./releases.ts";
import { requests } from "./requests.ts";
import { requirementFiles, requirements } from "./requirements.ts";
import { disclosureFiles, disclosures } from "./disclosures.ts";
import { screening, sites } from "./sites.ts";
import { suppliers } from "./suppliers.ts";

const health = {
  get: endpoint("GET", "/health", "Health", "Is the server ready to work?").output(
    z.object({ ready: z.boolean(), version: z.string(), database: z.enum(["embedded", "server"]) }),
  ),
};

/** Endpoints the typed client calls. */
export const apiContract = {
  health,
  account,
  organisations,
  contracts,
  requests,
  today,
  disclosures,
  intakes,
  sites,
  screening,
  suppliers,
  answering,
  record,
  releases,
  mails,
  requirements,
  policies,
  procurements,
  duties,
  dialogues,
  meetings,
  commitments,
  harmonisation,
  forums,
  board,
  laws,
  kpis,
};

/** The same with the file endpoints, for the API description. */
export const describedContract = {
  ...apiContract,
  disclosureFiles,
  intakeFiles,
  recordFiles,
  releaseFiles,
  requirementFiles,
  policyFiles,
  procurementFiles,
  dutyFiles,
  mailFiles,
  dialogueFiles,
  meetingFiles,
  commitmentFiles,
  harmonisationFiles,
  forumFiles,
  kpiFiles,
};
