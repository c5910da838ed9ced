/** Ways to find out how a requirement is kept. */
export const followUpMethods = [
  "self_assessment",
  "document_review",
  "dialogue",
  "site_visit",
  "social_audit",
  "worker_driven_monitoring",
] as const;

export type FollowUpMethod = (typeof followUpMethods)[number];

/** In words, for sentences. */
export const methodWords: Readonly<Record<FollowUpMethod, string>> = {
  self_assessment: "self-assessment",
  document_review: "a review of documents",
  dialogue: "dialogue",
  site_visit: "a visit to the site",
  social_audit: "a social audit",
  worker_driven_monitoring: "worker-driven monitoring",
};

/**
 * Which methods show what another shows. Our table: the rule it serves asks for a "similar method" and lists none.
 * It is not symmetrical and no ladder: who reviewed the documents behind an answer has seen the answer; who audited or
 * monitored on site has been to the site; but an audit does not hear what workers say among themselves, and monitoring
 * through workers does not go through the payroll, so neither stands for the other.
 */
export const standsFor: Readonly<Record<FollowUpMethod, readonly FollowUpMethod[]>> = {
  self_assessment: ["self_assessment", "document_review"],
  document_review: ["document_review"],
  dialogue: ["dialogue"],
  site_visit: ["site_visit", "social_audit", "worker_driven_monitoring"],
  social_audit: ["social_audit"],
  worker_driven_monitoring: ["worker_driven_monitoring"],
};
