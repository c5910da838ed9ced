/**
 * Column headings as lists write them: English, German, French, Spanish, Dutch, Swedish, Chinese, and the upload
 * template of Open Supply Hub (country, name, address, sector_product_type, lat, lng).
 */
import { nameKey } from "../country/country-names.ts";

export type Field =
  | "name"
  | "address"
  | "street"
  | "city"
  | "region"
  | "postcode"
  | "country"
  | "latitude"
  | "longitude"
  | "osId"
  | "product"
  | "component"
  | "tier"
  | "kind";

/** Words per field, strongest first: where two columns fit one field, the earlier word wins. */
const words: Readonly<Record<Field, string>> = {
  name:
    "factory name|facility name|site name|production site name|plant name|production unit name|manufacturing site name|name of factory|name of facility|name of site|name of production site|manufacturer name|supplier facility name|factory|facility|production site|manufacturing site|site|plant|production unit|manufacturing unit|name|company name|legal name|name of company|registered name|manufacturer|manufacturers|manufactured by|maker|producer|supplier name|name of supplier|supplier|supplier company|supplier group|vendor name|vendor|company|organisation|organization|entity|business name|contractor|subcontractor|factory vendor|" +
    "werksname|name des werks|name der fabrik|fabrikname|betriebsname|produktionsstatte|produktionsstandort|werk|fabrik|betriebsstatte|hersteller|herstellername|lieferantenname|lieferant|zulieferer|firma|firmenname|unternehmen|name des unternehmens|bezeichnung|" +
    "nom de l usine|nom du site|nom de l etablissement|usine|site de production|nom|nom du fournisseur|fournisseur|fabricant|nom du fabricant|entreprise|societe|raison sociale|etablissement|" +
    "nombre de la fabrica|nombre de fabrica|fabrica|planta|centro de produccion|nombre|nombre del proveedor|proveedor|fabricante|empresa|razon social|nombre de la empresa|" +
    "naam fabriek|fabrieksnaam|naam van de fabriek|fabriek|productielocatie|naam|leverancier|naam leverancier|fabrikant|bedrijf|bedrijfsnaam|" +
    "fabriksnamn|fabrikens namn|fabrik namn|produktionsanlaggning|anlaggning|namn|leverantor|leverantorens namn|tillverkare|foretag|foretagsnamn|producent|" +
    "工厂名称|工厂名|生产工厂|工厂|制造商名称|制造商|生产商|生产企业|供应商名称|供应商|企业名称|公司名称|厂商|厂名|名称|公司|工廠名稱|工廠|供應商|公司名稱|名稱",
  address:
    "factory address|facility address|site address|production site address|full address|street address|physical address|manufacturing address|production address|plant address|address of factory|address of site|manufacturing location address|manufacturing location|factory location|site location|plant location|production location|address|complete address|address line 1|address 1|address1|location address|company address|supplier address|addr|location|primary locations for manufacturing|" +
    "anschrift|adresse|vollstandige adresse|werksadresse|fabrikadresse|standort|produktionsadresse|adresse de l usine|adresse complete|adresse du site|emplacement|direccion|direccion completa|direccion de la fabrica|domicilio|ubicacion|adres|volledig adres|fabrieksadres|locatie|adress|fullstandig adress|fabriksadress|plats|" +
    "工厂地址|生产地址|详细地址|地址|厂址|公司地址|工廠地址|詳細地址|住所",
  street:
    "street|street name|street and number|road|address line 2|address 2|address2|strasse|straße|strasse und hausnummer|rue|calle|straat|gata|gatuadress|街道",
  city: "city|town|city town|municipality|locality|place|stadt|ort|gemeinde|ville|commune|ciudad|localidad|municipio|stad|plaats|gemeente|ort stad|城市|市|区县",
  region:
    "state|province|provinces|state province|province state|province region|state region|region|county|prefecture|district|states provinces|bundesland|provinz|etat|departement|provincia|estado|comunidad autonoma|provincie|landskap|lan|delstat|省|省份|省市|州|地区",
  postcode:
    "zip|zip code|zipcode|postcode|post code|postal code|pin code|pincode|plz|postleitzahl|code postal|codigo postal|cp|postnummer|邮编|邮政编码",
  country:
    "country|country name|country code|country region|country or region|country of production|country of manufacture|production country|manufacturing country|factory country|country territory|nation|iso country|iso country code|country iso|land|staat|herstellungsland|produktionsland|landercode|pays|pays de production|pays de fabrication|code pays|pais|pais de fabricacion|pais de produccion|codigo de pais|land van productie|productieland|landcode|tillverkningsland|landkod|国家|国别|国家地区|国家 地区|國家",
  latitude: "lat|latitude|gps latitude|geo lat|breitengrad|breite|latitud|breedtegraad|纬度|緯度|y",
  longitude:
    "lng|lon|long|longitude|gps longitude|geo lng|geo long|langengrad|lange|longitud|lengtegraad|经度|經度|x",
  osId: "os id|osid|os hub id|oshub id|open supply hub id|oar id|oarid|os hub os id|open apparel registry id|facility os id",
  product:
    "product|products|product name|model|models|model name|model family|product model|product family|product group|product category|product type|product types|item|goods|produkt|produkte|produktname|modell|produktgruppe|produit|produits|modele|producto|productos|modelo|producten|productnaam|modellen|produkter|modellnamn|产品|产品名称|型号|产品型号|产品系列",
  component:
    "component|components|component name|part|parts|part name|part type|material|materials|commodity|sector product type|processing type facility type material|komponente|komponenten|bauteil|bauteile|teil|material komponente|composant|composants|piece|componente|componentes|pieza|onderdeel|onderdelen|komponent|komponenter|delar|部件|零件|零部件|组件|元件|物料",
  tier: "tier|supplier tier|tier level|supply chain tier|supply chain level|level|stage|production stage|processing stage|stufe|lieferkettenstufe|rang|niveau|nivel|eslabon|ketenniveau|led|niva|leverantorsled|层级|级别|供应链层级|等级",
  kind: "facility type|site type|type|type of site|type of facility|factory type|location type|supplier type|activity|activities|function|remarks|remark|notes|note|comment|comments|processing type|facility type processing type|art|typ|standorttyp|bemerkung|bemerkungen|type de site|activite|remarque|remarques|tipo|tipo de planta|actividad|observaciones|soort|activiteit|opmerking|opmerkingen|verksamhet|anmarkning|类型|类别|备注",
};

const rankByWord: ReadonlyMap<string, { field: Field; rank: number }> = (() => {
  const map = new Map<string, { field: Field; rank: number }>();
  for (const [field, list] of Object.entries(words)) {
    list.split("|").forEach((word, rank) => {
      const key = nameKey(word);
      // Object.entries forgets the key's type; the record's keys are exactly the fields.
      if (!map.has(key)) map.set(key, { field: field as Field, rank });
    });
  }
  return map;
})();

/** Words that may stand around a heading without changing it. */
const around =
  /\b(?:required|optional|mandatory|pflichtfeld|obligatoire|if known|english|en|in english|local language|of the|the)\b/gu;

/** The field a heading names, with its rank within the field (lower is stronger), or `null`. */
export function recogniseHeading(cell: string): { field: Field; rank: number } | null {
  if (cell.length > 80 || /[:：]\s*\S/u.test(cell)) return null;
  const key = nameKey(cell.replace(/([a-z])([A-Z])/gu, "$1 $2"));
  const exact = rankByWord.get(key) ?? rankByWord.get(nameKey(cell));
  if (exact !== undefined) return exact;
  const bare = key.replace(around, " ").replace(/\s+/gu, " ").trim().replace(/ \d+$/u, "");
  const found = rankByWord.get(bare);
  if (found !== undefined) return { field: found.field, rank: found.rank + 100 };
  // Two languages in one heading: "工厂名称 Factory name", "Name / Nom", "Address (street, city)".
  for (const part of [
    ...cell.split(/[/|(){}\n,–-]+/u),
    ...(cell.match(/[\p{Script=Han}]+/gu) ?? []),
    cell.replace(/[\p{Script=Han}]+/gu, " "),
  ]) {
    const hit = rankByWord.get(nameKey(part));
    if (hit !== undefined) return { field: hit.field, rank: hit.rank + 200 };
  }
  return null;
}
