import type { ActEffect as Effect } from "@throughline/contract";
import { useEffect, useRef, type ReactNode } from "react";
import { t } from "../../texts/t.ts";

const parts = ["records", "links", "contracts", "hits", "pairs"] as const;

/** What an act changes, counted by the server in a dry run; what is nought is left out. */
export function ActEffect({
  lead,
  effect,
}: {
  readonly lead: string;
  readonly effect: Effect;
}): ReactNode {
  const told = parts.filter((part) => effect[part] > 0 || part === "records");
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // It stands below the form: who asked for it is led there.
    place.current?.focus();
  }, [effect]);
  return (
    <section
      className="notice notice-good"
      ref={place}
      tabIndex={-1}
      aria-label={t("siteActs.effect")}
    >
      <div>
        <p>{lead}</p>
        <ul>
          {told.map((part) => (
            <li key={part}>{t(`siteActs.${part}.n`, { n: effect[part] })}</li>
          ))}
        </ul>
        <p className="quiet">{t("siteActs.reversible")}</p>
      </div>
    </section>
  );
}
