import { Button } from "@navikt/ds-react";
import type { Seat } from "@throughline/contract";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { Series } from "../../api/dialogue.ts";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { SeatTask } from "./seat-dialogs.tsx";

const OfferSeatDialog = lazy(() => import("./offer-seat-dialog.tsx"));
const SeatDialogs = lazy(() => import("./seat-dialogs.tsx"));

function LinkSays({ link }: { readonly link: NonNullable<Seat["link"]> }): ReactNode {
  const expired = link.expiresOn < todayHere();
  return (
    <div className="from">
      {link.taken ? (
        t(link.takenAs === "account" ? "seat.takenByAccount" : "seat.takenByLink")
      ) : (
        <span className={expired ? "break-text" : "care-text"}>
          {t(expired ? "seat.expired" : "seat.notTaken", { date: formatDate(link.expiresOn) })}
        </span>
      )}
      {link.toAddress !== null && ` · ${t("seat.to", { address: link.toAddress })}`}
      {link.shownAt !== null && ` · ${t("seat.shown", { date: formatDate(link.shownAt) })}`}
    </div>
  );
}

function OneSeat({
  seat,
  mayKeep,
  onTask,
}: {
  readonly seat: Seat;
  readonly mayKeep: boolean;
  readonly onTask: (kind: SeatTask["kind"]) => void;
}): ReactNode {
  const tasks: readonly SeatTask["kind"][] = [
    ...(seat.link === null || seat.link.taken ? [] : (["reveal"] as const)),
    ...(seat.link === null ? [] : (["renew"] as const)),
    ...(seat.kind === "joint" ? (["sees"] as const) : []),
    ...(seat.kind === "lead" ? [] : (["end"] as const)),
  ];
  return (
    <li>
      <strong>{seat.name}</strong> {seat.mine && <span className="quiet">{t("seat.us")}</span>}{" "}
      {seat.endedAt !== null && (
        <ToneTag tone="quiet">{t("seat.ended", { date: formatDate(seat.endedAt) })}</ToneTag>
      )}
      <div>
        {t(`seat.kind.${seat.kind}`)}:{" "}
        {seat.kind === "joint"
          ? seat.sees.length === 0
            ? t("seat.seesNothing")
            : t("seat.seesOnly", {
                what: seat.sees.map((one) => t(`seat.sees.${one}`)).join(", "),
              })
          : t("seat.seesAll")}
      </div>
      {seat.link !== null && seat.endedAt === null && <LinkSays link={seat.link} />}
      {mayKeep && seat.endedAt === null && tasks.length > 0 && (
        <div className="row no-print">
          {tasks.map((kind) => (
            <Button
              key={kind}
              size="small"
              variant="tertiary"
              aria-label={t("seat.taskOf", { task: t(`seat.task.${kind}`), name: seat.name })}
              onClick={() => onTask(kind)}
            >
              {t(`seat.task.${kind}`)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

/** Who sits at the table and what each may see. One counterpart and no second: competitors never share a room. */
export function SeriesTable({ series }: { readonly series: Series }): ReactNode {
  const [offering, setOffering] = useState<"counterpart" | "joint" | null>(null);
  const [task, setTask] = useState<SeatTask | null>(null);
  const mayKeep = series.can.host && series.can.write;
  const standing = series.seats.filter(({ endedAt }) => endedAt === null);
  const hasCounterpart = standing.some(({ kind }) => kind === "counterpart");
  return (
    <section className="card stack" aria-labelledby="series-table">
      <div>
        <h2 className="section-title" id="series-table">
          {t("dialogues.table")}
        </h2>
        <p className="quiet">{t("dialogues.tableWhat")}</p>
      </div>
      <ul className="facts">
        {series.seats.map((seat) => (
          <OneSeat
            key={seat.id}
            seat={seat}
            mayKeep={mayKeep}
            onTask={(kind) => setTask({ kind, seat })}
          />
        ))}
      </ul>
      {mayKeep && (
        <div className="row no-print">
          {!hasCounterpart && (
            <Button size="small" onClick={() => setOffering("counterpart")}>
              {t("seat.offerCounterpart", { name: series.counterpart.name })}
            </Button>
          )}
          <Button size="small" variant="secondary" onClick={() => setOffering("joint")}>
            {t("seat.offerJoint")}
          </Button>
        </div>
      )}
      <Suspense fallback={null}>
        {offering !== null && (
          <OfferSeatDialog series={series} kind={offering} onClose={() => setOffering(null)} />
        )}
        {task !== null && (
          <SeatDialogs seriesId={series.id} task={task} onClose={() => setTask(null)} />
        )}
      </Suspense>
    </section>
  );
}
