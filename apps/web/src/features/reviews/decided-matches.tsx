import { Button } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, tableContent, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { fileName, makeCsv, saveText } from "../../components/save-csv.ts";
import { ToneTag } from "../../components/tags.tsx";
import { formatInstant, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { useDecideMatch, type Review } from "./queries.ts";

const tones = { same: "good", different: "quiet", unsure: "care" } as const;

function Side({ site }: { readonly site: Review["a"] }): ReactNode {
  return (
    <span style={{ display: "block" }}>
      <AppLink href={`/sites/${site.publicId}`}>{site.name}</AppLink>
      <span className="sub">{site.address ?? t("sites.noAddress")}</span>
    </span>
  );
}

const columns: readonly DataColumn<Review>[] = [
  {
    id: "a",
    header: t("matches.first"),
    value: (review) => `${review.a.publicId} ${review.a.name}`,
    names: true,
    cell: (review) => <Side site={review.a} />,
  },
  {
    id: "b",
    header: t("matches.second"),
    value: (review) => `${review.b.publicId} ${review.b.name}`,
    cell: (review) => <Side site={review.b} />,
  },
  {
    id: "decision",
    header: t("matches.decision"),
    value: (review) => (review.decision === null ? null : t(`matches.decision.${review.decision}`)),
    cell: (review) =>
      review.decision !== null && (
        <ToneTag tone={tones[review.decision]}>{t(`matches.decision.${review.decision}`)}</ToneTag>
      ),
  },
  { id: "by", header: t("matches.by"), value: (review) => review.decidedBy },
  {
    id: "on",
    header: t("matches.on"),
    value: (review) => (review.decidedAt === null ? null : formatInstant(review.decidedAt)),
  },
];

export interface DecidedMatchesProps {
  readonly reviews: readonly Review[];
  readonly after: string | undefined;
  readonly next: string | null;
  readonly mayDecide: boolean;
  readonly onGo: (after: string | undefined) => void;
}

/** What was decided, by whom and when; each decision can be taken back. */
export function DecidedMatches(props: DecidedMatchesProps): ReactNode {
  const decide = useDecideMatch();
  const { reviews } = props;
  const takeBack: DataColumn<Review> = {
    id: "act",
    header: t("matches.act"),
    unlabelled: true,
    value: () => null,
    cell: (review) => (
      <Button
        size="small"
        variant="secondary"
        aria-label={t("matches.takeBackThat", { a: review.a.name, b: review.b.name })}
        loading={decide.isPending && decide.variables.review.id === review.id}
        onClick={() => decide.mutate({ review, decision: null })}
      >
        {t("matches.takeBack")}
      </Button>
    ),
  };
  if (reviews.length === 0 && props.after === undefined)
    return <EmptyState title={t("matches.noneDecided")} />;
  return (
    <div className="stack">
      {decide.isError && <ProblemNotice error={decide.error} />}
      <div className="spread">
        <p className="quiet" role="status">
          {decide.isSuccess && `${t("matches.undone")} `}
          {t("matches.shown", { n: reviews.length })}
        </p>
        <Button
          className="no-print"
          size="small"
          variant="tertiary"
          onClick={() => {
            const content = tableContent(columns, reviews);
            saveText(
              fileName("decided-matches", todayHere(), "matches.csv"),
              "text/csv",
              makeCsv(content.header, content.rows),
            );
          }}
        >
          {t("list.exportCsv")}
        </Button>
      </div>
      <DataTable
        caption={t("matches.decided")}
        columns={props.mayDecide ? [...columns, takeBack] : columns}
        rows={reviews}
        rowKey={(review) => review.id}
      />
      <PageSteps after={props.after} next={props.next} onGo={props.onGo} />
    </div>
  );
}
