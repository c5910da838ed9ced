import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { PageHeading } from "../../components/page-heading.tsx";
import { ReleaseForm } from "../../components/record/release-form.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";

/** Releases our record to somebody who has not asked here. */
export function NewReleaseScreen(): ReactNode {
  const go = useGo();
  const can = useQuery(meQuery).data?.can;
  return (
    <>
      <PageHeading
        title={t("releases.newTitle")}
        crumbs={[{ href: "/releases", text: t("releases.title") }]}
        lead={<p className="quiet measure">{t("releases.newWhat")}</p>}
      />
      {can?.includes("release.write") === true ? (
        <ReleaseForm
          deliveryId={null}
          recipient={null}
          onReleased={(releaseId) => go(`/releases/${releaseId}`)}
        />
      ) : (
        can !== undefined && <p className="measure">{t("releaseStep.mayNot")}</p>
      )}
    </>
  );
}
