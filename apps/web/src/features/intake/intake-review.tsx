import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { IntakeDetail } from "@throughline/contract";
import { rowOutcomes } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { BulkDialog } from "./bulk-dialog.tsx";
import { FindingsList, type BulkAct, type FoundByCheck } from "./findings-list.tsx";
import { IntakeRows } from "./intake-rows.tsx";
import { intakeRowsQuery } from "./queries.ts";
import { RecordChanges } from "./record-changes.tsx";
import { RejectsButtons } from "./rejects-buttons.tsx";
import { TakeDialog } from "./take-dialog.tsx";
import { ListSearch } from "../../components/list-search.tsx";

const ReviewState = z.object({
  outcome: z.enum(rowOutcomes).optional().catch(undefined),
  check: z.string().max(60).optional().catch(undefined),
  search: z.string().max(200).optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

/** How the rows ended; each figure shows its rows. */
function Counts({
  intake,
  shown,
  onShow,
}: {
  readonly intake: IntakeDetail;
  readonly shown: string | undefined;
  readonly onShow: (outcome: (typeof rowOutcomes)[number] | undefined) => void;
}): ReactNode {
  const { counts } = intake;
  if (counts === null) return null;
  return (
    <div className="count-tiles" role="group" aria-label={t("review.counts", counts)}>
      {([undefined, ...rowOutcomes] as const).map((outcome) => (
        <button
          key={outcome ?? "all"}
          type="button"
          className={`count-tile is-${outcome ?? "all"}`}
          aria-pressed={shown === outcome}
          onClick={() => onShow(outcome)}
        >
          <span className="value">{formatNumber(counts[outcome ?? "read"])}</span>{" "}
          {t(outcome === undefined ? "review.all" : `review.${outcome}`)}
        </button>
      ))}
    </div>
  );
}

/** What became of the rows: counts, what was found, the rows themselves; then the taking. */
export function IntakeReview({
  intake,
  onColumns,
}: {
  readonly intake: IntakeDetail;
  readonly onColumns: (() => void) | null;
}): ReactNode {
  const [state, setState] = useUrlState(ReviewState);
  const [bulk, setBulk] = useState<{ finding: FoundByCheck; act: BulkAct } | null>(null);
  const [taking, setTaking] = useState(false);
  const rows = useQuery(
    intakeRowsQuery({
      intakeId: intake.id,
      limit: 50,
      ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
      ...(state.check === undefined ? {} : { check: state.check }),
      ...(state.search === undefined ? {} : { search: state.search }),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  const takeable = (intake.counts?.accepted ?? 0) + (intake.counts?.corrected ?? 0);
  const rejected = intake.counts?.rejected ?? 0;
  // The record's own workbook has no rows to decide: what was found stands in the notes, what changes cell by cell.
  const workbook = intake.target === "record" && intake.proposals.length === 0;
  const checkTitle = intake.findings.find(({ check }) => check === state.check)?.title;
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="review">
        <div className="spread">
          <h2 className="section-title" id="review">
            {t("review.title")}
          </h2>
          <div className="row no-print">
            {onColumns !== null && (
              <Button size="small" variant="tertiary" onClick={onColumns}>
                {t("review.columns")}
              </Button>
            )}
            {intake.can.take && takeable > 0 && (
              <Button onClick={() => setTaking(true)}>{t("review.take")}</Button>
            )}
          </div>
        </div>
        <Counts
          intake={intake}
          shown={state.outcome}
          onShow={(outcome) => setState({ outcome, after: undefined })}
        />
        {takeable === 0 && <p className="break-text">{t("review.takeNone")}</p>}
        {intake.notes.length > 0 && (
          <ul className="notes">
            {intake.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        {rejected > 0 && <RejectsButtons intakeId={intake.id} title={intake.title} />}
      </section>
      {intake.target === "record" && <RecordChanges intakeId={intake.id} />}
      {!workbook && (
        <FindingsList
          findings={intake.findings}
          shown={state.check}
          mayDecide={intake.can.decide}
          onShow={(check) => setState({ check, after: undefined })}
          onBulk={(finding, act) => setBulk({ finding, act })}
        />
      )}
      {!workbook && (
        <section className="stack" aria-labelledby="review-rows">
          <h2 className="section-title" id="review-rows">
            {t("review.rows")}
            {checkTitle !== undefined && <span className="quiet">: {checkTitle}</span>}
          </h2>
          <ListSearch
            label={t("review.search")}
            search={state.search}
            onSearch={(search) => setState({ search, after: undefined })}
          >
            <Select
              size="small"
              label={t("review.outcome")}
              value={state.outcome ?? ""}
              onChange={(event) =>
                setState({
                  outcome: rowOutcomes.find((one) => one === event.target.value),
                  after: undefined,
                })
              }
            >
              <option value="">{t("review.outcomeAll")}</option>
              {rowOutcomes.map((outcome) => (
                <option key={outcome} value={outcome}>
                  {t(`outcome.${outcome}`)}
                </option>
              ))}
            </Select>
          </ListSearch>
          <Loaded query={rows} lines={8}>
            {(page) =>
              page.items.length === 0 ? (
                <EmptyState level={3} title={t("review.none")} what={t("review.noneWhat")}>
                  <Button
                    size="small"
                    variant="secondary"
                    onClick={() =>
                      setState({
                        outcome: undefined,
                        check: undefined,
                        search: undefined,
                        after: undefined,
                      })
                    }
                  >
                    {t("review.clear")}
                  </Button>
                </EmptyState>
              ) : (
                <>
                  <IntakeRows
                    intakeId={intake.id}
                    rows={page.items}
                    mayDecide={intake.can.decide}
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
        </section>
      )}
      {bulk !== null && (
        <BulkDialog
          intakeId={intake.id}
          finding={bulk.finding}
          act={bulk.act}
          onClose={() => setBulk(null)}
        />
      )}
      {taking && <TakeDialog intake={intake} onClose={() => setTaking(false)} />}
    </div>
  );
}
