import { Button, CopyButton } from "@navikt/ds-react";
import type { ReleaseDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { formatDate, formatInstant, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { ReleaseTag } from "./release-tag.tsx";

/** What was given to whom, with the code that opens it: for one's own files, on paper too. */
export function ReleaseReceipt({ release }: { readonly release: ReleaseDetail }): ReactNode {
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t("receipt.from"), release.supplier.name],
    ...(release.onBehalfOf === null
      ? []
      : [[t("receipt.behalf"), release.onBehalfOf] satisfies [string, string]]),
    [t("receipt.to"), release.recipientName],
    [t("receipt.releasedAt"), formatInstant(release.releasedAt)],
    [t("receipt.asOf"), formatDate(release.asOf)],
    [t("receipt.expiresOn"), formatDate(release.expiresOn)],
    [
      t("receipt.holds"),
      t("receipt.counts", {
        sites: release.sites,
        masked: release.masked,
        products: release.products,
        answers: release.answers,
      }),
    ],
    [
      t("receipt.digest"),
      <code key="digest" className="small wrap-anywhere">
        {release.digest}
      </code>,
    ],
  ];
  return (
    <section className="card stack receipt" aria-labelledby="receipt">
      <div className="spread">
        <h2 className="section-title" id="receipt">
          {t("receipt.title", { n: formatNumber(release.number) })}
        </h2>
        <ReleaseTag state={release.state} />
      </div>
      {release.code !== null && release.state !== "withdrawn" && (
        <div>
          <p className="quiet">{t("receipt.code")}</p>
          <p className="row">
            <code className="share-code">{release.code}</code>
            <span className="no-print">
              <CopyButton
                copyText={release.code}
                text={t("receipt.copy")}
                activeText={t("link.copied")}
                size="small"
              />
            </span>
          </p>
          <p className="small quiet measure">{t("receipt.codeWhat")}</p>
        </div>
      )}
      <p>{release.stateSentence.text}</p>
      <dl className="about">
        {facts.map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <div className="no-print">
        <Button size="small" variant="secondary" onClick={() => globalThis.print()}>
          {t("receipt.print")}
        </Button>
      </div>
    </section>
  );
}
