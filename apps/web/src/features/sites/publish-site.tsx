import { Button, Textarea } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Site } from "./queries.ts";
import { formatCoordinates } from "./site-identity.tsx";

/** Exactly what becomes public; the server publishes these and nothing else. */
function WhatBecomesPublic({ site }: { readonly site: Site }): ReactNode {
  const { latitude, longitude } = site;
  return (
    <dl className="said">
      <dt>{t("site.name")}</dt>
      <dd>{site.name}</dd>
      <dt>{t("site.address")}</dt>
      <dd>{site.address ?? t("sites.noAddress")}</dd>
      <dt>{t("site.country")}</dt>
      <dd>{formatCountry(site.country)}</dd>
      <dt>{t("site.coordinates")}</dt>
      <dd>
        {latitude === null || longitude === null
          ? t("site.noOsId")
          : formatCoordinates(latitude, longitude)}
      </dd>
      <dt>{t("site.publicId")}</dt>
      <dd>{site.publicId}</dd>
      <dt>{t("site.osId")}</dt>
      <dd>{site.osId ?? t("site.noOsId")}</dd>
    </dl>
  );
}

/** Publishes a site to everyone, on a ground, in one's own name. */
export function PublishSite({ site }: { readonly site: Site }): ReactNode {
  const [asking, setAsking] = useState(false);
  const [ground, setGround] = useState("");
  const [missing, setMissing] = useState(false);
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: () => api.sites.publish({ id: site.id, ground: ground.trim() }),
    onSuccess: async () => {
      setAsking(false);
      await queries.invalidateQueries({ queryKey: ["sites"] });
    },
  });
  function confirm(): void {
    setMissing(ground.trim() === "");
    if (ground.trim() === "") document.getElementById("publish-ground")?.focus();
    else publish.mutate();
  }
  return (
    <>
      <Button
        variant="secondary"
        onClick={() => {
          publish.reset();
          setAsking(true);
        }}
      >
        {t("site.publish")}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t("site.publishTitle")}
          what={t("site.publishWhat")}
          doIt={t("site.publishDo")}
          busy={publish.isPending}
          error={publish.error}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <WhatBecomesPublic site={site} />
          <p>{t("site.publishStays")}</p>
          <p>{t("site.publishFinal")}</p>
          <Textarea
            id="publish-ground"
            label={t("site.publishGround")}
            description={t("site.publishGroundHint")}
            minRows={2}
            value={ground}
            onChange={(event) => setGround(event.target.value)}
            error={missing ? t("site.publishGroundMissing") : undefined}
          />
        </ConfirmDialog>
      )}
    </>
  );
}
