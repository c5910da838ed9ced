/** The clauses in Swedish. Drafts: nobody who knows both languages and the law has checked them. See `en.ts`. */
export const wordingsSv: Readonly<Record<string, string>> = {
  "disclose_sites:1":
    "Leverantören anger produktionsplatserna för de levererade produkterna, för de led och komponenter som anges, med de uppgifter som anges för varje plats[?due_days:, inom {due_days} dagar][?due_from=award: från tilldelningen][?due_from=signature: från undertecknandet][?due_from=request: från köparens begäran][?due_from=delivery: från första leveransen]. Finns uppgifterna hos någon annan begär leverantören dem formellt och visar begäran och svaret.",
  disclose_sites:
    "Leverantören anger produktionsplatserna för de levererade produkterna, för de led och komponenter som anges, med de uppgifter som anges för varje plats[?due_days:, inom {due_days} dagar][?due_from=award: från tilldelningen][?due_from=signature: från undertecknandet][?due_from=request: från köparens begäran][?due_from=delivery: från första leveransen].[?refresh_months: Listan uppdateras var {refresh_months}:e månad.][?on_change_days: Nya eller nedlagda platser anmäls inom {on_change_days} dagar.] Finns uppgifterna hos någon annan begär leverantören dem formellt och visar begäran och svaret.",
  disclose_findings:
    "Leverantören delar vad revisioner och uppföljning har funnit på produktionsplatserna, i den omfattning som anges[?age_max_months:, inte äldre än {age_max_months} månader][?due_days:, inom {due_days} dagar från den händelse som utlöser skyldigheten].",
  chemical_inventory:
    "Leverantören delar förteckningen över kemikalier som används och förvaras på de berörda platserna[?due_days:, inom {due_days} dagar från den händelse som utlöser skyldigheten][?monitoring_reports:, tillsammans med rapporter om hälsa, säkerhet och miljö].",
  purchasing_practice_report:
    "Leverantören redovisar[?due_days: inom {due_days} dagar från den händelse som utlöser skyldigheten] hur dess egna handelsvillkor, i de frågor som anges, kan påverka arbetsvillkoren, och vad den ändrar.",
  report_severe:
    "Leverantören anmäler utan uppmaning allvarlig skada av de slag som anges i produkternas leveranskedja[?due_days:, inom {due_days} dagar från att den fick kännedom om den]. Det som leverantören själv anmäler läggs den inte till last på samma sätt som det andra upptäcker.",
  "respond_query:1":
    "Leverantören svarar på köparens frågor om produkternas leveranskedja[?due_days: inom {due_days} dagar]. Ett svar får vara att något inte är känt, och varför.",
  respond_query:
    "Leverantören svarar på köparens frågor om produkternas leveranskedja[?due_working_days: inom {due_working_days} arbetsdagar][?named_contact:, genom en namngiven person]. Ett svar får vara att något inte är känt, och varför.",
  meeting:
    "Köpare och leverantör möts om mänskliga rättigheter och miljö i leveranskedjan[?per_year: minst {per_year} gånger om året], med leverantören företrädd som anges.[?minutes_days: Det som avtalats bekräftas skriftligt inom {minutes_days} dagar.]",
  kpi_report:
    "Leverantören redovisar de avtalade indikatorerna[?every_months: var {every_months}:e månad], med de tal de bygger på.",
  continuous_improvement:
    "Leverantören beskriver hur den under avtalstiden ska lära sig mer om sin leveranskedja och bidra till gottgörelse[?targets_per_year:, sätter minst {targets_per_year} mål om året][?report_months: och redovisar läget var {report_months}:e månad].",
  award_improvement:
    "Det som en anbudsgivare erbjuder utöver minimikraven, i de frågor som anges, poängsätts[?weight_percent: med {weight_percent} procent av helheten]. Det som erbjuds blir en del av avtalet.",
  corrective_plan:
    "När en brist upptäcks ser leverantören till att det finns en åtgärdsplan[?plan_days: inom {plan_days} dagar][?workers_take_part:, framtagen tillsammans med arbetstagarna eller deras företrädare].[?fix_days_critical: Kritiska brister åtgärdas inom {fix_days_critical} dagar.][?fix_days_major: Större brister inom {fix_days_major} dagar.][?fix_days_minor: Mindre brister inom {fix_days_minor} dagar.]",
  remedy:
    "När arbetstagare har lidit skada medverkar leverantören till gottgörelse i proportion till sin inblandning[?worker_driven:; de berörda arbetstagarna är med och utformar och beslutar den][?representative_required:, genom en företrädare som de själva har valt].[?agreed_days: Gottgörelse avtalas inom {agreed_days} dagar från att skadan bekräftats.]",
  site_access:
    "Leverantören ordnar så att de som anges får besöka produktionsplatserna[?notice_days: med högst {notice_days} dagars varsel][?off_site_interviews: och tala med arbetstagare utanför platsen].",
  no_retaliation:
    "Ingen ska lida för att ha talat med en granskare eller påtalat något[?covers_representatives:, inte heller deras företrädare och familjer]. Leverantören visar detta på det sätt som anges.",
  due_diligence_system:
    "Leverantören genomför tillbörlig aktsamhet för mänskliga rättigheter och miljö i de steg och med den räckvidd som anges[?age_max_months:, styrkt med underlag som inte är äldre än {age_max_months} månader].",
  code_of_conduct:
    "Leverantören har en uppförandekod som vilar på de standarder som anges[?public:, offentliggör den][?flows_down: och binder sina leverantörer vid den].",
  stakeholder_engagement:
    "Leverantören för dialog med arbetstagare och dem som företräder dem i de steg som anges[?per_year:, minst {per_year} gånger om året][?feedback_answered:, skriver ned vad de sagt och besvarar det].",
  flow_down:
    "Leverantören för dessa villkor vidare till dem den köper av[?tiers_deep:, över {tiers_deep} led][?in_writing:, skriftligt].",
  brand_certificate:
    "Leverantören bifogar, för de produkter som anges, ett undertecknat åtagande från varumärkesägaren att den ska uppfylla de krav som nämns i det.",
  label_or_equivalent:
    "Produkterna[?share_percent:, minst {share_percent} procent av dem,] har ett av de märken som anges, eller så visas på annat sätt att de uppfyller samma kriterier.",
  statement:
    "Leverantören offentliggör den redogörelse som de angivna lagarna kräver av den[?areas:, med minst {areas} områden][?age_max_months:, inte äldre än {age_max_months} månader]. Den som ingen av lagarna binder får lämna en kort egen redogörelse där det godtas.",
  working_hours:
    "På produktionsplatserna arbetar ingen mer än vad lagen på platsen tillåter[?max_hours:, och inte mer än {max_hours} timmar i veckan, övertid inräknad][?rest_days:, och alla har minst {rest_days} lediga dagar av sju].[?voluntary_overtime: Övertid är frivillig.][?report_months: Siffror redovisas var {report_months}:e månad.]",
  wages:
    "På produktionsplatserna når lönerna minst den nivå som anges[?gap_closure_months:, inom {gap_closure_months} månader där de inte gör det ännu][?equal_pay:, och är lika för inhyrda och migrerande arbetstagare som gör samma arbete].[?report_months: Siffror redovisas var {report_months}:e månad.]",
};
