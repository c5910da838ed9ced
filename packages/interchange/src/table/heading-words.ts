/**
 * Column headings as lists write them, per field and language. Within a language the strongest word stands first:
 * where two columns fit one field, the earlier word wins. Collected from supplier lists and from the words spreadsheet
 * templates of this field use; the upload template of Open Supply Hub (country, name, address, sector_product_type,
 * lat, lng …) is in English and told apart by its set of headings.
 */
import type { HeadingLanguage, ListField } from "@throughline/domain";

type Language = Exclude<HeadingLanguage, "oshub">;

export const headingWords: Readonly<
  Record<ListField, Readonly<Partial<Record<Language, string>>>>
> = {
  name: {
    en: "factory name|facility name|site name|production site name|plant name|production unit name|manufacturing site name|name of factory|name factory|name of facility|name facility|name of site|name site|name of production site|manufacturer name|supplier facility name|factory|facility|production site|manufacturing site|site|plant|production unit|manufacturing unit|name|company name|legal name|name of company|registered name|manufacturer|manufacturers|manufactured by|maker|producer|supplier name|name of supplier|supplier|supplier company|supplier group|vendor name|vendor|company|organisation|organization|entity|business name|contractor|subcontractor|factory vendor",
    de: "werksname|name des werks|name der fabrik|fabrikname|betriebsname|produktionsstatte|produktionsstandort|werk|fabrik|betriebsstatte|name|hersteller|herstellername|lieferantenname|lieferant|zulieferer|firma|firmenname|unternehmen|name des unternehmens|bezeichnung",
    fr: "nom de l usine|nom du site|nom de l etablissement|usine|site de production|nom|nom du fournisseur|fournisseur|fabricant|nom du fabricant|entreprise|societe|raison sociale|etablissement",
    es: "nombre de la fabrica|nombre de fabrica|nombre de la planta|fabrica|planta|centro de produccion|nombre|nombre del proveedor|proveedor|fabricante|nombre del fabricante|empresa|razon social|nombre de la empresa",
    nl: "naam fabriek|fabrieksnaam|naam van de fabriek|fabriek|productielocatie|naam|leverancier|naam leverancier|naam van de leverancier|fabrikant|producent|bedrijf|bedrijfsnaam",
    sv: "fabriksnamn|fabrikens namn|fabrik namn|fabrik|produktionsanlaggning|anlaggning|namn|leverantor|leverantorens namn|leverantorsnamn|tillverkare|foretag|foretagsnamn|producent",
    zh: "工厂名称|工厂名|生产工厂|工厂|制造商名称|制造商|生产商|生产企业|供应商名称|供应商|企业名称|公司名称|厂商|厂名|名称|公司|工廠名稱|工廠|製造商|供應商名稱|供應商|公司名稱|名稱",
  },
  address: {
    en: "factory address|facility address|site address|production site address|full address|street address|physical address|manufacturing address|production address|plant address|address of factory|address factory|address of facility|address facility|address of site|address site|manufacturing location address|manufacturing location|factory location|site location|plant location|production location|address|complete address|address line 1|address 1|address1|location address|company address|supplier address|addr|location|primary locations for manufacturing",
    de: "werksadresse|fabrikadresse|adresse des werks|produktionsadresse|vollstandige adresse|anschrift|adresse|standort",
    fr: "adresse de l usine|adresse du site|adresse complete|adresse|emplacement",
    es: "direccion de la fabrica|direccion completa|direccion|domicilio|ubicacion",
    nl: "fabrieksadres|adres fabriek|volledig adres|adres|locatie",
    sv: "fabriksadress|fabrikens adress|fullstandig adress|adress|plats",
    zh: "工厂地址|生产地址|详细地址|地址|厂址|公司地址|工廠地址|詳細地址|住所",
  },
  street: {
    en: "street|street name|street and number|road|address line 2|address 2|address2",
    de: "strasse|straße|strasse und hausnummer|strasse nr|strasse hausnummer",
    fr: "rue|rue et numero",
    es: "calle|calle y numero",
    nl: "straat|straat en huisnummer",
    sv: "gata|gatuadress",
    zh: "街道|街道地址",
  },
  city: {
    en: "city|town|city town|municipality|locality|place",
    de: "stadt|ort|gemeinde",
    fr: "ville|commune|localite",
    es: "ciudad|localidad|municipio|poblacion",
    nl: "stad|plaats|plaatsnaam|gemeente",
    sv: "stad|ort|postort|kommun",
    zh: "城市|市|区县",
  },
  region: {
    en: "state|province|provinces|state province|province state|province region|state region|region|county|prefecture|district|states provinces",
    de: "bundesland|provinz|region|kanton",
    fr: "etat|departement|province|region",
    es: "provincia|estado|comunidad autonoma|region",
    nl: "provincie|regio",
    sv: "landskap|lan|delstat|region|provins",
    zh: "省|省份|省市|州|地区",
  },
  postcode: {
    en: "zip|zip code|zipcode|postcode|post code|postal code|pin code|pincode|zip postal code|postal zip code",
    de: "plz|postleitzahl",
    fr: "code postal|cp",
    es: "codigo postal|cp",
    nl: "postcode",
    sv: "postnummer|postnr",
    zh: "邮编|邮政编码|郵遞區號",
  },
  country: {
    en: "country|country name|country code|country region|country or region|country of production|country of manufacture|production country|manufacturing country|factory country|country territory|nation|iso country|iso country code|country iso",
    de: "land|staat|herstellungsland|produktionsland|landercode|landerkurzel",
    fr: "pays|pays de production|pays de fabrication|code pays",
    es: "pais|pais de fabricacion|pais de produccion|codigo de pais",
    nl: "land|land van productie|productieland|landcode",
    sv: "land|tillverkningsland|produktionsland|landkod",
    zh: "国家|国别|国家地区|国家 地区|國家|國別",
  },
  latitude: {
    en: "lat|latitude|gps latitude|geo lat|gps lat|y",
    de: "breitengrad|breite|geographische breite",
    fr: "latitude",
    es: "latitud",
    nl: "breedtegraad",
    sv: "latitud|breddgrad",
    zh: "纬度|緯度",
  },
  longitude: {
    en: "lng|lon|long|longitude|gps longitude|geo lng|geo long|gps long|gps lng|x",
    de: "langengrad|lange|geographische lange",
    fr: "longitude",
    es: "longitud",
    nl: "lengtegraad",
    sv: "longitud|langdgrad",
    zh: "经度|經度",
  },
  osId: {
    en: "os id|osid|os hub id|oshub id|open supply hub id|oar id|oarid|os hub os id|open apparel registry id|facility os id",
  },
  product: {
    en: "product|products|product name|model|models|model name|product model|product family|model family|product group|product category|product type|product types|item|goods",
    de: "produkt|produkte|produktname|modell|modelle|produktgruppe|produktfamilie|artikel|ware",
    fr: "produit|produits|nom du produit|modele|modeles|famille de produits",
    es: "producto|productos|nombre del producto|modelo|modelos|familia de productos",
    nl: "product|producten|productnaam|model|modellen|productgroep",
    sv: "produkt|produkter|produktnamn|modell|modellnamn|modeller|produktgrupp",
    zh: "产品|产品名称|型号|产品型号|产品系列|產品|產品名稱|型號",
  },
  partNumber: {
    en: "part number|part numbers|part no|part nos|part nr|pn|p n|sku|skus|mpn|manufacturer part number|article number|article no|item number|item no|item code|product number|product no|product code|material number|material no|model number|model no|catalogue number|catalog number|gtin|ean",
    de: "teilenummer|teilenummern|teile nr|artikelnummer|artikel nr|artikelnr|materialnummer|material nr|sachnummer|bestellnummer|produktnummer|modellnummer",
    fr: "numero de piece|numero d article|reference|reference article|reference produit|references|code article|code produit|numero de modele",
    es: "numero de pieza|numero de parte|numero de articulo|numero de producto|referencia|codigo de articulo|codigo de producto|numero de modelo",
    nl: "onderdeelnummer|artikelnummer|artikelnr|productnummer|productcode|modelnummer",
    sv: "artikelnummer|artikelnr|artnr|reservdelsnummer|produktnummer|detaljnummer|modellnummer",
    zh: "料号|物料编号|物料号|零件号|零件编号|部件号|产品编号|产品编码|料號|零件編號",
  },
  component: {
    en: "component|components|component name|part|parts|part name|part type|material|materials|commodity|sector product type|processing type facility type material",
    de: "komponente|komponenten|bauteil|bauteile|teil|teile|material|material komponente",
    fr: "composant|composants|piece|pieces|materiau|matiere",
    es: "componente|componentes|pieza|piezas|material",
    nl: "onderdeel|onderdelen|component|componenten|materiaal",
    sv: "komponent|komponenter|del|delar|material",
    zh: "部件|零件|零部件|组件|元件|物料|零組件|元件名称",
  },
  tier: {
    en: "tier|supplier tier|tier level|supply chain tier|supply chain level|level|stage|production stage|processing stage",
    de: "stufe|lieferkettenstufe|lieferantenstufe|ebene",
    fr: "rang|niveau|rang du fournisseur",
    es: "nivel|eslabon|nivel de proveedor",
    nl: "ketenniveau|niveau|schakel",
    sv: "led|niva|leverantorsled",
    zh: "层级|级别|供应链层级|等级|層級",
  },
  kind: {
    en: "facility type|site type|type|type of site|type of facility|factory type|location type|supplier type|activity|activities|function|remarks|remark|notes|note|comment|comments|processing type|facility type processing type",
    de: "art|typ|standorttyp|art des standorts|tatigkeit|bemerkung|bemerkungen|anmerkung|anmerkungen",
    fr: "type de site|type|activite|remarque|remarques|commentaire|commentaires",
    es: "tipo|tipo de planta|actividad|observaciones|comentarios",
    nl: "soort|type|activiteit|opmerking|opmerkingen",
    sv: "typ|typ av anlaggning|verksamhet|anmarkning|anmarkningar|kommentar",
    zh: "类型|类别|备注|工厂类型|備註",
  },
  validFrom: {
    en: "valid from|from|from date|date from|start|start date|production start|start of production|producing since|active since|supplier since|since|sop|period from|effective from|effective date",
    de: "gultig ab|gultig von|von|ab|seit|beginn|startdatum|produktionsbeginn|produktionsstart|lieferant seit",
    fr: "valable a partir du|valable du|a partir du|du|depuis|date de debut|debut|debut de production",
    es: "valido desde|desde|fecha de inicio|inicio|inicio de produccion|fecha inicio",
    nl: "geldig vanaf|vanaf|van|sinds|begindatum|startdatum|start productie",
    sv: "giltig fran|galler fran|fran|fran och med|from datum|sedan|startdatum|produktionsstart",
    zh: "生效日期|开始日期|起始日期|起始时间|开始时间|投产日期|自",
  },
  validTo: {
    en: "valid to|valid until|to|until|to date|date to|end|end date|production end|end of production|eop|period to|expiry|expiry date|expires",
    de: "gultig bis|bis|ende|enddatum|produktionsende",
    fr: "valable jusqu au|jusqu au|au|date de fin|fin|fin de production",
    es: "valido hasta|hasta|fecha de fin|fecha fin|fin|fin de produccion",
    nl: "geldig tot|tot|tot en met|einddatum|einde|einde productie",
    sv: "giltig till|galler till|till|till och med|slutdatum|produktionsslut",
    zh: "失效日期|结束日期|截止日期|结束时间|停产日期|至",
  },
  workers: {
    en: "number of workers|workers|no of workers|worker count|total workers|total number of workers|number of employees|no of employees|employees|employee count|headcount|head count|workforce|workforce size|staff|total employees",
    de: "anzahl beschaftigte|anzahl der beschaftigten|beschaftigte|mitarbeiter|anzahl mitarbeiter|mitarbeiterzahl|mitarbeiteranzahl|belegschaft|arbeiter|anzahl arbeiter",
    fr: "nombre de travailleurs|nombre d employes|nombre de salaries|effectif|effectifs|salaries|travailleurs|employes",
    es: "numero de trabajadores|trabajadores|numero de empleados|empleados|plantilla|n de trabajadores",
    nl: "aantal werknemers|werknemers|aantal medewerkers|medewerkers|personeel|aantal arbeiders|arbeiders",
    sv: "antal anstallda|anstallda|antal arbetare|arbetare|antal medarbetare|personal",
    zh: "员工人数|员工数|工人人数|工人数|人数|职工人数|雇员人数|員工人數|工人數",
  },
};

/** Headings of the upload template of Open Supply Hub, and of its longer form, as {@link nameKey} writes them. */
export const openSupplyHubHeadings: ReadonlySet<string> = new Set(
  "country|name|address|sector product type|sector|product type|facility type processing type|processing type facility type material|facility type|processing type|number of workers|parent company|native language name|lat|lng|os id|name local|parent company os id|duns id|lei id|rba online id|isic 4|opening date|closing date|estimated annual throughput|actual annual energy consumption".split(
    "|",
  ),
);
