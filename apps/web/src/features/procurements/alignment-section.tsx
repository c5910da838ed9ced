import { Button, ToggleGroup } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { saveFile } from "../../api/save-file.ts";
import { useChange } from "../../api/use-change.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { FindingNote, type FindingActs } from "./finding-note.tsx";
import { findingsOfTheWhole, layThreads } from "./lay-threads.ts";
import type { Finding, Instance, Procurement } from "./queries.ts";
import { ThreadCard } from "./thread-card.tsx";

const FixDialog = lazy(() => import("./fix-dialog.tsx"));
const WaiveDialog = lazy(() => import("./waive-dialog.tsx"));

type Open =
  | { readonly kind: "fix"; readonly finding: Finding | null }
  | { readonly kind: "waive"; readonly finding: Finding };

/** Whether it may be published as it stands, in a sentence. */
export function GateNotice({ procurement }: { readonly procurement: Procurement }): ReactNode {
  const { alignment, facts, leadTime } = procurement;
  const { blocking, serious, advice } = alignment.open;
  const drafting = facts.stage === "drafting";
  return (
    <div
      className={
        blocking > 0 ? "notice" : serious + advice > 0 ? "notice notice-care" : "notice notice-good"
      }
    >
      <h2>
        {facts.instances.length === 0
          ? t("align.nothingYet")
          : blocking > 0
            ? t(drafting ? "align.gateClosed" : "align.publishedWith", { n: blocking })
            : t(
                serious + advice === 0
                  ? "align.gateOpen"
                  : drafting
                    ? "align.gateOpenBut"
                    : "align.publishedBut",
              )}
      </h2>
      <p>
        {t("align.openCounts", { blocking, serious, advice })}{" "}
        {alignment.waived > 0 && t("align.waivedSay", { n: alignment.waived })}
      </p>
      <p className={leadTime.short ? "care-text" : undefined}>{leadTime.sentence.text}</p>
    </div>
  );
}

function ExportButtons({ procurement }: { readonly procurement: Procurement }): ReactNode {
  const save = useMutation({ mutationFn: saveFile });
  return (
    <>
      {(["xlsx", "csv"] as const).map((format) => (
        <Button
          key={format}
          size="small"
          variant="tertiary"
          loading={save.isPending && save.variables.name.endsWith(format)}
          onClick={() =>
            save.mutate({
              path: `/procurements/${procurement.id}/alignment?format=${format}`,
              name: `alignment.${format}`,
            })
          }
        >
          {t(`align.export.${format}`)}
        </Button>
      ))}
      {save.error !== null && <ProblemNotice error={save.error} />}
    </>
  );
}

/** Criterion ↔ promise ↔ clause ↔ indicator and evidence ↔ person, one thread for each requirement, breaks where they are. */
export function AlignmentSection({
  procurement,
  show,
  onShow,
  onOpen,
}: {
  readonly procurement: Procurement;
  readonly show: "all" | "broken";
  readonly onShow: (show: "all" | "broken") => void;
  readonly onOpen: (instance: Instance) => void;
}): ReactNode {
  const { id, version, alignment, can } = procurement;
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const mend = useChange((finding: Finding) =>
    api.procurements.applyFixes({ id, version, findings: [finding.key], dryRun: false }),
  );
  const takeBack = useChange((finding: Finding) =>
    api.procurements.withdrawWaiver({ id, waiverId: finding.waiver?.id ?? "" }),
  );
  const busy = mend.isPending
    ? mend.variables.key
    : takeBack.isPending
      ? takeBack.variables.key
      : null;
  const acts: FindingActs = {
    busy,
    onFix: can.write
      ? (finding) => {
          // What needs nobody's judgement is one click, and one click back.
          if (finding.fix?.safe === true && finding.fix.needs.length === 0) mend.mutate(finding);
          else setOpen({ kind: "fix", finding });
        }
      : null,
    onWaive: can.waive ? (finding) => setOpen({ kind: "waive", finding }) : null,
    onTakeBack: can.waive ? (finding) => takeBack.mutate(finding) : null,
  };
  const threads = layThreads(alignment);
  const shown = show === "all" ? threads : threads.filter(({ broken }) => broken);
  const whole = findingsOfTheWhole(alignment);
  const safe = alignment.findings.filter(
    ({ fix, waiver }) => waiver === null && fix?.safe === true && fix.needs.length === 0,
  );
  const error = mend.error ?? takeBack.error;
  const left = mend.data?.left ?? [];
  return (
    <section className="stack" aria-labelledby="alignment">
      <div className="spread">
        <h2 className="section-title" id="alignment">
          {t("align.title")}
        </h2>
        <div className="row no-print">
          {can.write && safe.length > 0 && (
            <Button size="small" onClick={() => setOpen({ kind: "fix", finding: null })}>
              {t("align.mendAll", { n: safe.length })}
            </Button>
          )}
          {threads.length > 0 && <ExportButtons procurement={procurement} />}
        </div>
      </div>
      <p className="small quiet measure">{t("align.what")}</p>
      {error !== null && <ProblemNotice error={error} />}
      {left.length > 0 && (
        <p className="notice" role="status">
          {left.map(({ sentence }) => sentence.text).join(" ")}
        </p>
      )}
      {whole.length > 0 && (
        <div className="card stack-small">
          <h3 className="item-title">{t("align.whole")}</h3>
          <div className="mismatch-grid">
            {whole.map((finding) => (
              <FindingNote key={finding.key} finding={finding} acts={acts} />
            ))}
          </div>
        </div>
      )}
      {threads.length > 0 && (
        <ToggleGroup
          className="no-print"
          label={t("align.show")}
          size="small"
          value={show}
          onChange={(value) => onShow(value === "broken" ? "broken" : "all")}
        >
          <ToggleGroup.Item value="all" label={t("align.showAll", { n: threads.length })} />
          <ToggleGroup.Item
            value="broken"
            label={t("align.showBroken", { n: threads.filter(({ broken }) => broken).length })}
          />
        </ToggleGroup>
      )}
      {threads.length > 0 && shown.length === 0 && <p>{t("align.noneBroken")}</p>}
      {shown.map((laid) => (
        <ThreadCard
          key={laid.thread.key}
          laid={laid}
          procurement={procurement}
          acts={acts}
          onOpen={onOpen}
        />
      ))}
      {alignment.fallenOff.length > 0 && (
        <details>
          <summary>{t("align.fallenOff", { n: alignment.fallenOff.length })}</summary>
          <ul>
            {alignment.fallenOff.map((waiver) => (
              <li key={waiver.id} className="small">
                {t("align.waivedBy", {
                  name: waiver.by ?? t("followUp.somebody"),
                  date: formatDate(waiver.on),
                  reason: waiver.reason,
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Suspense fallback={null}>
        {open?.kind === "fix" && (
          <FixDialog procurement={procurement} finding={open.finding} onClose={close} />
        )}
        {open?.kind === "waive" && (
          <WaiveDialog procurementId={id} finding={open.finding} onClose={close} />
        )}
      </Suspense>
    </section>
  );
}
