import { Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { meQuery } from "../../api/me.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { givenQuery } from "./queries.ts";
import { givenColumns } from "./release-columns.tsx";
import { ReleasesNav } from "./releases-nav.tsx";

const states = ["valid", "superseded", "expired", "withdrawn"] as const;
const ListState = z.object({
  state: z.enum(states).optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

/** Releases this organisation gave. */
export function GivenScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const mayRelease = useQuery(meQuery).data?.can.includes("release.write") ?? false;
  const list = useQuery(
    givenQuery({
      limit: 50,
      ...(state.state === undefined ? {} : { state: state.state }),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  return (
    <>
      <PageHeading
        title={t("releases.title")}
        lead={<p className="quiet">{t("releases.what")}</p>}
        actions={
          mayRelease ? <ButtonLink href="/releases/new">{t("releases.new")}</ButtonLink> : undefined
        }
      />
      <ReleasesNav />
      <Loaded query={list} lines={6}>
        {(page) =>
          page.items.length === 0 && state.state === undefined && state.after === undefined ? (
            <EmptyState title={t("releases.emptyGiven")} what={t("releases.emptyGivenWhat")}>
              <ButtonLink size="small" variant="secondary" href="/record">
                {t("nav.record")}
              </ButtonLink>
            </EmptyState>
          ) : (
            <div className="stack">
              <div className="row-end no-print">
                <Select
                  label={t("releases.state")}
                  size="small"
                  value={state.state ?? ""}
                  onChange={(event) =>
                    setState(
                      {
                        state: states.find((one) => one === event.target.value),
                        after: undefined,
                      },
                      { push: true },
                    )
                  }
                >
                  <option value="">{t("releases.stateAll")}</option>
                  {states.map((one) => (
                    <option key={one} value={one}>
                      {t(`releaseState.${one}`)}
                    </option>
                  ))}
                </Select>
              </div>
              {page.items.length === 0 ? (
                <EmptyState title={t("releases.none")}>
                  <ButtonLink size="small" variant="secondary" href="/releases">
                    {t("releases.showAll")}
                  </ButtonLink>
                </EmptyState>
              ) : (
                <>
                  <div className="spread">
                    <p className="quiet" role="status">
                      {t("releases.shown", { n: page.items.length })}
                    </p>
                    <ExportRows name="releases-given" columns={givenColumns} rows={page.items} />
                  </div>
                  <DataTable
                    caption={t("releases.part.given")}
                    columns={givenColumns}
                    rows={page.items}
                    rowKey={(row) => row.id}
                  />
                </>
              )}
              <PageSteps
                after={state.after}
                next={page.next}
                onGo={(after) => setState({ after }, { push: true })}
              />
            </div>
          )
        }
      </Loaded>
    </>
  );
}
