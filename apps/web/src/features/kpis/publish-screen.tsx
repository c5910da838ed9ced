import { Button, Select, Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatInstant, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { PublishedFigures } from "./published-figures.tsx";
import { draftQuery } from "./queries.ts";

const thisYear = Number(todayHere().slice(0, 4));
const State = z.object({
  year: z.coerce.number().int().min(2000).max(2200).catch(thisYear).default(thisYear),
});

/** Exactly what would be published of a year, and the button that does it. */
export function PublishScreen(): ReactNode {
  const id = useParams({
    strict: false,
    select: ({ contractId = "" }: { readonly contractId?: string }) => contractId,
  });
  const go = useGo();
  const [{ year }, setState] = useUrlState(State);
  const [asking, setAsking] = useState(false);
  const [correction, setCorrection] = useState("");
  const query = useQuery(draftQuery(id, year));
  const publish = useChange((input: Parameters<typeof api.kpis.publish>[0]) =>
    api.kpis.publish(input),
  );
  return (
    <Loaded query={query} lines={10} page>
      {({ content, draftDigest, standing, leftOut }) => (
        <>
          <PageHeading
            title={t("publishKpis.title", { year: String(year) })}
            crumbs={[
              { href: "/contracts", text: t("contracts.title") },
              { href: `/contracts/${id}`, text: content.contract.title },
              { href: `/contracts/${id}/kpis`, text: t("kpis.title") },
            ]}
            lead={<p className="quiet measure">{t("publishKpis.what")}</p>}
          />
          <div className="stack-large">
            <div className="row-end no-print">
              <Select
                label={t("publishKpis.year")}
                size="small"
                value={String(year)}
                onChange={(event) => setState({ year: Number(event.target.value) }, { push: true })}
              >
                {[0, 1, 2, 3, 4].map((back) => (
                  <option key={back} value={thisYear - back}>
                    {thisYear - back}
                  </option>
                ))}
              </Select>
            </div>
            {standing !== null && (
              <div className="banner banner-care" role="status">
                <div>
                  {t("publishKpis.standing", {
                    year: String(year),
                    at: formatInstant(standing.publishedAt),
                  })}
                </div>
                <Button
                  size="small"
                  variant="secondary"
                  onClick={() => go(`/published/kpis/${standing.id}`)}
                >
                  {t("publishKpis.see")}
                </Button>
              </div>
            )}
            {leftOut.length > 0 && (
              <section className="card stack-small" aria-labelledby="publish-left-out">
                <h2 className="section-title" id="publish-left-out">
                  {t("publishKpis.leftOut")}
                </h2>
                <ul className="bullets">
                  {leftOut.map((sentence) => (
                    <li key={sentence.text}>{sentence.text}</li>
                  ))}
                </ul>
              </section>
            )}
            <PublishedFigures content={content} />
            {standing !== null && (
              <Textarea
                size="small"
                minRows={2}
                maxLength={2000}
                label={t("publishKpis.correction")}
                value={correction}
                onChange={(event) => setCorrection(event.target.value)}
              />
            )}
            <div className="no-print">
              <Button
                disabled={standing !== null && correction.trim() === ""}
                onClick={() => setAsking(true)}
              >
                {t(standing === null ? "publishKpis.do" : "publishKpis.doCorrection")}
              </Button>
            </div>
            {publish.isError && !asking && <ProblemNotice error={publish.error} />}
          </div>
          {asking && (
            <ConfirmDialog
              title={t("publishKpis.askTitle")}
              what={t("publishKpis.askWhat")}
              doIt={t("publishKpis.do")}
              busy={publish.isPending}
              error={publish.error}
              onConfirm={() =>
                void publish
                  .mutateAsync({
                    id,
                    year,
                    draftDigest,
                    replaces: standing?.id ?? null,
                    correction: standing === null ? null : correction.trim(),
                  })
                  .then(
                    (done) => go(`/published/kpis/${done.id}`),
                    () => undefined,
                  )
              }
              onClose={() => setAsking(false)}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
