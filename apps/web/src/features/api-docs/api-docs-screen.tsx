import { CopyButton } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { t } from "../../texts/t.ts";
import { EndpointDetails } from "./endpoint-details.tsx";
import { descriptionQuery } from "./queries.ts";
import { readDescription } from "./read-description.ts";

const anchorOf = (tag: string): string => `part-${tag.toLowerCase().replaceAll(/\W+/g, "-")}`;

function HowToCall({ origin }: { readonly origin: string }): ReactNode {
  const example = `curl -H "authorization: Bearer $TOKEN" ${origin}/api/contracts`;
  return (
    <section className="card stack" aria-labelledby="how">
      <h2 className="section-title" id="how">
        {t("api.how")}
      </h2>
      <p>{t("api.howToken")}</p>
      <div>
        <ButtonLink size="small" variant="secondary" href="/account/tokens">
          {t("api.makeToken")}
        </ButtonLink>
      </div>
      <div className="stack-small">
        <p>{t("api.example")}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- because it scrolls sideways where it is narrow, and the keyboard must reach it */}
        <pre className="example" tabIndex={0} aria-label={t("api.example")} role="group">
          <code>{example}</code>
        </pre>
        <div>
          <CopyButton
            copyText={example}
            text={t("api.copy")}
            activeText={t("secret.copied")}
            size="small"
          />
        </div>
      </div>
      <ul style={{ paddingLeft: "1.25rem" }}>
        <li>{t("api.paging")}</li>
        <li>{t("api.errors")}</li>
        <li>{t("api.several")}</li>
      </ul>
      <p>
        <a href="/api/openapi.json">{t("api.document")}</a>
      </p>
      <p>
        <a href="/api/schemas/contract-file.json">{t("api.contractSchema")}</a>
      </p>
      <p>
        <AppLink href="/docs/errors">{t("api.errorsTitle")}</AppLink>
      </p>
    </section>
  );
}

/** The API as a page to read, made from the description the server gives of itself. */
export function ApiDocsScreen(): ReactNode {
  const description = useQuery(descriptionQuery);
  const origin = globalThis.location.origin;
  return (
    <>
      <PageHeading
        title={t("api.title")}
        lead={<p className="quiet wrap-anywhere">{t("api.what", { origin })}</p>}
      />
      <div className="stack-large">
        <HowToCall origin={origin} />
        <Loaded query={description} lines={10}>
          {(data) => {
            const parts = readDescription(data);
            return (
              <>
                <nav aria-label={t("api.parts")} className="no-print">
                  <ul className="tabs-bar" style={{ listStyle: "none", padding: 0 }}>
                    {parts.map(({ tag }) => (
                      <li key={tag}>
                        <a href={`#${anchorOf(tag)}`}>{tag}</a>
                      </li>
                    ))}
                  </ul>
                </nav>
                {parts.map(({ tag, endpoints }) => (
                  <section key={tag} className="stack-small" aria-labelledby={anchorOf(tag)}>
                    <h2 className="section-title" id={anchorOf(tag)}>
                      {tag}
                    </h2>
                    {endpoints.map((endpoint) => (
                      <EndpointDetails key={endpoint.id} endpoint={endpoint} />
                    ))}
                  </section>
                ))}
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}
