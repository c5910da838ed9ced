import { useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode } from "react";
import { z } from "zod";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { ChangeTable } from "../../components/change-table.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { productName } from "../../components/product-name.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { comparisonQuery, useReleaseId, type Comparison } from "./queries.ts";

const ScreenState = z.object({ with: z.uuid().optional().catch(undefined) });
type Product = Comparison["products"][number];

function SiteNames({ names }: { readonly names: readonly string[] }): ReactNode {
  if (names.length === 0) return <span className="quiet">–</span>;
  return (
    <ul className="plain-list">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

function sideColumns({ left, right }: Comparison): readonly DataColumn<Product>[] {
  return [
    {
      id: "product",
      header: t("compare.product"),
      names: true,
      value: (row) => productName({ ...row, partNumber: null }),
    },
    {
      id: "left",
      header: t("compare.only", { name: left.supplier.name }),
      value: (row) => row.leftOnly.join("; "),
      cell: (row) => <SiteNames names={row.leftOnly} />,
    },
    {
      id: "both",
      header: t("compare.both"),
      value: (row) => row.both.join("; "),
      cell: (row) => <SiteNames names={row.both} />,
    },
    {
      id: "right",
      header: t("compare.only", { name: right.supplier.name }),
      value: (row) => row.rightOnly.join("; "),
      cell: (row) => <SiteNames names={row.rightOnly} />,
    },
  ];
}

function Side({
  release,
  term,
}: {
  readonly release: Comparison["left"];
  readonly term: string;
}): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <AppLink href={`/releases/${release.id}`}>
          {release.supplier.name}, {t("releases.number", { n: release.number })}
        </AppLink>{" "}
        <span className="quiet">{formatDate(release.releasedAt)}</span>
        <br />
        <span className="small">{release.stateSentence.text}</span>
      </dd>
    </div>
  );
}

function Compared({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { left, right, kind, changes, products } = comparison;
  const differ = products.filter(
    ({ leftOnly, rightOnly }) => leftOnly.length + rightOnly.length > 0,
  ).length;
  return (
    <>
      <PageHeading
        title={
          kind === "versions"
            ? t("compare.versions", { supplier: left.supplier.name })
            : t("compare.sides", { left: left.supplier.name, right: right.supplier.name })
        }
        crumbs={[
          {
            href: `/releases/${left.id}`,
            text: t("oneRelease.title", { n: left.number, supplier: left.supplier.name }),
          },
        ]}
        actions={
          <ButtonLink
            size="small"
            variant="secondary"
            href={`/releases/${right.id}/compare?with=${left.id}`}
          >
            {t("compare.swap")}
          </ButtonLink>
        }
      />
      <div className="stack">
        <dl className="about card">
          <Side
            release={left}
            term={kind === "versions" ? t("compare.left") : left.supplier.name}
          />
          <Side
            release={right}
            term={kind === "versions" ? t("compare.right") : right.supplier.name}
          />
        </dl>
        {kind === "side_by_side" ? (
          products.length === 0 ? (
            <EmptyState title={t("compare.noProducts")} />
          ) : (
            <Fragment>
              <p role="status">{t("compare.differ", { n: differ, all: products.length })}</p>
              <DataTable
                caption={t("compare.title")}
                columns={sideColumns(comparison)}
                rows={products}
                rowKey={(row) => `${row.brand} ${row.family}`}
              />
            </Fragment>
          )
        ) : changes.length === 0 ? (
          <EmptyState title={t("compare.same")} />
        ) : (
          <section className="stack-small" aria-labelledby="compare-changes">
            <h2 className="section-title" id="compare-changes">
              {t("compare.changes")}
            </h2>
            <ChangeTable changes={changes} />
          </section>
        )}
      </div>
    </>
  );
}

/** Two versions of one supplier row by row, or two suppliers on the same products side by side. */
export function CompareScreen(): ReactNode {
  const releaseId = useReleaseId();
  const [state] = useUrlState(ScreenState);
  const comparison = useQuery(comparisonQuery(releaseId, state.with ?? ""));
  if (state.with === undefined)
    return (
      <EmptyState title={t("compare.chooseNone")}>
        <ButtonLink size="small" href={`/releases/${releaseId}`}>
          {t("compare.choose")}
        </ButtonLink>
      </EmptyState>
    );
  return (
    <Loaded query={comparison} lines={8} page>
      {(data) => <Compared comparison={data} />}
    </Loaded>
  );
}
