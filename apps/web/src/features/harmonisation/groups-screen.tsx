import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { t } from "../../texts/t.ts";
import { ConveneDialog } from "./convene-dialog.tsx";
import { HarmonisationNav } from "./harmonisation-nav.tsx";
import { JoinDialog } from "./join-dialog.tsx";
import { groupsQuery } from "./queries.ts";

/** The groups of buyers we take part in. */
export function GroupsScreen(): ReactNode {
  const query = useQuery(groupsQuery);
  const [task, setTask] = useState<"convene" | "join" | null>(null);
  const acts = query.data?.can.convene === true && (
    <>
      <Button size="small" onClick={() => setTask("convene")}>
        {t("harmonisation.convene")}
      </Button>
      <Button size="small" variant="secondary" onClick={() => setTask("join")}>
        {t("harmonisation.join")}
      </Button>
    </>
  );
  return (
    <>
      <PageHeading
        title={t("harmonisation.title")}
        lead={<p className="quiet measure">{t("harmonisation.what")}</p>}
        actions={acts === false ? undefined : acts}
      />
      <HarmonisationNav />
      <Loaded query={query} lines={6}>
        {({ groups }) =>
          groups.length === 0 ? (
            <EmptyState title={t("harmonisation.empty")} what={t("harmonisation.emptyWhat")} />
          ) : (
            <ul className="plain-cards stack">
              {groups.map((group) => (
                <li key={group.id} className="card stack-small">
                  <h2 className="section-title">
                    <AppLink href={`/harmonisation/groups/${group.id}`}>{group.title}</AppLink>
                  </h2>
                  <p className="measure">{group.purpose}</p>
                  <p className="quiet">
                    {t("harmonisation.groupSays", {
                      members: group.members.filter(({ leftOn }) => leftOn === null).length,
                      shared: group.shared,
                      proposals: group.proposals,
                    })}{" "}
                    · {t(`harmonisation.kind.${group.kind}`)}
                    {group.convenes && ` · ${t("harmonisation.weConvene")}`}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {task === "convene" && <ConveneDialog onClose={() => setTask(null)} />}
      {task === "join" && <JoinDialog onClose={() => setTask(null)} />}
    </>
  );
}
