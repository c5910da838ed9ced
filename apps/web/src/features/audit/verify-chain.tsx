import { Button } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import type { Verified } from "./queries.ts";

function Outcome({ verified }: { readonly verified: Verified }): ReactNode {
  const { sealed, unsealed, firstFault } = verified;
  if (firstFault !== null || !verified.intact) {
    return (
      <div className="notice">
        <h2>
          {t("audit.fault", { n: firstFault?.sequence ?? "?", what: firstFault?.what ?? "" })}
        </h2>
        <p>{t("audit.faultWhat")}</p>
      </div>
    );
  }
  return (
    <p className="notice notice-good">
      {sealed === 0
        ? t("audit.verifiedNothing", { unsealed })
        : t("audit.verified", { sealed, unsealed })}
    </p>
  );
}

/** Recomputes the chain of seals and says what came out. */
export function VerifyChain(): ReactNode {
  const verify = useMutation({ mutationFn: () => api.organisations.verifyAudit() });
  return (
    <div className="stack-small no-print">
      <div>
        <Button
          size="small"
          variant="secondary"
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {t("audit.verify")}
        </Button>
      </div>
      <div role="status">{verify.isSuccess && <Outcome verified={verify.data} />}</div>
      {verify.isError && <ProblemNotice error={verify.error} />}
    </div>
  );
}
