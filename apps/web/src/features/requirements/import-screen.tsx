import { Button, Textarea } from "@navikt/ds-react";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { FormFaults, faultOf, type FormFault } from "../../components/form-faults.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import type { ImportResult } from "./queries.ts";

type Item = ImportResult["items"][number];
const mostBytes = 2_000_000;
const tones: Record<Item["what"], Tone> = {
  new: "good",
  changed: "care",
  same: "quiet",
  canonical: "quiet",
};

function useImport() {
  return useChange((input: Parameters<typeof api.requirements.importYaml>[0]) =>
    api.requirements.importYaml(input),
  );
}

function Items({ items }: { readonly items: readonly Item[] }): ReactNode {
  return (
    <ul className="facts">
      {items.map(({ key, what, sentence }) => (
        <li key={key}>
          <ToneTag tone={tones[what]}>{t(`library.import.what.${what}`)}</ToneTag>{" "}
          <AppLink href={`/requirements/${key}`}>{key}</AppLink>
          <p>{sentence.text}</p>
        </li>
      ))}
    </ul>
  );
}

function Faults({ faults }: { readonly faults: ImportResult["faults"] }): ReactNode {
  return (
    <div className="notice stack-small" role="alert">
      <h2>{t("library.import.faults", { n: faults.length })}</h2>
      <ul>
        {faults.slice(0, 100).map(({ line, path, message }) => (
          <li key={`${line ?? ""} ${path} ${message}`}>
            {line === null
              ? t("library.import.faultNoLine", { message })
              : t("library.import.faultLine", { line, message })}
            {path !== "" && <span className="row-raw"> {path}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the file would do, and taking it. */
function Preview({
  text,
  checked,
  onDone,
}: {
  readonly text: string;
  readonly checked: ImportResult;
  readonly onDone: (done: ImportResult) => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const take = useImport();
  const n = checked.items.filter(({ what }) => what === "new" || what === "changed").length;
  function save(event: FormEvent): void {
    event.preventDefault();
    const found =
      reason.trim() === ""
        ? [{ field: "import-reason", message: t("library.import.reasonMissing") }]
        : [];
    setFaults(found);
    if (found.length === 0)
      take.mutate({ text, reason: reason.trim(), dryRun: false }, { onSuccess: onDone });
  }
  return (
    <section className="card stack" aria-labelledby="found">
      <h2 id="found" className="section-title">
        {t("library.import.found")}
      </h2>
      <Items items={checked.items} />
      {n === 0 ? (
        <p role="status">{t("library.import.nothing")}</p>
      ) : (
        <form className="stack" onSubmit={save} noValidate>
          <FormFaults faults={faults} />
          {take.error !== null && faults.length === 0 && <ProblemNotice error={take.error} />}
          <Textarea
            id="import-reason"
            size="small"
            minRows={2}
            label={t("library.import.reason")}
            description={t("library.import.reasonHelp")}
            value={reason}
            error={faultOf(faults, "import-reason")}
            onChange={(event) => setReason(event.target.value)}
          />
          <div>
            <Button type="submit" loading={take.isPending}>
              {t("library.import.take", { n })}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

/** Reads requirements from a YAML file: checked first with each fault at its line, then taken whole or not at all. */
export function ImportScreen(): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [done, setDone] = useState<ImportResult | null>(null);
  // Until the file is read the text is that of another.
  const [reading, setReading] = useState(false);
  const check = useImport();
  async function choose(chosen: File | null): Promise<void> {
    setFile(chosen);
    check.reset();
    if (chosen === null) return;
    if (chosen.size > mostBytes) {
      setFaults([{ field: "import-file", message: t("library.import.tooLarge") }]);
      return;
    }
    setFaults([]);
    setReading(true);
    setText(await chosen.text().finally(() => setReading(false)));
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found =
      text.trim() === ""
        ? [{ field: "import-text", message: t("library.import.missing") }]
        : text.length > mostBytes
          ? [{ field: "import-file", message: t("library.import.tooLarge") }]
          : [];
    setFaults(found);
    if (found.length === 0) check.mutate({ text, dryRun: true });
  }
  const heading = (
    <PageHeading
      title={t("library.importTitle")}
      crumbs={[{ href: "/requirements", text: t("requirements.title") }]}
      lead={<p className="quiet measure">{t("library.importWhat")}</p>}
    />
  );
  if (done !== null)
    return (
      <>
        {heading}
        <div className="notice notice-good stack" role="status">
          <h2>
            {t("library.import.done", {
              n: done.items.filter(({ what }) => what === "new" || what === "changed").length,
            })}
          </h2>
          <Items items={done.items} />
          <div>
            <Button
              size="small"
              variant="secondary"
              onClick={() => {
                setDone(null);
                setFile(null);
                setText("");
                check.reset();
              }}
            >
              {t("library.import.again")}
            </Button>
          </div>
        </div>
      </>
    );
  return (
    <>
      {heading}
      <div className="stack">
        <form className="stack" onSubmit={submit} noValidate>
          <FormFaults faults={faults} />
          {check.error !== null && faults.length === 0 && <ProblemNotice error={check.error} />}
          <FileDrop
            id="import-file"
            label={t("library.import.file")}
            help={t("library.import.fileHelp")}
            accept=".yaml,.yml,text/yaml,application/yaml"
            file={file}
            error={faultOf(faults, "import-file")}
            onChange={(chosen) => void choose(chosen)}
          />
          <Textarea
            id="import-text"
            size="small"
            minRows={4}
            maxRows={14}
            label={t("library.import.text")}
            value={text}
            error={faultOf(faults, "import-text")}
            onChange={(event) => {
              setText(event.target.value);
              check.reset();
            }}
          />
          <div>
            <Button type="submit" variant="secondary" loading={check.isPending || reading}>
              {t("library.import.check")}
            </Button>
          </div>
        </form>
        {check.data !== undefined &&
          (check.data.faults.length > 0 ? (
            <Faults faults={check.data.faults} />
          ) : (
            <Preview text={text} checked={check.data} onDone={setDone} />
          ))}
      </div>
    </>
  );
}
