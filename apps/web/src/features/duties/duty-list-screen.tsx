import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { dutyStates } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { ExportFiles } from "../../components/export-files.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { DutiesHeading } from "./duties-heading.tsx";
import { dutyColumns, rowOf } from "./duty-columns.tsx";
import { DutyFilters, dutyFilters, filterInput } from "./duty-filters.tsx";
import { dayAhead } from "./lay-month.ts";
import { OwnerDialog } from "./owner-dialog.tsx";
import { dutyListQuery, type DutyRow } from "./queries.ts";
import { RecordDialog } from "./record-dialog.tsx";

const sorts = ["due", "-due", "contract", "state"] as const;
const windows = ["30", "90", "365"] as const;

const ListState = z.object({
  ...dutyFilters,
  within: z.enum(windows).optional().catch(undefined),
  sort: z.enum(sorts).catch("due").default("due"),
  after: z.string().max(600).optional().catch(undefined),
});
type ListState = z.infer<typeof ListState>;

type Task =
  | { readonly kind: "record"; readonly duties: readonly DutyRow[] }
  | { readonly kind: "owner"; readonly duties: readonly DutyRow[] };

function inputOf(state: ListState) {
  return {
    ...filterInput(state),
    sort: state.sort,
    ...(state.within === undefined ? {} : { to: dayAhead(todayHere(), Number(state.within)) }),
  };
}

/** What is due over all contracts: soonest first, with what people recorded of it. */
export function DutyListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const [chosen, setChosen] = useState<ReadonlyMap<string, DutyRow>>(new Map());
  const [task, setTask] = useState<Task | null>(null);
  const input = inputOf(state);
  const list = useQuery(
    dutyListQuery({
      ...input,
      limit: 50,
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  const narrowed = Object.keys(filterInput(state)).length > 0 || state.within !== undefined;

  function choose(duty: DutyRow, add: boolean): void {
    const next = new Map(chosen);
    if (add) next.set(rowOf(duty), duty);
    else next.delete(rowOf(duty));
    setChosen(next);
  }
  function close(done: boolean): void {
    setTask(null);
    if (done) setChosen(new Map());
  }

  return (
    <>
      <DutiesHeading />
      <div className="stack">
        <DutyFilters
          state={state}
          onChange={(change) => setState({ ...change, after: undefined }, { push: true })}
        >
          <Select
            label={t("duties.within")}
            size="small"
            value={state.within ?? ""}
            onChange={(event) =>
              setState(
                { within: windows.find((one) => one === event.target.value), after: undefined },
                { push: true },
              )
            }
          >
            <option value="">{t("duties.all")}</option>
            {windows.map((one) => (
              <option key={one} value={one}>
                {t("duties.withinDays", { n: Number(one) })}
              </option>
            ))}
          </Select>
          <Select
            label={t("list.sort")}
            size="small"
            value={state.sort}
            onChange={(event) =>
              setState(
                { sort: sorts.find((one) => one === event.target.value), after: undefined },
                { push: true },
              )
            }
          >
            {sorts.map((one) => (
              <option key={one} value={one}>
                {t(`duties.sort.${one}`)}
              </option>
            ))}
          </Select>
        </DutyFilters>
        {state.contract !== undefined && (
          <div className="row">
            <p className="quiet">{t("duties.ofContract")}</p>
            <Button
              className="no-print"
              size="small"
              variant="tertiary"
              onClick={() => setState({ contract: undefined, after: undefined })}
            >
              {t("duties.clear")}
            </Button>
          </div>
        )}
        <Loaded query={list} lines={8}>
          {(page) =>
            page.items.length === 0 ? (
              narrowed ? (
                <EmptyState title={t("duties.none")} what={t("duties.noneWhat")}>
                  <ButtonLink size="small" variant="secondary" href="/duties">
                    {t("duties.clear")}
                  </ButtonLink>
                </EmptyState>
              ) : (
                <EmptyState title={t("duties.empty")} what={t("duties.emptyWhat")}>
                  <ButtonLink size="small" href="/contracts">
                    {t("contracts.title")}
                  </ButtonLink>
                </EmptyState>
              )
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t(page.items.length < page.total ? "duties.shown" : "duties.shownAll", {
                      n: page.items.length,
                      total: page.total,
                    })}
                    {dutyStates
                      .filter((one) => one !== state.state && (page.counts[one] ?? 0) > 0)
                      .map((one) => ` · ${t(`dutyState.${one}`)}: ${String(page.counts[one] ?? 0)}`)
                      .join("")}
                  </p>
                  <ExportFiles path="/duties/export" query={input} name="duties" />
                </div>
                {chosen.size > 0 && (
                  <div className="row no-print" role="group" aria-label={t("duties.chosenLabel")}>
                    <p>{t("duties.chosen", { n: chosen.size })}</p>
                    <Button
                      size="small"
                      onClick={() => setTask({ kind: "record", duties: [...chosen.values()] })}
                    >
                      {t("duties.recordAll")}
                    </Button>
                    <Button
                      size="small"
                      variant="secondary"
                      onClick={() => setTask({ kind: "owner", duties: [...chosen.values()] })}
                    >
                      {t("duties.setOwner")}
                    </Button>
                    <Button size="small" variant="tertiary" onClick={() => setChosen(new Map())}>
                      {t("duties.chooseNone")}
                    </Button>
                  </div>
                )}
                <DataTable
                  caption={t("duties.title")}
                  columns={dutyColumns(
                    page.can.write
                      ? {
                          chosen: new Set(chosen.keys()),
                          onChoose: choose,
                          onRecord: (duty) => setTask({ kind: "record", duties: [duty] }),
                        }
                      : null,
                  )}
                  rows={page.items}
                  rowKey={rowOf}
                />
                <PageSteps
                  after={state.after}
                  next={page.next}
                  onGo={(after) => setState({ after }, { push: true })}
                />
              </>
            )
          }
        </Loaded>
      </div>
      {task?.kind === "record" && <RecordDialog duties={task.duties} onClose={close} />}
      {task?.kind === "owner" && <OwnerDialog duties={task.duties} onClose={close} />}
    </>
  );
}
