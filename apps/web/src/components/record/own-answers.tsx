import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { OwnAnswer } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { ownAnswersQuery, productChoiceQuery } from "../../api/record.ts";
import { useChange } from "../../api/use-change.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { Loaded } from "../loaded.tsx";
import { ProblemNotice } from "../problem-notice.tsx";
import { productName } from "../product-name.ts";
import { ToneTag } from "../tags.tsx";
import { OwnAnswerDialog } from "./own-answer-dialog.tsx";

/** Answers that are not sites: refused, cannot say because, shown to be false. */
export function OwnAnswers({
  canWrite,
  productIds = null,
  actions,
}: {
  readonly canWrite: boolean;
  /** Only what is said of these products, and of everything; `null`: all of it. */
  readonly productIds?: readonly string[] | null;
  readonly actions?: ReactNode;
}): ReactNode {
  const answers = useQuery(ownAnswersQuery);
  const products = useQuery(productChoiceQuery);
  const [adding, setAdding] = useState(false);
  const remove = useChange((answerId: string) => api.record.removeAnswer({ answerId }));
  const offered = (products.data?.items ?? []).filter(
    ({ id }) => productIds === null || productIds.includes(id),
  );
  const nameOf = ({ productId }: OwnAnswer): string => {
    if (productId === null) return t("ownAnswer.everything");
    const product = products.data?.items.find(({ id }) => id === productId);
    return product === undefined
      ? t("ownAnswer.someProduct")
      : productName({ ...product, partNumber: null });
  };
  return (
    <div className="stack">
      {remove.error !== null && <ProblemNotice error={remove.error} />}
      <Loaded query={answers} lines={3}>
        {({ items }) => {
          const shown = items.filter(
            ({ productId }) =>
              productId === null || productIds === null || productIds.includes(productId),
          );
          return shown.length === 0 ? (
            <p className="quiet">{t("ownAnswer.none")}</p>
          ) : (
            <ul className="facts card">
              {shown.map((answer) => (
                <li key={answer.id} className="spread">
                  <div style={{ flex: "1 1 18rem", minWidth: 0 }}>
                    <p>
                      <strong>
                        {nameOf(answer)}: {t(`ownAnswer.${answer.answer}`)}
                      </strong>
                    </p>
                    <p>{answer.reason}</p>
                    <p className="from">
                      {[
                        answer.saidBy === null
                          ? t("ownAnswer.saidByUs")
                          : t("ownAnswer.saidByThem", { who: answer.saidBy }),
                        formatDate(answer.answeredOn),
                        answer.document,
                      ]
                        .filter((part) => part !== null)
                        .join(" · ")}
                    </p>
                    {answer.selfReported && (
                      <ToneTag tone="quiet">{t("ownAnswer.selfReported")}</ToneTag>
                    )}
                  </div>
                  {canWrite && (
                    <Button
                      className="no-print"
                      size="small"
                      variant="tertiary"
                      aria-label={t("ownAnswer.removeOne", { about: nameOf(answer) })}
                      loading={remove.isPending && remove.variables === answer.id}
                      onClick={() => remove.mutate(answer.id)}
                    >
                      {t("ownAnswer.remove")}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {canWrite && (
        <div className="row no-print">
          <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
            {t("ownAnswer.add")}
          </Button>
          {actions}
        </div>
      )}
      {adding && <OwnAnswerDialog products={offered} onClose={() => setAdding(false)} />}
    </div>
  );
}
