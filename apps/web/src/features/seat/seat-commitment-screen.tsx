import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { commitmentQuery } from "../../api/dialogue.ts";
import { CommitmentAct } from "../../components/dialogue/commitment-acts.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { t } from "../../texts/t.ts";

/** A commitment from a seat that was opened by its link. */
export function SeatCommitmentScreen(): ReactNode {
  const id = useParams({
    strict: false,
    select: ({ commitmentId = "" }: { readonly commitmentId?: string }) => commitmentId,
  });
  const query = useQuery(commitmentQuery(id));
  return (
    <Loaded query={query} lines={8} page>
      {(commitment) => (
        <>
          <PageHeading
            title={commitment.what}
            crumbs={[
              { href: `/seat/series/${commitment.series.id}`, text: commitment.series.title },
              ...(commitment.meeting === null
                ? []
                : [
                    {
                      href: `/seat/meetings/${commitment.meeting.id}`,
                      text: t("commitments.meeting", { n: commitment.meeting.number }),
                    },
                  ]),
            ]}
          />
          <CommitmentAct commitment={commitment} />
        </>
      )}
    </Loaded>
  );
}
