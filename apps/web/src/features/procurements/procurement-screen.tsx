import { useQuery } from "@tanstack/react-query";
import { NormalisedProcurement } from "@throughline/domain";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { useGo } from "../../routing/use-go.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { ActsSection, LastAct } from "./acts-section.tsx";
import { AlignmentSection, GateNotice } from "./alignment-section.tsx";
import { InstancesSection } from "./instances-section.tsx";
import { PolicySection } from "./policy-section.tsx";
import { ProcurementHeading, type HeadingTask } from "./procurement-heading.tsx";
import { PromisesSection } from "./promises-section.tsx";
import { procurementQuery, useProcurementId, type Instance, type Procurement } from "./queries.ts";

const InstanceDialog = lazy(() => import("./instance-dialog.tsx"));
const PublishDialog = lazy(() => import("./publish-dialog.tsx"));
const MoveDialog = lazy(() => import("./move-dialog.tsx"));

const ScreenState = z.object({ show: z.enum(["all", "broken"]).catch("all").default("all") });

type Open =
  | { readonly kind: HeadingTask }
  | { readonly kind: "instance"; readonly instance: Instance | null };

function RemoveDialog({
  procurement,
  onClose,
}: {
  readonly procurement: Procurement;
  readonly onClose: () => void;
}): ReactNode {
  const { id, version, facts } = procurement;
  const go = useGo();
  const remove = useChange(async () => {
    await api.procurements.remove({ id, version });
    // Gone before what is on screen is asked anew.
    go("/procurements");
  });
  return (
    <ConfirmDialog
      title={t("procurement.removeTitle")}
      what={t("procurement.removeWhat", { title: facts.title })}
      doIt={t("procurement.removeDo")}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    />
  );
}

function ContractsSection({ procurement }: { readonly procurement: Procurement }): ReactNode {
  if (procurement.contracts.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="made-contracts">
      <h2 className="section-title" id="made-contracts">
        {t("procurement.contracts")}
      </h2>
      <ul className="card bare stack-small">
        {procurement.contracts.map((contract) => (
          <li key={contract.id}>
            <AppLink href={`/contracts/${contract.id}`}>{contract.title}</AppLink>{" "}
            <span className="small quiet">
              {[
                contract.reference,
                contract.supplier ?? t("contract.unknownSupplier"),
                ...(contract.lots.length === 0
                  ? []
                  : [t("procurement.inLots", { lots: contract.lots.join(", ") })]),
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The kind of a notice in words, as far as it is one we know. */
function sayKind(kind: string): string {
  const known = NormalisedProcurement.shape.kind.safeParse(kind);
  return known.success ? t(`notice.kind.${known.data}`) : kind;
}

function NoticeSection({ procurement }: { readonly procurement: Procurement }): ReactNode {
  const { notice } = procurement;
  if (notice === null) return null;
  return (
    <section className="stack-small" aria-labelledby="from-notice">
      <h2 className="section-title" id="from-notice">
        {t("procurement.notice")}
      </h2>
      <p>
        {t("procurement.noticeSay", {
          source: t(`notice.source.${notice.source}`),
          kind: sayKind(notice.kind),
          date: formatDate(notice.readOn),
          buyer: notice.buyer.name,
        })}
      </p>
      {notice.suppliers.length > 0 && (
        <p>
          {t("procurement.noticeSuppliers", {
            names: notice.suppliers.map(({ name }) => name).join(", "),
          })}
        </p>
      )}
      {notice.unread > 0 && (
        <p className="small quiet">{t("notice.unread", { n: notice.unread })}</p>
      )}
    </section>
  );
}

/** One procurement: whether it holds together, where it does not, and what mends it. */
export function ProcurementScreen(): ReactNode {
  const id = useProcurementId();
  const [state, setState] = useUrlState(ScreenState);
  const [open, setOpen] = useState<Open | null>(null);
  const procurement = useQuery(procurementQuery(id));
  const close = (): void => setOpen(null);
  const openInstance = (instance: Instance | null): void => setOpen({ kind: "instance", instance });
  return (
    <Loaded query={procurement} lines={10} page>
      {(detail) => (
        <div className="stack-large">
          <div className="stack">
            <ProcurementHeading procurement={detail} onTask={(kind) => setOpen({ kind })} />
            <GateNotice procurement={detail} />
            <LastAct procurement={detail} />
          </div>
          <AlignmentSection
            procurement={detail}
            show={state.show}
            onShow={(show) => setState({ show })}
            onOpen={openInstance}
          />
          <PolicySection procurement={detail} />
          <InstancesSection procurement={detail} onOpen={openInstance} />
          <PromisesSection procurement={detail} />
          <ContractsSection procurement={detail} />
          <NoticeSection procurement={detail} />
          <ActsSection procurement={detail} />
          <Suspense fallback={null}>
            {open?.kind === "instance" && (
              <InstanceDialog procurement={detail} instance={open.instance} onClose={close} />
            )}
            {open?.kind === "publish" && <PublishDialog procurement={detail} onClose={close} />}
            {open?.kind === "move" && <MoveDialog procurement={detail} onClose={close} />}
            {open?.kind === "remove" && <RemoveDialog procurement={detail} onClose={close} />}
          </Suspense>
        </div>
      )}
    </Loaded>
  );
}
