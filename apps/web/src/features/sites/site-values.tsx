import type { ReactNode } from "react";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatCountry, formatDate } from "../../texts/format.ts";
import { en } from "../../texts/en.ts";
import { t } from "../../texts/t.ts";
import { groupValues, type SaidValue } from "./group-values.ts";
import type { Site } from "./queries.ts";

const texts: Readonly<Record<string, string>> = en;

/** Name of a field; one that is new here is shown as it stands. */
function fieldName(field: string): string {
  return texts[`site.field.${field}`] ?? field.replaceAll("_", " ");
}

function columnsOf(field: string): readonly DataColumn<SaidValue>[] {
  return [
    {
      id: "value",
      header: t("site.value"),
      names: true,
      value: (said) => (field === "country" ? formatCountry(said.value) : said.value),
    },
    { id: "by", header: t("site.saidBy"), value: (said) => said.saidBy },
    { id: "source", header: t("site.source"), value: (said) => said.source },
    {
      id: "asOf",
      header: t("site.asOf"),
      value: (said) => (said.asOf === null ? t("site.notDated") : formatDate(said.asOf)),
    },
    {
      id: "verified",
      header: t("site.verified"),
      value: (said) => t(`verification.${said.verification}`),
    },
  ];
}

/** Every value with who said it; those that contradict one another stand side by side. */
export function SiteValues({ site }: { readonly site: Site }): ReactNode {
  const groups = groupValues(site.values);
  return (
    <section className="card stack" aria-labelledby="values">
      <div>
        <h2 className="section-title" id="values">
          {t("site.values")}
        </h2>
        <p className="quiet">{t(groups.length === 0 ? "site.noValues" : "site.valuesWhat")}</p>
      </div>
      {groups.map((group) => (
        <div key={group.field} className="same-columns">
          <h3 className="row item-title">
            {fieldName(group.field)}
            {group.distinct > 1 && (
              <ToneTag tone="care">{t("site.conflict", { n: group.distinct })}</ToneTag>
            )}
          </h3>
          <DataTable
            caption={`${t("site.values")}: ${fieldName(group.field)}`}
            columns={columnsOf(group.field)}
            rows={group.values}
            rowKey={(said) =>
              [said.value, said.saidBy, said.source, said.asOf, said.disclosureId].join(" ")
            }
          />
        </div>
      ))}
    </section>
  );
}
