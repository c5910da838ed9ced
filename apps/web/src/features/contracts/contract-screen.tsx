import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { stationNames, type StationName } from "@throughline/domain";
import { useEffect, useState, type ReactNode } from "react";
import { z } from "zod";
import { Loaded } from "../../components/loaded.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { AsOfPicker, PastNotice } from "../../components/as-of-picker.tsx";
import { ContractButtons, ContractHeading } from "./contract-heading.tsx";
import { LineView } from "./line-view.tsx";
import { OpenTask } from "./open-task.tsx";
import type { Task } from "./task-of-action.ts";
import { contractQuery, lineQuery, useContractId } from "./queries.ts";

const ScreenState = z.object({
  station: z
    .enum([...stationNames, "none"])
    .catch("traced")
    .default("traced"),
  asOf: z.iso.date().optional().catch(undefined),
});

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
  const line = useInfiniteQuery(lineQuery(id, asOf));
  useArrival(contract.data !== undefined && line.data !== undefined);
  const open: StationName | null = state.station === "none" ? null : state.station;
  // What is past is looked at, not changed.
  const start = asOf === null ? setTask : null;

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
            {(joined) =>
              joined !== null && (
                <LineView
                  joined={joined}
                  contract={detail}
                  asOf={asOf}
                  open={open}
                  onOpen={(name) => setState({ station: name ?? "none" })}
                  onTask={start}
                  more={line}
                />
              )
            }
          </Loaded>
          {task !== null && (
            <OpenTask task={task} contract={detail} onClose={() => setTask(null)} />
          )}
        </div>
      )}
    </Loaded>
  );
}
