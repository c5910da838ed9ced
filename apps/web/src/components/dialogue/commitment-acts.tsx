import { Button } from "@navikt/ds-react";
import type { CommitmentDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { SaidKind } from "./act-draft.ts";
import { CommitmentTag } from "./commitment-lines.tsx";
import { SayDialog } from "./say-dialog.tsx";

type Act = CommitmentDetail["acts"][number];

/** By which way it was said, so that one can tell how much it is worth. */
function sayWay(act: Act): string {
  if (act.via === "account")
    return t(act.linkShown ? "act.via.accountLinkShown" : "act.via.account");
  return t(act.linkShown ? "act.via.linkShown" : "act.via.link");
}

function OneAct({ act }: { readonly act: Act }): ReactNode {
  return (
    <li>
      <span className="timeline-mark" aria-hidden="true" />
      <div className="stack-small">
        <p>
          <strong>{t(`act.said.${act.kind}`, { by: act.by })}</strong>
          {act.dueOn !== null && ` ${t("act.said.by", { date: formatDate(act.dueOn) })}`}
        </p>
        {act.what !== null && <p className="measure wrap-anywhere">{act.what}</p>}
        {act.reason !== null && (
          <p className="measure wrap-anywhere">
            <span className="quiet">{t("act.reason")}</span> {act.reason}
          </p>
        )}
        {act.shownBy !== null && (
          <p className="measure wrap-anywhere">
            <span className="quiet">{t("act.shownBy")}</span> {act.shownBy.title}
            {act.shownBy.reference !== "" && ` (${act.shownBy.reference})`}
          </p>
        )}
        <p className={act.linkShown ? "small care-text" : "small quiet"}>
          {formatDate(act.on)} · {sayWay(act)}
        </p>
      </div>
    </li>
  );
}

/** A commitment as either side reads it: standing, the chain of its dates, what can be said now, and all that was said. */
export function CommitmentAct({
  commitment,
}: {
  readonly commitment: CommitmentDetail;
}): ReactNode {
  const [saying, setSaying] = useState<SaidKind | null>(null);
  const { debtor, mySide } = commitment;
  // Several things cannot be said for one reason: it is told once.
  const whyNot = [...new Set(commitment.cannotSay.map(({ why }) => why.text))];
  return (
    <div className="stack-large">
      <section className="card stack-small" aria-labelledby={`stands-${commitment.id}`}>
        <h2 className="section-title" id={`stands-${commitment.id}`}>
          {t(debtor.side === mySide ? "act.weOwe" : "act.theyOwe", { who: debtor.name })}
        </h2>
        <p>
          <CommitmentTag state={commitment.state} /> {commitment.says.text}
        </p>
        {commitment.proposed !== null && commitment.state !== "put_forward" && (
          <p className="care-text wrap-anywhere">
            {t("act.proposed", { what: commitment.proposed.what })}
            {commitment.proposed.dueOn !== null &&
              ` ${t("act.said.by", { date: formatDate(commitment.proposed.dueOn) })}`}
          </p>
        )}
        {commitment.firstDueOn !== null && (
          <ol className="date-chain" aria-label={t("act.dates")}>
            <li>{t("act.firstDate", { date: formatDate(commitment.firstDueOn) })}</li>
            {commitment.slipped.map((slip) => (
              <li key={`${slip.on} ${slip.to}`}>
                {t(slip.agreed ? "act.movedTo" : "act.askedFor", { date: formatDate(slip.to) })}
                <span className="sub">
                  {formatDate(slip.on)}: {slip.reason}
                </span>
              </li>
            ))}
          </ol>
        )}
        {commitment.canSay.length > 0 && (
          <div className="row no-print" role="group" aria-label={t("act.canSay")}>
            {commitment.canSay.map((kind) =>
              kind === "made" ? null : (
                <Button
                  key={kind}
                  size="small"
                  variant={
                    kind === "confirmed" || kind === "fulfilled" || kind === "accepted"
                      ? "primary"
                      : "secondary"
                  }
                  onClick={() => setSaying(kind)}
                >
                  {t(`act.${kind}`)}
                </Button>
              ),
            )}
          </div>
        )}
        {whyNot.map((why) => (
          <p key={why} className="small quiet">
            {why}
          </p>
        ))}
      </section>
      <section className="stack" aria-labelledby={`said-${commitment.id}`}>
        <h2 className="section-title" id={`said-${commitment.id}`}>
          {t("act.allSaid")}
        </h2>
        <ol className="timeline">
          {commitment.acts.map((act) => (
            <OneAct key={act.id} act={act} />
          ))}
        </ol>
      </section>
      {saying !== null && (
        <SayDialog commitment={commitment} kind={saying} onClose={() => setSaying(null)} />
      )}
    </div>
  );
}
