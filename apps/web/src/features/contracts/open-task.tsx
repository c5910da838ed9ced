/** What a person can begin from the line; each task opens as a dialog and ends in a record. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useGo } from "../../routing/use-go.ts";
import type { NextAction } from "@throughline/domain";
import { lazy, Suspense, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";

const AnswerDialog = lazy(() => import("./answer-dialog.tsx"));
const ConditionsDialog = lazy(() => import("./conditions-dialog.tsx"));
const DisclosureDialog = lazy(() => import("./disclosure-dialog.tsx"));
const FollowUpDialog = lazy(() => import("./follow-up-dialog.tsx"));
const ProductsDialog = lazy(() => import("./products-dialog.tsx"));
const RequestDialog = lazy(() => import("./request-dialog.tsx"));
const ScreenDialog = lazy(() => import("./screen-dialog.tsx"));
const SentDialog = lazy(() => import("./sent-dialog.tsx"));

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
  contract: ContractDetail,
): ContractDetail["requests"][number] | undefined {
  if (action.kind !== "draft_request") return undefined;
  const ids = action.refs.filter((ref) => ref.kind === "request").map((ref) => ref.id);
  return contract.requests.find((request) => ids.includes(request.id) && request.sentOn === null);
}

/** The task that does a next action. */
export function taskOf(action: NextAction, contract: ContractDetail): Task {
  const ids = (kind: "product" | "request"): string[] =>
    action.refs.filter((ref) => ref.kind === kind).map((ref) => ref.id);
  const productIds = ids("product");
  const brands = new Set(
    contract.products
      .filter((product) => productIds.includes(product.id))
      .map((product) => product.brand),
  );
  const brand = brands.size === 1 ? ([...brands][0] ?? null) : null;
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

function RemoveDialog({
  contract,
  onClose,
}: {
  readonly contract: ContractDetail;
  readonly onClose: () => void;
}): ReactNode {
  const go = useGo();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.contracts.remove({ id: contract.id, version: contract.version }),
    onSuccess: async () => {
      // Leave first: what is asked anew must not be the contract that is gone.
      go("/contracts");
      queries.removeQueries({ queryKey: ["contracts", contract.id] });
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["contracts", "list"] }),
        queries.invalidateQueries({ queryKey: ["today"] }),
      ]);
    },
  });
  return (
    <ConfirmDialog
      title={t("contract.removeTitle")}
      what={t("contract.removeWhat", { title: contract.title })}
      doIt={t("contract.removeDo")}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    />
  );
}

function dialogOf(task: Task, contract: ContractDetail, onClose: () => void): ReactNode {
  switch (task.kind) {
    case "request":
      return (
        <RequestDialog
          contract={contract}
          brand={task.brand}
          productIds={task.productIds}
          reminderOf={task.reminderOf}
          onClose={onClose}
        />
      );
    case "sent":
      return <SentDialog contract={contract} requestId={task.requestId} onClose={onClose} />;
    case "answer":
      return (
        <AnswerDialog
          contract={contract}
          requestId={task.requestId}
          productIds={task.productIds}
          onClose={onClose}
        />
      );
    case "disclosure":
      return (
        <DisclosureDialog contract={contract} productIds={task.productIds} onClose={onClose} />
      );
    case "products":
      return <ProductsDialog contract={contract} onClose={onClose} />;
    case "follow_up":
      return <FollowUpDialog contract={contract} onClose={onClose} />;
    case "conditions":
      return <ConditionsDialog contract={contract} onClose={onClose} />;
    case "screen":
      return <ScreenDialog contract={contract} onClose={onClose} />;
    case "remove":
      return <RemoveDialog contract={contract} onClose={onClose} />;
  }
}

/** Opens the dialog of a task. */
export function OpenTask({
  task,
  contract,
  onClose,
}: {
  readonly task: Task;
  readonly contract: ContractDetail;
  readonly onClose: () => void;
}): ReactNode {
  return <Suspense fallback={null}>{dialogOf(task, contract, onClose)}</Suspense>;
}
