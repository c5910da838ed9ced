/** What a person can begin from the line; each task opens as a dialog and ends in a record. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useGo } from "../../routing/use-go.ts";
import { lazy, Suspense, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import type { Task } from "./task-of-action.ts";

const AnswerDialog = lazy(() => import("../../components/answer-dialog.tsx"));
const ConditionsDialog = lazy(() => import("./conditions-dialog.tsx"));
const DisclosureDialog = lazy(() => import("./disclosure-dialog.tsx"));
const FollowUpDialog = lazy(() => import("./follow-up-dialog.tsx"));
const ProductsDialog = lazy(() => import("./products-dialog.tsx"));
const RequestDialog = lazy(() => import("./request-dialog.tsx"));
const ScreenDialog = lazy(() => import("./screen-dialog.tsx"));
const SentDialog = lazy(() => import("./sent-dialog.tsx"));

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
          contractId={contract.id}
          requests={contract.requests}
          products={contract.products}
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
