import { Search } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import {
  useDeferredValue,
  useId,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { FoundSite } from "../../components/found-site.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { suggestionsQuery, type Suggestion } from "./queries.ts";

/** One sign of a script that writes words with one is enough; of letters, two. */
function isEnough(text: string): boolean {
  return text.length >= 2 || /[^\p{Script=Latin}\d]/u.test(text);
}

/**
 * Searches sites while one types: a combobox with the best few below it. Arrows go through them, Enter opens the one reached or
 * lists all that is found, Escape closes and then clears.
 */
export function SiteSearchBox({
  search,
  onSearch,
}: {
  /** What the list shows now. */
  readonly search: string;
  readonly onSearch: (search: string | undefined) => void;
}): ReactNode {
  const go = useGo();
  const id = useId();
  const [text, setText] = useState(search);
  const [listed, setListed] = useState(search);
  // The address of the list has changed: Back, or a filter that was cleared.
  if (listed !== search) {
    setListed(search);
    setText(search);
  }
  const [isOpen, setOpen] = useState(false);
  const [reached, setReached] = useState(-1);
  const typed = useDeferredValue(text.trim());
  const found = useQuery({ ...suggestionsQuery(typed), enabled: isOpen && isEnough(typed) });
  const isShown = isOpen && isEnough(typed);
  const items = isShown ? (found.data?.items ?? []) : [];
  const here = items[reached];

  function leave(event: FocusEvent<HTMLElement>): void {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  }
  function type(value: string): void {
    setText(value);
    setReached(-1);
    setOpen(true);
  }
  function open(site: Suggestion): void {
    setOpen(false);
    go(`/sites/${site.id}`);
  }
  function list(): void {
    setOpen(false);
    onSearch(text.trim() === "" ? undefined : text.trim());
  }
  function press(event: KeyboardEvent<HTMLInputElement>): void {
    // An input method is composing: its keys are its own.
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        event.preventDefault();
        setOpen(true);
        const step = event.key === "ArrowDown" ? 1 : -1;
        // One place more than there are sites: what is typed.
        const places = items.length + 1;
        setReached(((reached + 1 + step + places) % places) - 1);
        break;
      }
      case "Enter":
        event.preventDefault();
        if (here === undefined) list();
        else open(here);
        break;
      case "Escape":
        if (!isShown) return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        setReached(-1);
        break;
      default:
    }
  }

  return (
    <div className="site-search" onBlur={leave}>
      <Search
        label={t("sites.search")}
        hideLabel={false}
        size="small"
        variant="secondary"
        value={text}
        onChange={type}
        onClear={() => {
          setText("");
          setReached(-1);
          setOpen(false);
          onSearch(undefined);
        }}
        onSearchClick={list}
        onKeyDown={press}
        onFocus={() => setReached(-1)}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        {...(here === undefined ? {} : { "aria-activedescendant": `${id}-${String(reached)}` })}
      />
      {isShown && (
        <div className="site-search-found">
          {found.isError && <ProblemNotice error={found.error} takesFocus={false} />}
          {items.length > 0 && (
            <div id={`${id}-list`} role="listbox" aria-label={t("siteSearch.found")}>
              {items.map((site, place) => (
                <div
                  key={site.id}
                  id={`${id}-${String(place)}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === reached}
                  // The field keeps the focus, so that the list does not close under the pointer.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => open(site)}
                  onKeyDown={(event) => {
                    if (event.key === "Enter") open(site);
                  }}
                >
                  <FoundSite site={site} />
                </div>
              ))}
            </div>
          )}
          <p className="quiet small" role="status">
            {found.isSuccess && items.length === 0
              ? t("siteSearch.nothing")
              : items.length > 0
                ? t("siteSearch.count", { n: items.length })
                : ""}
          </p>
        </div>
      )}
    </div>
  );
}
