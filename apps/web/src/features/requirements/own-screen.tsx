import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { libraryRequirementQuery } from "../../api/requirement-library.ts";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { t } from "../../texts/t.ts";
import { OwnForm } from "./own-form.tsx";
import { useRequirementKey } from "./queries.ts";

const crumbs = [{ href: "/requirements", text: t("requirements.title") }];

/** Adds a requirement of our own. */
export function NewOwnScreen(): ReactNode {
  return (
    <>
      <PageHeading
        title={t("own.newTitle")}
        crumbs={crumbs}
        lead={<p className="quiet measure">{t("own.newWhat")}</p>}
      />
      <OwnForm detail={null} />
    </>
  );
}

/** Makes a new version of one of our own. */
export function ReviseOwnScreen(): ReactNode {
  const key = useRequirementKey();
  const found = useQuery(libraryRequirementQuery(key));
  return (
    <>
      <PageHeading
        title={t("own.reviseTitle")}
        crumbs={[...crumbs, { href: `/requirements/${key}`, text: found.data?.title ?? key }]}
        lead={<p className="quiet measure">{t("own.reviseWhat")}</p>}
      />
      {/* The form is not made anew for the version it has just kept: it still has to lead on. */}
      <Loaded query={found} lines={8}>
        {(detail) => <OwnForm key={detail.key} detail={detail} />}
      </Loaded>
    </>
  );
}
