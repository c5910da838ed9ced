import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { KpiStanding } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { saveFile } from "../../api/save-file.ts";
import { useChange } from "../../api/use-change.ts";
import { AsOfPicker, PastNotice } from "../../components/as-of-picker.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { AssignDialog } from "./assign-dialog.tsx";
import { EntryDialog } from "./entry-dialog.tsx";
import { contractKpisQuery, type ContractKpis } from "./queries.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { StandingCard } from "./standing-card.tsx";
import { WorkbookDialog } from "./workbook-dialog.tsx";

const State = z.object({ asOf: z.iso.date().optional().catch(undefined) });

type Task =
  | { readonly kind: "assign" }
  | { readonly kind: "workbook" }
  | { readonly kind: "enter"; readonly standing: KpiStanding }
  | { readonly kind: "end"; readonly assignmentId: string };

/** The sections of one contract; a heading says what each speaks about, and none is reckoned into another. */
function listSections({ standings }: ContractKpis) {
  return [
    { key: "supplier_conduct", standings: standings.supplierConduct },
    { key: "worker_outcomes", standings: standings.workerOutcomes },
    { key: "own_practice", standings: standings.ownPractice },
  ] as const;
}

/** All KPIs of one contract as of a day. */
export function ContractKpisScreen(): ReactNode {
  const id = useParams({
    strict: false,
    select: ({ contractId = "" }: { readonly contractId?: string }) => contractId,
  });
  const [{ asOf = null }, setState] = useUrlState(State);
  const [task, setTask] = useState<Task | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const query = useQuery(contractKpisQuery(id, asOf));
  const end = useChange((input: Parameters<typeof api.kpis.endAssignment>[0]) =>
    api.kpis.endAssignment(input),
  );
  async function saveWorkbook(): Promise<void> {
    try {
      setFailure(null);
      const at = asOf === null ? "" : `?asOf=${asOf}`;
      await saveFile({ path: `/contracts/${id}/kpis/workbook${at}`, name: "kpis.xlsx" });
    } catch (error) {
      setFailure(error);
    }
  }
  return (
    <Loaded query={query} lines={10} page>
      {(data) => {
        const writes = data.can.write && asOf === null;
        const all = listSections(data);
        const close = (): void => setTask(null);
        return (
          <>
            <PageHeading
              title={t("kpis.ofContract")}
              crumbs={[
                { href: "/contracts", text: t("contracts.title") },
                { href: `/contracts/${id}`, text: data.contract.title },
              ]}
              lead={
                <p>
                  {data.contract.reference}
                  {data.contract.supplier !== null && ` · ${data.contract.supplier}`}
                  {data.contract.invented && ` ${t("contract.invented")}`}
                </p>
              }
              actions={
                <>
                  {writes && (
                    <Button size="small" onClick={() => setTask({ kind: "assign" })}>
                      {t("kpis.add")}
                    </Button>
                  )}
                  <Button size="small" variant="secondary" onClick={() => void saveWorkbook()}>
                    {t("kpis.workbook")}
                  </Button>
                  {writes && (
                    <Button
                      size="small"
                      variant="secondary"
                      onClick={() => setTask({ kind: "workbook" })}
                    >
                      {t("kpis.workbookIn")}
                    </Button>
                  )}
                  {data.can.publish && (
                    <ButtonLink
                      size="small"
                      variant="secondary"
                      href={`/contracts/${id}/kpis/publish`}
                    >
                      {t("kpis.publishYear")}
                    </ButtonLink>
                  )}
                </>
              }
            />
            <div className="stack-large">
              <AsOfPicker
                key={asOf}
                asOf={asOf}
                onChange={(date) => setState({ asOf: date ?? undefined }, { push: true })}
              />
              {asOf !== null && (
                <PastNotice
                  asOf={asOf}
                  onBack={() => setState({ asOf: undefined }, { push: true })}
                />
              )}
              {failure !== null && <ProblemNotice error={failure} />}
              {all.every(({ standings }) => standings.length === 0) ? (
                <EmptyState title={t("kpis.emptyContract")} what={t("kpis.emptyContractWhat")}>
                  {writes && (
                    <Button size="small" onClick={() => setTask({ kind: "assign" })}>
                      {t("kpis.add")}
                    </Button>
                  )}
                </EmptyState>
              ) : (
                all.map(({ key, standings }) => (
                  <section key={key} className="stack" aria-labelledby={`kpis-${key}`}>
                    <h2 className="section-title" id={`kpis-${key}`}>
                      {t(`kpis.section.${key}`)}
                    </h2>
                    <p className="quiet measure">{t(`kpis.sectionWhat.${key}`)}</p>
                    {standings.length === 0 ? (
                      <p className="quiet">{t(`kpis.sectionNone.${key}`)}</p>
                    ) : (
                      <ul className="plain-cards stack">
                        {standings.map((standing) => (
                          <StandingCard
                            key={standing.assignment.key}
                            standing={standing}
                            earlier={data.earlier[standing.assignment.key] ?? []}
                            bands={data.bands}
                            href={`/contracts/${id}/kpis/${standing.assignment.kpi}?months=${String(standing.assignment.everyMonths)}${asOf === null ? "" : `&asOf=${asOf}`}`}
                            acts={
                              writes
                                ? {
                                    onEnter: () => setTask({ kind: "enter", standing }),
                                    onEnd: (assignmentId) => setTask({ kind: "end", assignmentId }),
                                  }
                                : null
                            }
                          />
                        ))}
                      </ul>
                    )}
                  </section>
                ))
              )}
            </div>
            {task?.kind === "assign" && <AssignDialog contractId={id} onClose={close} />}
            {task?.kind === "workbook" && <WorkbookDialog contractId={id} onClose={close} />}
            {task?.kind === "enter" && (
              <EntryDialog
                contractId={id}
                kpi={task.standing.assignment.kpi}
                name={task.standing.name}
                narrative={
                  task.standing.assignment.target.number === null &&
                  task.standing.assignment.target.words !== null
                }
                period={task.standing.period}
                bands={data.bands}
                corrects={null}
                onClose={close}
              />
            )}
            {task?.kind === "end" && (
              <ReasonDialog
                title={t("kpis.endTitle")}
                what={t("kpis.endWhat")}
                doIt={t("kpis.end")}
                busy={end.isPending}
                error={end.error}
                onSave={(reason) =>
                  void end
                    .mutateAsync({ assignmentId: task.assignmentId, reason })
                    .then(close, () => undefined)
                }
                onClose={close}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
