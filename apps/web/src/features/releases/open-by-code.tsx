import { Button, TextField } from "@navikt/ds-react";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";

/** Opens one release by the code a supplier gave. */
export function OpenByCode(): ReactNode {
  const go = useGo();
  const [code, setCode] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const open = useChange(() => api.releases.open({ code: code.trim() }));
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found =
      code.replace(/[\s-]/gu, "").length === 8
        ? []
        : [{ field: "share-code", message: t("openCode.fault") }];
    setFaults(found);
    if (found.length === 0)
      open.mutate(undefined, { onSuccess: ({ releaseId }) => go(`/releases/${releaseId}`) });
  }
  return (
    <form className="card stack no-print" noValidate onSubmit={submit} aria-labelledby="open-code">
      <h2 className="section-title" id="open-code">
        {t("openCode.title")}
      </h2>
      {open.error !== null && faults.length === 0 && <ProblemNotice error={open.error} />}
      <div className="row-end">
        <TextField
          id="share-code"
          size="small"
          label={t("openCode.field")}
          description={t("openCode.help")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          error={faultOf(faults, "share-code")}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="submit" size="small" loading={open.isPending}>
          {t("openCode.do")}
        </Button>
      </div>
      <p className="small quiet">{t("openCode.seen")}</p>
    </form>
  );
}
