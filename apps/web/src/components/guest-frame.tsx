import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, type ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { t } from "../texts/t.ts";

/** The frame around what is opened by a link, without an account: nothing but that. */
export function GuestFrame({ home }: { readonly home: string }): ReactNode {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const lastPath = useRef(path);
  useEffect(() => {
    if (lastPath.current !== path) main.current?.focus({ preventScroll: true });
    lastPath.current = path;
  }, [path]);
  return (
    <div className="guest-shell">
      <a className="skip-link" href="#content">
        {t("app.skip")}
      </a>
      <header className="guest-top no-print">
        <AppLink href={home} className="brand">
          <BrandMark />
          {t("app.name")}
        </AppLink>
        <span className="quiet small">{t("door.noAccount")}</span>
      </header>
      <main
        className="guest-main"
        id="content"
        ref={main}
        tabIndex={-1}
        style={{ outline: "none" }}
      >
        <Outlet />
      </main>
    </div>
  );
}
