import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useRef, type ReactNode } from "react";
import { releaseQuery } from "../../api/record.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ReleaseReceipt } from "../../components/record/release-receipt.tsx";
import { SnapshotView } from "../../components/record/snapshot-view.tsx";
import { t } from "../../texts/t.ts";
import { AnswerPage } from "./answer-page.tsx";

/** What was released, with its code: the receipt. */
export function ReleasedScreen(): ReactNode {
  const releaseId = useParams({
    strict: false,
    select: (params: { releaseId?: string }) => params.releaseId ?? "",
  });
  const release = useQuery(releaseQuery(releaseId));
  const place = useRef<HTMLDivElement>(null);
  const loaded = release.data !== undefined;
  useEffect(() => {
    if (loaded) place.current?.focus();
  }, [loaded]);
  return (
    <AnswerPage here={null}>
      {(asked, { base, guest }) => (
        <Loaded query={release} lines={6}>
          {(data) => (
            <>
              <div
                ref={place}
                className="notice notice-good stack-small no-print"
                role="status"
                tabIndex={-1}
              >
                <h2>{t("released.title", { name: asked.requester.name })}</h2>
                <p>{t("released.what")}</p>
              </div>
              <ReleaseReceipt release={data} />
              <div className="row no-print">
                {guest ? (
                  asked.answerer.guest && (
                    <ButtonLink size="small" variant="secondary" href={`${base}/keep`}>
                      {t("guest.keep")}
                    </ButtonLink>
                  )
                ) : (
                  <AppLink href={`/releases/${releaseId}`}>{t("released.open")}</AppLink>
                )}
                <AppLink href={base}>{t("released.back")}</AppLink>
              </div>
              {data.snapshot !== null && (
                <section className="stack" aria-labelledby="released-content">
                  <h2 className="section-title" id="released-content">
                    {t("oneRelease.content")}
                  </h2>
                  <SnapshotView snapshot={data.snapshot} />
                </section>
              )}
            </>
          )}
        </Loaded>
      )}
    </AnswerPage>
  );
}
