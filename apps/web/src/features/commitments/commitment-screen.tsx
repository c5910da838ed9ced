import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { commitmentQuery } from "../../api/dialogue.ts";
import { CommitmentAct } from "../../components/dialogue/commitment-acts.tsx";
import { DialogueComments } from "../../components/dialogue/dialogue-comments.tsx";
import { AppLink } from "../../components/app-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { t } from "../../texts/t.ts";

/** One commitment: how it stands, what can be said of it now, and all that was said. */
export function CommitmentScreen(): ReactNode {
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
              { href: "/commitments", text: t("commitments.title") },
              { href: `/dialogue/series/${commitment.series.id}`, text: commitment.series.title },
              ...(commitment.meeting === null
                ? []
                : [
                    {
                      href: `/meetings/${commitment.meeting.id}`,
                      text: t("commitments.meeting", { n: commitment.meeting.number }),
                    },
                  ]),
            ]}
            lead={
              <p className="quiet">
                {[
                  commitment.label,
                  ...(commitment.about === null ? [] : [commitment.about]),
                  ...(commitment.thread === null ? [] : [commitment.thread.title]),
                ].join(" · ")}
                {commitment.contract !== null && (
                  <>
                    {" · "}
                    <AppLink href={`/contracts/${commitment.contract.id}`}>
                      {commitment.contract.reference}
                    </AppLink>
                  </>
                )}
              </p>
            }
          />
          <div className="stack-large">
            <CommitmentAct commitment={commitment} />
            <DialogueComments
              seriesId={commitment.series.id}
              on={{ subjectKind: "commitment", subjectId: commitment.id }}
              other={commitment.counterpart}
              mayWrite={commitment.canSay.length > 0}
            />
          </div>
        </>
      )}
    </Loaded>
  );
}
