import { useQuery } from "@tanstack/react-query";
import { stationNames, type NextAction, type StationName } from "@throughline/domain";
import { useEffect, useState, type ReactNode } from "react";
import { z } from "zod";
import { Loaded } from "../../components/loaded.tsx";
import { LineLegend, LineOfStations } from "../../components/line-of-stations.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { AsOfPicker, PastNotice } from "./as-of-picker.tsx";
import { CompletenessFigures } from "./completeness-figures.tsx";
import { ConditionsSection } from "./conditions-section.tsx";
import type { ContractDetail } from "./contract-draft.ts";
import { ContractButtons, ContractHeading } from "./contract-heading.tsx";
import { ContractFoot } from "./contract-foot.tsx";
import { DisclosuresSection } from "./disclosures-section.tsx";
import { NextActions } from "./next-actions.tsx";
import { recordAsOf } from "./record-as-of.ts";
import { OpenTask, taskOf, type Task } from "./open-task.tsx";
import { contractQuery, lineQuery, useContractId } from "./queries.ts";
import { ReadinessBanner } from "./readiness-banner.tsx";
import { RequestsSection } from "./requests-section.tsx";
import { StationPanel } from "./station-panel.tsx";
import { TracedPanel } from "./traced-panel.tsx";

const ScreenState = z.object({
  station: z
    .enum([...stationNames, "none"])
    .catch("traced")
    .default("traced"),
  asOf: z.iso.date().optional().catch(undefined),
});

const panelId = "station";

/** Goes to what the address names once it is there: the list of next actions, for those who come from Today. */
function useArrival(ready: boolean): void {
  useEffect(() => {
    if (!ready || globalThis.location.hash.length < 2) return;
    document.getElementById(globalThis.location.hash.slice(1))?.scrollIntoView();
  }, [ready]);
}

/** One contract: its parties, whether it may be extended, its line, what is behind it, and what to do next. */
export function ContractScreen(): ReactNode {
  const id = useContractId();
  const [state, setState] = useUrlState(ScreenState);
  const [task, setTask] = useState<Task | null>(null);
  const asOf = state.asOf ?? null;
  const contract = useQuery(contractQuery(id));
  const line = useQuery(lineQuery(id, asOf));
  useArrival(contract.data !== undefined && line.data !== undefined);
  const open: StationName | null = state.station === "none" ? null : state.station;
  // What is past is looked at, not changed.
  const start = asOf === null ? setTask : null;

  function act(detail: ContractDetail): ((action: NextAction) => void) | null {
    return start === null ? null : (action) => start(taskOf(action, detail));
  }

  return (
    <Loaded query={contract} lines={8} page>
      {(detail) => (
        <div className="stack-large">
          <div>
            <ContractHeading contract={detail} />
            <div className="spread">
              <ContractButtons
                contract={detail}
                mayChange={detail.can.write && asOf === null}
                onRemove={() => setTask({ kind: "remove" })}
              />
              <AsOfPicker
                key={asOf}
                asOf={asOf}
                onChange={(date) => setState({ asOf: date ?? undefined }, { push: true })}
              />
            </div>
          </div>
          {asOf !== null && (
            <PastNotice asOf={asOf} onBack={() => setState({ asOf: undefined }, { push: true })} />
          )}
          <Loaded query={line} lines={8}>
            {({ line: drawn, edges, edgesLeftOut, factsLeftOut }) => {
              const station = drawn.stations.find((one) => one.name === open);
              return (
                <>
                  <ReadinessBanner line={drawn} />
                  <section aria-label={t("line.label")}>
                    <LineOfStations
                      stations={drawn.stations}
                      open={open}
                      panelId={panelId}
                      onOpen={(name) => setState({ station: name ?? "none" })}
                    />
                    {station !== undefined && (
                      <StationPanel
                        id={panelId}
                        station={station}
                        line={drawn}
                        leftOut={
                          factsLeftOut.find((one) => one.station === station.name)?.count ?? 0
                        }
                      >
                        {station.name === "traced" && (
                          <TracedPanel
                            line={drawn}
                            edges={edges}
                            edgesLeftOut={edgesLeftOut}
                            can={detail.can}
                            onTask={start}
                          />
                        )}
                      </StationPanel>
                    )}
                    <div style={{ marginTop: "0.75rem" }}>
                      <LineLegend />
                      <p className="small quiet no-print">{t("line.hint")}</p>
                    </div>
                  </section>
                  <NextActions line={drawn} contract={detail} onAct={act(detail)} />
                  <CompletenessFigures line={drawn} currency={detail.value?.currency ?? null} />
                  <RequestsSection contract={recordAsOf(detail, asOf)} onTask={start} />
                  <DisclosuresSection contract={detail} asOf={asOf} onTask={start} />
                  <ConditionsSection contract={detail} onTask={start} />
                  <ContractFoot contract={detail} line={drawn} />
                </>
              );
            }}
          </Loaded>
          {task !== null && (
            <OpenTask task={task} contract={detail} onClose={() => setTask(null)} />
          )}
        </div>
      )}
    </Loaded>
  );
}
