import { Button } from "@navikt/ds-react";
import type { StationName } from "@throughline/domain";
import type { ReactNode } from "react";
import { LineLegend, LineOfStations } from "../../components/line-of-stations.tsx";
import { formatLongDate, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { CompletenessFigures } from "./completeness-figures.tsx";
import { ConditionsSection } from "./conditions-section.tsx";
import type { ContractDetail } from "./contract-draft.ts";
import { ContractFoot } from "./contract-foot.tsx";
import { DisclosuresSection } from "./disclosures-section.tsx";
import { FrameworkUsers } from "./framework-users.tsx";
import type { JoinedLine } from "./join-parts.ts";
import { NextActions } from "./next-actions.tsx";
import { taskOf, type Task } from "./task-of-action.ts";
import { ReadinessBanner } from "./readiness-banner.tsx";
import { recordAsOf } from "./record-as-of.ts";
import { RequestsSection } from "./requests-section.tsx";
import { StationPanel } from "./station-panel.tsx";
import { TracedPanel } from "./traced-panel.tsx";

const panelId = "station";

export interface LineViewProps {
  readonly joined: JoinedLine;
  readonly contract: ContractDetail;
  readonly asOf: string | null;
  readonly open: StationName | null;
  readonly onOpen: (station: StationName | null) => void;
  /** Null where the past is shown: it is looked at, not changed. */
  readonly onTask: ((task: Task) => void) | null;
  /** Fetches the next part of a long line. */
  readonly more: {
    readonly fetchNextPage: () => Promise<unknown>;
    readonly isFetchingNextPage: boolean;
  };
}

function MoreOfLine({ joined, more }: Pick<LineViewProps, "joined" | "more">): ReactNode {
  const { line, total, next } = joined;
  if (next === null) return null;
  return (
    <div className="banner banner-quiet">
      <div role="status">
        {t("line.part", {
          products: formatNumber(line.products.length),
          allProducts: formatNumber(total.products),
          sites: formatNumber(line.sites.length),
          allSites: formatNumber(total.sites),
          breaks: formatNumber(line.breaks.length),
          allBreaks: formatNumber(total.breaks),
        })}
      </div>
      <Button
        size="small"
        variant="secondary"
        loading={more.isFetchingNextPage}
        onClick={() => void more.fetchNextPage()}
      >
        {t("line.more")}
      </Button>
    </div>
  );
}

/** The currency spend is counted in: the contract's, else the one its products are priced in. */
function currencyOf({ value, products }: ContractDetail): string | null {
  const priced = new Set(products.flatMap((product) => product.value?.currency ?? []));
  return value?.currency ?? (priced.size === 1 ? ([...priced][0] ?? null) : null);
}

/** The line of one contract and everything that hangs on it. */
export function LineView({
  joined,
  contract,
  asOf,
  open,
  onOpen,
  onTask,
  more,
}: LineViewProps): ReactNode {
  const { line, factsLeftOut } = joined;
  const station = line.stations.find((one) => one.name === open);
  return (
    <>
      <p className="only-print">
        {t("print.asOf", { date: formatLongDate(line.asOf), reference: contract.reference })}
      </p>
      <ReadinessBanner line={line} breakCount={joined.total.breaks} />
      <section aria-label={t("line.label")}>
        <LineOfStations stations={line.stations} open={open} panelId={panelId} onOpen={onOpen} />
        {station !== undefined && (
          <StationPanel
            id={panelId}
            station={station}
            line={line}
            leftOut={factsLeftOut.get(station.name) ?? 0}
          >
            {station.name === "traced" && (
              <TracedPanel
                line={line}
                siteCount={joined.total.sites}
                edges={joined.edges}
                edgesLeftOut={joined.edgesLeftOut}
                can={contract.can}
                onTask={onTask}
              />
            )}
          </StationPanel>
        )}
        <div style={{ marginTop: "0.75rem" }}>
          <LineLegend />
          <p className="small quiet no-print">{t("line.hint")}</p>
        </div>
      </section>
      <MoreOfLine joined={joined} more={more} />
      <NextActions
        line={line}
        contract={contract}
        onAct={onTask === null ? null : (action) => onTask(taskOf(action, contract))}
      />
      <CompletenessFigures line={line} currency={currencyOf(contract)} />
      <RequestsSection contract={recordAsOf(contract, asOf)} onTask={onTask} />
      <DisclosuresSection contract={contract} asOf={asOf} onTask={onTask} />
      <ConditionsSection contract={contract} onTask={onTask} />
      <FrameworkUsers contract={contract} mayChange={contract.can.write && onTask !== null} />
      <ContractFoot contract={contract} line={line} partly={joined.next !== null} />
    </>
  );
}
