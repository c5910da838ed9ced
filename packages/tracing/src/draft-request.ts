/** Drafts the formal request for disclosure that most lines begin with: to be read, changed and sent by a person. */
import type {
  ContractCondition,
  ContractFact,
  IsoDate,
  ProductLine,
  Tier,
} from "@throughline/domain";
import { isTracingClause } from "./clause-duties.ts";
import { compareText, distinctSorted } from "./compare-text.ts";
import { foldName } from "./fold-name.ts";
import { listNames, say } from "./say.ts";
import { nameProduct } from "./trace-products.ts";

/** One thing that can be asked, as the risk engine proposes it. */
export interface RequestItem {
  readonly tier: Tier;
  /** Part or material; `null` for the product itself. */
  readonly component: string | null;
  readonly brand: string | null;
  /** A full sentence. */
  readonly ask: string;
}

/** A letter ready to be read over and sent. `text` has paragraphs separated by empty lines. */
export interface RequestDraft {
  readonly addressee: string;
  readonly subject: string;
  readonly text: string;
}

/** Tiers where one asks for smelters and producers rather than for factories. */
const upstream: ReadonlySet<Tier> = new Set([
  "raw_material_extraction",
  "smelter_or_refiner",
  "material",
]);

/**
 * Drafts the request.
 *
 * @param input.items what the risk of the category suggests asking; parts and materials are asked for together, and what is
 *   about another brand than the addressee is left out: nobody learns from a letter who else sells to the buyer
 * @example draftRequest({ contract, products: [], addressee: "Cedar IT", dueOn: "2026-12-18", items: [] }).subject
 */
export function draftRequest(input: {
  readonly contract: ContractFact;
  readonly products: readonly ProductLine[];
  readonly addressee: string;
  readonly dueOn: IsoDate | null;
  readonly items: readonly RequestItem[];
}): RequestDraft {
  const { contract, addressee } = input;
  const conditions: ContractCondition[] = contract.conditions
    .filter(isTracingClause)
    .sort((a, b) => compareText(a.clause, b.clause) || compareText(a.id, b.id));
  const names = listNames(distinctSorted(input.products.map(nameProduct)), 12);
  const buyer = contract.buyer?.name ?? contract.authority?.name ?? null;
  const about = {
    title: contract.title,
    reference: contract.reference,
    buyer,
    products: names.list,
    more: names.more,
    count: input.products.length,
  };
  const brands = new Set(contract.brands.map((brand) => foldName(brand.name)));
  const isMaker = brands.has(foldName(addressee));
  const items = input.items.filter(
    ({ brand }) => !isMaker || brand === null || foldName(brand) === foldName(addressee),
  );
  const isMaterial = ({ tier }: RequestItem): boolean => upstream.has(tier);
  const namesOf = (chosen: readonly RequestItem[]): string[] => [
    ...new Set(chosen.flatMap((item) => item.component ?? [])),
  ];
  const ofProducts = items.filter((item) => item.component === null);
  const components = distinctSorted(conditions.flatMap((condition) => condition.components));
  // A clause's "battery pack" is what the category calls "battery": it is not asked for twice.
  const named = components.map((component) => ` ${foldName(component)} `);
  const usual = namesOf(items.filter((item) => !isMaterial(item))).filter(
    (part) => !named.some((component) => component.includes(` ${foldName(part)} `)),
  );
  const parts = [...components, ...usual];
  const materials = namesOf(items.filter(isMaterial));
  const bullets = [
    ...(ofProducts.length > 0 ? ofProducts.map((item) => item.ask) : [say("request.site").text]),
    ...(parts.length > 0 ? [say("request.component", { components: parts.join("; ") }).text] : []),
    ...(materials.length > 0
      ? [say("request.materials", { materials: materials.join("; ") }).text]
      : []),
    say("request.period").text,
  ];
  const passOn =
    contract.supplier !== null &&
    contract.supplier.name === addressee &&
    contract.brands.length > 0;
  const paragraphs = [
    say("request.greeting", { addressee }).text,
    say(input.products.length > 0 ? "request.opening" : "request.opening_all", about).text,
    ...(conditions.length === 0
      ? [say("request.no_clause").text]
      : conditions.map(({ clause, summary }) => say("request.clause", { clause, summary }).text)),
    [say("request.list").text, ...bullets.map((bullet) => `- ${bullet}`)].join("\n"),
    ...(passOn ? [say("request.pass_on").text] : []),
    say("request.candour").text,
    ...(input.dueOn === null ? [] : [say("request.due", { due: input.dueOn }).text]),
    [contract.followUp?.person, buyer]
      .filter((part) => part !== undefined && part !== null)
      .join(", "),
  ];
  return {
    addressee,
    subject: say("request.subject", about).text,
    text: paragraphs.filter((one) => one !== "").join("\n\n"),
  };
}
