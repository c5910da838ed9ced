import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { seriesQuery } from "../../api/dialogue.ts";
import { meQuery } from "../../api/me.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ClaimForm } from "../../components/claim-form.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { t } from "../../texts/t.ts";

/** Makes the workspace that sits there an organisation with an account. */
export function KeepSeatScreen(): ReactNode {
  const id = useParams({
    strict: false,
    select: ({ seriesId = "" }: { readonly seriesId?: string }) => seriesId,
  });
  const query = useQuery(seriesQuery(id));
  const me = useQuery(meQuery);
  return (
    <Loaded query={query} page>
      {(series) => (
        <>
          <PageHeading
            title={t("mySeat.keepTitle")}
            crumbs={[{ href: `/seat/series/${id}`, text: series.title }]}
            lead={<p className="measure">{t("mySeat.keepWhat")}</p>}
          />
          <section className="card stack" aria-label={t("mySeat.keepTitle")}>
            {me.data !== undefined ? (
              <ClaimForm name={series.counterpart.name} person={me.data.person.name} />
            ) : (
              !me.isPending && (
                <>
                  <p className="measure">{t("keep.signIn")}</p>
                  <div>
                    <ButtonLink
                      href={`/sign-in?${new URLSearchParams({ to: `/seat/series/${id}/keep` }).toString()}`}
                    >
                      {t("signIn.do")}
                    </ButtonLink>
                  </div>
                </>
              )
            )}
          </section>
        </>
      )}
    </Loaded>
  );
}
