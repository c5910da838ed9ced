/** The way of an answer: its steps in order, and how far each is. */
import type { AskedDetail } from "@throughline/contract";
import type { LineState } from "@throughline/domain";

export const answerSteps = [
  { name: "request", path: "" },
  { name: "products", path: "/products" },
  { name: "sites", path: "/sites" },
  { name: "grid", path: "/made-where" },
  { name: "answers", path: "/other-answers" },
  { name: "release", path: "/release" },
] as const;
export type AnswerStep = (typeof answerSteps)[number]["name"];

const byShare = (done: number, of: number): LineState =>
  done === 0 ? "unknown" : done < of ? "partly" : "whole";

/**
 * How far each step is. A request that names no product asks about everything: its products are those of the record.
 * `sites` and `products` count the record.
 *
 * @example stepState("sites", asked, { sites: 3, products: 1 }) // "whole"
 */
export function stepState(
  step: AnswerStep,
  asked: Pick<AskedDetail, "products" | "releases">,
  record: { readonly sites: number; readonly products: number },
): LineState {
  const { products } = asked;
  const withSites = products.filter(
    ({ answer }) => answer === "sites" || answer === "one_of_several",
  ).length;
  const open = products.filter(({ answer }) => answer === "nothing_yet").length;
  switch (step) {
    case "request":
      return "whole";
    case "products":
      return products.length === 0
        ? byShare(record.products, 1)
        : byShare(products.filter(({ productId }) => productId !== null).length, products.length);
    case "sites":
      return byShare(record.sites, 1);
    case "grid":
      // What is answered otherwise needs no site.
      return products.length === 0
        ? "unknown"
        : byShare(withSites, products.length - (products.length - open - withSites));
    case "answers":
      return products.length === 0
        ? "unknown"
        : open === 0
          ? "whole"
          : products.length - open - withSites > 0
            ? "partly"
            : "unknown";
    case "release":
      return asked.releases.some(({ state }) => state === "valid") ? "whole" : "unknown";
  }
}

/** The first step that is not whole yet; with all of them done, the release. */
export function nextStep(
  asked: Pick<AskedDetail, "products" | "releases">,
  record: { readonly sites: number; readonly products: number },
): AnswerStep {
  const open = answerSteps.find(({ name }) => {
    const state = stepState(name, asked, record);
    // Answers that are no sites are needed only where the grid leaves something open.
    return name === "answers"
      ? stepState("grid", asked, record) === "whole" && state !== "whole"
      : state !== "whole";
  });
  return open?.name ?? "release";
}
