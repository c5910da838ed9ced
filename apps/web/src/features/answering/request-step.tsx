import { Button } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import type { AskedDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { productName } from "../../components/product-name.ts";
import { en } from "../../texts/en.ts";
import { formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { answerSteps, nextStep } from "./answer-steps.ts";
import { AnswerPage, useRecordCounts } from "./answer-page.tsx";
import { AskedAnswerTag } from "./asked-tag.tsx";
import type { AnswerPlace } from "./queries.ts";

type Product = AskedDetail["products"][number];
const shownAtFirst = 25;
const texts: Readonly<Record<string, string>> = en;

const columns: readonly DataColumn<Product>[] = [
  {
    id: "product",
    header: t("asked.product"),
    names: true,
    value: (row) => productName(row),
  },
  {
    id: "answer",
    header: t("asked.soFar"),
    unlabelled: true,
    value: (row) => row.answer,
    cell: (row) => (
      <>
        <AskedAnswerTag product={row} />
        {row.passedOnTo.length > 0 && (
          <span className="sub">{t("asked.passedTo", { names: row.passedOnTo.join(", ") })}</span>
        )}
      </>
    ),
  },
];

function Products({ asked }: { readonly asked: AskedDetail }): ReactNode {
  const [all, setAll] = useState(false);
  const shown = all ? asked.products : asked.products.slice(0, shownAtFirst);
  return (
    <section className="card stack-small" aria-labelledby="asked-products">
      <h2 className="section-title" id="asked-products">
        {t("asked.products")}
      </h2>
      {asked.products.length === 0 ? (
        <p>{t("asked.productsAll")}</p>
      ) : (
        <DataTable
          caption={t("asked.products")}
          columns={columns}
          rows={shown}
          rowKey={(row) => row.key}
        />
      )}
      {shown.length < asked.products.length && (
        <div className="no-print">
          <Button size="small" variant="tertiary" onClick={() => setAll(true)}>
            {t("asked.showAllProducts", { n: asked.products.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What counts as an answer, in the order in which it is most worth. */
function WhatCounts({ asked }: { readonly asked: AskedDetail }): ReactNode {
  return (
    <section className="card stack-small" aria-labelledby="what-counts">
      <h2 className="section-title" id="what-counts">
        {t("asked.counts")}
      </h2>
      <ul className="bullets">
        {(["sites", "several", "masked", "refused", "others"] as const).map((one) => (
          <li key={one}>{t(`asked.counts.${one}`)}</li>
        ))}
      </ul>
      {asked.tiers.length > 0 && (
        <p>
          {t("asked.tiers")} {asked.tiers.map((tier) => texts[`tier.${tier}`] ?? tier).join(", ")}.
        </p>
      )}
      {asked.components.length > 0 && (
        <p>
          {t("asked.components")} {asked.components.join(", ")}.
        </p>
      )}
      <p className="small quiet">{t("asked.seen", { name: asked.requester.name })}</p>
    </section>
  );
}

function Given({
  asked,
  place,
}: {
  readonly asked: AskedDetail;
  readonly place: AnswerPlace;
}): ReactNode {
  if (asked.releases.length === 0) return null;
  return (
    <section className="card stack-small" aria-labelledby="asked-given">
      <h2 className="section-title" id="asked-given">
        {t("asked.given")}
      </h2>
      <ul className="facts">
        {asked.releases.map((release) => (
          <li key={release.id}>
            <AppLink href={`${place.base}/released/${release.id}`}>
              {t("releases.number", { n: release.number })}
            </AppLink>{" "}
            <span className="quiet">
              {formatInstant(release.releasedAt)} · {texts[`releaseState.${release.state}`] ?? ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who goes away from a computer that others use leaves nothing open. */
function GuestFoot({
  asked,
  place,
}: {
  readonly asked: AskedDetail;
  readonly place: AnswerPlace;
}): ReactNode {
  const leave = useMutation({
    mutationFn: () => api.answering.leave(),
    onSuccess: () => globalThis.location.assign("/answer"),
  });
  return (
    <section className="card stack-small no-print" aria-labelledby="guest-foot">
      <h2 className="section-title" id="guest-foot">
        {t("guest.title")}
      </h2>
      <p>{t("guest.what")}</p>
      {leave.error !== null && <ProblemNotice error={leave.error} />}
      <div className="row">
        {asked.answerer.guest && (
          <ButtonLink size="small" variant="secondary" href={`${place.base}/keep`}>
            {t("guest.keep")}
          </ButtonLink>
        )}
        <Button
          size="small"
          variant="tertiary"
          loading={leave.isPending}
          onClick={() => leave.mutate()}
        >
          {t("guest.leave")}
        </Button>
      </div>
    </section>
  );
}

function Begin({
  asked,
  place,
}: {
  readonly asked: AskedDetail;
  readonly place: AnswerPlace;
}): ReactNode {
  const record = useRecordCounts();
  if (asked.state === "withdrawn") return null;
  const step = nextStep(asked, record);
  const path = answerSteps.find(({ name }) => name === step)?.path ?? "";
  if (step === "release" && asked.state === "answered")
    return (
      <div className="row no-print">
        <ButtonLink variant="secondary" href={`${place.base}${path}`}>
          {t("asked.again")}
        </ButtonLink>
      </div>
    );
  return (
    <div className="row no-print">
      <ButtonLink href={`${place.base}${path}`}>
        {t(step === "products" ? "asked.begin" : "asked.goOn", { step: t(`answerStep.${step}`) })}
      </ButtonLink>
    </div>
  );
}

/** The request as its addressee sees it: who asks, for what, by when, and what counts as an answer. */
export function RequestStep(): ReactNode {
  return (
    <AnswerPage here="request">
      {(asked, place) => (
        <>
          <Begin asked={asked} place={place} />
          <Given asked={asked} place={place} />
          <div className="two-columns">
            <div className="stack">
              <section className="card stack-small" aria-labelledby="asked-letter">
                <h2 className="section-title" id="asked-letter">
                  {t("asked.letter", { name: asked.requester.name })}
                </h2>
                <p className="letter">{asked.body}</p>
                {asked.contracts.length > 0 && (
                  <p className="small">
                    {t("asked.contracts")}{" "}
                    {asked.contracts
                      .map(({ title, reference }) => `${title} (${reference})`)
                      .join("; ")}
                  </p>
                )}
                {asked.clauses.length > 0 && (
                  <details className="plain">
                    <summary className="small">{t("asked.clauses")}</summary>
                    <ul className="facts">
                      {asked.clauses.map((clause) => (
                        <li key={`${clause.clause} ${clause.summary}`}>
                          <strong>{clause.clause}</strong> {clause.summary}
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </section>
              <Products asked={asked} />
            </div>
            <div className="stack">
              <WhatCounts asked={asked} />
              {place.guest && <GuestFoot asked={asked} place={place} />}
            </div>
          </div>
        </>
      )}
    </AnswerPage>
  );
}
