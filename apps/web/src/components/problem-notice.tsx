import { Button } from "@navikt/ds-react";
import { problemOf } from "@throughline/contract";
import { useEffect, useRef, type ReactNode } from "react";
import { t } from "../texts/t.ts";

interface Said {
  readonly title: string;
  readonly detail: string | null;
  readonly whatToDo: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly requestId: string | null;
  readonly conflict: boolean;
}

/** What to tell a person about a thrown value. */
export function explainError(error: unknown): Said {
  const problem = problemOf(error);
  if (problem !== null) {
    const detail = problem.detail === problem.title ? null : problem.detail;
    return {
      title: problem.title,
      detail,
      whatToDo: problem.whatToDo,
      errors: problem.errors,
      requestId: problem.status >= 500 ? problem.requestId : null,
      conflict: problem.code === "conflict",
    };
  }
  const network = error instanceof TypeError;
  return {
    title: network ? t("error.network") : t("error.title"),
    detail: network || !(error instanceof Error) ? null : error.message,
    whatToDo: t("error.networkWhat"),
    errors: [],
    requestId: null,
    conflict: false,
  };
}

/**
 * An error as a person reads it: what happened, what was kept, what to do. Takes the focus when it appears.
 * `onReload` is offered where somebody else's change stands in the way, `onRetry` otherwise.
 */
export function ProblemNotice({
  error,
  onRetry,
  onReload,
  takesFocus = true,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly onReload?: () => void;
  readonly takesFocus?: boolean;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.focus();
  }, [error, takesFocus]);
  const said = explainError(error);
  return (
    <div ref={place} className="notice" role="alert" tabIndex={-1}>
      <h2>{said.title}</h2>
      {said.detail !== null && <p>{said.detail}</p>}
      {said.errors.length > 0 && (
        <ul>
          {said.errors.slice(0, 20).map((fault) => (
            <li key={`${fault.path} ${fault.message}`}>
              {fault.path === "" ? "" : `${fault.path.replace(/^\//, "").replaceAll("/", " › ")}: `}
              {fault.message}
            </li>
          ))}
        </ul>
      )}
      <p>{said.whatToDo}</p>
      {said.conflict && <p className="quiet">{t("error.conflictKept")}</p>}
      {said.requestId !== null && (
        <p className="small quiet">{t("error.request", { id: said.requestId })}</p>
      )}
      {said.conflict && onReload !== undefined && (
        <Button size="small" variant="secondary" onClick={onReload}>
          {t("error.reload")}
        </Button>
      )}
      {!said.conflict && onRetry !== undefined && (
        <Button size="small" variant="secondary" onClick={onRetry}>
          {t("error.retry")}
        </Button>
      )}
    </div>
  );
}
