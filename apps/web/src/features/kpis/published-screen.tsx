import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { BrandMark } from "../../components/brand-mark.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { PublishedFigures } from "./published-figures.tsx";
import { publishedQuery } from "./queries.ts";

/** A publication as anybody reads it, without signing in. */
export function PublishedScreen(): ReactNode {
  const id = useParams({
    strict: false,
    select: ({ publicationId = "" }: { readonly publicationId?: string }) => publicationId,
  });
  const query = useQuery(publishedQuery(id));
  return (
    <div className="guest-shell">
      <a className="skip-link" href="#content">
        {t("app.skip")}
      </a>
      <header className="guest-top no-print">
        <AppLink href="/" className="brand">
          <BrandMark />
          {t("app.name")}
        </AppLink>
      </header>
      <main className="guest-main" id="content" tabIndex={-1} style={{ outline: "none" }}>
        <Loaded query={query} lines={10} page>
          {({ publication, year, digest, withdrawn, replacedBy }) =>
            publication === null ? (
              <>
                <PageHeading title={t("published.withdrawnTitle", { year: String(year) })} />
                <EmptyState
                  title={t("published.withdrawn", {
                    on: withdrawn === null ? "" : formatDate(withdrawn.on),
                  })}
                  what={withdrawn?.reason ?? ""}
                />
              </>
            ) : (
              <>
                <PageHeading
                  title={t("published.title", {
                    title: publication.contract.title,
                    year: String(year),
                  })}
                  lead={
                    <p>
                      {publication.contract.reference}
                      {publication.contract.buyer !== null && ` · ${publication.contract.buyer}`}
                      {publication.contract.supplier !== null &&
                        ` · ${publication.contract.supplier}`}
                      {publication.contract.invented && ` ${t("contract.invented")}`}
                    </p>
                  }
                />
                <div className="stack-large">
                  {replacedBy !== null && (
                    <div className="banner banner-care">
                      <div>
                        {t("published.replaced")}{" "}
                        <a href={`/published/kpis/${replacedBy}`}>{t("published.newer")}</a>
                      </div>
                    </div>
                  )}
                  {publication.correction !== null && (
                    <p className="measure">
                      {t("published.corrects", { what: publication.correction })}
                    </p>
                  )}
                  <p className="measure quiet">
                    {t("published.by", {
                      publisher: publication.publisher,
                      asOf: formatDate(publication.asOf),
                    })}
                  </p>
                  <PublishedFigures content={publication} />
                  <div className="stack-small">
                    <p className="row no-print">
                      {(["pdf", "docx", "json"] as const).map((format) => (
                        <a key={format} href={`/api/public/kpis/${id}/document?format=${format}`}>
                          {t(`published.${format}`)}
                        </a>
                      ))}
                    </p>
                    <p className="small quiet wrap-anywhere">{t("published.digest", { digest })}</p>
                  </div>
                </div>
              </>
            )
          }
        </Loaded>
      </main>
    </div>
  );
}
