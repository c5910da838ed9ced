import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { AppLink } from "../../components/app-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

const openLists = queryOptions({
  queryKey: ["intakes", "list", "today"],
  queryFn: () => api.intakes.list({ open: "true", limit: 20 }),
  refetchInterval: 15_000,
});

/** Lists that somebody began to take in: they wait for a person, or are being worked on. */
export function TodayLists(): ReactNode {
  const lists = useQuery(openLists).data?.items ?? [];
  if (lists.length === 0) return null;
  return (
    <section className="card" aria-labelledby="today-lists">
      <h2 className="section-title" id="today-lists">
        {t("intakes.title")} <span className="quiet">{lists.length}</span>
      </h2>
      <ul className="today-list">
        {lists.map((list) => (
          <li key={list.id}>
            <StateMark state={list.state === "failed" ? "broken" : "partly"} size={22} />
            <div>
              <AppLink href={`/intakes/${list.id}`}>
                <strong className="wrap-anywhere">{list.title}</strong>
              </AppLink>
              <p className="small">{list.stateSentence.text}</p>
              <p className="small quiet">{list.contract?.title ?? t("intakes.forRecord")}</p>
            </div>
            <span className="small quiet">{formatDate(list.createdAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
