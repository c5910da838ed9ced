import type { ReactNode } from "react";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { t } from "../../texts/t.ts";
import type { Endpoint, Field } from "./read-description.ts";
import { sayType } from "./say-type.ts";

const name: DataColumn<Field> = {
  id: "name",
  header: t("api.field"),
  value: (field) => field.name,
  names: true,
  cell: (field) => <code>{field.name}</code>,
};
const type: DataColumn<Field> = {
  id: "type",
  header: t("api.type"),
  value: (field) => sayType(field.schema),
};
const where: DataColumn<Field> = {
  id: "where",
  header: t("api.where"),
  value: (field) =>
    `${t(`api.where.${field.where}`)}, ${t(field.needed ? "api.needed" : "api.optional")}`,
};

function Fields({
  title,
  fields,
  columns,
}: {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly columns: readonly DataColumn<Field>[];
}): ReactNode {
  return (
    <div>
      <h3 className="small">{title}</h3>
      {fields.length === 0 ? (
        <p className="quiet small">{t("api.nothing")}</p>
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          rows={fields}
          rowKey={(field) => `${field.where} ${field.name}`}
        />
      )}
    </div>
  );
}

/** The summary, with what stands between backticks as code. */
function Summary({ text }: { readonly text: string }): ReactNode {
  return (
    <span>
      {text
        .split("`")
        .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </span>
  );
}

/** One endpoint; opens to what is sent and what comes back. */
export function EndpointDetails({ endpoint }: { readonly endpoint: Endpoint }): ReactNode {
  return (
    <details className="endpoint">
      <summary>
        <code className="method">{endpoint.method}</code>
        <code>{endpoint.path}</code>
        <Summary text={endpoint.summary} />
      </summary>
      <div className="stack">
        <Fields title={t("api.sends")} fields={endpoint.sends} columns={[name, type, where]} />
        <Fields title={t("api.gets")} fields={endpoint.gets} columns={[name, type]} />
      </div>
    </details>
  );
}
