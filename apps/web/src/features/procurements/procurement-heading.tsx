import { Button } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { formatDate, formatMoney } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { movesFrom } from "./moves-from.ts";
import type { Procurement } from "./queries.ts";

export type HeadingTask = "publish" | "move" | "remove";

/** Who, what, where it stands, and what can be done with it now. */
export function ProcurementHeading({
  procurement,
  onTask,
}: {
  readonly procurement: Procurement;
  readonly onTask: (task: HeadingTask) => void;
}): ReactNode {
  const { id, facts, can } = procurement;
  const labels = procurement.cpvLabels.map(({ code, label }) => `${label} (${code})`);
  return (
    <PageHeading
      title={facts.title}
      crumbs={[{ href: "/procurements", text: t("procurements.title") }]}
      lead={
        <>
          <p>
            {procurement.stageSays.text} {procurement.invented && t("contract.invented")}
          </p>
          <p className="small quiet">
            {[
              facts.reference,
              t(`procedure.${facts.procedure}`),
              ...(facts.value === null ? [] : [formatMoney(facts.value)]),
              ...(facts.announcedOn === null
                ? []
                : [t("procurement.announcedSay", { date: formatDate(facts.announcedOn) })]),
              ...(facts.deadlineOn === null
                ? []
                : [t("procurement.deadlineSay", { date: formatDate(facts.deadlineOn) })]),
            ].join(" · ")}
          </p>
          {labels.length > 0 && <p className="small quiet">{labels.join("; ")}</p>}
          {procurement.framework !== null && (
            <p className="small">
              {t("procurement.under")}{" "}
              <AppLink href={`/contracts/${procurement.framework.id}`}>
                {procurement.framework.title}
              </AppLink>
            </p>
          )}
        </>
      }
      actions={
        <>
          {can.publish && (
            <Button size="small" onClick={() => onTask("publish")}>
              {t("publish.ask")}
            </Button>
          )}
          {can.award && (
            <ButtonLink size="small" href={`/procurements/${id}/award`}>
              {t("award.ask")}
            </ButtonLink>
          )}
          {can.write && movesFrom(facts.stage).length > 0 && (
            <Button size="small" variant="secondary" onClick={() => onTask("move")}>
              {t("move.ask")}
            </Button>
          )}
          {can.write && (
            <ButtonLink size="small" variant="secondary" href={`/procurements/${id}/edit`}>
              {t("contract.edit")}
            </ButtonLink>
          )}
          {can.remove && (
            <Button
              size="small"
              variant="tertiary"
              data-color="danger"
              onClick={() => onTask("remove")}
            >
              {t("contract.remove")}
            </Button>
          )}
        </>
      }
    />
  );
}
