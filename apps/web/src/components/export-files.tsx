import { Button } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { saveFile } from "../api/save-file.ts";
import { t } from "../texts/t.ts";
import { ProblemNotice } from "./problem-notice.tsx";

export type ExportFormat = "xlsx" | "csv" | "docx" | "pdf" | "json";
const sheets = ["xlsx", "csv"] as const;

/** Saves what is shown as files that the server writes: the same filters, every row. */
export function ExportFiles({
  path,
  query,
  name,
  formats = sheets,
}: {
  /** Below `/api`; the format is added to the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** What the file is called where the server does not say, without its ending. */
  readonly name: string;
  readonly formats?: readonly ExportFormat[];
}): ReactNode {
  const [failure, setFailure] = useState<unknown>(null);
  async function save(format: ExportFormat): Promise<void> {
    try {
      setFailure(null);
      const search = new URLSearchParams({ ...query, format }).toString();
      await saveFile({ path: `${path}?${search}`, name: `${name}.${format}` });
    } catch (error) {
      setFailure(error);
    }
  }
  return (
    <div className="no-print">
      <div className="row">
        {formats.map((format) => (
          <Button key={format} size="small" variant="tertiary" onClick={() => void save(format)}>
            {t(`list.export.${format}`)}
          </Button>
        ))}
      </div>
      {failure !== null && <ProblemNotice error={failure} />}
    </div>
  );
}
