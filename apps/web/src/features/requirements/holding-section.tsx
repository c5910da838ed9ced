import { Button } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { HoldDialog } from "./hold-dialog.tsx";
import { useRestore, type Detail } from "./queries.ts";

/** How to take back what was just done. */
type Undo =
  | { readonly kind: "restore"; readonly adoptionId: string }
  | { readonly kind: "drop"; readonly version: number };

function useDrop() {
  return useChange((input: Parameters<typeof api.requirements.drop>[0]) =>
    api.requirements.drop(input),
  );
}

function DropDialog({
  detail,
  onClose,
  onDone,
}: {
  readonly detail: Detail;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const drop = useDrop();
  const { key, title, adoption } = detail;
  return (
    <ConfirmDialog
      title={t("requirement.dropTitle")}
      what={t(adoption?.standing === "own" ? "requirement.dropOwnWhat" : "requirement.dropWhat", {
        title,
      })}
      doIt={t("requirement.drop")}
      busy={drop.isPending}
      error={drop.error}
      onClose={onClose}
      onConfirm={() => drop.mutate({ key, version: adoption?.version ?? 0 }, { onSuccess: onDone })}
    />
  );
}

function Undone({
  detail,
  undo,
  onDone,
}: {
  readonly detail: Detail;
  readonly undo: Undo;
  readonly onDone: () => void;
}): ReactNode {
  const restore = useRestore();
  const drop = useDrop();
  const { key } = detail;
  const taken = (): void =>
    undo.kind === "restore"
      ? restore.mutate({ key, adoptionId: undo.adoptionId }, { onSuccess: onDone })
      : drop.mutate({ key, version: undo.version }, { onSuccess: onDone });
  const error = restore.error ?? drop.error;
  return (
    <div className="notice notice-good stack-small no-print" role="status">
      <p>{t("requirement.changed")}</p>
      {error !== null && <ProblemNotice error={error} />}
      <div>
        <Button
          size="small"
          variant="secondary"
          loading={restore.isPending || drop.isPending}
          onClick={taken}
        >
          {t("requirement.undo")}
        </Button>
      </div>
    </div>
  );
}

function HeldBefore({ detail }: { readonly detail: Detail }): ReactNode {
  const restore = useRestore();
  if (detail.history.length === 0) return null;
  return (
    <details className="plain">
      <summary>{t("requirement.history")}</summary>
      {restore.error !== null && <ProblemNotice error={restore.error} />}
      <ul className="facts">
        {detail.history.map((held) => (
          <li key={held.id}>
            <p>
              <ToneTag tone="quiet">{t(`standing.${held.standing}`)}</ToneTag>{" "}
              {t("requirement.history.until", {
                from: formatDate(held.since),
                to: formatDate(held.until ?? held.since),
              })}
              {held.by !== null && ` · ${t("requirement.house.by", { name: held.by })}`}
            </p>
            {held.reason !== null && (
              <p className="from">{t("requirement.house.reason", { reason: held.reason })}</p>
            )}
            {detail.can.write && (
              <Button
                className="no-print"
                size="xsmall"
                variant="tertiary"
                loading={restore.isPending && restore.variables.adoptionId === held.id}
                onClick={() => restore.mutate({ key: detail.key, adoptionId: held.id })}
              >
                {t("requirement.history.again")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What our house makes of it: taken up, adapted or our own, since when, by whom and why; and the acts. */
export function HoldingSection({ detail }: { readonly detail: Detail }): ReactNode {
  const { adoption, newestVersion, houseAsks } = detail;
  const [open, setOpen] = useState<{ kind: "adopt" | "adapt"; version: number } | null>(null);
  const [dropping, setDropping] = useState(false);
  const [undo, setUndo] = useState<Undo | null>(null);
  const newest = newestVersion ?? detail.version;
  const held = adoption?.base?.version ?? newest;
  const takeBack = (version: number): Undo =>
    adoption === null ? { kind: "drop", version } : { kind: "restore", adoptionId: adoption.id };
  return (
    <section className="card stack" aria-labelledby="house">
      <h2 id="house" className="section-title">
        {t("requirement.house")}
      </h2>
      {undo !== null && <Undone detail={detail} undo={undo} onDone={() => setUndo(null)} />}
      {adoption === null ? (
        <>
          <p>{t("requirement.house.available")}</p>
          <p className="quiet small">{t("requirement.house.availableWhat")}</p>
        </>
      ) : (
        <div className="stack-small">
          <p>
            <strong>
              {t(`requirement.house.${adoption.standing}`, { date: formatDate(adoption.since) })}
            </strong>{" "}
            {adoption.by !== null && t("requirement.house.by", { name: adoption.by })}
          </p>
          {houseAsks !== null && <p>{t("requirement.house.asks", { values: houseAsks.text })}</p>}
          {adoption.reason !== null && (
            <p>{t("requirement.house.reason", { reason: adoption.reason })}</p>
          )}
          {adoption.base !== null && (
            <p className="quiet small">
              {t("requirement.house.base", { version: adoption.base.version })}
            </p>
          )}
        </div>
      )}
      {held < newest && (
        <p className="row">
          <ToneTag tone="care">{t("requirements.newer", { version: newest })}</ToneTag>
          <a href="#versions">{t("requirement.versions")}</a>
        </p>
      )}
      {detail.can.write && (
        <div className="row no-print">
          {adoption?.standing !== "own" && (
            <>
              <Button
                size="small"
                variant={adoption === null ? "primary" : "secondary"}
                onClick={() => setOpen({ kind: "adopt", version: held })}
              >
                {t(
                  adoption?.standing === "adopted"
                    ? "requirement.adopt.change"
                    : "requirement.adopt",
                )}
              </Button>
              <Button
                size="small"
                variant="secondary"
                onClick={() => setOpen({ kind: "adapt", version: held })}
              >
                {t(
                  adoption?.standing === "adapted"
                    ? "requirement.adapt.change"
                    : "requirement.adapt",
                )}
              </Button>
            </>
          )}
          {adoption?.standing === "own" && (
            <ButtonLink size="small" variant="secondary" href={`/requirements/${detail.key}/own`}>
              {t("own.change")}
            </ButtonLink>
          )}
          {adoption !== null && (
            <Button
              size="small"
              variant="tertiary"
              data-color="danger"
              onClick={() => setDropping(true)}
            >
              {t("requirement.drop")}
            </Button>
          )}
        </div>
      )}
      <HeldBefore detail={detail} />
      {open !== null && (
        <HoldDialog
          detail={detail}
          kind={open.kind}
          version={open.version}
          onClose={() => setOpen(null)}
          onDone={({ version }) => {
            setOpen(null);
            setUndo(takeBack(version));
          }}
        />
      )}
      {dropping && (
        <DropDialog
          detail={detail}
          onClose={() => setDropping(false)}
          onDone={() => {
            setDropping(false);
            setUndo(takeBack(0));
          }}
        />
      )}
    </section>
  );
}
