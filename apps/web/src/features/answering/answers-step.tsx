import { Button } from "@navikt/ds-react";
import type { AskedDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { productName } from "../../components/product-name.ts";
import { OwnAnswers } from "../../components/record/own-answers.tsx";
import { TakeOverDialog } from "../../components/record/take-over-dialog.tsx";
import { t } from "../../texts/t.ts";
import { AnswerPage } from "./answer-page.tsx";
import type { AnswerPlace } from "./queries.ts";

const mostNamed = 12;

function StillOpen({ asked }: { readonly asked: AskedDetail }): ReactNode {
  const open = asked.products.filter(({ answer }) => answer === "nothing_yet");
  if (asked.products.length === 0) return null;
  if (open.length === 0) return <p role="status">{t("answersStep.allAnswered")}</p>;
  const more = open.length - mostNamed;
  return (
    <div className="banner banner-care" role="status">
      <div>
        <p>{t("answersStep.open", { n: open.length, all: asked.products.length })}</p>
        <ul>
          {open.slice(0, mostNamed).map((product) => (
            <li key={product.key}>
              {productName(product)}
              {product.passedOnTo.length > 0 &&
                ` · ${t("asked.passedTo", { names: product.passedOnTo.join(", ") })}`}
            </li>
          ))}
          {more > 0 && <li>{t("answersStep.more", { n: more })}</li>}
        </ul>
      </div>
    </div>
  );
}

function PassedOn({
  asked,
  place,
}: {
  readonly asked: AskedDetail;
  readonly place: AnswerPlace;
}): ReactNode {
  const [taking, setTaking] = useState<string | null>(null);
  return (
    <section className="card stack" aria-labelledby="passed-on">
      <div>
        <h2 className="section-title" id="passed-on">
          {t("passOn.title")}
        </h2>
        <p className="quiet measure">{t("passOn.what")}</p>
      </div>
      {asked.passedOn.length > 0 && (
        <ul className="facts">
          {asked.passedOn.map((one) => (
            <li key={one.requestId}>
              {place.guest ? (
                <strong>{one.addressee}</strong>
              ) : (
                <AppLink href={`/requests/${one.requestId}`}>
                  <strong>{one.addressee}</strong>
                </AppLink>
              )}
              <p>{one.stateSentence.text}</p>
              {one.releaseIds.map((id) => (
                <Button key={id} size="small" variant="secondary" onClick={() => setTaking(id)}>
                  {t("passOn.takeOver")}
                </Button>
              ))}
            </li>
          ))}
        </ul>
      )}
      {asked.can.passOn && (
        <div>
          <ButtonLink size="small" variant="secondary" href={`${place.base}/pass-on`}>
            {t("passOn.do")}
          </ButtonLink>
        </div>
      )}
      {taking !== null && <TakeOverDialog chosen={taking} onClose={() => setTaking(null)} />}
    </section>
  );
}

/** Step 4: what no site can be named for, and who else may know. */
export function AnswersStep(): ReactNode {
  return (
    <AnswerPage here="answers">
      {(asked, place) => (
        <>
          <StillOpen asked={asked} />
          <section className="stack" aria-labelledby="answers-step">
            <div>
              <h2 className="section-title" id="answers-step">
                {t("answersStep.title")}
              </h2>
              <p className="quiet measure">{t("answersStep.what")}</p>
            </div>
            <OwnAnswers
              canWrite={asked.can.write}
              productIds={
                asked.products.length === 0
                  ? null
                  : asked.products.flatMap(({ productId }) => productId ?? [])
              }
            />
          </section>
          <PassedOn asked={asked} place={place} />
        </>
      )}
    </AnswerPage>
  );
}
