import type { Proposal } from "@throughline/contract";
import type { ReactNode } from "react";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { formatNumber, formatShare } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

type Content = Proposal["content"];
type Alternative = Content["alternatives"][number];
type Buyer = Content["buyers"][number];

const alternativeColumns: readonly DataColumn<Alternative>[] = [
  {
    id: "name",
    header: t("proposal.col.way"),
    names: true,
    value: (row) => t(`proposal.way.${row.name}`),
    cell: (row) => (
      <>
        <strong>{t(`proposal.way.${row.name}`)}</strong>
        <span className="sub">{row.coreSays.text}</span>
      </>
    ),
  },
  {
    id: "answers",
    header: t("proposal.col.answers"),
    numeric: true,
    value: (row) => row.burden.total,
  },
  {
    id: "mean",
    header: t("proposal.col.mean"),
    numeric: true,
    value: (row) =>
      row.burden.mean === null ? null : formatNumber(Math.round(row.burden.mean * 10) / 10),
  },
  {
    id: "different",
    header: t("proposal.col.different"),
    value: (row) => row.diversity.says.text,
  },
  {
    id: "moving",
    header: t("proposal.col.moving"),
    numeric: true,
    value: (row) => row.buyersMoving,
  },
  {
    id: "down",
    header: t("proposal.col.down"),
    numeric: true,
    value: (row) => row.buyersComingDown,
  },
  {
    id: "below",
    header: t("proposal.col.below"),
    numeric: true,
    value: (row) => row.belowFloorIfTakenAlone,
  },
];

const buyerColumns: readonly DataColumn<Buyer>[] = [
  {
    id: "buyer",
    header: t("harmonisation.col.buyer"),
    names: true,
    value: (row) => `${row.buyer} (${t(`instance.role.${row.role}`)})`,
  },
  {
    id: "moves",
    header: t("proposal.col.moves"),
    value: (row) =>
      row.moves.length === 0 ? t("proposal.stays") : row.moves.map(({ says }) => says).join(" "),
    cell: (row) =>
      row.moves.length === 0 ? (
        <span className="quiet">{t("proposal.stays")}</span>
      ) : (
        <ul className="plain-list">
          {row.moves.map((move) => (
            <li key={move.parameter}>
              <span aria-hidden="true">
                {move.direction === "up" ? "▲" : move.direction === "down" ? "▼" : "◆"}
              </span>{" "}
              {t(`proposal.direction.${move.direction}`)}: {move.says}
            </li>
          ))}
        </ul>
      ),
  },
  {
    id: "addOns",
    header: t("proposal.col.addOns"),
    value: (row) => row.addOns.map(({ says }) => says).join(" "),
    cell: (row) =>
      row.addOns.length === 0 ? (
        <span className="quiet">{t("proposal.noAddOns")}</span>
      ) : (
        <ul className="plain-list">
          {row.addOns.map((one) => (
            <li key={one.parameter}>{one.says}</li>
          ))}
        </ul>
      ),
  },
  {
    id: "distance",
    header: t("proposal.col.distance"),
    numeric: true,
    value: (row) => formatShare(row.distance),
  },
];

/** The core stands above, and the ways side by side below. */
function isToldHere({ code }: Content["says"][number]): boolean {
  return !code.startsWith("core.") && !code.startsWith("compare.");
}

/** What is proposed: the core, the ways to go side by side, who moves how far, what people have to choose. */
export function ProposalContentView({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { content } = proposal;
  return (
    <>
      <section className="stack-small" aria-labelledby="proposal-core">
        <h2 className="section-title" id="proposal-core">
          {t("proposal.core")}
        </h2>
        <p className="measure">
          <strong>{content.coreSays.text}</strong>
        </p>
        <ul className="measure">
          {content.says.filter(isToldHere).map((sentence) => (
            <li key={sentence.text}>{sentence.text}</li>
          ))}
        </ul>
        <p className="quiet measure">
          {content.exact ? t("proposal.exact") : t("proposal.notExact")}{" "}
          {content.assumedOneReseller && t("proposal.assumed")} {t("proposal.informs")}
        </p>
      </section>
      <section className="stack" aria-labelledby="proposal-ways">
        <div className="spread">
          <h2 className="section-title" id="proposal-ways">
            {t("proposal.ways")}
          </h2>
          <ExportRows name="ways" columns={alternativeColumns} rows={content.alternatives} />
        </div>
        <DataTable
          caption={t("proposal.ways")}
          columns={alternativeColumns}
          rows={content.alternatives}
          rowKey={(row) => row.name}
        />
      </section>
      {proposal.buyersShown ? (
        <section className="stack" aria-labelledby="proposal-buyers">
          <div className="spread">
            <h2 className="section-title" id="proposal-buyers">
              {t("proposal.buyers")}
            </h2>
            <ExportRows name="who-moves" columns={buyerColumns} rows={content.buyers} />
          </div>
          <DataTable
            caption={t("proposal.buyers")}
            columns={buyerColumns}
            rows={content.buyers}
            rowKey={(row) => `${row.buyer} ${row.role}`}
          />
          {content.notAsking.length > 0 && (
            <p>{t("matrix.notAsking", { buyers: content.notAsking.join(", ") })}</p>
          )}
        </section>
      ) : (
        <p className="quiet measure">{t("proposal.buyersHidden")}</p>
      )}
      {content.choices.length > 0 && (
        <section className="stack-small" aria-labelledby="proposal-choices">
          <h2 className="section-title" id="proposal-choices">
            {t("proposal.choices")}
          </h2>
          <p className="quiet measure">{t("proposal.choicesWhat")}</p>
          {content.choices.map((choice) => (
            <div key={choice.parameter} className="stack-small">
              <h3>{choice.label}</h3>
              <ul>
                {choice.values.map((value) => (
                  <li key={value.says}>
                    {value.says}
                    {value.buyers.length > 0 && (
                      <span className="quiet"> ({value.buyers.join(", ")})</span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
