import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { todayQuery } from "../../api/today.ts";
import { PageHeading } from "../../components/page-heading.tsx";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";

/** Heading and parts of what there is to review; the numbers say how many wait. */
export function ReviewsHeading({ what }: { readonly what: string }): ReactNode {
  const mayReadContracts = useQuery(meQuery).data?.can.includes("contract.read") ?? false;
  const counts = useQuery({ ...todayQuery, enabled: mayReadContracts }).data?.counts;
  return (
    <>
      <PageHeading title={t("reviews.title")} lead={<p className="quiet measure">{what}</p>} />
      <SectionNav
        label={t("reviews.parts")}
        entries={[
          { href: "/reviews", text: t("reviews.partMatches"), count: counts?.reviews },
          { href: "/reviews/hits", text: t("reviews.partHits"), count: counts?.hitsWaiting },
          { href: "/reviews/lists", text: t("reviews.partLists") },
        ]}
      />
    </>
  );
}
