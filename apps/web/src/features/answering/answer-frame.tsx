import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, type ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { BrandMark } from "../../components/brand-mark.tsx";
import { t } from "../../texts/t.ts";

/** The frame around an answer by link and code: nothing but the answer. */
export function AnswerFrame(): ReactNode {
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
        <AppLink href="/answer" className="brand">
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
