import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReleaseDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { useGo } from "../../routing/use-go.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { receivedQuery } from "./queries.ts";

/** Other releases of the same supplier, and comparing with one of them or with another supplier's. */
export function ReleaseVersions({ release }: { readonly release: ReleaseDetail }): ReactNode {
  const go = useGo();
  const versions = release.versions.filter(({ id }) => id !== release.id);
  const received = useQuery(receivedQuery({ limit: 200 }));
  const others = (received.data?.items ?? []).filter(
    ({ id, supplier, state }) =>
      id !== release.id &&
      supplier.name !== release.supplier.name &&
      (state === "valid" || state === "superseded"),
  );
  const [chosen, setChosen] = useState("");
  const newest = versions[0];
  if (versions.length === 0 && (others.length === 0 || !release.can.compare)) return null;
  return (
    <section className="card stack no-print" aria-labelledby="versions">
      <h2 className="section-title" id="versions">
        {t("oneRelease.versions")}
      </h2>
      {release.state === "superseded" && newest !== undefined && (
        <p>
          <AppLink href={`/releases/${newest.id}`}>{t("oneRelease.newer")}</AppLink>
        </p>
      )}
      {versions.length > 0 && (
        <ul className="plain-list">
          {versions.map((version) => (
            <li key={version.id}>
              <AppLink href={`/releases/${version.id}`}>
                {t("releases.number", { n: version.number })}
              </AppLink>{" "}
              <span className="quiet">{formatDate(version.releasedAt)}</span>
            </li>
          ))}
        </ul>
      )}
      {release.can.compare && (
        <div className="row-end">
          <Select
            size="small"
            label={t("oneRelease.compareWith")}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">{t("takeOver.choose")}</option>
            {versions.map((version) => (
              <option key={version.id} value={version.id}>
                {t("releases.number", { n: version.number })}, {formatDate(version.releasedAt)}
              </option>
            ))}
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.supplier.name}: {t("releases.number", { n: one.number })},{" "}
                {formatDate(one.releasedAt)}
              </option>
            ))}
          </Select>
          <Button
            size="small"
            variant="secondary"
            disabled={chosen === ""}
            onClick={() => go(`/releases/${release.id}/compare?with=${chosen}`)}
          >
            {t("oneRelease.compareDo")}
          </Button>
        </div>
      )}
    </section>
  );
}
