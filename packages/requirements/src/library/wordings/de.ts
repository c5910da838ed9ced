/** The clauses in German. Drafts: nobody who knows both languages and the law has checked them. See `en.ts`. */
export const wordingsDe: Readonly<Record<string, string>> = {
  "disclose_sites:1":
    "Der Auftragnehmer nennt die Produktionsstätten der gelieferten Produkte für die angegebenen Stufen und Bauteile, mit den für jede Stätte angegebenen Angaben[?due_days:, innerhalb von {due_days} Tagen][?due_from=award: nach dem Zuschlag][?due_from=signature: nach Vertragsunterzeichnung][?due_from=request: nach Anfrage des Auftraggebers][?due_from=delivery: nach der ersten Lieferung]. Liegen die Angaben bei Dritten, fordert er sie förmlich an und weist Anfrage und Antwort nach.",
  disclose_sites:
    "Der Auftragnehmer nennt die Produktionsstätten der gelieferten Produkte für die angegebenen Stufen und Bauteile, mit den für jede Stätte angegebenen Angaben[?due_days:, innerhalb von {due_days} Tagen][?due_from=award: nach dem Zuschlag][?due_from=signature: nach Vertragsunterzeichnung][?due_from=request: nach Anfrage des Auftraggebers][?due_from=delivery: nach der ersten Lieferung].[?refresh_months: Er bringt die Liste alle {refresh_months} Monate auf den neuesten Stand.][?on_change_days: Neue oder geschlossene Stätten meldet er innerhalb von {on_change_days} Tagen.] Liegen die Angaben bei Dritten, fordert er sie förmlich an und weist Anfrage und Antwort nach.",
  disclose_findings:
    "Der Auftragnehmer teilt die Ergebnisse von Audits und Beobachtungen an den Produktionsstätten im angegebenen Umfang mit[?age_max_months:, nicht älter als {age_max_months} Monate][?due_days:, innerhalb von {due_days} Tagen nach dem auslösenden Ereignis].",
  chemical_inventory:
    "Der Auftragnehmer legt das Verzeichnis der an den betroffenen Stätten verwendeten und gelagerten Chemikalien vor[?due_days:, innerhalb von {due_days} Tagen nach dem auslösenden Ereignis][?monitoring_reports:, zusammen mit Berichten über Gesundheit, Sicherheit und Umwelt].",
  purchasing_practice_report:
    "Der Auftragnehmer berichtet[?due_days: innerhalb von {due_days} Tagen nach dem auslösenden Ereignis], wie sich seine eigenen Handelsbedingungen in den angegebenen Punkten auf die Arbeitsbedingungen auswirken können und was er ändert.",
  report_severe:
    "Der Auftragnehmer meldet schwere Schäden der angegebenen Art in der Lieferkette der Produkte unaufgefordert[?due_days:, innerhalb von {due_days} Tagen nach Kenntnis]. Was er selbst meldet, wird ihm nicht so angelastet wie das, was andere aufdecken.",
  "respond_query:1":
    "Der Auftragnehmer beantwortet Fragen des Auftraggebers zur Lieferkette der Produkte[?due_days: innerhalb von {due_days} Tagen]. Eine Antwort darf lauten, dass etwas nicht bekannt ist und weshalb.",
  respond_query:
    "Der Auftragnehmer beantwortet Fragen des Auftraggebers zur Lieferkette der Produkte[?due_working_days: innerhalb von {due_working_days} Arbeitstagen][?named_contact: durch eine benannte Person]. Eine Antwort darf lauten, dass etwas nicht bekannt ist und weshalb.",
  meeting:
    "Auftraggeber und Auftragnehmer sprechen[?per_year: mindestens {per_year}-mal im Jahr] über Menschenrechte und Umwelt in der Lieferkette; der Auftragnehmer ist wie angegeben vertreten.[?minutes_days: Vereinbartes wird innerhalb von {minutes_days} Tagen schriftlich bestätigt.]",
  kpi_report:
    "Der Auftragnehmer berichtet die vereinbarten Kennzahlen[?every_months: alle {every_months} Monate] mit den Zahlen, aus denen sie gebildet sind.",
  continuous_improvement:
    "Der Auftragnehmer beschreibt, wie er während der Vertragslaufzeit mehr über seine Lieferkette erfährt und zur Wiedergutmachung beiträgt[?targets_per_year:, setzt sich mindestens {targets_per_year} Ziele im Jahr][?report_months: und berichtet alle {report_months} Monate über den Stand].",
  award_improvement:
    "Was ein Bieter in den angegebenen Punkten über das Mindestmaß hinaus anbietet, wird bewertet[?weight_percent: mit {weight_percent} Prozent des Ganzen]. Das Angebotene wird Teil des Vertrags.",
  corrective_plan:
    "Wird ein Verstoß festgestellt, sorgt der Auftragnehmer für einen Abhilfeplan[?plan_days: innerhalb von {plan_days} Tagen][?workers_take_part:, erstellt mit den Beschäftigten oder ihren Vertretungen].[?fix_days_critical: Kritische Feststellungen werden innerhalb von {fix_days_critical} Tagen behoben.][?fix_days_major: Schwerwiegende innerhalb von {fix_days_major} Tagen.][?fix_days_minor: Geringfügige innerhalb von {fix_days_minor} Tagen.]",
  remedy:
    "Sind Beschäftigte geschädigt worden, wirkt der Auftragnehmer entsprechend seiner Beteiligung an der Wiedergutmachung mit[?worker_driven:; die betroffenen Beschäftigten gestalten und entscheiden mit][?representative_required:, durch eine von ihnen gewählte Vertretung].[?agreed_days: Die Wiedergutmachung wird innerhalb von {agreed_days} Tagen nach Bestätigung des Schadens vereinbart.]",
  site_access:
    "Der Auftragnehmer sorgt dafür, dass die angegebenen Stellen die Produktionsstätten[?notice_days: mit höchstens {notice_days} Tagen Vorankündigung] besuchen[?off_site_interviews: und außerhalb der Stätte mit Beschäftigten sprechen] können.",
  no_retaliation:
    "Niemandem entsteht ein Nachteil, weil er mit einer prüfenden Stelle gesprochen oder einen Missstand angesprochen hat[?covers_representatives:, ebenso wenig Vertretungen und Familien]. Der Auftragnehmer weist dies auf die angegebene Weise nach.",
  due_diligence_system:
    "Der Auftragnehmer erfüllt Sorgfaltspflichten für Menschenrechte und Umwelt in den angegebenen Schritten und mit der angegebenen Reichweite[?age_max_months:, nachgewiesen durch Belege, die nicht älter als {age_max_months} Monate sind].",
  code_of_conduct:
    "Der Auftragnehmer hat einen Verhaltenskodex, der auf den angegebenen Standards beruht[?public:, veröffentlicht ihn][?flows_down: und verpflichtet seine Lieferanten darauf].",
  stakeholder_engagement:
    "Der Auftragnehmer bezieht Beschäftigte und diejenigen, die für sie sprechen, in den angegebenen Schritten ein[?per_year:, mindestens {per_year}-mal im Jahr][?feedback_answered:, hält fest, was sie sagen, und antwortet darauf].",
  flow_down:
    "Der Auftragnehmer gibt diese Bedingungen an diejenigen weiter, von denen er bezieht[?tiers_deep:, über {tiers_deep} Stufen][?in_writing:, schriftlich].",
  brand_certificate:
    "Der Auftragnehmer fügt für die angegebenen Produkte eine unterzeichnete Erklärung des Markeninhabers bei, dass dieser die darin genannten Anforderungen erfüllen wird.",
  label_or_equivalent:
    "Die Produkte[?share_percent:, mindestens {share_percent} Prozent davon,] tragen eines der angegebenen Gütezeichen, oder andere Nachweise zeigen, dass sie dieselben Kriterien erfüllen.",
  statement:
    "Der Auftragnehmer veröffentlicht die Erklärung, die die angegebenen Gesetze von ihm verlangen[?areas:, mit mindestens {areas} Bereichen][?age_max_months:, nicht älter als {age_max_months} Monate]. Wen keines davon bindet, der kann eine kurze eigene Erklärung abgeben, wo dies anerkannt wird.",
  working_hours:
    "An den Produktionsstätten arbeitet niemand länger, als das Recht des Ortes erlaubt[?max_hours:, und nicht mehr als {max_hours} Stunden in der Woche einschließlich Überstunden][?rest_days:, und alle haben mindestens {rest_days} freie Tage von sieben].[?voluntary_overtime: Überstunden sind freiwillig.][?report_months: Zahlen werden alle {report_months} Monate berichtet.]",
  wages:
    "An den Produktionsstätten erreichen die Löhne mindestens die angegebene Höhe[?gap_closure_months:, innerhalb von {gap_closure_months} Monaten, wo sie es noch nicht tun][?equal_pay:, und sind für Leih- und Wanderarbeitskräfte bei gleicher Arbeit gleich].[?report_months: Zahlen werden alle {report_months} Monate berichtet.]",
};
