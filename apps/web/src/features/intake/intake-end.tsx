import { Button } from "@navikt/ds-react";
import type { IntakeDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatNumber } from "../../texts/format.ts";
import { t, type TextKey } from "../../texts/t.ts";
import { RejectsButtons } from "./rejects-buttons.tsx";

// In the order in which they are told.
const resultTexts: Readonly<Record<string, TextKey>> = {
  new: "result.new",
  same: "result.same",
  review: "result.review",
  links: "result.links",
  hits: "result.hits",
  added: "result.added",
  changed: "result.changed",
  unchanged: "result.unchanged",
};
// What there is to do about a figure.
const resultPlaces: Readonly<Record<string, readonly [string, TextKey]>> = {
  review: ["/reviews", "done.compare"],
  hits: ["/reviews/hits", "done.decide"],
};

/** What taking it brought, with where to go on. */
export function IntakeDone({
  intake,
  onward,
}: {
  readonly intake: IntakeDetail;
  /** Where one goes on after a list for the record. */
  readonly onward: string;
}): ReactNode {
  const { contract, disclosureId, counts } = intake;
  return (
    <section className="card stack" aria-labelledby="done">
      <h2 className="section-title" id="done">
        {t("done.title")}
      </h2>
      {counts !== null && (
        <p>
          {t("done.rows", { n: counts.accepted + counts.corrected, rejected: counts.rejected })}
        </p>
      )}
      {intake.result !== null && (
        <ul className="figures-plain">
          {Object.entries(resultTexts).flatMap(([key, text]) => {
            const value = intake.result?.[key];
            const place = resultPlaces[key];
            return value === undefined
              ? []
              : [
                  <li key={key}>
                    <strong className="value">{formatNumber(value)}</strong> {t(text)}
                    {place !== undefined && value > 0 && (
                      <>
                        {" "}
                        <AppLink href={place[0]}>{t(place[1])}</AppLink>
                      </>
                    )}
                  </li>,
                ];
          })}
        </ul>
      )}
      <div className="row no-print">
        {contract !== null && (
          <>
            <ButtonLink href={`/contracts/${contract.id}?station=traced`}>
              {t("done.contract")}
            </ButtonLink>
            {disclosureId !== null && (
              <AppLink href={`/contracts/${contract.id}/disclosures/${disclosureId}`}>
                {t("done.disclosure")}
              </AppLink>
            )}
          </>
        )}
        {contract === null && (
          <ButtonLink href={onward}>
            {t(onward === "/record" ? "done.record" : "done.answer")}
          </ButtonLink>
        )}
      </div>
      {(counts?.rejected ?? 0) > 0 && <RejectsButtons intakeId={intake.id} title={intake.title} />}
    </section>
  );
}

/** What went wrong, what was kept, what to do. */
export function IntakeFailed({
  intake,
  again,
}: {
  readonly intake: IntakeDetail;
  readonly again: string;
}): ReactNode {
  const retry = useChange(() => api.intakes.retry({ intakeId: intake.id }));
  return (
    <section className="notice stack" role="alert">
      <h2>{intake.failure?.title ?? intake.stateSentence.text}</h2>
      {intake.failure !== null && (
        <>
          {intake.failure.detail !== intake.failure.title && <p>{intake.failure.detail}</p>}
          <p>{intake.failure.whatToDo}</p>
        </>
      )}
      {!intake.can.retry && intake.failure === null && (
        <p className="quiet">{t("intake.keptNothing")}</p>
      )}
      {retry.error !== null && <ProblemNotice error={retry.error} />}
      <div className="row">
        {intake.can.retry && (
          <Button loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
            {t("intake.retry")}
          </Button>
        )}
        <ButtonLink variant={intake.can.retry ? "secondary" : "primary"} href={again}>
          {t("intake.again")}
        </ButtonLink>
      </div>
    </section>
  );
}
