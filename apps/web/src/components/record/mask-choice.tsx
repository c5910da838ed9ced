import { Checkbox, CheckboxGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { gridQuery } from "../../api/record.ts";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

/** Chooses sites that go out without name and address this time, besides those the record masks. */
export function MaskChoice({
  deliveryId,
  chosen,
  onChange,
}: {
  readonly deliveryId: string | null;
  readonly chosen: readonly string[];
  readonly onChange: (siteIds: readonly string[]) => void;
}): ReactNode {
  const grid = useQuery(gridQuery(deliveryId, 0));
  if (grid.data === undefined) return null;
  const { links } = grid.data;
  // Only what is released can be masked in it.
  const released = new Set(links.map(({ siteId }) => siteId));
  const sites = grid.data.sites.filter((site) => released.has(site.id) || deliveryId === null);
  const named = sites.filter(({ maskedAs }) => maskedAs === null);
  const masked = sites.filter(({ maskedAs }) => maskedAs !== null);
  if (sites.length === 0) return null;
  return (
    <details className="plain" open={chosen.length > 0 || undefined}>
      <summary>
        {t("give.mask")} {chosen.length > 0 && `(${chosen.length})`}
      </summary>
      <div className="stack-small">
        {masked.length > 0 && (
          <p className="small">
            {t("give.maskedAlready", {
              n: masked.length,
              names: masked.map(({ name }) => name).join("; "),
            })}
          </p>
        )}
        {grid.data.sitesTotal > grid.data.sites.length && (
          <p className="small">{t("give.maskSome", { n: grid.data.sites.length })}</p>
        )}
        {named.length > 0 && (
          <CheckboxGroup
            size="small"
            legend={t("give.maskThese")}
            description={t("give.maskHelp")}
            value={[...chosen]}
            onChange={(ids: string[]) => onChange(ids)}
          >
            {named.map((site) => (
              <Checkbox key={site.id} value={site.id}>
                {site.name}, {formatCountry(site.country)}
              </Checkbox>
            ))}
          </CheckboxGroup>
        )}
      </div>
    </details>
  );
}
