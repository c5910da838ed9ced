import { Button } from "@navikt/ds-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReleaseDetail } from "@throughline/contract";
import { Fragment, lazy, Suspense, useState, type ReactNode } from "react";
import { releaseQuery } from "../../api/record.ts";
import { saveFile } from "../../api/save-file.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ReleaseReceipt } from "../../components/record/release-receipt.tsx";
import { ReleaseTag } from "../../components/record/release-tag.tsx";
import { SnapshotView } from "../../components/record/snapshot-view.tsx";
import { fileName } from "../../components/save-csv.ts";
import { formatDate, formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { useReleaseId } from "./queries.ts";
import { ReleaseVersions } from "./release-versions.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

const TakeDialog = lazy(() => import("./take-dialog.tsx"));
const formats = ["xlsx", "csv", "json"] as const;

/** Who can see it and who has: told to its owner alone. */
function SeenBy({ release }: { readonly release: ReleaseDetail }): ReactNode {
  return (
    <section className="card stack-small" aria-labelledby="seen-by">
      <h2 className="section-title" id="seen-by">
        {t("oneRelease.seen")}
      </h2>
      <p>
        {release.state === "withdrawn" || release.state === "expired"
          ? t("oneRelease.canNot")
          : t("oneRelease.can", { name: release.recipientName })}
      </p>
      {release.seenBy.length === 0 ? (
        <p className="quiet">{t("oneRelease.seenNone")}</p>
      ) : (
        <ul className="facts">
          {release.seenBy.map((one) => (
            <li key={one.name}>
              {t("oneRelease.seenBy", {
                name: one.name,
                first: formatInstant(one.firstSeenAt),
                last: formatInstant(one.lastSeenAt),
                n: one.times,
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a holder reads of it before its content. */
function Facts({ release }: { readonly release: ReleaseDetail }): ReactNode {
  return (
    <section className="card stack-small">
      <p className="row">
        <ReleaseTag state={release.state} /> {release.stateSentence.text}
      </p>
      <dl className="about">
        <div>
          <dt>{t("receipt.asOf")}</dt>
          <dd>{formatDate(release.asOf)}</dd>
        </div>
        <div>
          <dt>{t("receipt.releasedAt")}</dt>
          <dd>{formatInstant(release.releasedAt)}</dd>
        </div>
        <div>
          <dt>{t("receipt.expiresOn")}</dt>
          <dd>{formatDate(release.expiresOn)}</dd>
        </div>
        <div>
          <dt>{t("receipt.holds")}</dt>
          <dd>
            {t("receipt.counts", {
              sites: release.sites,
              masked: release.masked,
              products: release.products,
              answers: release.answers,
            })}
          </dd>
        </div>
        <div>
          <dt>{t("oneRelease.digest")}</dt>
          <dd>
            <code className="small wrap-anywhere">{release.digest}</code>
          </dd>
        </div>
        {release.requestId !== null && (
          <div>
            <dt>{t("oneRelease.request")}</dt>
            <dd>
              <AppLink href={`/requests/${release.requestId}`}>{t("oneRelease.request")}</AppLink>
            </dd>
          </div>
        )}
        {release.takenAs.length > 0 && (
          <div>
            <dt>{t("oneRelease.taken")}</dt>
            <dd>
              {release.takenAs.map((one, index) => (
                <Fragment key={one.disclosureId}>
                  {index > 0 && ", "}
                  <AppLink href={`/contracts/${one.contractId}?station=traced`}>
                    {one.contractTitle}
                  </AppLink>
                </Fragment>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Downloads({ release }: { readonly release: ReleaseDetail }): ReactNode {
  const save = useMutation({
    mutationFn: (format: (typeof formats)[number]) =>
      saveFile({
        path: `/releases/${release.id}/file?format=${format}`,
        name: fileName(release.supplier.name, `release-${release.number}.${format}`),
      }),
  });
  return (
    <>
      {save.error !== null && <ProblemNotice error={save.error} />}
      <div className="row no-print">
        <span>{t("oneRelease.download")}</span>
        {formats.map((format) => (
          <Button
            key={format}
            size="small"
            variant="tertiary"
            loading={save.isPending && save.variables === format}
            onClick={() => save.mutate(format)}
          >
            {format.toUpperCase()}
          </Button>
        ))}
        <Button size="small" variant="tertiary" onClick={() => globalThis.print()}>
          {t("oneRelease.print")}
        </Button>
      </div>
    </>
  );
}

function One({ release }: { readonly release: ReleaseDetail }): ReactNode {
  const [open, setOpen] = useState<"withdraw" | "take" | null>(null);
  const supplier = release.supplier.invented
    ? `${release.supplier.name} (${t("organisation.invented")})`
    : release.supplier.name;
  return (
    <>
      <PageHeading
        title={t("oneRelease.title", { n: release.number, supplier })}
        crumbs={[
          {
            href: release.own ? "/releases" : "/releases/received",
            text: t(release.own ? "releases.part.given" : "releases.part.received"),
          },
        ]}
        lead={
          <p className="quiet">
            {[
              t("oneRelease.to", { name: release.recipientName }),
              release.onBehalfOf === null
                ? null
                : t("releases.behalf", { name: release.onBehalfOf }),
            ]
              .filter((part) => part !== null)
              .join(" · ")}
          </p>
        }
        actions={
          <>
            {release.can.take && (
              <Button onClick={() => setOpen("take")}>{t("oneRelease.take")}</Button>
            )}
            {release.can.withdraw && (
              <Button variant="secondary" data-color="danger" onClick={() => setOpen("withdraw")}>
                {t("oneRelease.withdraw")}
              </Button>
            )}
          </>
        }
      />
      <div className="stack">
        {release.own ? <ReleaseReceipt release={release} /> : <Facts release={release} />}
        {release.own && <SeenBy release={release} />}
        <ReleaseVersions release={release} />
        {release.snapshot === null ? (
          <div className="notice">
            <h2>{t("oneRelease.gone")}</h2>
            <p>{t("oneRelease.goneWhat", { supplier: release.supplier.name })}</p>
          </div>
        ) : (
          <section className="stack" aria-labelledby="release-content">
            <div className="spread">
              <h2 className="section-title" id="release-content">
                {t("oneRelease.content")}
              </h2>
              <Downloads release={release} />
            </div>
            <SnapshotView snapshot={release.snapshot} />
          </section>
        )}
        {release.own && release.deliveryId !== null && (
          <div className="no-print">
            <ButtonLink size="small" variant="secondary" href={`/asked/${release.deliveryId}`}>
              {t("oneRelease.request")}
            </ButtonLink>
          </div>
        )}
      </div>
      {open === "withdraw" && <WithdrawDialog release={release} onClose={() => setOpen(null)} />}
      {open === "take" && (
        <Suspense fallback={null}>
          <TakeDialog release={release} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}

/** One release: where it stands, what it says, and what one may do about it. */
export function ReleaseScreen(): ReactNode {
  const releaseId = useReleaseId();
  const release = useQuery(releaseQuery(releaseId));
  return (
    <Loaded query={release} lines={8} page>
      {(data) => <One key={data.id} release={data} />}
    </Loaded>
  );
}
