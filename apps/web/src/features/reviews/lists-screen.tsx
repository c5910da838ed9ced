import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { listsQuery, type ListInUse } from "./queries.ts";
import { ReviewsHeading } from "./reviews-heading.tsx";

const columns: readonly DataColumn<ListInUse>[] = [
  {
    id: "title",
    header: t("lists.title"),
    value: (list) => list.title,
    names: true,
    cell: (list) => (
      <>
        <strong>{list.title}</strong>
        {list.url !== null && (
          <a className="sub wrap-anywhere" href={list.url} rel="noreferrer">
            {list.url}
          </a>
        )}
      </>
    ),
  },
  { id: "edition", header: t("lists.edition"), value: (list) => list.edition },
  {
    id: "entries",
    header: t("lists.entries"),
    value: (list) => list.entries,
    cell: (list) => formatNumber(list.entries),
    numeric: true,
  },
  {
    id: "covers",
    header: t("lists.covers"),
    value: (list) => t(list.partial ? "site.partial" : "site.complete"),
    cell: (list) => (
      <ToneTag tone={list.partial ? "care" : "quiet"}>
        {t(list.partial ? "site.partial" : "site.complete")}
      </ToneTag>
    ),
  },
  { id: "licence", header: t("lists.licence"), value: (list) => list.licence },
  { id: "note", header: t("lists.note"), value: (list) => list.note },
];

/** The lists and reference data that screening and risk rest on. */
export function ListsScreen(): ReactNode {
  const lists = useQuery(listsQuery);
  return (
    <>
      <ReviewsHeading what={t("lists.what")} />
      <Loaded query={lists} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("lists.none")} />
          ) : (
            <DataTable
              caption={t("reviews.partLists")}
              columns={columns}
              rows={items}
              rowKey={(list) => list.id}
            />
          )
        }
      </Loaded>
    </>
  );
}
