/** What a person can begin from the line, and which of it does a next action. */
import type { NextAction } from "@throughline/domain";
import type { ContractDetail } from "./contract-draft.ts";

/** As much of a contract as decides it. */
type TaskContract = Pick<ContractDetail, "products" | "brands" | "requests">;

export type Task =
  | {
      readonly kind: "request";
      readonly brand: string | null;
      readonly productIds: readonly string[];
      readonly reminderOf: string | null;
    }
  | { readonly kind: "sent"; readonly requestId: string }
  | {
      readonly kind: "answer";
      readonly requestId: string | null;
      readonly productIds: readonly string[];
    }
  | { readonly kind: "disclosure"; readonly productIds: readonly string[] }
  | { readonly kind: "products" }
  | { readonly kind: "follow_up" }
  | { readonly kind: "conditions" }
  | { readonly kind: "screen" }
  | { readonly kind: "remove" };

/** The request that an action says is drafted and not sent, if that is what it is about. */
export function draftedRequestOf(
  action: NextAction,
  contract: TaskContract,
): ContractDetail["requests"][number] | undefined {
  if (action.kind !== "draft_request") return undefined;
  const ids = action.refs.filter((ref) => ref.kind === "request").map((ref) => ref.id);
  return contract.requests.find((request) => ids.includes(request.id) && request.sentOn === null);
}

/** The task that does a next action. */
export function taskOf(action: NextAction, contract: TaskContract): Task {
  const ids = (kind: "product" | "request"): string[] =>
    action.refs.filter((ref) => ref.kind === kind).map((ref) => ref.id);
  const productIds = ids("product");
  const brands = new Set(
    contract.products
      .filter((product) => productIds.includes(product.id))
      .map((product) => product.brand),
  );
  // Without products the action still names whom to ask; when that is a maker, the letter is about its brand.
  const { addressee, by } = action.sentence.params;
  const maker = contract.brands.find(({ name }) => name === addressee || name === by)?.name ?? null;
  const brand = brands.size === 1 ? ([...brands][0] ?? null) : maker;
  switch (action.kind) {
    case "send_reminder":
      return { kind: "request", brand, productIds, reminderOf: ids("request")[0] ?? null };
    case "add_products":
      return { kind: "products" };
    case "add_disclosure":
      return { kind: "disclosure", productIds };
    case "screen_sites":
      return { kind: "screen" };
    case "assign_follow_up":
      return { kind: "follow_up" };
    case "edit_conditions":
      return { kind: "conditions" };
    case "record_answer":
      return { kind: "answer", requestId: ids("request")[0] ?? null, productIds };
    default: {
      const drafted = draftedRequestOf(action, contract);
      return drafted === undefined
        ? { kind: "request", brand, productIds, reminderOf: null }
        : { kind: "sent", requestId: drafted.id };
    }
  }
}
