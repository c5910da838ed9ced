import type { DialogueFigure } from "@throughline/contract";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { formatDate, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

/** The value as one reads it; `null` is "no data", never nought. */
export function sayFigure({ value, unit }: Pick<DialogueFigure, "value" | "unit">): string {
  if (value === null) return t("figure.noData");
  switch (unit) {
    case "count":
      return formatNumber(value);
    case "days":
      return t("figure.days", { n: value });
    case "percent":
      return t("figure.percent", { n: Math.round(value) });
    case "of_five":
      return t("figure.ofFive", { n: Math.round(value * 10) / 10 });
  }
}

type Record = DialogueFigure["records"][number];

const places = {
  meeting: (id: string) => `/meetings/${id}`,
  series: (id: string) => `/dialogue/series/${id}`,
  commitment: (id: string) => `/commitments/${id}`,
  obstacle: (id: string) => `/commitments/obstacles?obstacle=${id}`,
} as const satisfies { readonly [At in Record["at"]]: (id: string) => string };

/** One figure; it opens to the records it was counted from. */
function OneFigure({ figure }: { readonly figure: DialogueFigure }): ReactNode {
  return (
    <details>
      <summary>
        <span className="value">{sayFigure(figure)}</span>
        <span className="label">{figure.label}</span>
      </summary>
      <p className="measure">{figure.says.text}</p>
      {figure.records.length === 0 ? (
        <p className="quiet small">{t("programme.noRecords")}</p>
      ) : (
        <ul>
          {figure.records.map((record) => (
            <li key={record.id}>
              <AppLink href={places[record.at](record.atId)}>{record.title}</AppLink>{" "}
              {record.on !== null && <span className="quiet">{formatDate(record.on)}</span>}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** What came of a programme, counted from its records. */
export function ProgrammeFigures({
  figures,
}: {
  readonly figures: readonly DialogueFigure[];
}): ReactNode {
  return (
    <div className="figures programme-figures">
      {figures.map((figure) => (
        <OneFigure key={figure.key} figure={figure} />
      ))}
    </div>
  );
}
