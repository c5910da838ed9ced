/** Where the rhythm of a requirement has another name than that of a disclosure. */
const rhythms: Readonly<Record<string, string>> = {
  kpi_report: "every_months",
  continuous_improvement: "report_months",
  working_hours: "report_months",
  wages: "report_months",
};

/**
 * The parameter of a requirement that a clause's `refreshEveryMonths` stands for.
 *
 * @example rhythmParameter("wages") // "report_months"
 */
export function rhythmParameter(requirement: string): string {
  return rhythms[requirement] ?? "refresh_months";
}
