/** The clauses in Norwegian (bokmål). Drafts: nobody who knows both languages and the law has checked them. See `en.ts`. */
export const wordingsNb: Readonly<Record<string, string>> = {
  "disclose_sites:1":
    "Leverandøren oppgir produksjonsstedene for de leverte produktene, for de leddene og komponentene som er angitt, med de opplysningene som er angitt for hvert sted[?due_days:, innen {due_days} dager][?due_from=award: etter tildeling][?due_from=signature: etter signering][?due_from=request: etter forespørsel fra oppdragsgiver][?due_from=delivery: etter første levering]. Der opplysningene finnes hos andre, ber leverandøren formelt om dem og viser forespørselen og svaret.",
  disclose_sites:
    "Leverandøren oppgir produksjonsstedene for de leverte produktene, for de leddene og komponentene som er angitt, med de opplysningene som er angitt for hvert sted[?due_days:, innen {due_days} dager][?due_from=award: etter tildeling][?due_from=signature: etter signering][?due_from=request: etter forespørsel fra oppdragsgiver][?due_from=delivery: etter første levering].[?refresh_months: Listen oppdateres hver {refresh_months}. måned.][?on_change_days: Nye eller nedlagte steder meldes innen {on_change_days} dager.] Der opplysningene finnes hos andre, ber leverandøren formelt om dem og viser forespørselen og svaret.",
  disclose_findings:
    "Leverandøren deler funn fra revisjoner og oppfølging på produksjonsstedene, i det omfanget som er angitt[?age_max_months:, ikke eldre enn {age_max_months} måneder][?due_days:, innen {due_days} dager etter hendelsen som utløser plikten].",
  chemical_inventory:
    "Leverandøren deler oversikten over kjemikalier som brukes og lagres på de aktuelle stedene[?due_days:, innen {due_days} dager etter hendelsen som utløser plikten][?monitoring_reports:, sammen med rapporter om helse, sikkerhet og ytre miljø].",
  purchasing_practice_report:
    "Leverandøren rapporterer[?due_days: innen {due_days} dager etter hendelsen som utløser plikten] hvordan egne handelsvilkår, på de områdene som er angitt, kan påvirke arbeidsforholdene, og hva den endrer.",
  report_severe:
    "Leverandøren melder uoppfordret fra om alvorlig skade av de typene som er angitt i produktenes leverandørkjede[?due_days:, innen {due_days} dager etter at den fikk kunnskap om det]. Det leverandøren selv melder, regnes ikke mot den på samme måte som det andre avdekker.",
  "respond_query:1":
    "Leverandøren svarer på oppdragsgivers spørsmål om produktenes leverandørkjede[?due_days: innen {due_days} dager]. Et svar kan være at noe ikke er kjent, og hvorfor.",
  respond_query:
    "Leverandøren svarer på oppdragsgivers spørsmål om produktenes leverandørkjede[?due_working_days: innen {due_working_days} arbeidsdager][?named_contact:, ved en navngitt person]. Et svar kan være at noe ikke er kjent, og hvorfor.",
  meeting:
    "Oppdragsgiver og leverandør møtes om menneskerettigheter og miljø i leverandørkjeden[?per_year: minst {per_year} ganger i året], der leverandøren er representert som angitt.[?minutes_days: Det som ble avtalt, bekreftes skriftlig innen {minutes_days} dager.]",
  kpi_report:
    "Leverandøren rapporterer de avtalte indikatorene[?every_months: hver {every_months}. måned], med tallene de bygger på.",
  continuous_improvement:
    "Leverandøren beskriver hvordan den vil øke åpenheten i leverandørkjeden og bidra til gjenoppretting gjennom kontrakten[?targets_per_year:, setter seg minst {targets_per_year} mål i året][?report_months: og rapporterer status hver {report_months}. måned].",
  award_improvement:
    "Det en tilbyder tilbyr utover minstekravene, på de temaene som er angitt, gis poeng[?weight_percent: med {weight_percent} prosent av helheten]. Det som tilbys, blir en del av kontrakten.",
  corrective_plan:
    "Når et brudd avdekkes, sørger leverandøren for en plan for korrigerende tiltak[?plan_days: innen {plan_days} dager][?workers_take_part:, laget sammen med arbeidstakerne eller deres representanter].[?fix_days_critical: Kritiske avvik rettes innen {fix_days_critical} dager.][?fix_days_major: Større avvik innen {fix_days_major} dager.][?fix_days_minor: Mindre avvik innen {fix_days_minor} dager.]",
  remedy:
    "Når arbeidstakere har lidd skade, deltar leverandøren i gjenopprettingen i samsvar med sin medvirkning[?worker_driven:; de berørte arbeidstakerne er med på å utforme og bestemme den][?representative_required:, gjennom en representant de selv har valgt].[?agreed_days: Gjenoppretting avtales innen {agreed_days} dager etter at skaden er bekreftet.]",
  site_access:
    "Leverandøren sørger for at de som er angitt, kan besøke produksjonsstedene[?notice_days: med høyst {notice_days} dagers varsel][?off_site_interviews: og snakke med arbeidstakere utenfor stedet].",
  no_retaliation:
    "Ingen skal lide for å ha snakket med en kontrollør eller meldt fra om noe[?covers_representatives:, heller ikke deres representanter og familier]. Leverandøren dokumenterer dette på den måten som er angitt.",
  due_diligence_system:
    "Leverandøren utfører aktsomhetsvurderinger for menneskerettigheter og miljø i de trinnene og med den rekkevidden som er angitt[?age_max_months:, dokumentert med bevis som ikke er eldre enn {age_max_months} måneder].",
  code_of_conduct:
    "Leverandøren har etiske retningslinjer som bygger på de standardene som er angitt[?public:, offentliggjør dem][?flows_down: og forplikter sine leverandører til dem].",
  stakeholder_engagement:
    "Leverandøren involverer arbeidstakere og dem som taler på deres vegne, i de trinnene som er angitt[?per_year:, minst {per_year} ganger i året][?feedback_answered:, skriver ned det de sier og svarer på det].",
  flow_down:
    "Leverandøren viderefører disse vilkårene til dem den kjøper fra[?tiers_deep:, over {tiers_deep} ledd][?in_writing:, skriftlig].",
  brand_certificate:
    "Leverandøren legger ved, for de produktene som er angitt, en signert erklæring fra merkevareeieren om at den vil oppfylle kravene som er nevnt i den.",
  label_or_equivalent:
    "Produktene[?share_percent:, minst {share_percent} prosent av dem,] har et av de merkene som er angitt, eller det vises med annen dokumentasjon at de oppfyller de samme kriteriene.",
  statement:
    "Leverandøren offentliggjør redegjørelsen som de angitte lovene krever av den[?areas:, med minst {areas} områder][?age_max_months:, ikke eldre enn {age_max_months} måneder]. Den som ingen av lovene binder, kan gi en kort egen redegjørelse der det godtas.",
  working_hours:
    "På produksjonsstedene arbeider ingen mer enn loven på stedet tillater[?max_hours:, og ikke mer enn {max_hours} timer i uken, overtid medregnet][?rest_days:, og alle har minst {rest_days} fridager av sju].[?voluntary_overtime: Overtid er frivillig.][?report_months: Tall rapporteres hver {report_months}. måned.]",
  wages:
    "På produksjonsstedene når lønnen minst det nivået som er angitt[?gap_closure_months:, innen {gap_closure_months} måneder der den ikke gjør det ennå][?equal_pay:, og er lik for innleide og migrantarbeidere som gjør samme arbeid].[?report_months: Tall rapporteres hver {report_months}. måned.]",
};
