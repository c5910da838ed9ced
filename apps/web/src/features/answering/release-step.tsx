import type { ReactNode } from "react";
import { ReleaseForm } from "../../components/record/release-form.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { AnswerPage } from "./answer-page.tsx";

/** The last step: look over what the requester will see, and release it. */
export function ReleaseStep(): ReactNode {
  const go = useGo();
  return (
    <AnswerPage here="release">
      {(asked, place) =>
        asked.can.release ? (
          <ReleaseForm
            deliveryId={asked.deliveryId}
            recipient={asked.requester.name}
            onReleased={(releaseId) => go(`${place.base}/released/${releaseId}`)}
          />
        ) : (
          <p className="measure">{t("releaseStep.mayNot")}</p>
        )
      }
    </AnswerPage>
  );
}
