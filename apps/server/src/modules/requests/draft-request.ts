/** Drafts a request for disclosure from where the line is broken. Nothing is saved. */
import { AppError, type Line, type ProductLine } from "@throughline/domain";
import { whatCanBeAsked, type AskableItem } from "@throughline/risk";
import { sayDate } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { traceContracts, type GatheredFacts } from "../line/index.ts";
import { chooseDueDay } from "./requests.policy.ts";
import { refuseKeptElsewhere } from "./require-own-contract.ts";
import { writeLetter } from "./write-letter.ts";

/** A letter to read over, change and send. */
export interface DraftedRequest {
  readonly addressee: string;
  readonly brand: string | null;
  readonly subject: string;
  readonly body: string;
  readonly productIds: string[];
  readonly dueOn: string;
  readonly dueBecause: string;
}

/**
 * Drafts the request about the products named; without any, about those of the brand; without a brand, about those
 * that are not traced yet; where no product is known, about the contract as a whole.
 */
export async function draftContractRequest(
  work: Work,
  input: {
    readonly id: string;
    readonly brand: string | null;
    readonly productIds: readonly string[];
  },
): Promise<DraftedRequest> {
  const traced = (await traceContracts(work, [input.id], work.today)).get(input.id);
  if (traced === undefined) throw new AppError("not_found", "There is no such contract here.");
  if (traced.keptElsewhere) refuseKeptElsewhere();
  const { facts, line, bought } = traced;
  const products = chooseProducts(facts.products, line, input);
  const brands = [...new Set(products.map((product) => product.brand))];
  const onlyBrand = brands.length === 1 ? (brands[0] ?? null) : null;
  const { contract } = facts;
  const addressee = contract.supplier?.name ?? input.brand ?? onlyBrand ?? "the supplier";
  const due = chooseDueDay(contract, work.today);
  const about = new Set(products.map((product) => product.id));
  const letter = writeLetter({
    contract,
    products,
    traces: line.products.filter((trace) => about.has(trace.productId)),
    askable: listQuestions(
      bought,
      products,
      brands.length > 0 || input.brand === null ? brands : [input.brand],
    ),
    addressee,
    due,
  });
  return {
    addressee,
    brand: input.brand,
    ...letter,
    productIds: products.map((product) => product.id),
    dueOn: due.on,
    dueBecause: due.because(sayDate),
  };
}

/** Each brand is asked about its own products; parts and materials are asked for once. */
function listQuestions(
  bought: GatheredFacts["bought"],
  products: readonly ProductLine[],
  brands: readonly string[],
): AskableItem[] {
  const { cpv, components } = bought;
  const questions = brands.flatMap((brand) => {
    const families = products.flatMap((one) => (one.brand === brand ? [one.family] : []));
    return whatCanBeAsked({ cpv, components, brands: [brand], families: [...new Set(families)] });
  });
  const all =
    brands.length > 0 ? questions : whatCanBeAsked({ cpv, components, brands: [], families: [] });
  return [...new Map(all.map((item) => [item.id, item])).values()];
}

/** The products named; without any, those of the brand that are not traced yet. */
export function chooseProducts(
  products: readonly ProductLine[],
  line: Line,
  input: { readonly brand: string | null; readonly productIds: readonly string[] },
): ProductLine[] {
  if (input.productIds.length > 0) {
    const wanted = new Set(input.productIds);
    const found = products.filter((product) => wanted.has(product.id));
    if (found.length < wanted.size) {
      throw new AppError("reference_unknown", "A product is not part of this contract.", [
        { path: "/productIds", message: "Choose products of this contract." },
      ]);
    }
    return found;
  }
  const brand = input.brand?.trim().toLowerCase() ?? null;
  const ofBrand =
    brand === null
      ? products
      : products.filter((product) => product.brand.trim().toLowerCase() === brand);
  const traced = new Set(
    line.products.flatMap((trace) => (trace.status === "traced" ? [trace.productId] : [])),
  );
  const open = ofBrand.filter((product) => !traced.has(product.id));
  return open.length > 0 ? open : [...ofBrand];
}
