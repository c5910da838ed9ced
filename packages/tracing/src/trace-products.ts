/**
 * How each product stands: traced only with a confirmed final-assembly site that makes things; possible sites,
 * however many, never count as traced.
 */
import type { DisclosureFact, ProductLine, ProductTrace, Sentence } from "@throughline/domain";
import { tiers as allTiers } from "@throughline/domain";
import { compareText, distinctSorted } from "./compare-text.ts";
import type { KnownFacts, SitePlace } from "./gather-known-facts.ts";
import type { LinkGroup } from "./group-links.ts";
import type { ProductLinks } from "./index-links.ts";
import { findLastWord, statusOfLastWord, type LastWord } from "./last-word.ts";
import { say } from "./say.ts";

/** A product's trace with what the breaks and stations need beside it. */
export interface ProductStanding {
  readonly product: ProductLine;
  readonly trace: ProductTrace;
  readonly links: ProductLinks;
  readonly lastWord: LastWord;
  /** Standing disclosures its sites come from, newest first. */
  readonly disclosures: readonly DisclosureFact[];
}

/** What the product is called in a sentence: family, and part number where it is not already in it. */
export function nameProduct(product: ProductLine): string {
  const part = product.partNumber;
  return part === null || product.family.includes(part)
    ? product.family
    : `${product.family} ${part}`;
}

/** The distinct places of the groups' sites, by id. */
function placesOf(known: KnownFacts, groups: readonly LinkGroup[]): SitePlace[] {
  const places = new Set(groups.flatMap(({ sites }) => sites ?? []));
  return [...places].flatMap((place) => known.places[place] ?? []).sort((a, b) => a.rank - b.rank);
}

/** The groups with those of their sites that make things; a group without any is left out. */
function makingOf(known: KnownFacts, groups: readonly LinkGroup[]): LinkGroup[] {
  return groups.flatMap((group) => {
    const { sites } = group;
    if (sites === null) return [];
    const making = sites.filter((place) => known.places[place]?.makes === true);
    return making.length === 0
      ? []
      : [making.length === sites.length ? group : { ...group, sites: making }];
  });
}

/** With several sources the most precise counts; `null` when none says how many. */
function countAlternatives(links: readonly LinkGroup[]): number | null {
  let least: number | null = null;
  for (const { alternativesCount } of links) {
    if (alternativesCount !== null && (least === null || alternativesCount < least))
      least = alternativesCount;
  }
  return least;
}

function foreignMarketOf(disclosures: readonly DisclosureFact[]): string | null {
  return (
    distinctSorted(
      disclosures.flatMap((one) => (one.foreignMarket === null ? [] : [one.foreignMarket])),
    )[0] ?? null
  );
}

function sayLastWord(word: LastWord): Sentence {
  switch (word.kind) {
    case "nothing":
      return say("product.missing");
    case "withdrawal":
      return say(
        word.disclosure.replaced === true
          ? "product.replaced_disclosure"
          : "product.withdrawn_disclosure",
        { title: word.disclosure.title, on: word.disclosure.withdrawnOn },
      );
    case "silence":
      return say("product.silent", {
        addressee: word.request.addressee,
        sent: word.request.sentOn,
        due: word.request.dueOn,
      });
    case "asked":
      return say("product.asked", {
        addressee: word.request.addressee,
        sent: word.request.sentOn,
        due: word.request.dueOn,
      });
    case "answer": {
      const { answer } = word;
      const params = {
        by: answer.answeredBy,
        on: answer.answeredOn,
        reason: answer.reason,
        self: answer.selfReported ? 1 : 0,
      };
      return say(`product.answer.${answer.answer}`, params);
    }
  }
}

/** A disclosure that came on or after a request or answer is the later word; what came after it still counts. */
function afterDisclosure(word: LastWord, newest: DisclosureFact | undefined): LastWord {
  if (newest === undefined) return word;
  const date =
    word.kind === "answer"
      ? word.answer.answeredOn
      : word.kind === "silence" || word.kind === "asked"
        ? word.request.sentOn
        : null;
  return date !== null && date > newest.receivedOn ? word : { kind: "nothing" };
}

function standOf(known: KnownFacts, product: ProductLine): ProductStanding {
  const links = known.links.get(product.id);
  if (links === undefined) throw new Error(`No links were gathered for product ${product.id}.`);
  const making = makingOf(known, links.confirmed);
  const disclosures = [...links.disclosureIds]
    .flatMap((id) => known.disclosures.get(id) ?? [])
    .sort((a, b) => compareText(b.receivedOn, a.receivedOn) || compareText(a.id, b.id));

  const lastWord = afterDisclosure(findLastWord(known, product, links.withdrawn), disclosures[0]);

  let status: ProductTrace["status"];
  let used: readonly LinkGroup[];
  if (making.length > 0) [status, used] = ["traced", making];
  else if (links.possible.length > 0) [status, used] = ["imprecise", links.possible];
  else if (links.confirmed.length > 0) [status, used] = ["imprecise", links.confirmed];
  else if (links.brandLevel.length > 0) [status, used] = ["brand_level_only", links.brandLevel];
  else [status, used] = [statusOfLastWord(lastWord), []];

  const places = placesOf(known, used);
  const siteIds = places.map(({ site }) => site.id);
  const notManufacturing = places.filter(({ makes, masked }) => !makes && !masked).length;
  const sources = distinctSorted(used.flatMap((link) => link.disclosureId ?? [])).flatMap(
    (id) => known.disclosures.get(id) ?? [],
  );
  const truncated = sources.some((source) => source.truncated);
  const possible = status === "imprecise" && used[0]?.kind === "one_of_n_possible";
  const alternatives = possible ? countAlternatives(used) : null;
  const firstSite = places[0]?.site;

  let sentence: Sentence;
  if (status === "traced") {
    sentence =
      siteIds.length === 1
        ? say("product.traced_one", {
            site: firstSite?.name ?? "",
            country: firstSite?.country ?? null,
            level: say(`verification.${firstSite?.verification ?? "self_declared"}`).text,
          })
        : say("product.traced_many", { sites: siteIds.length });
  } else if (possible) {
    const params = {
      not: notManufacturing,
      cut: truncated ? 1 : 0,
      market: foreignMarketOf(sources),
    };
    sentence =
      alternatives === null
        ? say("product.possible_unknown", params)
        : say("product.possible", { ...params, n: alternatives });
  } else if (status === "imprecise") {
    const masked = places.find((place) => place.masked);
    sentence =
      masked === undefined
        ? say("product.confirmed_not_making", { site: firstSite?.name ?? "" })
        : say("product.confirmed_masked", { site: masked.site.name });
  } else if (status === "brand_level_only") {
    sentence = say("product.brand_level", { brand: product.brand, sites: siteIds.length });
  } else if (lastWord.kind === "nothing" && links.hasSite) {
    const named = allTiers.filter((tier) => links.tiers.has(tier));
    const list = named.map((tier) => say(`tier.${tier}`).text).join("; ");
    sentence = say("product.other_tiers", { tiers: list });
  } else {
    sentence = sayLastWord(lastWord);
  }

  return {
    product,
    links,
    lastWord,
    disclosures,
    trace: {
      productId: product.id,
      brand: product.brand,
      family: product.family,
      partNumber: product.partNumber,
      quantity: product.quantity,
      value: product.value,
      status,
      sentence,
      finalAssembly: {
        kind: used[0]?.kind ?? null,
        siteIds,
        alternativesCount: alternatives,
        notManufacturing,
        truncated,
      },
      tiers: allTiers.flatMap((tier) => {
        const counts = links.tiers.get(tier);
        return counts === undefined
          ? []
          : [
              {
                tier,
                confirmed: counts.confirmed,
                possible: counts.possible,
              },
            ];
      }),
    },
  };
}

/** The standing of every product, ordered by brand, family and part number. */
export function traceProducts(known: KnownFacts): ProductStanding[] {
  return known.products.map((product) => standOf(known, product));
}
