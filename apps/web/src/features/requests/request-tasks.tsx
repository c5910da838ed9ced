import { Button } from "@navikt/ds-react";
import type { RequestDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { AnswerTask } from "./answer-task.tsx";
import { DraftDialog } from "./draft-dialog.tsx";
import { ExtendDialog } from "./extend-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { RemindDialog } from "./remind-dialog.tsx";
import { SendDialog } from "./send-dialog.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

export const requestTasks = [
  "send",
  "edit",
  "remind",
  "extend",
  "reveal",
  "answer",
  "withdraw",
] as const;
export type RequestTask = (typeof requestTasks)[number];

/** What may be done to a request, in the order in which it is likely. */
export function tasksOf({ can }: Pick<RequestDetail, "can">): RequestTask[] {
  const may: Record<RequestTask, boolean> = {
    send: can.send,
    edit: can.edit,
    remind: can.remind,
    extend: can.extend,
    reveal: can.revealLink,
    answer: can.recordAnswer,
    withdraw: can.withdraw,
  };
  return requestTasks.filter((task) => may[task]);
}

/** One button for each of them; the first stands out. */
export function RequestButtons({
  request,
  onTask,
}: {
  readonly request: RequestDetail;
  readonly onTask: (task: RequestTask) => void;
}): ReactNode {
  const tasks = tasksOf(request);
  return (
    <div className="row no-print">
      {tasks.map((task, index) => (
        <Button
          key={task}
          size="small"
          variant={
            task === "withdraw"
              ? "tertiary"
              : index === 0 && task === "send"
                ? "primary"
                : "secondary"
          }
          {...(task === "withdraw" ? { "data-color": "danger" as const } : {})}
          onClick={() => onTask(task)}
        >
          {t(`oneRequest.${task}`)}
        </Button>
      ))}
    </div>
  );
}

/** Opens the dialog of a task. */
export function RequestTaskDialog({
  task,
  request,
  onClose,
}: {
  readonly task: RequestTask;
  readonly request: RequestDetail;
  readonly onClose: () => void;
}): ReactNode {
  switch (task) {
    case "send":
      return <SendDialog request={request} onClose={onClose} />;
    case "edit":
      return <DraftDialog request={request} onClose={onClose} />;
    case "remind":
      return <RemindDialog request={request} onClose={onClose} />;
    case "extend":
      return <ExtendDialog request={request} onClose={onClose} />;
    case "reveal":
      return <LinkDialog requestId={request.id} onClose={onClose} />;
    case "answer":
      return <AnswerTask request={request} onClose={onClose} />;
    case "withdraw":
      return <WithdrawDialog request={request} onClose={onClose} />;
  }
}
