/** The clauses in Dutch. Drafts: nobody who knows both languages and the law has checked them. See `en.ts`. */
export const wordingsNl: Readonly<Record<string, string>> = {
  "disclose_sites:1":
    "De leverancier noemt de productielocaties van de geleverde producten, voor de genoemde schakels en onderdelen, met de gegevens die per locatie zijn genoemd[?due_days:, binnen {due_days} dagen][?due_from=award: na gunning][?due_from=signature: na ondertekening][?due_from=request: na verzoek van de opdrachtgever][?due_from=delivery: na de eerste levering]. Liggen de gegevens bij een ander, dan vraagt hij er formeel om en toont hij verzoek en antwoord.",
  disclose_sites:
    "De leverancier noemt de productielocaties van de geleverde producten, voor de genoemde schakels en onderdelen, met de gegevens die per locatie zijn genoemd[?due_days:, binnen {due_days} dagen][?due_from=award: na gunning][?due_from=signature: na ondertekening][?due_from=request: na verzoek van de opdrachtgever][?due_from=delivery: na de eerste levering].[?refresh_months: Hij werkt de lijst elke {refresh_months} maanden bij.][?on_change_days: Nieuwe of gesloten locaties meldt hij binnen {on_change_days} dagen.] Liggen de gegevens bij een ander, dan vraagt hij er formeel om en toont hij verzoek en antwoord.",
  disclose_findings:
    "De leverancier deelt wat audits en monitoring op de productielocaties hebben gevonden, in de genoemde omvang[?age_max_months:, niet ouder dan {age_max_months} maanden][?due_days:, binnen {due_days} dagen na de gebeurtenis die daartoe verplicht].",
  chemical_inventory:
    "De leverancier deelt de lijst van chemicaliën die op de betrokken locaties worden gebruikt en opgeslagen[?due_days:, binnen {due_days} dagen na de gebeurtenis die daartoe verplicht][?monitoring_reports:, samen met rapporten over gezondheid, veiligheid en milieu].",
  purchasing_practice_report:
    "De leverancier rapporteert[?due_days: binnen {due_days} dagen na de gebeurtenis die daartoe verplicht] hoe zijn eigen handelsvoorwaarden, op de genoemde punten, de arbeidsomstandigheden kunnen raken en wat hij verandert.",
  report_severe:
    "De leverancier meldt ernstige schade van de genoemde soorten in de keten van de producten uit zichzelf[?due_days:, binnen {due_days} dagen nadat hij ervan weet]. Wat hij zelf meldt, wordt hem niet aangerekend zoals wat anderen vinden.",
  "respond_query:1":
    "De leverancier beantwoordt vragen van de opdrachtgever over de keten van de producten[?due_days: binnen {due_days} dagen]. Een antwoord mag zijn dat iets niet bekend is, en waarom.",
  respond_query:
    "De leverancier beantwoordt vragen van de opdrachtgever over de keten van de producten[?due_working_days: binnen {due_working_days} werkdagen][?named_contact:, door een met naam genoemde persoon]. Een antwoord mag zijn dat iets niet bekend is, en waarom.",
  meeting:
    "Opdrachtgever en leverancier spreken elkaar[?per_year: ten minste {per_year} keer per jaar] over mensenrechten en milieu in de keten; de leverancier is vertegenwoordigd zoals genoemd.[?minutes_days: Afspraken worden binnen {minutes_days} dagen schriftelijk bevestigd.]",
  kpi_report:
    "De leverancier rapporteert de afgesproken indicatoren[?every_months: elke {every_months} maanden], met de cijfers waaruit ze bestaan.",
  continuous_improvement:
    "De leverancier beschrijft hoe hij tijdens het contract meer over zijn keten te weten komt en aan herstel bijdraagt[?targets_per_year:, stelt zich ten minste {targets_per_year} doelen per jaar][?report_months: en rapporteert elke {report_months} maanden hoe ver hij is].",
  award_improvement:
    "Wat een inschrijver op de genoemde punten boven het minimum aanbiedt, wordt beoordeeld[?weight_percent: met {weight_percent} procent van het geheel]. Wat hij aanbiedt, wordt deel van het contract.",
  corrective_plan:
    "Wordt een schending gevonden, dan zorgt de leverancier voor een verbeterplan[?plan_days: binnen {plan_days} dagen][?workers_take_part:, gemaakt met werknemers of hun vertegenwoordigers].[?fix_days_critical: Kritieke bevindingen zijn binnen {fix_days_critical} dagen verholpen.][?fix_days_major: Grote binnen {fix_days_major} dagen.][?fix_days_minor: Kleine binnen {fix_days_minor} dagen.]",
  remedy:
    "Zijn werknemers geschaad, dan werkt de leverancier naar de mate van zijn betrokkenheid mee aan herstel[?worker_driven:; de betrokken werknemers ontwerpen en beslissen mee][?representative_required:, via een vertegenwoordiger die zij hebben gekozen].[?agreed_days: Het herstel is binnen {agreed_days} dagen na bevestiging van de schade afgesproken.]",
  site_access:
    "De leverancier zorgt ervoor dat de genoemde partijen de productielocaties kunnen bezoeken[?notice_days: met hoogstens {notice_days} dagen aankondiging][?off_site_interviews: en buiten de locatie met werknemers kunnen spreken].",
  no_retaliation:
    "Niemand ondervindt nadeel omdat hij met een controleur heeft gesproken of iets aan de orde heeft gesteld[?covers_representatives:, evenmin vertegenwoordigers en gezinnen]. De leverancier toont dit aan op de genoemde wijze.",
  due_diligence_system:
    "De leverancier past gepaste zorgvuldigheid toe voor mensenrechten en milieu, in de genoemde stappen en met het genoemde bereik[?age_max_months:, aangetoond met bewijs dat niet ouder is dan {age_max_months} maanden].",
  code_of_conduct:
    "De leverancier heeft een gedragscode die op de genoemde standaarden rust[?public:, maakt die openbaar][?flows_down: en bindt zijn leveranciers eraan].",
  stakeholder_engagement:
    "De leverancier betrekt werknemers en wie voor hen spreekt bij de genoemde stappen[?per_year:, ten minste {per_year} keer per jaar][?feedback_answered:, legt vast wat zij zeggen en antwoordt daarop].",
  flow_down:
    "De leverancier geeft deze voorwaarden door aan degenen van wie hij koopt[?tiers_deep:, over {tiers_deep} schakels][?in_writing:, schriftelijk].",
  brand_certificate:
    "De leverancier voegt voor de genoemde producten een ondertekende verklaring van de merkeigenaar toe dat deze aan de daarin genoemde eisen zal voldoen.",
  label_or_equivalent:
    "De producten[?share_percent:, ten minste {share_percent} procent ervan,] dragen een van de genoemde keurmerken, of ander bewijs toont dat zij aan dezelfde criteria voldoen.",
  statement:
    "De leverancier publiceert de verklaring die de genoemde wetten van hem vragen[?areas:, over ten minste {areas} onderwerpen][?age_max_months:, niet ouder dan {age_max_months} maanden]. Wie door geen ervan gebonden is, mag een korte eigen verklaring geven waar dat wordt aanvaard.",
  working_hours:
    "Op de productielocaties werkt niemand meer dan het recht ter plaatse toestaat[?max_hours:, en niet meer dan {max_hours} uur per week, overwerk inbegrepen][?rest_days:, en iedereen heeft ten minste {rest_days} vrije dagen op zeven].[?voluntary_overtime: Overwerk is vrijwillig.][?report_months: Cijfers worden elke {report_months} maanden gerapporteerd.]",
  wages:
    "Op de productielocaties bereiken de lonen ten minste het genoemde niveau[?gap_closure_months:, binnen {gap_closure_months} maanden waar dat nog niet zo is][?equal_pay:, en zijn ze gelijk voor uitzend- en migrantenarbeiders die hetzelfde werk doen].[?report_months: Cijfers worden elke {report_months} maanden gerapporteerd.]",
};
