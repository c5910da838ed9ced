import type { StrictnessRelation } from "@throughline/domain";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type DataColumn, type TableSort } from "../../components/data-table.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { z } from "zod";
import { placeHref } from "./place-href.ts";
import type { Detail, Use } from "./queries.ts";

// Asking less than the house, or something else, is for a person to look at; it is no fault.
const tones: Record<StrictnessRelation, Tone> = {
  equal: "good",
  stricter: "good",
  weaker: "care",
  incomparable: "care",
  missing: "quiet",
};

const sayVersion = ({ kind, version }: Use): string =>
  version === null
    ? t(kind === "policy" ? "requirement.use.versionHeld" : "requirement.use.versionUnknown")
    : t("requirements.versionShort", { version });

const columns: readonly DataColumn<Use>[] = [
  {
    id: "place",
    header: t("requirement.use.place"),
    names: true,
    sortable: true,
    value: (use) => [use.title, use.kind === "policy" ? "" : use.place].join(" ").trim(),
    cell: (use) => (
      <>
        <AppLink href={placeHref(use)}>{use.title}</AppLink>
        <span className="sub">
          {[
            t(`requirementRole.${use.role}`),
            use.kind === "policy" ? "" : use.place,
            sayVersion(use),
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </span>
      </>
    ),
  },
  {
    id: "kind",
    header: t("requirement.use.kind"),
    sortable: true,
    value: (use) => t(`requirement.use.kind.${use.kind}`),
  },
  { id: "asks", header: t("requirement.use.asks"), value: (use) => use.asks.text },
  {
    id: "house",
    header: t("requirement.use.house"),
    sortable: true,
    value: (use) => t(`relation.${use.againstHouse}`),
    cell: (use) => (
      <ToneTag tone={tones[use.againstHouse]}>{t(`relation.${use.againstHouse}`)}</ToneTag>
    ),
  },
];

const State = z.object({ usesSort: z.string().max(40).catch("place").default("place") });

/** Tenders, contracts and policy rows in which it stands, each against the values of our house. */
export function UsedInSection({ detail }: { readonly detail: Detail }): ReactNode {
  const [{ usesSort }, setState] = useUrlState(State);
  const sort: TableSort = {
    column: usesSort.replace(/^-/, ""),
    descending: usesSort.startsWith("-"),
  };
  // Where we hold nothing there is nothing to hold a place against.
  const shown = detail.adoption === null ? columns.filter(({ id }) => id !== "house") : columns;
  return (
    <section className="card stack" aria-labelledby="used-in">
      <div className="spread">
        <h2 id="used-in" className="section-title">
          {t("requirement.usedIn")}
        </h2>
        {detail.usedIn.length > 0 && (
          <ExportRows
            name={`${detail.key}-places`}
            columns={shown}
            rows={detail.usedIn}
            sort={sort}
          />
        )}
      </div>
      {detail.usedIn.length === 0 ? (
        <p className="quiet">{t("requirement.usedIn.none")}</p>
      ) : (
        <DataTable
          caption={t("requirement.usedIn")}
          columns={shown}
          rows={detail.usedIn}
          rowKey={(use) => `${use.kind} ${use.id} ${use.instanceId}`}
          sort={sort}
          onSort={({ column, descending }) =>
            setState({ usesSort: `${descending ? "-" : ""}${column}` })
          }
        />
      )}
      {detail.usesLeftOut > 0 && (
        <p className="quiet">{t("requirement.usedIn.leftOut", { n: detail.usesLeftOut })}</p>
      )}
    </section>
  );
}
