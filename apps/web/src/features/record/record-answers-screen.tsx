import type { ReactNode } from "react";
import { OwnAnswers } from "../../components/record/own-answers.tsx";
import { t } from "../../texts/t.ts";
import { RecordHeading, useMayWrite } from "./record-heading.tsx";
import { RecordHistory } from "./record-history.tsx";

/** Answers of our record that are no sites. */
export function RecordAnswersScreen(): ReactNode {
  const mayWrite = useMayWrite();
  return (
    <>
      <RecordHeading
        title={t("recordAnswers.title")}
        lead={<p className="quiet measure">{t("answersStep.what")}</p>}
      />
      <OwnAnswers canWrite={mayWrite} />
      <RecordHistory kind="record_answer" />
    </>
  );
}
