import { Modal, TextField } from "@navikt/ds-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { api } from "../api/client.ts";
import { AppLink } from "../components/app-link.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { formatCountry } from "../texts/format.ts";
import { t } from "../texts/t.ts";

interface Found {
  readonly href: string;
  readonly title: string;
  readonly under: string;
}

async function find(text: string): Promise<{ contracts: Found[]; sites: Found[] }> {
  const [contracts, sites] = await Promise.all([
    api.contracts.list({ search: text, limit: 8 }),
    api.sites.suggest({ text }),
  ]);
  return {
    contracts: contracts.items.map((item) => ({
      href: `/contracts/${item.id}`,
      title: item.title,
      under: [item.reference, item.supplier ?? item.buyer]
        .filter((part) => part !== null)
        .join(" · "),
    })),
    sites: sites.items.slice(0, 8).map((item) => ({
      href: `/sites/${item.id}`,
      title: item.name,
      under: [item.publicId, item.address, formatCountry(item.country)]
        .filter((part) => part !== null)
        .join(" · "),
    })),
  };
}

function FoundList({
  title,
  items,
  onClose,
  onWalk,
}: {
  readonly title: string;
  readonly items: readonly Found[];
  readonly onClose: () => void;
  readonly onWalk: (event: KeyboardEvent<HTMLElement>) => void;
}): ReactNode {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className="quiet small">{title}</h2>
      <ul className="find-results">
        {items.map((item) => (
          <li key={item.href}>
            <AppLink href={item.href} onClick={onClose} onKeyDown={onWalk}>
              <strong>{item.title}</strong>
              <span className="quiet small" style={{ display: "block" }}>
                {item.under}
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Finds contracts and sites one may see. Arrow keys walk through what was found. */
export default function FindDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // One comes to type; the dialog itself, once it opens, begins at its close button.
    const frame = requestAnimationFrame(() => body.current?.querySelector("input")?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const found = useQuery({
    queryKey: ["find", wanted],
    queryFn: () => find(wanted),
    enabled: wanted.length >= 2,
    placeholderData: keepPreviousData,
  });
  function walk(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [
      ...(body.current?.querySelectorAll<HTMLElement>("input, .find-results a") ?? []),
    ];
    const here = stops.indexOf(
      document.activeElement instanceof HTMLElement ? document.activeElement : document.body,
    );
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }
  const nothing =
    wanted.length >= 2 &&
    found.data !== undefined &&
    found.data.contracts.length + found.data.sites.length === 0;
  return (
    <Modal
      open
      onClose={onClose}
      header={{ heading: t("find.label") }}
      placement="top"
      closeOnBackdropClick
    >
      <Modal.Body>
        <div className="stack" ref={body} role="search">
          <TextField
            label={t("find.field")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            onKeyDown={walk}
          />
          <div aria-live="polite" className="stack">
            {wanted.length < 2 && <p className="quiet">{t("find.begin")}</p>}
            {found.isError && <ProblemNotice error={found.error} takesFocus={false} />}
            {nothing && <p>{t("find.nothing", { text: wanted })}</p>}
            {wanted.length >= 2 && found.data !== undefined && (
              <>
                <FoundList
                  title={t("find.contracts")}
                  items={found.data.contracts}
                  onClose={onClose}
                  onWalk={walk}
                />
                <FoundList
                  title={t("find.sites")}
                  items={found.data.sites}
                  onClose={onClose}
                  onWalk={walk}
                />
              </>
            )}
          </div>
        </div>
      </Modal.Body>
    </Modal>
  );
}
