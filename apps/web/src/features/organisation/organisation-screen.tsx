import { CopyButton } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Loaded } from "../../components/loaded.tsx";
import { t } from "../../texts/t.ts";
import { OrganisationFacts } from "./organisation-facts.tsx";
import { OrganisationForm } from "./organisation-form.tsx";
import { OrganisationHeading } from "./organisation-heading.tsx";
import { organisationQuery } from "./queries.ts";

/** What the organisation says about itself. */
export function OrganisationScreen(): ReactNode {
  const organisation = useQuery(organisationQuery);
  return (
    <>
      <OrganisationHeading title={t("nav.organisation")} />
      <Loaded query={organisation} lines={8}>
        {(data) => (
          <section className="card stack" aria-labelledby="about">
            <div>
              <h2 className="section-title" id="about">
                {t("org.about")}
              </h2>
              <p className="row">
                <span>
                  {t("org.id")} <code>{data.id}</code>
                </span>
                <CopyButton
                  size="xsmall"
                  copyText={data.id}
                  text={t("org.idCopy")}
                  activeText={t("request.copied")}
                />
              </p>
              <p className="small quiet">{t("org.idWhat")}</p>
              {!data.can.write && <p className="quiet">{t("org.readOnly")}</p>}
            </div>
            {data.can.write ? (
              <OrganisationForm organisation={data} mayGiveHubRole={data.can.openOrganisations} />
            ) : (
              <OrganisationFacts organisation={data} />
            )}
          </section>
        )}
      </Loaded>
    </>
  );
}
