import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { libraryRequirementQuery } from "../../api/requirement-library.ts";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import { HoldingSection } from "./holding-section.tsx";
import { useRequirementKey } from "./queries.ts";
import {
  FactsSection,
  ParametersSection,
  ReferencesSection,
  VariantsSection,
  WordingsSection,
} from "./requirement-parts.tsx";
import { UsedInSection } from "./used-in-section.tsx";
import { VersionsSection } from "./versions-section.tsx";

/** One requirement: what our house asks, what can be set, its wording, of whom, on what it rests, and where it stands. */
export function RequirementScreen(): ReactNode {
  const key = useRequirementKey();
  const found = useQuery(libraryRequirementQuery(key));
  return (
    <Loaded query={found} lines={12} page>
      {(detail) => (
        <>
          <PageHeading
            title={detail.title}
            crumbs={[{ href: "/requirements", text: t("requirements.title") }]}
            lead={
              <>
                <p className="measure">{detail.purpose}</p>
                {detail.needsBrand && (
                  <p className="small">
                    <ToneTag tone="quiet">{t("requirements.needsBrandShort")}</ToneTag>{" "}
                    {t("requirements.needsBrand")}
                  </p>
                )}
              </>
            }
          />
          <div className="stack">
            <HoldingSection key={detail.key} detail={detail} />
            <UsedInSection detail={detail} />
            <ParametersSection detail={detail} />
            <div className="two-columns">
              <WordingsSection detail={detail} />
              <VariantsSection detail={detail} />
            </div>
            <VersionsSection detail={detail} />
            <div className="two-columns">
              <FactsSection detail={detail} />
              <ReferencesSection detail={detail} />
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}
