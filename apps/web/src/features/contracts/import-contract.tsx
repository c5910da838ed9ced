import { Button } from "@navikt/ds-react";
import { useGo } from "../../routing/use-go.ts";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";

interface Imported {
  readonly items: readonly { readonly id: string; readonly title: string }[];
}

/** Sends a JSON file as it is; the server takes all of it or nothing. */
async function importJson(input: {
  readonly what: "file" | "notice";
  readonly content: unknown;
}): Promise<Imported> {
  if (input.what === "notice") return api.contracts.importNotice({ notice: input.content });
  const { id } = await api.contracts.importFile({ file: input.content });
  return { items: [{ id, title: "" }] };
}

/** Makes contracts from a contract file or a public notice. */
export function ImportContract({ what }: { readonly what: "file" | "notice" }): ReactNode {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const go = useGo();
  const send = useChange(importJson);

  async function submit(): Promise<void> {
    if (file === null) return setFaults([{ field: id, message: t("new.fileMissing") }]);
    let content: unknown;
    try {
      content = JSON.parse(await file.text());
    } catch (error) {
      return setFaults([
        {
          field: id,
          message: t("new.fileNotJson", { why: error instanceof Error ? error.message : "" }),
        },
      ]);
    }
    setFaults([]);
    send.mutate(
      { what, content },
      {
        onSuccess: ({ items }) => {
          const only = items[0];
          if (items.length === 1 && only !== undefined) go(`/contracts/${only.id}`);
        },
      },
    );
  }

  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FormFaults faults={faults} />
      {send.isError && faults.length === 0 && <ProblemNotice error={send.error} />}
      <p className="measure">{t(what === "file" ? "new.fileWhat" : "new.noticeWhat")}</p>
      <div className="stack-small">
        <label htmlFor={id}>
          <strong>{t("new.chooseFile")}</strong>
        </label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      <div>
        <Button type="submit" loading={send.isPending}>
          {t("new.import")}
        </Button>
      </div>
      {send.data !== undefined && send.data.items.length > 1 && (
        <div className="notice notice-good" role="status">
          <p>{t("new.imported", { n: send.data.items.length })}</p>
          <ul>
            {send.data.items.map((item) => (
              <li key={item.id}>
                <AppLink href={`/contracts/${item.id}`}>{item.title}</AppLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
