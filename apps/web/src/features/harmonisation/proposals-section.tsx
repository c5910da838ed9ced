import { useQuery } from "@tanstack/react-query";
import type { ProposalSummary } from "@throughline/contract";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { proposalsQuery } from "./queries.ts";

const tones = { draft: "quiet", out_for_comment: "care", closed: "good" } as const;

/** Where a proposal stands, in a word. */
export function ProposalTag({ state }: { readonly state: ProposalSummary["state"] }): ReactNode {
  return <ToneTag tone={tones[state]}>{t(`proposal.state.${state}`)}</ToneTag>;
}

/** Proposals of a group, or of one requirement in it. */
export function ProposalsSection({
  groupId,
  requirement,
}: {
  readonly groupId: string;
  readonly requirement?: string;
}): ReactNode {
  const query = useQuery(proposalsQuery(groupId));
  return (
    <section className="stack" aria-labelledby="group-proposals">
      <h2 className="section-title" id="group-proposals">
        {t("proposal.list")}
      </h2>
      <Loaded query={query}>
        {(data) => {
          const proposals = data.proposals.filter(
            (one) => requirement === undefined || one.requirement === requirement,
          );
          return proposals.length === 0 ? (
            <p className="quiet measure">{t("proposal.none")}</p>
          ) : (
            <ul className="plain-cards stack">
              {proposals.map((proposal) => (
                <li key={proposal.id} className="card stack-small">
                  <div className="spread">
                    <h3>
                      <AppLink href={`/harmonisation/proposals/${proposal.id}`}>
                        {t("proposal.of", {
                          title: proposal.title,
                          date: formatDate(proposal.madeOn),
                        })}
                      </AppLink>
                    </h3>
                    <ProposalTag state={proposal.state} />
                  </div>
                  <p className="quiet">
                    {[
                      ...(proposal.commentUntil === null
                        ? []
                        : [t("proposal.until", { date: formatDate(proposal.commentUntil) })]),
                      t("proposal.stances", proposal.stances),
                    ].join(" · ")}
                  </p>
                  {proposal.outcome !== null && <p className="measure">{proposal.outcome}</p>}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
