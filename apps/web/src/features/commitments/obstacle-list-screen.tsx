import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { Obstacle } from "@throughline/contract";
import { obstacleKinds } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { CommitmentsHeading } from "./commitments-heading.tsx";
import { CascadeDialog, ResolveDialog } from "./obstacle-dialogs.tsx";
import { obstacleListQuery } from "./queries.ts";

const shows = ["true", "false"] as const;
const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  kind: z.enum(obstacleKinds).optional().catch(undefined),
  open: z.enum(shows).optional().catch(undefined),
  series: z.uuid().optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});
type ListState = z.infer<typeof ListState>;

type Task = {
  readonly kind: "resolve" | "request" | "answer";
  readonly obstacle: Obstacle;
};

const shown: readonly DataColumn<Obstacle>[] = [
  {
    id: "who",
    header: t("obstacle.who"),
    names: true,
    value: (one) => one.who,
    cell: (one) => (
      <>
        <strong>{one.who}</strong>
        <span className="sub">
          {[
            ...(one.tier === null ? [] : [t(`tier.${one.tier}`)]),
            ...(one.product === null ? [] : [one.product]),
          ].join(" · ")}
        </span>
      </>
    ),
  },
  {
    id: "kind",
    header: t("obstacle.kind"),
    value: (one) => t(`obstacle.kind.${one.kind}`),
  },
  { id: "text", header: t("obstacle.text"), value: (one) => one.text },
  {
    id: "reported",
    header: t("obstacle.reported"),
    value: (one) => one.reportedOn,
    cell: (one) => (
      <>
        {formatDate(one.reportedOn)}
        <span className="sub">
          {t(`obstacle.by.${one.reportedBy}`)} ·{" "}
          <AppLink href={`/dialogue/series/${one.series.id}`}>{one.series.title}</AppLink>
        </span>
      </>
    ),
  },
  {
    id: "stands",
    header: t("obstacle.stands"),
    value: (one) => (one.resolvedOn === null ? "open" : "resolved"),
    cell: (one) => (
      <>
        {one.resolvedOn === null ? (
          <ToneTag tone="care">{t("obstacle.isOpen")}</ToneTag>
        ) : (
          <>
            <ToneTag tone="good">
              {t("obstacle.resolvedOn", { date: formatDate(one.resolvedOn) })}
            </ToneTag>
            <span className="sub">{one.resolution}</span>
          </>
        )}
        {one.requests.map((request) => (
          <span key={request.id} className="sub sub-link">
            <AppLink href={`/requests/${request.id}`}>{request.subject}</AppLink>
          </span>
        ))}
      </>
    ),
  },
];

function columnsFor(onAct: ((task: Task) => void) | null): readonly DataColumn<Obstacle>[] {
  if (onAct === null) return shown;
  return [
    ...shown,
    {
      id: "act",
      header: t("obstacle.act"),
      value: () => null,
      unlabelled: true,
      cell: (obstacle) =>
        obstacle.resolvedOn === null && (
          <div className="stack-small no-print">
            {(["request", "answer", "resolve"] as const).map((kind) => (
              <Button
                key={kind}
                size="small"
                variant={kind === "request" ? "secondary" : "tertiary"}
                aria-label={`${t(`obstacle.${kind}`)}: ${obstacle.who}`}
                onClick={() => onAct({ kind, obstacle })}
              >
                {t(`obstacle.${kind}`)}
              </Button>
            ))}
          </div>
        ),
    },
  ];
}

/** Who in the chain does not say what is asked, and why, as it was reported. */
export function ObstacleListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const [task, setTask] = useState<Task | null>(null);
  const { search, kind, open, series, after } = state;
  const query = useQuery(
    obstacleListQuery({
      limit: 50,
      ...(search === undefined ? {} : { search }),
      ...(kind === undefined ? {} : { kind }),
      ...(open === undefined ? {} : { open }),
      ...(series === undefined ? {} : { seriesId: series }),
      ...(after === undefined ? {} : { after }),
    }),
  );
  const narrowed =
    search !== undefined || kind !== undefined || open !== undefined || series !== undefined;
  const change = (next: { [K in keyof ListState]?: ListState[K] | undefined }): void =>
    setState({ ...next, after: undefined }, { push: true });
  const close = (): void => setTask(null);
  return (
    <>
      <CommitmentsHeading />
      <div className="stack">
        <p className="quiet measure">{t("obstacle.what")}</p>
        <ListSearch
          label={t("obstacle.search")}
          search={search}
          onSearch={(text) => change({ search: text })}
        >
          <FilterSelect
            label={t("obstacle.kind")}
            value={kind}
            all={t("commitments.all")}
            values={obstacleKinds}
            say={(one) => t(`obstacle.kind.${one}`)}
            onChange={(one) => change({ kind: one })}
          />
          <FilterSelect
            label={t("obstacle.stands")}
            value={open}
            all={t("commitments.all")}
            values={shows}
            say={(one) => t(one === "true" ? "obstacle.openOnly" : "obstacle.resolvedOnly")}
            onChange={(one) => change({ open: one })}
          />
        </ListSearch>
        <Loaded query={query} lines={6}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState
                title={t(narrowed ? "obstacle.none" : "obstacle.empty")}
                what={t(narrowed ? "commitments.noneWhat" : "obstacle.emptyWhat")}
              >
                <ButtonLink
                  size="small"
                  variant="secondary"
                  href={narrowed ? "/commitments/obstacles" : "/meetings"}
                >
                  {t(narrowed ? "obstacle.clear" : "obstacle.toMeetings")}
                </ButtonLink>
              </EmptyState>
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t("obstacle.shown", { n: page.items.length })}
                  </p>
                  <ExportRows name="obstacles" columns={shown} rows={page.items} />
                </div>
                <DataTable
                  caption={t("commitments.obstacles")}
                  columns={columnsFor(page.can.write ? setTask : null)}
                  rows={page.items}
                  rowKey={(one) => one.id}
                />
                <PageSteps
                  after={after}
                  next={page.next}
                  onGo={(next) => setState({ after: next }, { push: true })}
                />
              </>
            )
          }
        </Loaded>
      </div>
      {task?.kind === "resolve" && <ResolveDialog obstacle={task.obstacle} onClose={close} />}
      {(task?.kind === "request" || task?.kind === "answer") && (
        <CascadeDialog obstacle={task.obstacle} kind={task.kind} onClose={close} />
      )}
    </>
  );
}
