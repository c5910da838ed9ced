import { useEffect, type ReactNode } from "react";
import { t } from "../texts/t.ts";
import { AppLink } from "./app-link.tsx";

/** Heading of a screen; names the browser's tab, too. */
export function PageHeading(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly crumbs?: readonly { readonly href: string; readonly text: string }[];
}): ReactNode {
  const { title, crumbs = [] } = props;
  useEffect(() => {
    document.title = t("app.title", { page: title });
  }, [title]);
  return (
    <div>
      {crumbs.length > 0 && (
        <nav className="crumbs" aria-label={t("app.crumbs")}>
          <ol>
            {crumbs.map((crumb, index) => (
              <li key={crumb.href}>
                {index > 0 && <span aria-hidden="true">/ </span>}
                <AppLink href={crumb.href}>{crumb.text}</AppLink>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="page-heading">
        <div>
          <h1>{title}</h1>
          {props.lead}
        </div>
        {props.actions !== undefined && <div className="row no-print">{props.actions}</div>}
      </div>
    </div>
  );
}
