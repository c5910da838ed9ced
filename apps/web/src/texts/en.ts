/** The English catalogue: every text of the interface that the engines do not say themselves. */
import { accountTexts } from "./en/account.ts";
import { answeringTexts } from "./en/answering.ts";
import { alignmentTexts } from "./en/alignment.ts";
import { apiTexts } from "./en/api-docs.ts";
import { auditTexts } from "./en/audit.ts";
import { commitmentTexts } from "./en/commitments.ts";
import { contractTexts } from "./en/contracts.ts";
import { dailyTexts } from "./en/daily.ts";
import { dialogueTexts } from "./en/dialogue.ts";
import { disclosureTexts } from "./en/disclosures.ts";
import { dutyTexts } from "./en/duties.ts";
import { forumTexts } from "./en/forums.ts";
import { harmonisationTexts } from "./en/harmonisation.ts";
import { intakeTexts } from "./en/intake.ts";
import { kpiTexts } from "./en/kpis.ts";
import { measurementTexts } from "./en/measurements.ts";
import { lawTexts } from "./en/laws.ts";
import { lineTexts } from "./en/line.ts";
import { followUpTexts } from "./en/follow-up.ts";
import { meetingTexts } from "./en/meetings.ts";
import { noticeCodeTexts } from "./en/notice-codes.ts";
import { organisationTexts } from "./en/organisation.ts";
import { parameterTexts } from "./en/parameters.ts";
import { policyTexts } from "./en/policies.ts";
import { procurementTexts } from "./en/procurements.ts";
import { recordTexts } from "./en/record.ts";
import { releaseTexts } from "./en/releases.ts";
import { requirementTexts } from "./en/requirements.ts";
import { requestTexts } from "./en/requests.ts";
import { seatTexts } from "./en/seat.ts";
import { seriesTexts } from "./en/series.ts";
import { shellTexts } from "./en/shell.ts";
import { siteActTexts } from "./en/site-acts.ts";
import { siteSearchTexts } from "./en/site-search.ts";
import { siteTexts } from "./en/sites.ts";
import { supplierTexts } from "./en/suppliers.ts";
import { wordTexts } from "./en/words.ts";

export const en = {
  ...shellTexts,
  ...wordTexts,
  ...lineTexts,
  ...lawTexts,
  ...contractTexts,
  ...commitmentTexts,
  ...seatTexts,
  ...dailyTexts,
  ...dialogueTexts,
  ...seriesTexts,
  ...meetingTexts,
  ...disclosureTexts,
  ...dutyTexts,
  ...harmonisationTexts,
  ...forumTexts,
  ...requestTexts,
  ...answeringTexts,
  ...parameterTexts,
  ...kpiTexts,
  ...measurementTexts,
  ...procurementTexts,
  ...noticeCodeTexts,
  ...policyTexts,
  ...alignmentTexts,
  ...followUpTexts,
  ...requirementTexts,
  ...recordTexts,
  ...releaseTexts,
  ...intakeTexts,
  ...supplierTexts,
  ...siteTexts,
  ...siteActTexts,
  ...siteSearchTexts,
  ...accountTexts,
  ...organisationTexts,
  ...auditTexts,
  ...apiTexts,
} as const;
