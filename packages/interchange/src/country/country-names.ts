/**
 * Country names as lists write them. The names in {@link languages} come from i18n-iso-countries (MIT);
 * the variants below were collected from supplier lists and labels (checked 2026-11).
 */
import countries from "i18n-iso-countries";
import cs from "i18n-iso-countries/langs/cs.json" with { type: "json" };
import da from "i18n-iso-countries/langs/da.json" with { type: "json" };
import de from "i18n-iso-countries/langs/de.json" with { type: "json" };
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };
import es from "i18n-iso-countries/langs/es.json" with { type: "json" };
import fi from "i18n-iso-countries/langs/fi.json" with { type: "json" };
import fr from "i18n-iso-countries/langs/fr.json" with { type: "json" };
import hu from "i18n-iso-countries/langs/hu.json" with { type: "json" };
import id from "i18n-iso-countries/langs/id.json" with { type: "json" };
import it from "i18n-iso-countries/langs/it.json" with { type: "json" };
import ja from "i18n-iso-countries/langs/ja.json" with { type: "json" };
import ko from "i18n-iso-countries/langs/ko.json" with { type: "json" };
import nb from "i18n-iso-countries/langs/nb.json" with { type: "json" };
import nl from "i18n-iso-countries/langs/nl.json" with { type: "json" };
import pl from "i18n-iso-countries/langs/pl.json" with { type: "json" };
import pt from "i18n-iso-countries/langs/pt.json" with { type: "json" };
import ru from "i18n-iso-countries/langs/ru.json" with { type: "json" };
import sv from "i18n-iso-countries/langs/sv.json" with { type: "json" };
import th from "i18n-iso-countries/langs/th.json" with { type: "json" };
import tr from "i18n-iso-countries/langs/tr.json" with { type: "json" };
import vi from "i18n-iso-countries/langs/vi.json" with { type: "json" };
import zh from "i18n-iso-countries/langs/zh.json" with { type: "json" };

/** Order matters: where two languages use one word for two countries, the earlier language wins. */
const languages = [
  en,
  de,
  fr,
  es,
  nl,
  sv,
  zh,
  it,
  pt,
  pl,
  da,
  nb,
  fi,
  cs,
  hu,
  ja,
  ko,
  ru,
  vi,
  th,
  tr,
  id,
] as const;

const variants: Readonly<Record<string, string>> = {
  AE: "UAE|U.A.E.|United Arab Emirates|Dubai|Abu Dhabi",
  BD: "Bangla Desh|Bengladesh",
  BN: "Brunei",
  BO: "Bolivia",
  CD: "DRC|DR Congo|Democratic Republic of Congo|Congo Kinshasa",
  CI: "Ivory Coast",
  CN: "P.R. China|P.R.China|P R China|PR China|China PR|China P.R.|PRC|P.R.C.|P.R.O.C.|P.R.O.C. China|PROC China|People's Republic of China|Peoples Republic of China|P. Republic of China|Mainland China|China Mainland|China (Mainland)|Peoples Rep of China|VR China|R.P. Chine|República Popular China|中国大陆|中國大陸|中國|中华人民共和国|中華人民共和國",
  CV: "Cape Verde",
  CZ: "Czech Republic|Czechia|Czech Rep",
  GB: "UK|U.K.|England|Scotland|Wales|Northern Ireland|Great Britain|Britain|Großbritannien|Grande-Bretagne|Gran Bretaña|Groot-Brittannië|Storbritannien|Engeland|Inglaterra|英国",
  GR: "EL",
  HK: "Hong Kong|Hongkong|HK|H.K.|HKSAR|Hong Kong SAR|Hong Kong S.A.R.|Hong Kong SAR China|Hong Kong China|China Hong Kong|中国香港|中國香港|香港特别行政区|香港特別行政區",
  IR: "Iran",
  KP: "North Korea|DPRK|D.P.R.K.",
  KR: "Korea|South Korea|S. Korea|Republic of Korea|Rep. of Korea|R.O.K.|ROK|Korea South|Korea (South)|Korea Republic of|South-Korea|Corea|Corea del Sur|Südkorea|Sydkorea|Zuid-Korea|대한민국|한국|韓国|韩国|南韩",
  LA: "Laos|Lao PDR|Lao P.D.R.",
  MD: "Moldova",
  MK: "Macedonia|FYROM",
  MM: "Burma|Myanmar (Burma)",
  MO: "Macau|Macao|Macau SAR|Macao SAR|Macau China|Macao China|China Macau|中国澳门|中國澳門|澳門|澳门特别行政区",
  NL: "Holland|The Netherlands|Netherlands",
  PH: "Philippines|The Philippines|Republic of the Philippines|R.P. Philippines",
  PS: "Palestine|West Bank",
  RU: "Russia|Russian Fed",
  SK: "Slovak Republic|Slovak Rep",
  SY: "Syria",
  SZ: "Swaziland",
  TR: "Turkey|Türkiye|Turkiye",
  TW: "Taiwan|Taiwan R.O.C.|Taiwan ROC|R.O.C. Taiwan|R.O.C.|Taiwan (R.O.C.)|Taiwan Province|Taiwan Province of China|Taiwan China|China Taiwan|Chinese Taipei|Republic of China|台湾|台灣|臺灣|中国台湾|中國台灣|中華民國",
  TZ: "Tanzania",
  US: "USA|U.S.A.|U.S.|United States|United States of America|America|Etats-Unis|Verenigde Staten|New Mexico|New Jersey|Puerto Rico USA",
  VA: "Vatican",
  VE: "Venezuela",
  VN: "Viet Nam|Vietnam|Vietnam S.R.|S.R. Vietnam|SR Vietnam|Socialist Republic of Vietnam|越南",
};

/** Lower case, no accents, no full stops, other punctuation as one blank. Scripts without case stay as they are. */
export function nameKey(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, (mark) => (/[\u3099\u309a]/u.test(mark) ? mark : ""))
    .normalize("NFC")
    .toLowerCase()
    .replace(/[.'’`]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function collect(): Map<string, string> {
  const names = new Map<string, string>();
  const put = (name: string, code: string): void => {
    const key = nameKey(name);
    if (key !== "" && !names.has(key)) names.set(key, code);
  };
  for (const [code, list] of Object.entries(variants))
    for (const name of list.split("|")) put(name, code);
  for (const language of languages) {
    for (const [code, name] of Object.entries(language.countries)) {
      if (!/^[A-Z]{2}$/.test(code)) continue;
      for (const one of Array.isArray(name) ? name : [name]) put(one, code);
    }
  }
  return names;
}

/** Every known name → ISO 3166-1 alpha-2, keyed by {@link nameKey}. */
export const countryByName: ReadonlyMap<string, string> = collect();

/** ISO 3166-1 alpha-2 codes in use. */
export const alpha2Codes: ReadonlySet<string> = new Set(Object.keys(countries.getAlpha2Codes()));

/** ISO 3166-1 alpha-3 → alpha-2. */
export const alpha3Codes: ReadonlyMap<string, string> = new Map(
  Object.entries(countries.getAlpha3Codes()),
);

/** English name of a country for sentences; the code itself when it has none. */
export function countryName(code: string): string {
  const shown: Readonly<Record<string, string>> = {
    CN: "China",
    TW: "Taiwan",
    HK: "Hong Kong",
    MO: "Macau",
    KR: "South Korea",
    US: "the United States",
    GB: "the United Kingdom",
  };
  const listed: Readonly<Record<string, string | string[]>> = en.countries;
  const name = listed[code];
  return shown[code] ?? (Array.isArray(name) ? (name[0] ?? code) : (name ?? code));
}
