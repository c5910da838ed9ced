import { Modal, TextField } from "@navikt/ds-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { SiteSuggestion } from "@throughline/contract";
import {
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { api } from "../api/client.ts";
import { meQuery } from "../api/me.ts";
import { AppLink } from "../components/app-link.tsx";
import { FoundSite } from "../components/found-site.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { t } from "../texts/t.ts";

interface Found {
  readonly href: string;
  readonly title: string;
  readonly under: string;
  /** Of a site: what of it was found. */
  readonly site?: SiteSuggestion;
}

const groups = ["contracts", "suppliers", "requests", "sites"] as const;
type FoundByGroup = Record<(typeof groups)[number], Found[]>;

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(" · ");

/** Asks only for what one may see: a search must not end in a refusal. */
async function find(text: string, can: readonly string[]): Promise<FoundByGroup> {
  const [contracts, suppliers, requests, sites] = await Promise.all([
    can.includes("contract.read") ? api.contracts.list({ search: text, limit: 8 }) : null,
    can.includes("supplier.read") ? api.suppliers.list({ search: text, limit: 5 }) : null,
    can.includes("supplier.read") ? api.requests.list({ search: text, limit: 5 }) : null,
    can.includes("site.read") ? api.sites.suggest({ text }) : null,
  ]);
  return {
    contracts: (contracts?.items ?? []).map((item) => ({
      href: `/contracts/${item.id}`,
      title: item.title,
      under: joined([item.reference, item.supplier ?? item.buyer]),
    })),
    suppliers: (suppliers?.items ?? []).map((item) => ({
      href: `/suppliers/${item.id}`,
      title: item.name,
      under: joined(item.roles.map((role) => t(`suppliers.role.${role}`))),
    })),
    requests: (requests?.items ?? []).map((item) => ({
      href: `/requests/${item.id}`,
      title: item.subject,
      under: joined([item.addressee, t(`requestState.${item.state}`)]),
    })),
    sites: (sites?.items ?? []).slice(0, 8).map((item) => ({
      href: `/sites/${item.id}`,
      title: item.name,
      under: "",
      site: item,
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
              {item.site === undefined ? (
                <>
                  <strong>{item.title}</strong>
                  <span className="quiet small" style={{ display: "block" }}>
                    {item.under}
                  </span>
                </>
              ) : (
                <FoundSite site={item.site} />
              )}
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Finds contracts, suppliers, requests and sites one may see. Arrow keys walk through what was found. */
export default function FindDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // One comes to type; the dialog itself, once it opens, begins at its close button.
    const frame = requestAnimationFrame(() => body.current?.querySelector("input")?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const can = useQuery(meQuery).data?.can ?? [];
  const found = useQuery({
    queryKey: ["find", wanted, can],
    queryFn: () => find(wanted, can),
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
    groups.every((group) => found.data[group].length === 0);
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
            {wanted.length >= 2 &&
              found.data !== undefined &&
              groups.map((group) => (
                <FoundList
                  key={group}
                  title={t(`find.${group}`)}
                  items={found.data[group]}
                  onClose={onClose}
                  onWalk={walk}
                />
              ))}
          </div>
        </div>
      </Modal.Body>
    </Modal>
  );
}
