import { Button } from "@navikt/ds-react";
import type { HarmonisationGroup } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { SecretOnce } from "../../components/secret-once.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

const kinds = ["buyer", "reference"] as const;

/** Who takes part, and codes by which others join. */
export function MembersSection({ group }: { readonly group: HarmonisationGroup }): ReactNode {
  const [code, setCode] = useState<{ readonly code: string; readonly until: string } | null>(null);
  const invite = useChange((kind: (typeof kinds)[number]) =>
    api.harmonisation.invite({ groupId: group.id, kind }),
  );
  return (
    <section className="stack" aria-labelledby="group-members">
      <h2 className="section-title" id="group-members">
        {t("harmonisation.members")}
      </h2>
      <ul className="plain-list stack-small">
        {group.members.map((member) => (
          <li key={member.organisationId}>
            <strong>{member.name}</strong>
            {member.invented && <span className="quiet"> {t("supplier.invented")}</span>}
            <span className="sub">
              {t(`harmonisation.kind.${member.kind}`)}
              {member.convenes && ` · ${t("harmonisation.convenes")}`} ·{" "}
              {member.leftOn === null
                ? t("harmonisation.since", { date: formatDate(member.joinedOn) })
                : t("harmonisation.left", { date: formatDate(member.leftOn) })}
            </span>
          </li>
        ))}
      </ul>
      {group.can.invite && (
        <div className="stack-small no-print">
          <p className="quiet measure">{t("harmonisation.inviteWhat")}</p>
          {invite.isError && <ProblemNotice error={invite.error} />}
          <div className="row">
            {kinds.map((kind) => (
              <Button
                key={kind}
                size="small"
                variant="secondary"
                loading={invite.isPending && invite.variables === kind}
                onClick={() => invite.mutate(kind, { onSuccess: setCode })}
              >
                {t(`harmonisation.invite.${kind}`)}
              </Button>
            ))}
          </div>
          {code !== null && (
            <SecretOnce
              title={t("harmonisation.codeMade")}
              what={t("harmonisation.codeWhat", { until: formatDate(code.until) })}
              secret={code.code}
              level={3}
            />
          )}
        </div>
      )}
    </section>
  );
}
