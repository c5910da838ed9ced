import { Button, Textarea } from "@navikt/ds-react";
import type { UseMutationResult } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate, formatShare } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Hit, HitDeciding } from "./queries.ts";

const tones = { waiting: "care", confirmed: "break", wrong_entity: "quiet" } as const;

function Deciding({
  hit,
  onDecide,
  busy,
}: {
  readonly hit: Hit;
  readonly busy: HitDeciding["verdict"] | null;
  readonly onDecide: (deciding: HitDeciding) => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const field = `reason-${hit.id}`;
  function decide(verdict: "confirmed" | "wrong_entity"): void {
    const given = reason.trim() === "" ? null : reason.trim();
    const lacks = verdict === "wrong_entity" && given === null;
    setMissing(lacks);
    if (lacks) document.getElementById(field)?.focus();
    else onDecide({ hit, verdict, reason: given });
  }
  return (
    <div className="stack no-print" role="group" aria-label={t("hits.decide")}>
      <Textarea
        id={field}
        size="small"
        label={t("hits.reason")}
        description={t("hits.reasonHint")}
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={missing ? t("hits.reasonMissing") : undefined}
      />
      <div className="row">
        <Button
          size="small"
          variant="secondary"
          loading={busy === "confirmed"}
          onClick={() => decide("confirmed")}
        >
          {t("hits.confirm")}
        </Button>
        <Button
          size="small"
          variant="secondary"
          loading={busy === "wrong_entity"}
          onClick={() => decide("wrong_entity")}
        >
          {t("hits.wrong")}
        </Button>
      </div>
    </div>
  );
}

/** One hit: what the measure is, why it matched, and a person's verdict. */
export function HitCard({
  hit,
  wanted,
  mayDecide,
  decide,
}: {
  readonly hit: Hit;
  /** The address names this one. */
  readonly wanted: boolean;
  readonly mayDecide: boolean;
  /** Of the list, which outlives this card: a decided hit may leave the list at once. */
  readonly decide: UseMutationResult<unknown, Error, HitDeciding>;
}): ReactNode {
  const waiting = hit.verdict === "waiting";
  const mine = decide.variables?.hit.id === hit.id;
  return (
    <li>
      <article
        id={`hit-${hit.id}`}
        aria-labelledby={`title-${hit.id}`}
        className={`card hit stack${waiting ? "" : " is-decided"}${wanted ? " is-wanted" : ""}`}
      >
        <div className="spread">
          <h2 className="item-title" id={`title-${hit.id}`}>
            <AppLink href={`/sites/${hit.siteId}`}>{hit.siteName}</AppLink>
          </h2>
          <ToneTag tone={tones[hit.verdict]}>{t(`hits.verdict.${hit.verdict}`)}</ToneTag>
        </div>
        <dl className="said">
          <dt>{t("hits.measure")}</dt>
          <dd>{hit.measure}</dd>
          <dt>{t("hits.entity")}</dt>
          <dd>{hit.entity}</dd>
          <dt>{t("hits.effective")}</dt>
          <dd>{hit.effectiveOn === null ? t("hits.notDated") : formatDate(hit.effectiveOn)}</dd>
          <dt>{t("hits.list")}</dt>
          <dd>{hit.listTitle}</dd>
          <dt>{t("hits.matchedOn")}</dt>
          <dd>{hit.matchedOn}</dd>
          <dt>{t("hits.why")}</dt>
          <dd>
            {hit.explanation} ({t("hits.alike", { share: formatShare(hit.probability) })})
          </dd>
        </dl>
        {mine && decide.isError && <ProblemNotice error={decide.error} />}
        {!waiting && (
          <div>
            <p>
              {t("hits.said", {
                by: hit.verdictBy ?? t("hits.formerMember"),
                date: hit.verdictOn === null ? t("hits.notDated") : formatDate(hit.verdictOn),
                verdict: t(`hits.verdict.${hit.verdict}`),
              })}
            </p>
            {hit.verdictReason !== null && (
              <p>{t("hits.saidWhy", { reason: hit.verdictReason })}</p>
            )}
          </div>
        )}
        {mayDecide &&
          (waiting ? (
            <Deciding
              hit={hit}
              busy={mine && decide.isPending ? decide.variables.verdict : null}
              onDecide={(deciding) => decide.mutate(deciding)}
            />
          ) : (
            <div className="no-print">
              <Button
                size="small"
                variant="secondary"
                loading={mine && decide.isPending}
                onClick={() => decide.mutate({ hit, verdict: "waiting", reason: null })}
              >
                {t("hits.takeBack")}
              </Button>
            </div>
          ))}
      </article>
    </li>
  );
}
