import { Button, Textarea, ToggleGroup } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import type { ContractDetail } from "@throughline/contract";
import { useState, type FormEvent, type ReactNode } from "react";
import { AboutFields } from "../../components/about-fields.tsx";
import { readAbout, startAbout } from "../../components/disclosure-about.ts";
import { FileDrop } from "../../components/file-drop.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { formatShare } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { beginIntake, type IntakeSource } from "./begin-intake.ts";
import { useIntakeBase } from "./queries.ts";

type Contract = Pick<ContractDetail, "id" | "title" | "supplier" | "products">;

export type BeginAim =
  | {
      readonly target: "contract";
      readonly contract: Contract;
      readonly productIds: readonly string[];
    }
  | { readonly target: "record"; readonly deliveryId: string | null };

const noContract = { products: [], supplier: null };

/** Chooses the file or pastes the text, and says what it is; reading begins at once. */
export function BeginForm({ aim }: { readonly aim: BeginAim }): ReactNode {
  const { base } = useIntakeBase();
  const go = useGo();
  const contract = aim.target === "contract" ? aim.contract : null;
  const [way, setWay] = useState<"file" | "text">("file");
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const [about, setAbout] = useState(() =>
    startAbout(contract ?? noContract, aim.target === "contract" ? aim.productIds : []),
  );
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [sent, setSent] = useState(0);
  const begin = useMutation({
    mutationFn: beginIntake,
    onSuccess: (intakeId) =>
      go(
        aim.target === "record" && aim.deliveryId !== null
          ? `${base}/${intakeId}?delivery=${aim.deliveryId}`
          : `${base}/${intakeId}`,
      ),
  });
  const source: IntakeSource | null =
    way === "file"
      ? file === null
        ? null
        : { kind: "file", file }
      : text.trim() === ""
        ? null
        : { kind: "text", text };

  function submit(event: FormEvent): void {
    event.preventDefault();
    const missing =
      source === null
        ? [
            {
              field: way === "file" ? "intake-file" : "intake-text",
              message: t(way === "file" ? "begin.fileFault" : "begin.textFault"),
            },
          ]
        : [];
    const read = readAbout(about);
    const found = [...missing, ...(contract === null || read.ok ? [] : read.faults)];
    setFaults(found);
    if (found.length > 0 || source === null) return;
    setSent(0);
    if (aim.target === "record") begin.mutate({ source, aim, onSent: setSent });
    else if (read.ok)
      begin.mutate({
        source,
        onSent: setSent,
        aim: { target: "contract", contractId: aim.contract.id, about: read.about },
      });
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <FormFaults faults={faults} />
      {begin.error !== null && faults.length === 0 && <ProblemNotice error={begin.error} />}
      {contract !== null && <p>{t("intake.forContract", { title: contract.title })}</p>}
      <ToggleGroup
        label={t("begin.how")}
        size="small"
        value={way}
        onChange={(value) => setWay(value === "text" ? "text" : "file")}
      >
        <ToggleGroup.Item value="file" label={t("begin.file")} />
        <ToggleGroup.Item value="text" label={t("begin.text")} />
      </ToggleGroup>
      {way === "file" ? (
        <FileDrop
          id="intake-file"
          label={t("begin.fileField")}
          help={t("begin.fileHelp")}
          accept=".csv,.tsv,.txt,.xlsx,.ods"
          file={file}
          error={faultOf(faults, "intake-file")}
          onChange={(next) => {
            // A file names itself, so nobody need think of a title for it.
            if (about.title === "" || about.title === file?.name)
              setAbout({ ...about, title: next?.name ?? "" });
            setFile(next);
          }}
        />
      ) : (
        <Textarea
          id="intake-text"
          label={t("begin.textField")}
          description={t("begin.textHelp")}
          minRows={8}
          maxRows={20}
          value={text}
          error={faultOf(faults, "intake-text")}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {contract !== null && (
        <fieldset className="plain card">
          <legend>{t("begin.about")}</legend>
          <div className="stack">
            <AboutFields about={about} contract={contract} faults={faults} onChange={setAbout} />
          </div>
        </fieldset>
      )}
      <p className="quiet">{t("begin.nothingYet")}</p>
      <div className="row">
        <Button type="submit" loading={begin.isPending}>
          {t("begin.do")}
        </Button>
        {begin.isPending && (
          <>
            <span role="status">{t("begin.uploading")}</span>
            <span className="number-line">{formatShare(sent)}</span>
          </>
        )}
      </div>
    </form>
  );
}
