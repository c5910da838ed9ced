import { Button } from "@navikt/ds-react";
import type { FactRef, Line, Station, StationTruth } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

const factsAtFirst = 12;

function Truth({
  title,
  truth,
}: {
  readonly title: string;
  readonly truth: StationTruth;
}): ReactNode {
  return (
    <div className="truth">
      <p className="truth-title">
        <StateMark state={truth.state} size={18} /> {title}:{" "}
        <span className={`state-${truth.state}`}>{t(`state.${truth.state}`)}</span>
      </p>
      <p>{truth.sentence.text}</p>
    </div>
  );
}

const tablePages: Partial<Record<FactRef["kind"], string>> = {
  commitment: "/commitments/",
  meeting: "/meetings/",
  series: "/dialogue/series/",
};

/** The page a fact points at, where it has one of its own. */
function placeOf(refs: readonly FactRef[], contractId: string): string | null {
  const site = refs.filter((ref) => ref.kind === "site");
  if (site.length === 1 && site[0] !== undefined) return `/sites/${site[0].id}`;
  const tender = refs.find((ref) => ref.kind === "procurement");
  if (tender !== undefined) return `/procurements/${tender.id}`;
  const atTable = refs.find((ref) => tablePages[ref.kind] !== undefined);
  if (atTable !== undefined) return `${tablePages[atTable.kind] ?? ""}${atTable.id}`;
  const disclosure = refs.find((ref) => ref.kind === "disclosure");
  return disclosure === undefined ? null : `/contracts/${contractId}/disclosures/${disclosure.id}`;
}

/** Facts, each with its source, its actor and its date. */
export function FactList({
  facts,
  contractId,
  leftOut = 0,
}: {
  readonly facts: Station["facts"];
  readonly contractId: string;
  readonly leftOut?: number;
}): ReactNode {
  const [all, setAll] = useState(false);
  if (facts.length === 0) return <p className="quiet">{t("line.noFacts")}</p>;
  return (
    <>
      <ul className="facts">
        {(all ? facts : facts.slice(0, factsAtFirst)).map((fact) => {
          const place = placeOf(fact.refs, contractId);
          const source =
            fact.actor === null
              ? t("line.factFrom", { source: fact.source })
              : t("line.factBy", { source: fact.source, actor: fact.actor });
          return (
            <li key={fact.id}>
              {fact.sentence.text}
              <div className="from">
                {place === null ? source : <AppLink href={place}>{source}</AppLink>} ·{" "}
                {fact.date === null ? t("line.noDate") : formatDate(fact.date)}
              </div>
            </li>
          );
        })}
      </ul>
      {!all && facts.length > factsAtFirst && (
        <Button size="small" variant="tertiary" onClick={() => setAll(true)}>
          {t("line.moreFacts", { n: facts.length })}
        </Button>
      )}
      {leftOut > 0 && <p className="quiet small">{t("line.factsLeftOut", { n: leftOut })}</p>}
    </>
  );
}

/** A station opened in place: its two truths, its breaks, and every fact behind it. */
export function StationPanel({
  id,
  station,
  line,
  leftOut,
  children,
}: {
  readonly id: string;
  readonly station: Station;
  readonly line: Line;
  readonly leftOut: number;
  readonly children: ReactNode;
}): ReactNode {
  const name = t(`station.${station.name}`);
  const breaks = line.breaks.filter((one) => one.station === station.name);
  const facts = (
    <FactList
      key={station.name}
      facts={station.facts}
      contractId={line.contract.id}
      leftOut={leftOut}
    />
  );
  return (
    <section className="card station-panel stack" id={id} aria-label={name}>
      <div>
        <h2 className="section-title">
          {name}: {station.headline.text}
        </h2>
        <p className="quiet">
          {t(`station.${station.name}.what`)} {station.detail?.text}
        </p>
      </div>
      <div className="truth-pair">
        <Truth title={t("line.dutyTitle")} truth={station.duty} />
        <Truth title={t("line.resultTitle")} truth={station.result} />
      </div>
      {breaks.length > 0 && station.name !== "traced" && (
        <div>
          <h3>{t("line.breaksHere")}</h3>
          <ul className="facts">
            {breaks.map((one) => (
              <li key={one.id}>
                {one.sentence.text}
                <div className="from">
                  {one.owner === null ? t("line.noOwner") : t("line.owner", { owner: one.owner })} ·{" "}
                  {one.dueOn === null
                    ? t("line.noDue")
                    : t("line.due", { date: formatDate(one.dueOn) })}
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
      {children}
      {station.name === "traced" ? (
        <details className="plain">
          <summary>
            {t("line.facts")} ({t("line.factCount", { n: station.facts.length })})
          </summary>
          {facts}
        </details>
      ) : (
        <div>
          <h3>{t("line.facts")}</h3>
          {facts}
        </div>
      )}
    </section>
  );
}
