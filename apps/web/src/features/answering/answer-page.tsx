import { useQuery } from "@tanstack/react-query";
import { problemOf, type AskedDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { ownSitesQuery, productChoiceQuery } from "../../api/record.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { formatLongDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { answerSteps, stepState, type AnswerStep } from "./answer-steps.ts";
import { askedQuery, useAnswerPlace, type AnswerPlace } from "./queries.ts";

/** How much the record holds, for the marks of the steps. */
export function useRecordCounts(): { readonly sites: number; readonly products: number } {
  const sites = useQuery(ownSitesQuery({ limit: 1 }));
  const products = useQuery(productChoiceQuery);
  return { sites: sites.data?.total ?? 0, products: products.data?.items.length ?? 0 };
}

function Steps({
  here,
  asked,
  place,
}: {
  readonly here: AnswerStep | null;
  readonly asked: AskedDetail;
  readonly place: AnswerPlace;
}): ReactNode {
  const record = useRecordCounts();
  return (
    <nav className="answer-steps no-print" aria-label={t("answerStep.label")}>
      <ol>
        {answerSteps.map(({ name, path }, index) => {
          const state = stepState(name, asked, record);
          return (
            <li key={name}>
              <AppLink
                href={`${place.base}${path}`}
                aria-current={here === name ? "step" : undefined}
              >
                <StateMark state={state} size={20} />
                <span>
                  {index > 0 && index < 5 && `${index}. `}
                  {t(`answerStep.${name}`)}
                  <span className="aksel-sr-only">
                    :{" "}
                    {t(
                      state === "whole"
                        ? "answerStep.done"
                        : state === "partly"
                          ? "answerStep.partly"
                          : "answerStep.open",
                    )}
                  </span>
                </span>
              </AppLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The way on, and back. */
function StepEnds({
  here,
  place,
}: {
  readonly here: AnswerStep;
  readonly place: AnswerPlace;
}): ReactNode {
  const index = answerSteps.findIndex(({ name }) => name === here);
  const before = answerSteps[index - 1];
  const after = answerSteps[index + 1];
  return (
    <div className="row no-print step-ends">
      {after !== undefined && (
        <ButtonLink href={`${place.base}${after.path}`}>
          {t("answerStep.next", { step: t(`answerStep.${after.name}`) })}
        </ButtonLink>
      )}
      {before !== undefined && (
        <ButtonLink variant="tertiary" href={`${place.base}${before.path}`}>
          {t("answerStep.back", { step: t(`answerStep.${before.name}`) })}
        </ButtonLink>
      )}
    </div>
  );
}

function Lead({ asked }: { readonly asked: AskedDetail }): ReactNode {
  const { requester, answerer, dueOn } = asked;
  const name = requester.invented
    ? `${requester.name} (${t("organisation.invented")})`
    : requester.name;
  return (
    <>
      <p>
        <strong>{name}</strong>{" "}
        {/* Where the sentence below names the day, it need not stand here, too. */}
        {dueOn === null || asked.stateSentence.text.includes(formatLongDate(dueOn))
          ? t("asked.asks", { answerer: answerer.name })
          : t("asked.asksBy", { answerer: answerer.name, date: formatLongDate(dueOn) })}
      </p>
      <p className="quiet">{asked.stateSentence.text}</p>
    </>
  );
}

/** What is said where link and code are not in this browser any more. */
function NotOpen(): ReactNode {
  return (
    <div className="notice stack-small">
      <h1 className="section-title">{t("door.notOpen")}</h1>
      <p>{t("door.notOpenWhat")}</p>
      <div className="row">
        <ButtonLink href="/answer">{t("door.openAgain")}</ButtonLink>
        <ButtonLink variant="secondary" href="/sign-in">
          {t("signIn.do")}
        </ButtonLink>
      </div>
    </div>
  );
}

/** One page of an answer: who asks, the steps, and what this step is about. */
export function AnswerPage({
  here,
  children,
}: {
  /** `null` beside the steps. */
  readonly here: AnswerStep | null;
  readonly children: (asked: AskedDetail, place: AnswerPlace) => ReactNode;
}): ReactNode {
  const place = useAnswerPlace();
  const asked = useQuery(askedQuery(place.deliveryId));
  if (
    place.guest &&
    asked.data === undefined &&
    ["not_signed_in", "not_found"].includes(problemOf(asked.error)?.code ?? "")
  )
    return <NotOpen />;
  return (
    <Loaded query={asked} lines={8} page>
      {(data) => (
        <>
          <PageHeading
            title={data.subject}
            crumbs={place.guest ? [] : [{ href: "/asked", text: t("asked.title") }]}
            lead={<Lead asked={data} />}
          />
          <div className="stack">
            {data.state === "withdrawn" ? (
              <div className="banner banner-quiet" role="status">
                <p>{t("asked.withdrawn")}</p>
              </div>
            ) : (
              <Steps here={here} asked={data} place={place} />
            )}
            {children(data, place)}
            {here !== null && data.state !== "withdrawn" && <StepEnds here={here} place={place} />}
          </div>
        </>
      )}
    </Loaded>
  );
}
