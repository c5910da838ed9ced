import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { kpiName } from "../../components/kpi-name.ts";
import { t } from "../../texts/t.ts";
import { FindingNote, type FindingActs } from "./finding-note.tsx";
import type { LaidStation, LaidThread, StationState } from "./lay-threads.ts";
import type { Instance, Procurement, Thread } from "./queries.ts";
import { sayPlace } from "./say-place.ts";

const signs: Record<StationState, string> = { whole: "✓", break: "✕", care: "!", none: "" };

export interface ThreadProps {
  readonly procurement: Procurement;
  readonly acts: FindingActs;
  readonly onOpen: (instance: Instance) => void;
}

function InstanceLine({
  id,
  procurement,
  onOpen,
}: Omit<ThreadProps, "acts"> & { readonly id: string }): ReactNode {
  const instance = procurement.facts.instances.find((one) => one.id === id);
  if (instance === undefined) return null;
  const asks = procurement.asks.find(({ instanceId }) => instanceId === id)?.sentence.text ?? "";
  return (
    <li>
      <button type="button" className="as-link" onClick={() => onOpen(instance)}>
        {sayPlace(instance)}
      </button>
      {instance.lots.length > 0 && (
        <span className="small quiet">
          {" "}
          {t("procurement.inLots", { lots: instance.lots.join(", ") })}
        </span>
      )}
      {instance.requirement !== null && asks !== "" && <p className="small">{asks}</p>}
    </li>
  );
}

/** What is said where a station has nothing: some of it is a valid design, and none of it looks fine. */
function sayNothing(name: LaidStation["name"], thread: Thread): string {
  if (name === "asked") return t("thread.none.asked");
  if (name === "promised") return t("thread.none.promised");
  if (name === "agreed") return t("thread.none.agreed");
  if (thread.clauses.length === 0) return t("thread.none.noClause");
  if (name === "measured")
    return t(
      thread.evidenceTypes.length > 0 ? "thread.none.measuredEvidence" : "thread.none.measured",
    );
  return t(name === "shown" ? "thread.none.shown" : "thread.none.followed");
}

function PersonLine({ person }: { readonly person: NonNullable<Thread["person"]> }): ReactNode {
  return (
    <>
      <p>{person.name ?? person.role ?? t("followUp.somebody")}</p>
      <p className="small quiet">
        {person.hoursPerMonth === null
          ? t("thread.noHours")
          : t("contract.hours", { hours: person.hoursPerMonth })}
      </p>
    </>
  );
}

function StationContent({
  name,
  thread,
  procurement,
  onOpen,
}: Omit<ThreadProps, "acts"> & {
  readonly name: LaidStation["name"];
  readonly thread: Thread;
}): ReactNode {
  if (name === "asked" || name === "agreed") {
    const ids = name === "asked" ? thread.criteria : thread.clauses;
    if (ids.length > 0)
      return (
        <ul className="bare">
          {ids.map((id) => (
            <InstanceLine key={id} id={id} procurement={procurement} onOpen={onOpen} />
          ))}
        </ul>
      );
  }
  if (name === "promised" && thread.promises.length > 0)
    return (
      <ul className="bare">
        {procurement.facts.promises
          .filter(({ id }) => thread.promises.includes(id))
          .map((promise) => (
            <li key={promise.id}>
              <p className="small">
                {t(promise.winning ? "thread.promiseWinning" : "thread.promise", {
                  bidder: promise.bidder,
                  text: promise.text,
                })}
              </p>
            </li>
          ))}
      </ul>
    );
  if (name === "measured" && (thread.kpis.length > 0 || thread.dialogue))
    return (
      <ul className="bare">
        {thread.kpis.map((kpi) => (
          <li key={kpi}>{kpiName(kpi)}</li>
        ))}
        {thread.dialogue && <li>{t("thread.dialogue")}</li>}
      </ul>
    );
  if (name === "shown" && thread.evidenceTypes.length > 0)
    return (
      <ul className="bare">
        {thread.evidenceTypes.map((type) => (
          <li key={type}>{type}</li>
        ))}
      </ul>
    );
  if (name === "followed" && thread.person !== null) return <PersonLine person={thread.person} />;
  return <p className="small quiet">{sayNothing(name, thread)}</p>;
}

/** One thread: what is asked, promised, agreed, measured, shown and looked after, and where it breaks. */
export function ThreadCard({
  laid,
  ...props
}: ThreadProps & { readonly laid: LaidThread }): ReactNode {
  const { thread, stations, broken } = laid;
  // Under the line and not inside its columns: five of them leave a sentence no room.
  const found = stations.flatMap(({ name, findings }) =>
    findings.map((finding) => ({ finding, name })),
  );
  return (
    <section className="card thread" aria-label={thread.title} data-broken={broken}>
      <h3 className="item-title">
        {thread.requirement === null ? (
          thread.title
        ) : (
          <AppLink href={`/requirements/${thread.requirement}`}>{thread.title}</AppLink>
        )}
      </h3>
      <ol className="thread-stations" data-stations={stations.length}>
        {stations.map(({ name, state }) => (
          <li key={name} data-state={state}>
            <p className="thread-head">
              <span className="thread-node" aria-hidden="true">
                {signs[state]}
              </span>
              <strong>{t(`thread.${name}`)}</strong>
              {(state === "break" || state === "care") && (
                <span className={state === "break" ? "small break-text" : "small care-text"}>
                  {t(`thread.state.${state}`)}
                </span>
              )}
            </p>
            <div className="thread-body stack-small">
              <StationContent
                name={name}
                thread={thread}
                procurement={props.procurement}
                onOpen={props.onOpen}
              />
            </div>
          </li>
        ))}
      </ol>
      {found.length > 0 && (
        <ul className="bare mismatch-grid">
          {found.map(({ finding, name }) => (
            <li key={finding.key}>
              <FindingNote finding={finding} at={t(`thread.${name}`)} acts={props.acts} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
