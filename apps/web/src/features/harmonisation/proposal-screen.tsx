import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Button } from "@navikt/ds-react";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { CommentsSection } from "./comments-section.tsx";
import { ProposalContentView } from "./proposal-content-view.tsx";
import { CloseDialog, PutOutDialog, TakeDialog } from "./proposal-dialogs.tsx";
import { ProposalTag } from "./proposals-section.tsx";
import { groupQuery, proposalQuery, usePart } from "./queries.ts";

type Task = "put-out" | "close" | "take";

/** A common core put to people: what it asks, who would move how far, what it saves, what the group says. */
export function ProposalScreen(): ReactNode {
  const proposalId = usePart("proposalId");
  const query = useQuery(proposalQuery(proposalId));
  const groupId = query.data?.groupId ?? "";
  const group = useQuery({ ...groupQuery(groupId), enabled: groupId !== "" });
  const [task, setTask] = useState<Task | null>(null);
  return (
    <Loaded query={query} lines={10} page>
      {(proposal) => (
        <div className="stack-large">
          <PageHeading
            title={t("proposal.title", { title: proposal.title })}
            crumbs={[
              { href: "/harmonisation", text: t("harmonisation.title") },
              {
                href: `/harmonisation/groups/${proposal.groupId}`,
                text: group.data?.title ?? t("harmonisation.group"),
              },
            ]}
            lead={
              <p>
                <ProposalTag state={proposal.state} />{" "}
                {proposal.commentUntil !== null &&
                  t("proposal.until", { date: formatDate(proposal.commentUntil) })}
              </p>
            }
            actions={
              <>
                {proposal.can.publish && (
                  <Button size="small" onClick={() => setTask("put-out")}>
                    {t("proposal.putOut")}
                  </Button>
                )}
                {proposal.can.close && (
                  <Button size="small" variant="secondary" onClick={() => setTask("close")}>
                    {t("proposal.close")}
                  </Button>
                )}
                {proposal.can.take && (
                  <Button size="small" variant="secondary" onClick={() => setTask("take")}>
                    {t("proposal.take")}
                  </Button>
                )}
              </>
            }
          />
          {proposal.outcome !== null && (
            <section className="notice notice-good stack-small" aria-labelledby="proposal-outcome">
              <h2 id="proposal-outcome">{t("proposal.outcome")}</h2>
              <p className="measure">{proposal.outcome}</p>
            </section>
          )}
          <ProposalContentView proposal={proposal} />
          <CommentsSection proposal={proposal} />
          {task === "put-out" && <PutOutDialog proposal={proposal} onClose={() => setTask(null)} />}
          {task === "close" && <CloseDialog proposal={proposal} onClose={() => setTask(null)} />}
          {task === "take" && <TakeDialog proposal={proposal} onClose={() => setTask(null)} />}
        </div>
      )}
    </Loaded>
  );
}
