import { Button } from "@navikt/ds-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { AgendaEntry, Meeting } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { t } from "../../texts/t.ts";
import { ProblemNotice } from "../problem-notice.tsx";
import { agendaBudget } from "./agenda-budget.ts";
import { AgendaItemDialog } from "./agenda-item-dialog.tsx";

type MeetingOfAgenda = Pick<Meeting, "id" | "items" | "startsAt" | "endsAt" | "state">;

/** How much of the time is planned, as a sentence and a bar. */
export function AgendaBudget({ meeting }: { readonly meeting: MeetingOfAgenda }): ReactNode {
  const budget = agendaBudget(meeting, meeting.items);
  if (budget.planned === 0) return null;
  return (
    <div className="stack-small">
      <p className={budget.over > 0 ? "care-text" : "quiet"}>
        {t(budget.over > 0 ? "agenda.budgetOver" : "agenda.budget", { ...budget })}
        {budget.without > 0 && ` ${t("agenda.budgetWithout", { n: budget.without })}`}
      </p>
      <div className="budget-bar no-print" data-over={budget.over > 0} aria-hidden="true">
        <div style={{ width: `${Math.min(100, (100 * budget.planned) / budget.length)}%` }} />
      </div>
    </div>
  );
}

/** An item as either side reads it. */
function ItemBody({ item }: { readonly item: AgendaEntry }): ReactNode {
  return (
    <>
      <p className="item-title wrap-anywhere">
        {item.title}
        {item.minutes !== null && (
          <span className="quiet small"> {t("agenda.minutesSay", { n: item.minutes })}</span>
        )}
      </p>
      {item.detail !== "" && <p className="measure agenda-text wrap-anywhere">{item.detail}</p>}
      {item.brings !== "" && (
        <p className="measure wrap-anywhere">
          <span className="quiet">{t("agenda.bringsSay")}</span> {item.brings}
        </p>
      )}
      <p className="small quiet">
        {[
          t(`agenda.source.${item.source}`),
          t("agenda.by", { who: item.by }),
          ...(item.thread === null ? [] : [t("agenda.threadSay", { title: item.thread.title })]),
          ...(item.shared ? [] : [t("agenda.notShared")]),
        ].join(" · ")}
      </p>
    </>
  );
}

/** The agenda in its order; items of one's own can be changed, and whoever hosts the meeting puts them in order. */
export function AgendaList({
  meeting,
  threads,
  mayEdit,
  mayOrder,
}: {
  readonly meeting: MeetingOfAgenda;
  readonly threads: readonly { readonly id: string; readonly title: string }[];
  readonly mayEdit: boolean;
  readonly mayOrder: boolean;
}): ReactNode {
  const [editing, setEditing] = useState<AgendaEntry | null>(null);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | null>(null);
  const order = useChange((itemIds: string[]) =>
    api.meetings.orderItems({ id: meeting.id, itemIds }),
  );
  const remove = useChange((itemId: string) => api.meetings.removeItem({ itemId }));
  // What was just moved stands in its new place at once, not when the server has answered.
  const ids = order.isPending ? order.variables : meeting.items.map(({ id }) => id);
  const items = ids.flatMap((id) => meeting.items.find((item) => item.id === id) ?? []);

  // A moved element loses the focus; whoever orders by keyboard goes on where they were.
  useEffect(() => {
    if (wanted.current === null) return;
    const button = list.current?.querySelector<HTMLButtonElement>(
      `[data-move="${wanted.current}"]`,
    );
    if (button?.disabled === false) button.focus();
    wanted.current = null;
  });

  function move(at: number, by: -1 | 1): void {
    const next = [...ids];
    const moved = next[at];
    const other = next[at + by];
    if (moved === undefined || other === undefined || order.isPending) return;
    next[at + by] = moved;
    next[at] = other;
    const atEnd = at + by === 0 || at + by === next.length - 1;
    wanted.current = `${moved}${(by === -1) === atEnd ? "down" : "up"}`;
    if (!atEnd) wanted.current = `${moved}${by === -1 ? "up" : "down"}`;
    setSaid(
      t("agenda.moved", {
        title: items[at]?.title ?? "",
        place: at + by + 1,
        of: next.length,
      }),
    );
    order.mutate(next);
  }

  return (
    <div className="stack">
      {(order.error ?? remove.error) !== null && (
        <ProblemNotice error={order.error ?? remove.error} />
      )}
      <p className="aksel-sr-only" role="status">
        {said}
      </p>
      <ol className="agenda" ref={list}>
        {items.map((item, at) => (
          <li key={item.id} data-side={item.side}>
            <div className="stack-small">
              <ItemBody item={item} />
            </div>
            {(mayEdit || mayOrder) && (
              <div className="row agenda-acts no-print">
                {mayOrder &&
                  ([-1, 1] as const).map((by) => (
                    <Button
                      key={by}
                      size="small"
                      variant="tertiary-neutral"
                      data-move={`${item.id}${by === -1 ? "up" : "down"}`}
                      disabled={at + by < 0 || at + by >= items.length}
                      aria-label={t(by === -1 ? "agenda.up" : "agenda.down", { title: item.title })}
                      onClick={() => move(at, by)}
                    >
                      {by === -1 ? "↑" : "↓"}
                    </Button>
                  ))}
                {mayEdit && item.mine && (
                  <>
                    <Button
                      size="small"
                      variant="tertiary"
                      aria-label={t("agenda.changeOf", { title: item.title })}
                      onClick={() => setEditing(item)}
                    >
                      {t("agenda.change")}
                    </Button>
                    <Button
                      size="small"
                      variant="tertiary"
                      aria-label={t("agenda.removeOf", { title: item.title })}
                      loading={remove.isPending && remove.variables === item.id}
                      onClick={() => remove.mutate(item.id)}
                    >
                      {t("form.remove")}
                    </Button>
                  </>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      {editing !== null && (
        <AgendaItemDialog
          meetingId={meeting.id}
          item={editing}
          threads={threads}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
