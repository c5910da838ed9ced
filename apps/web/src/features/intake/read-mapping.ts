/** What a person says about columns, and how it becomes the mapping the API takes. */
import { listFields, type ColumnMapping, type ListField } from "@throughline/domain";
import type { FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

export interface MappingDraft {
  readonly sheet: number;
  readonly headerRow: number | null;
  /** What each column holds, by its index; those that hold nothing needed are left out. */
  readonly fields: ReadonlyMap<number, ListField>;
}

type MappingRead =
  | { readonly ok: true; readonly mapping: ColumnMapping }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

const places: readonly ListField[] = ["address", "street", "city", "postcode"];

/** The draft a proposed or confirmed mapping begins with. */
export function startMapping(mapping: ColumnMapping): MappingDraft {
  return {
    sheet: mapping.sheet,
    headerRow: mapping.headerRow,
    fields: new Map(mapping.columns.map(({ index, field }) => [index, field])),
  };
}

/**
 * Reads it, or says what is at fault: a list needs the name of each site and something of its address, and no two
 * columns may hold the same. `titleOf` names a column to a person.
 *
 * @example readMapping({ sheet: 0, headerRow: 1, fields: new Map([[0, "name"]]) }, String).ok // false: no address
 */
export function readMapping(draft: MappingDraft, titleOf: (index: number) => string): MappingRead {
  const columnsOf = (field: ListField): number[] =>
    [...draft.fields].flatMap(([index, held]) => (held === field ? [index] : []));
  const faults: FormFault[] = [];
  if (columnsOf("name").length === 0)
    faults.push({ field: "column-0", message: t("confirm.fault.name") });
  if (places.every((field) => columnsOf(field).length === 0))
    faults.push({ field: "column-0", message: t("confirm.fault.address") });
  for (const field of listFields) {
    const columns = columnsOf(field);
    if (columns.length > 1)
      faults.push({
        field: `column-${columns[1] ?? 0}`,
        message: t("confirm.fault.twice", {
          field: t(`listField.${field}`),
          columns: columns.map(titleOf).join(", "),
        }),
      });
  }
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    mapping: {
      sheet: draft.sheet,
      headerRow: draft.headerRow,
      columns: [...draft.fields]
        .sort(([a], [b]) => a - b)
        .map(([index, field]) => ({ index, field })),
    },
  };
}
