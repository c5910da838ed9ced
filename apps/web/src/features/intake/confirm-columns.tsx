import { Button, Checkbox, Select } from "@navikt/ds-react";
import type { IntakeDetail } from "@throughline/contract";
import { listFields, type ListField } from "@throughline/domain";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { readMapping, startMapping, type MappingDraft } from "./read-mapping.ts";

type Proposal = IntakeDetail["proposals"][number];
type Column = Proposal["columns"][number];

/** How what a column holds came to be known. */
function sayFrom(column: Column, chosen: ListField | undefined): string {
  if ((chosen ?? null) !== column.field) return t("confirm.from.person");
  if (column.from === "heading" && column.language !== null)
    return t("confirm.from.heading", { language: t(`language.${column.language}`) });
  return t(column.from === "heading" ? "confirm.from.headingPlain" : `confirm.from.${column.from}`);
}

function ColumnField({
  column,
  title,
  chosen,
  error,
  onChoose,
}: {
  readonly column: Column;
  readonly title: string;
  readonly chosen: ListField | undefined;
  readonly error: string | undefined;
  readonly onChoose: (field: ListField | undefined) => void;
}): ReactNode {
  return (
    <li className={chosen === undefined ? "column-card is-unread" : "column-card"}>
      <Select
        id={`column-${column.index}`}
        size="small"
        label={
          <>
            “{title}” {t("confirm.holds")}
          </>
        }
        value={chosen ?? ""}
        error={error}
        onChange={(event) => onChoose(listFields.find((field) => field === event.target.value))}
      >
        <option value="">{t("confirm.nothing")}</option>
        {listFields.map((field) => (
          <option key={field} value={field}>
            {t(`listField.${field}`)}
          </option>
        ))}
      </Select>
      <p className={column.from === "contents" ? "small care-text" : "small quiet"}>
        {sayFrom(column, chosen)}
      </p>
      {column.examples.length === 0 ? (
        <p className="small quiet">{t("confirm.empty")}</p>
      ) : (
        <ul className="examples small">
          {column.examples.slice(0, 3).map((example) => (
            <li key={example}>{example}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

const mostHeaderRows = 40;

/** Sheets are as wide as their widest row; columns with nothing in them need nobody's attention. */
function isFilled({ title, examples, field }: Column): boolean {
  return title.trim() !== "" || examples.length > 0 || field !== null;
}

/** Which sheet, which row of headings, which column holds what: proposed, put right by a person, remembered. */
export function ConfirmColumns({
  intake,
  onDone,
}: {
  readonly intake: IntakeDetail;
  readonly onDone: () => void;
}): ReactNode {
  const first = intake.proposals.find(
    (one) => one.mapping.sheet === (intake.mapping ?? intake.proposals[0]?.mapping)?.sheet,
  );
  const [draft, setDraft] = useState<MappingDraft | null>(() => {
    const mapping = intake.mapping ?? first?.mapping;
    return mapping === undefined ? null : startMapping(mapping);
  });
  const [remember, setRemember] = useState(true);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const confirm = useChange((input: Parameters<typeof api.intakes.confirmColumns>[0]) =>
    api.intakes.confirmColumns(input),
  );
  const proposal = intake.proposals.find((one) => one.mapping.sheet === draft?.sheet);
  if (draft === null || proposal === undefined) return null;
  const titleOf = (index: number): string => {
    const title = proposal.columns.find((column) => column.index === index)?.title.trim() ?? "";
    return title === "" ? t("confirm.column", { n: index + 1 }) : title;
  };
  function choose(index: number, field: ListField | undefined): void {
    if (draft === null) return;
    const fields = new Map(draft.fields);
    if (field === undefined) fields.delete(index);
    else fields.set(index, field);
    setDraft({ ...draft, fields });
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (draft === null) return;
    const read = readMapping(draft, titleOf);
    setFaults(read.ok ? [] : read.faults);
    if (read.ok)
      confirm.mutate(
        { intakeId: intake.id, version: intake.version, mapping: read.mapping, remember },
        { onSuccess: onDone },
      );
  }
  const deepest = Math.max(draft.headerRow ?? 1, mostHeaderRows);
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <div>
        <h2 className="section-title">{t("confirm.title")}</h2>
        <p className="quiet measure">{t("confirm.what")}</p>
      </div>
      <FormFaults faults={faults} />
      {confirm.error !== null && faults.length === 0 && <ProblemNotice error={confirm.error} />}
      {proposal.notes.length > 0 && (
        <ul className="notes">
          {proposal.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className="row-end">
        {intake.proposals.length > 1 && (
          <Select
            size="small"
            label={t("confirm.sheet")}
            value={String(draft.sheet)}
            onChange={(event) => {
              const next = intake.proposals.find(
                (one) => String(one.mapping.sheet) === event.target.value,
              );
              if (next !== undefined) setDraft(startMapping(next.mapping));
            }}
          >
            {intake.proposals.map(({ mapping: { sheet } }) => {
              const about = intake.sheets.find((one) => one.index === sheet);
              return (
                <option key={sheet} value={sheet}>
                  {t(about?.hidden === true ? "confirm.sheetHidden" : "confirm.sheetSays", {
                    name: about?.name ?? String(sheet + 1),
                    rows: about?.rows ?? 0,
                  })}
                </option>
              );
            })}
          </Select>
        )}
        <Select
          size="small"
          label={t("confirm.headerRow")}
          description={t("confirm.headerHelp")}
          value={String(draft.headerRow ?? "")}
          onChange={(event) =>
            setDraft({
              ...draft,
              headerRow: event.target.value === "" ? null : Number(event.target.value),
            })
          }
        >
          <option value="">{t("confirm.headerNone")}</option>
          {Array.from({ length: deepest }, (_, index) => index + 1).map((row) => (
            <option key={row} value={row}>
              {t("confirm.headerN", { n: row })}
            </option>
          ))}
        </Select>
      </div>
      <ul className="column-cards">
        {proposal.columns.filter(isFilled).map((column) => (
          <ColumnField
            key={column.index}
            column={column}
            title={titleOf(column.index)}
            chosen={draft.fields.get(column.index)}
            error={faultOf(faults, `column-${column.index}`)}
            onChoose={(field) => choose(column.index, field)}
          />
        ))}
      </ul>
      <Checkbox
        size="small"
        checked={remember}
        onChange={(event) => setRemember(event.target.checked)}
      >
        {t("confirm.remember")}
      </Checkbox>
      <div className="row">
        <Button type="submit" loading={confirm.isPending}>
          {t("confirm.do")}
        </Button>
        {intake.state === "to_review" && (
          <Button type="button" variant="secondary" onClick={onDone}>
            {t("confirm.keep")}
          </Button>
        )}
      </div>
    </form>
  );
}
