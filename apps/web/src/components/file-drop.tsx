import { useState, type DragEvent, type ReactNode } from "react";
import { formatBytes } from "../texts/format.ts";
import { t } from "../texts/t.ts";

export interface FileDropProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly accept: string;
  readonly file: File | null;
  readonly error?: string | undefined;
  readonly onChange: (file: File | null) => void;
}

/** Chooses one file: by the browser's own field, or by dropping it on the frame around it. */
export function FileDrop({
  id,
  label,
  help,
  accept,
  file,
  error,
  onChange,
}: FileDropProps): ReactNode {
  const [over, setOver] = useState(false);
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    onChange(event.dataTransfer.files[0] ?? null);
  }
  return (
    // The field inside does the same by keyboard; dropping is a short cut for the mouse.
    <div
      className="file-drop stack-small"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>
        <strong>{label}</strong>
      </label>
      <p id={`${id}-help`} className="small quiet">
        {help}
      </p>
      <input
        id={id}
        type="file"
        aria-describedby={error === undefined ? `${id}-help` : `${id}-help ${id}-error`}
        aria-invalid={error !== undefined}
        accept={accept}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
      {file !== null && (
        <p className="small" role="status">
          {t("file.chosen", { name: file.name, size: formatBytes(file.size) })}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="small break-text">
          {error}
        </p>
      )}
    </div>
  );
}
