import type { SupplierDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { formatCountry, formatDate, formatNumber } from "../../texts/format.ts";
import { languageNames } from "../../texts/list-languages.ts";
import { t } from "../../texts/t.ts";

/** How fast and how often it answers; nothing is said where nothing was asked. */
export function SupplierAnswers({ supplier }: { readonly supplier: SupplierDetail }): ReactNode {
  return (
    <section className="card stack-small" aria-labelledby="supplier-answers">
      <h2 className="section-title" id="supplier-answers">
        {t("supplier.answers")}
      </h2>
      {supplier.sentRequests === 0 ? (
        <p className="quiet">{t("supplier.neverSent")}</p>
      ) : (
        <>
          <p>
            <strong>
              {t("supplier.answered", {
                n: supplier.answeredRequests,
                all: supplier.sentRequests,
              })}
            </strong>
          </p>
          <p>
            {supplier.medianDaysToAnswer === null
              ? t("supplier.noMedian")
              : t("supplier.median", { n: formatNumber(supplier.medianDaysToAnswer) })}
          </p>
        </>
      )}
      {supplier.lastAnswerOn !== null && (
        <p className="quiet">
          {t("supplier.lastAnswer", { date: formatDate(supplier.lastAnswerOn) })}
        </p>
      )}
    </section>
  );
}

/** Where requests go, in which language; what identifies it. */
export function SupplierReach({
  supplier,
  children,
}: {
  readonly supplier: SupplierDetail;
  readonly children: ReactNode;
}): ReactNode {
  const language =
    languageNames().find(([code]) => code === supplier.language)?.[1] ?? supplier.language;
  const rows: readonly (readonly [string, string])[] = [
    [t("supplier.mailbox"), supplier.email ?? t("supplier.noMailbox")],
    [t("supplier.language"), language],
    [
      t("supplier.country"),
      supplier.country === null ? t("supplier.countryUnknown") : formatCountry(supplier.country),
    ],
    ...supplier.identifiers.map(({ scheme, value }) => [scheme, value] as const),
  ];
  return (
    <section className="card stack" aria-label={t("supplier.editTitle", { name: supplier.name })}>
      <dl className="about" style={{ marginTop: 0 }}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
