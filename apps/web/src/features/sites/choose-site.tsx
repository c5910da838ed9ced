import { Button, Search } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type ReactNode } from "react";
import { FoundSite } from "../../components/found-site.tsx";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { suggestionsQuery, type Suggestion } from "./queries.ts";

/** Chooses another site by typing its name or id. */
export function ChooseSite({
  id,
  except,
  chosen,
  onChoose,
  error,
}: {
  readonly id: string;
  /** The site that is left out of what is found. */
  readonly except: string;
  readonly chosen: Suggestion | null;
  readonly onChoose: (site: Suggestion) => void;
  readonly error?: string | undefined;
}): ReactNode {
  const [text, setText] = useState("");
  const typed = useDeferredValue(text.trim());
  const found = useQuery({ ...suggestionsQuery(typed), enabled: typed.length >= 2 });
  const items =
    typed.length < 2 ? [] : (found.data?.items ?? []).filter((one) => one.id !== except);
  return (
    <div className="stack">
      <div id={id} tabIndex={-1}>
        <Search
          label={t("chooseSite.label")}
          description={t("chooseSite.hint")}
          hideLabel={false}
          size="small"
          variant="simple"
          value={text}
          onChange={setText}
          {...(error === undefined ? {} : { error })}
        />
      </div>
      {chosen !== null && (
        <p role="status" className="chosen-site">
          <strong>{t("chooseSite.chosen", { name: chosen.name })}</strong>
          <span className="sub">
            {chosen.publicId} · {chosen.address ?? t("sites.noAddress")} ·{" "}
            {formatCountry(chosen.country)}
          </span>
        </p>
      )}
      {typed.length >= 2 && found.isSuccess && items.length === 0 && (
        <p className="quiet" role="status">
          {t("chooseSite.none")}
        </p>
      )}
      {items.length > 0 && (
        <ul className="perhaps-list" aria-label={t("chooseSite.found")}>
          {items.map((one) => (
            <li key={one.id} className="spread">
              <div>
                <FoundSite site={one} />
              </div>
              <Button
                type="button"
                size="small"
                variant={chosen?.id === one.id ? "primary" : "secondary"}
                aria-pressed={chosen?.id === one.id}
                aria-label={t("chooseSite.pickThat", { name: one.name, id: one.publicId })}
                onClick={() => {
                  onChoose(one);
                  setText("");
                }}
              >
                {t("chooseSite.pick")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
