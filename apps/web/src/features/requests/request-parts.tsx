import { Button } from "@navikt/ds-react";
import type { RequestDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { productName } from "../../components/product-name.ts";
import { sayAbout } from "../../components/say-about.ts";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

const shownAtFirst = 12;

/** What was asked about, contract by contract. */
export function RequestProducts({ request }: { readonly request: RequestDetail }): ReactNode {
  const [all, setAll] = useState(false);
  const shown = all ? request.products : request.products.slice(0, shownAtFirst);
  return (
    <section className="card stack-small" aria-labelledby="products">
      <h2 className="section-title" id="products">
        {t("oneRequest.products")}{" "}
        {request.products.length > 0 && <span className="quiet">{request.products.length}</span>}
      </h2>
      {request.products.length === 0 && (
        <p>
          {request.brand === null
            ? t("oneRequest.productsAll")
            : t("oneRequest.productsOfBrand", { brand: request.brand })}
        </p>
      )}
      {request.contracts.map((contract) => {
        const products = shown.filter((product) => product.contractId === contract.id);
        return (
          <div key={contract.id}>
            <p>
              <AppLink href={`/contracts/${contract.id}?station=traced`}>{contract.title}</AppLink>{" "}
              <span className="quiet">{contract.reference}</span>
            </p>
            <ul className="plain-list">
              {products.map((product) => (
                <li key={product.id ?? productName(product)}>{productName(product)}</li>
              ))}
            </ul>
          </div>
        );
      })}
      <ul className="plain-list">
        {shown
          .filter((product) => product.contractId === null)
          .map((product) => (
            <li key={product.id ?? productName(product)}>{productName(product)}</li>
          ))}
      </ul>
      {shown.length < request.products.length && (
        <div className="no-print">
          <Button size="small" variant="tertiary" onClick={() => setAll(true)}>
            {t("oneRequest.showAll", { n: request.products.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What came back: releases of the addressee's record, and answers that are not sites. */
export function RequestAnswers({ request }: { readonly request: RequestDetail }): ReactNode {
  const named = request.products.flatMap((product) =>
    product.id === null ? [] : [{ ...product, id: product.id }],
  );
  return (
    <section className="card stack" aria-labelledby="answers">
      <h2 className="section-title" id="answers">
        {t("oneRequest.answers")}
      </h2>
      {request.answers.length + request.releaseIds.length === 0 && (
        <p className="quiet">
          {t(request.state === "answered" ? "oneRequest.answersThere" : "oneRequest.answersNone")}
        </p>
      )}
      {request.releaseIds.length > 0 && (
        <div className="stack-small">
          <p>{t("oneRequest.releasesWhat")}</p>
          <div className="row">
            {request.releaseIds.map((id, index) => (
              <AppLink key={id} href={`/releases/${id}`}>
                {t("oneRequest.release", { n: index + 1 })}
              </AppLink>
            ))}
          </div>
        </div>
      )}
      {request.answers.length > 0 && (
        <ul className="facts">
          {request.answers.map((answer) => (
            <li key={answer.id}>
              <strong>
                {t("answer.line", {
                  who: answer.answeredBy,
                  what: t(`answer.${answer.answer}`),
                })}
              </strong>{" "}
              {answer.reason}
              {answer.selfReported && (
                <div>
                  <ToneTag tone="quiet">{t("answer.self")}</ToneTag>
                </div>
              )}
              <div className="from">
                {formatDate(answer.answeredOn)} · {sayAbout(answer, named)}
                {answer.document !== null && ` · ${answer.document}`}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
