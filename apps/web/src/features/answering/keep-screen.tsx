import { useQuery } from "@tanstack/react-query";
import type { AskedDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ClaimForm } from "../../components/claim-form.tsx";
import { t } from "../../texts/t.ts";
import { AnswerPage } from "./answer-page.tsx";
import type { AnswerPlace } from "./queries.ts";

function Keep({
  asked,
  place,
}: {
  readonly asked: AskedDetail;
  readonly place: AnswerPlace;
}): ReactNode {
  const me = useQuery(meQuery);
  if (!asked.can.claim && me.data !== undefined)
    return <p className="measure">{t("keep.cannot")}</p>;
  return (
    <section className="card stack" aria-labelledby="keep">
      <div>
        <h2 className="section-title" id="keep">
          {t("keep.title")}
        </h2>
        <p className="measure">{t("keep.what")}</p>
      </div>
      {me.data !== undefined ? (
        <ClaimForm name={asked.answerer.name} person={me.data.person.name} />
      ) : (
        !me.isPending && (
          <>
            <p className="measure">{t("keep.signIn")}</p>
            <div>
              <ButtonLink
                href={`/sign-in?${new URLSearchParams({ to: `${place.base}/keep` }).toString()}`}
              >
                {t("signIn.do")}
              </ButtonLink>
            </div>
          </>
        )
      )}
    </section>
  );
}

/** Makes what was typed without an account the record of an organisation. */
export function KeepScreen(): ReactNode {
  return (
    <AnswerPage here={null}>{(asked, place) => <Keep asked={asked} place={place} />}</AnswerPage>
  );
}
