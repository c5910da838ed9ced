import { Radio, RadioGroup } from "@navikt/ds-react";
import type { RequestDetail } from "@throughline/contract";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { FormDialog } from "../../components/form-dialog.tsx";
import { t } from "../../texts/t.ts";

const AnswerDialog = lazy(() => import("../../components/answer-dialog.tsx"));

interface AnswerTaskProps {
  readonly request: RequestDetail;
  readonly onClose: () => void;
}

function ChooseContract({
  request,
  onChoose,
  onClose,
}: AnswerTaskProps & { readonly onChoose: (id: string) => void }): ReactNode {
  const [chosen, setChosen] = useState(request.contracts[0]?.id ?? "");
  return (
    <FormDialog
      title={t("answer.title")}
      save={t("oneRequest.answerNext")}
      busy={false}
      error={null}
      onSave={() => onChoose(chosen)}
      onClose={onClose}
    >
      <RadioGroup
        size="small"
        legend={t("oneRequest.answerWhich")}
        value={chosen}
        onChange={(id: string) => setChosen(id)}
      >
        {request.contracts.map((contract) => (
          <Radio key={contract.id} value={contract.id}>
            {contract.title} ({contract.reference})
          </Radio>
        ))}
      </RadioGroup>
    </FormDialog>
  );
}

/** Records an answer that came by other means. It belongs to one contract: of several, one is chosen first. */
export function AnswerTask({ request, onClose }: AnswerTaskProps): ReactNode {
  const only = request.contracts.length === 1 ? request.contracts[0] : undefined;
  const [contractId, setContractId] = useState(only?.id ?? null);
  if (contractId === null)
    return <ChooseContract request={request} onChoose={setContractId} onClose={onClose} />;
  const products = request.products.flatMap((product) =>
    product.id === null || product.contractId !== contractId
      ? []
      : [{ ...product, id: product.id }],
  );
  const productIds = products.map((product) => product.id);
  return (
    <Suspense fallback={null}>
      <AnswerDialog
        contractId={contractId}
        requests={[{ ...request, productIds }]}
        products={products}
        requestId={request.id}
        productIds={productIds}
        onClose={onClose}
      />
    </Suspense>
  );
}
