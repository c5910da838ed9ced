/** The phrases by which labels introduce places: "manufactured by one of the following", "imported by", "制造商：". */

export type LabelRole =
  | "manufacturer"
  | "packer"
  | "importer"
  | "distributor"
  | "office"
  | "origin"
  | "warehouse"
  | "market";

interface RolePhrase {
  readonly role: LabelRole;
  readonly alternatives: boolean;
  readonly pattern: RegExp;
}

const made = String.raw`(?:manufactured|made|produced|assembled|built|packed|processed|fabricated)`;
const ends = String.raw`[^:：\n•;.\d]{0,60}?(?:[:：]|\s[-–—]\s|(?=\n)|(?=\s*(?:•|\(?[1aA][.)]\s)))`;
const things = String.raw`(?:following|below|listed|these|those|our|its|manufacturers?|makers?|factor(?:y|ies)|plants?|sites?|facilit(?:y|ies)|locations?|companies|places|units|suppliers?|producers?|addresses|mentioned|undermentioned|named|given)`;

function phrase(role: LabelRole, alternatives: boolean, source: string): RolePhrase {
  return { role, alternatives, pattern: new RegExp(source, "giu") };
}

const byOrColon = (by: string, noun: string): string =>
  String.raw`(?<![\p{L}\p{N}])(?:(?:${by})(?![\p{L}])\s*(?:[:：]|[-–—]\s)?|(?:names?\s*(?:and|&)\s*address(?:es)?\s+of\s+(?:the\s+)?)?(?:${noun})(?:'s|s')?(?:\s*\/\s*\p{L}+)?(?:\s+(?:names?|details?|address(?:es)?|info(?:rmation)?|(?:is|are)|&|and|no\.?\s*\d+|\d+|\([\p{L}\s/]{1,20}\)))*\s*[:：])`;

/** In order of precedence where two begin at one place: alternatives first. */
export const rolePhrases: readonly RolePhrase[] = [
  phrase(
    "manufacturer",
    true,
    String.raw`(?<![\p{L}\p{N}])(?:(?:is|was|are|may\s+be|can\s+be|could\s+be)\s+)?(?:${made}(?:\s*(?:\/|and|&|or|,)\s*\p{L}+)?\s+(?:by|in|at)\s+|(?:manufacturers?|makers?|producers?|factor(?:y|ies)|production\s+sites?)\s*(?:is|are|[:：])?\s*)?(?:one|any|either|1)\s+(?:or\s+more\s+)?(?:of|among|from)\s+(?:(?:the|these|those|our|its|\p{L}+)\s+){0,3}?${things}(?:\s+${things})*${ends}`,
  ),
  phrase(
    "manufacturer",
    true,
    String.raw`(?<![\p{L}])(?:(?:hergestellt|gefertigt|produziert|montiert)\s+(?:von|in|durch|bei)\s+)?(?:eine[mrn]|eines)\s+(?:der|dieser)\s+(?:folgenden|nachstehenden|nachfolgenden|unten|genannten|Werke|Fabriken|Hersteller)${ends}`,
  ),
  phrase(
    "manufacturer",
    true,
    String.raw`(?:(?:fabriqu|produit|assembl|fait)\p{L}*\s+(?:par|dans|chez|à)\s+)?l[’']une?\s+d(?:es|e\s+ces)\s+(?:\p{L}+\s+){0,2}?(?:suivant\p{L}*|usines|fabricants|sites|ci-dessous)${ends}`,
  ),
  phrase(
    "manufacturer",
    true,
    String.raw`(?:(?:fabricad|hech|producid|ensamblad|elaborad)[oa]s?\s+(?:por|en)\s+)?(?<![\p{L}])un[oa]\s+de\s+(?:los|las|estos|estas)\s+(?:siguientes|\p{L}+\s+siguientes|f[aá]bricas|fabricantes|plantas)${ends}`,
  ),
  phrase(
    "manufacturer",
    true,
    String.raw`(?:(?:vervaardigd|geproduceerd|gemaakt|geassembleerd)\s+(?:door|in|bij)\s+)?(?<![\p{L}])[eé][eé]n\s+van\s+(?:de|deze)\s+(?:volgende|onderstaande|fabrieken|fabrikanten|locaties)${ends}`,
  ),
  phrase(
    "manufacturer",
    true,
    String.raw`(?:(?:tillverka(?:d|t|s|de)|producera(?:d|s|t)|monterad)\s+(?:av|i|hos|på|vid)\s+)?(?<![\p{L}])(?:en|ett|någon|något)\s+av\s+(?:följande|nedanstående|dessa)${ends}`,
  ),
  phrase(
    "manufacturer",
    true,
    String.raw`(?:本?产品)?(?:由|在)?(?:以下|下列|下述)[^:：\n]{0,14}?(?:之一|任一|任意一家|其中一家|其中之一|中的一家)[^:：\n]{0,10}(?:[:：]|(?=\n))|(?:制造商|生产商|生产企业|生产厂家|工厂)[^:：\n]{0,4}(?:之一|任一|其中一家)[^:：\n]{0,8}[:：]`,
  ),
  phrase(
    "manufacturer",
    true,
    String.raw`(?<![\p{L}\p{N}])(?:(?:is|was|were|are)\s+)?(?:${made}\s+(?:by|in|at)\s+)?(?:one|any|either)\s+of\s*[:：]`,
  ),
  phrase(
    "warehouse",
    false,
    byOrColon("(?!)", "warehouses?|storage|lager|entrepôt|almacén|magazijn|仓库|倉庫"),
  ),
  phrase(
    "origin",
    false,
    String.raw`(?<![\p{L}])(?:made|manufactured|assembled|produced|printed)\s+in\s+(?=(?:P\.?\s?R\.?\s?)?(?:China|Viet\s?nam|India|Taiwan|Japan|(?:South\s+)?Korea|Malaysia|Thailand|Mexico|Germany|Poland|Hungary|Czech\s+Republic|Czechia|Indonesia|the\s+Philippines|Philippines|Singapore|Brazil|Turkey|USA|the\s+USA|UK|EU)\s*(?:[.;\n]|$))`,
  ),
  phrase(
    "market",
    false,
    String.raw`(?<![\p{L}])(?:for\s+sale\s+in|for\s+the|not\s+for\s+sale\s+outside)\s+\p{L}[\p{L} ]{2,24}?\s*(?:only|market(?:\s+only)?)(?=\s*(?:[.,;\n]|$))`,
  ),
  phrase(
    "origin",
    false,
    String.raw`(?<![\p{L}])(?:country\s+of\s+(?:origin|manufacture)|ursprungsland|herkunftsland|pays\s+d[’']origine|país\s+de\s+origen|land\s+van\s+(?:herkomst|oorsprong)|ursprungsland|原产国|原产地|产地)\s*[:：]?`,
  ),
  phrase(
    "office",
    false,
    byOrColon(
      "(?!)",
      String.raw`(?:registered|corporate|head|main)\s+office|head\s?quarters|hauptsitz|siège\s+social|sede\s+social|hoofdkantoor|huvudkontor|公司总部|总部(?:地址)?`,
    ),
  ),
  phrase(
    "importer",
    false,
    byOrColon(
      String.raw`import(?:ed|iert)\s*(?:(?:and|&|\/)\s*(?:marketed|distributed|sold|packed)\s*)?(?:by|von)|importé\s+par|importado\s+por|geïmporteerd\s+door|importerad\s+av`,
      "importers?|importeurs?|importateurs?|importador(?:es)?|importör|进口商|進口商",
    ),
  ),
  phrase(
    "distributor",
    false,
    byOrColon(
      String.raw`(?:marketed|distributed|sold|supplied)\s*(?:(?:and|&|\/)\s*\p{L}+\s*)?by|vertrieben\s+durch|distribué\s+par|distribuido\s+por`,
      "distributors?|marketers?|sellers?|vertrieb|vertriebspartner|distributeurs?|distribuidor|经销商|总经销商?|代理商|总代理|销售商",
    ),
  ),
  phrase(
    "packer",
    false,
    byOrColon(String.raw`(?:packed|packaged|pkd\.?)\s*by`, "packers?|packagers?|包装商|分装商"),
  ),
  phrase(
    "manufacturer",
    false,
    byOrColon(
      String.raw`(?:${made}|mfd\.?|mfg\.?)\s*(?:(?:and|&|\/|for)\s*\p{L}+\s*)?by|hergestellt\s+(?:von|durch)|fabriqué\s+par|fabricado\s+por|vervaardigd\s+door|geproduceerd\s+door|tillverkad\s+av`,
      String.raw`(?:(?:original|actual|contract|product)\s+)?(?:manufacturers?|mfr\.?|makers?|producers?)|manufacturing\s+(?:site|location|unit|facility|plant|facilities|sites|locations)|production\s+(?:site|location|unit|facility|sites|locations|facilities)|place\s+of\s+manufacture|factor(?:y|ies)|hersteller|fabrikant(?:en)?|fabricants?|fabricantes?|tillverkare|producent(?:en)?|制造商|製造商|生产商|生产企业|生产厂家|生产厂商|生产者|制造厂家?|生产工厂|代工厂|受委托生产企业|工厂`,
    ),
  ),
];

/** Labels that introduce an address or a name inside one item. */
export const addressLabel =
  /(?:^|[\s,;，；-])(?:(?:factory|site|plant|production|manufacturing|office|unit|full|postal)\s+)?(?:address|addr|add|anschrift|adresse|dirección|direccion|adres|adress|indirizzo|(?:生产|工厂|公司|企业|详细)?地址|厂址|住所)\s*(?:[:：]|\.\s?[:：]?(?=\s*[\p{L}\d]))\s*/iu;
export const nameLabel =
  /^(?:(?:company|factory|site|plant|manufacturer|supplier)\s+)?(?:name|(?:公司|企业|工厂)?名称|firma|nom|nombre|naam|namn)\s*[:：]\s*/iu;

/** Words at which an address, and not a name, ends when another name follows it without a separator. */
export const addressWord =
  /(?<![\p{L}])(?:roads?|rd|streets?|str|avenues?|ave|lanes?|ln|drive|boulevard|blvd|highway|hwy|zones?|parks?|districts?|dist|provinces?|cit(?:y|ies)|count(?:y|ies)|areas?|towns?|townships?|villages?|estates?|prefecture|regions?|block|building|bldg|floor|postcode|pin|zip|sub-?district|square|straße|strasse|calle|rue|[A-Z]{1,4}Z)(?![\p{L}])\.?/gu;
