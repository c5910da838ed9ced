import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { OrganisationRole } from "@throughline/domain";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { meQuery } from "../api/me.ts";
import { countToday, todayQuery } from "../api/today.ts";
import { AppLink } from "../components/app-link.tsx";
import { formatNumber } from "../texts/format.ts";
import { t } from "../texts/t.ts";
import { BrandMark } from "../components/brand-mark.tsx";
import { isAt, navigationFor } from "./navigation.ts";
import { SideFoot } from "./side-foot.tsx";

const FindDialog = lazy(() => import("./find-dialog.tsx"));

function SideNav({
  path,
  can,
  roles,
}: {
  readonly path: string;
  readonly can: readonly string[];
  readonly roles: readonly OrganisationRole[];
}): ReactNode {
  const today = useQuery({ ...todayQuery, enabled: can.includes("contract.read") });
  const counts = today.data === undefined ? null : countToday(today.data);
  const asked = today.data?.waiting.some(({ kind }) => kind === "asked") ?? false;
  return (
    <nav className="side-nav" aria-label={t("app.nav")}>
      <ul>
        {navigationFor(can, roles, asked).map((entry) => {
          const here = isAt(entry, path);
          const content = (
            <>
              {t(entry.text)}
              {entry.count !== undefined && counts !== null && (
                <span className="count">{formatNumber(entry.count(counts))}</span>
              )}
            </>
          );
          return (
            <li
              key={entry.href}
              className={entry.startsGroup === true ? "starts-group" : undefined}
            >
              <AppLink href={entry.href} aria-current={here ? "page" : undefined}>
                {content}
              </AppLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Opens the search by Ctrl or Cmd and K, wherever one is. */
function useFind(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    function listen(event: KeyboardEvent): void {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      setOpen(true);
    }
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  return [open, setOpen];
}

/** The frame around every screen of a signed-in person. */
export function Shell(): ReactNode {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const me = useQuery(meQuery);
  const [finding, setFinding] = useFind();
  const [menuAt, setMenuAt] = useState<string | null>(null);
  const main = useRef<HTMLElement>(null);
  const lastPath = useRef(path);
  useEffect(() => {
    // A new screen: those who do not see it begin at its content. The first one begins at the top of the page.
    if (lastPath.current !== path) main.current?.focus({ preventScroll: true });
    lastPath.current = path;
  }, [path]);
  // The menu of a small screen closes by itself when one has gone somewhere.
  const menuOpen = menuAt === path;
  const can = me.data?.can ?? [];
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t("app.skip")}
      </a>
      <header className="shell-side" data-open={menuOpen}>
        <div className="shell-side-inner">
          <div className="shell-side-top">
            <AppLink href="/" className="brand">
              <BrandMark />
              {t("app.name")}
            </AppLink>
            <Button
              className="menu-button"
              size="small"
              variant="secondary"
              aria-expanded={menuOpen}
              onClick={() => setMenuAt(menuOpen ? null : path)}
            >
              {t("app.menu")}
            </Button>
          </div>
          <SideNav path={path} can={can} roles={me.data?.acting?.organisationRoles ?? []} />
          {me.data !== undefined && <SideFoot me={me.data} />}
        </div>
      </header>
      <main
        className="shell-main"
        id="content"
        ref={main}
        tabIndex={-1}
        style={{ outline: "none" }}
      >
        <div className="topbar" style={{ justifyContent: "flex-end" }}>
          <button
            type="button"
            className="find-button"
            onClick={() => setFinding(true)}
            aria-keyshortcuts="Control+K Meta+K"
          >
            {t("find.button")} <kbd aria-hidden="true">Ctrl K</kbd>
          </button>
        </div>
        {me.data !== undefined && me.data.acting === null ? (
          <p className="measure">{t("signIn.nowhere", { name: me.data.person.name })}</p>
        ) : (
          <Outlet />
        )}
      </main>
      {finding && (
        <Suspense fallback={null}>
          <FindDialog onClose={() => setFinding(false)} />
        </Suspense>
      )}
    </div>
  );
}
