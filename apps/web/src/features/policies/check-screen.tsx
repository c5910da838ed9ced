import { useQuery } from "@tanstack/react-query";
import { IsoDate } from "@throughline/domain";
import type { ReactNode } from "react";
import { z } from "zod";
import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { DateField } from "../../components/date-field.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatMoney, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { PolicyHeading } from "./policy-heading.tsx";
import { checkQuery, policyQuery, type Check } from "./queries.ts";
import { typeMoney } from "./row-draft.ts";

const CheckState = z.object({ on: IsoDate.optional().catch(undefined) });
type Gap = Check["gaps"][number];

const gapColumns: readonly DataColumn<Gap>[] = [
  { id: "gap", header: t("policyCheck.col.gap"), value: ({ sentence }) => sentence.text },
  { id: "category", header: t("policyCheck.col.category"), value: ({ cpvPrefix }) => cpvPrefix },
  {
    id: "risk",
    header: t("policyCheck.col.risk"),
    value: ({ risk }) => t(`procurement.risk.${risk}`),
  },
  {
    id: "from",
    header: t("policyCheck.col.from"),
    value: ({ valueFrom }) => (valueFrom === null ? null : formatMoney(valueFrom)),
  },
  {
    id: "to",
    header: t("policyCheck.col.to"),
    value: ({ valueTo }) => (valueTo === null ? null : formatMoney(valueTo)),
  },
  {
    id: "covered",
    header: t("policyCheck.col.covered"),
    value: ({ covered }) => t(`policyCheck.covered.${covered}`),
  },
];

/** Where the gap can be tried out: a purchase that falls into it. */
function tryHref({ cpvPrefix, risk, valueFrom }: Gap, on: string): string {
  return `/policy/try?${new URLSearchParams({
    tried: "yes",
    cpv: cpvPrefix.padEnd(8, "0"),
    risk,
    on,
    ...(valueFrom === null ? {} : { value: typeMoney(valueFrom) }),
  }).toString()}`;
}

function Conflicts({ check }: { readonly check: Check }): ReactNode {
  return (
    <section className="card stack-small" aria-labelledby="conflicts">
      <h2 id="conflicts" className="section-title">
        {t("policyCheck.conflicts")}
      </h2>
      {check.conflicts.length === 0 && (
        <p>
          <ToneTag tone="good">{t("form.none")}</ToneTag> {t("policyCheck.conflictsNone")}
        </p>
      )}
      <ul className="facts">
        {check.conflicts.map(({ kind, rowIds, sentence }) => (
          <li key={`${kind} ${sentence.text}`}>
            <ToneTag tone="break">{t(`policyCheck.kind.${kind}`)}</ToneTag> {sentence.text}
            <p className="from row">
              {rowIds.map((id, at) => (
                <AppLink key={id} href={`/policy/rows/${id}`}>
                  {rowIds.length === 1
                    ? t("policyCheck.openRow")
                    : t("policyCheck.openRowOf", { n: at + 1 })}
                </AppLink>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {check.conflictsLeftOut > 0 && (
        <p className="quiet">{t("policyTry.leftOut", { n: check.conflictsLeftOut })}</p>
      )}
    </section>
  );
}

function Gaps({ check }: { readonly check: Check }): ReactNode {
  return (
    <section className="card stack-small" aria-labelledby="gaps">
      <div className="spread">
        <h2 id="gaps" className="section-title">
          {t("policyCheck.gaps")}
        </h2>
        {check.gaps.length > 0 && (
          <ExportRows name="policy-gaps" columns={gapColumns} rows={check.gaps} />
        )}
      </div>
      {check.gaps.length === 0 && <p>{t("policyCheck.gapsNone")}</p>}
      <ul className="facts">
        {check.gaps.map((gap) => (
          <li key={gap.sentence.text}>
            <ToneTag tone={gap.covered === "none" ? "care" : "quiet"}>
              {t(`policyCheck.covered.${gap.covered}`)}
            </ToneTag>{" "}
            {gap.sentence.text}{" "}
            <AppLink href={tryHref(gap, check.on)}>{t("policyCheck.try")}</AppLink>
          </li>
        ))}
      </ul>
      {check.gapsLeftOut > 0 && (
        <p className="quiet">{t("policyTry.leftOut", { n: check.gapsLeftOut })}</p>
      )}
    </section>
  );
}

/** What no row covers, rows that clash or never count, and notice shorter than promised. */
export function CheckScreen(): ReactNode {
  const [{ on }, setState] = useUrlState(CheckState);
  const head = useQuery(policyQuery).data;
  const check = useQuery(checkQuery(on));
  const never =
    head !== undefined && head.counts.inForce + head.counts.future + head.counts.ended === 0;
  return (
    <>
      <PolicyHeading title={t("policyCheck.title")} what={t("policyCheck.what")} />
      <div className="stack">
        {never ? (
          <EmptyState title={t("policyCheck.empty")} what={t("policy.emptyWhat")} />
        ) : (
          <>
            <div className="no-print">
              <DateField
                label={t("policy.on")}
                value={on ?? todayHere()}
                onChange={(day) =>
                  setState({ on: day === "" || day === todayHere() ? undefined : day })
                }
              />
            </div>
            <Loaded query={check} lines={6}>
              {(found) => (
                <>
                  <Conflicts check={found} />
                  <Gaps check={found} />
                </>
              )}
            </Loaded>
          </>
        )}
      </div>
    </>
  );
}
