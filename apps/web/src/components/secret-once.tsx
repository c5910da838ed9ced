import { CopyButton } from "@navikt/ds-react";
import { useEffect, useRef, type ReactNode } from "react";
import { t } from "../texts/t.ts";

/** Something that is shown this one time: a link or a token, with a button that copies it. Takes the focus. */
export function SecretOnce({
  title,
  what,
  secret,
}: {
  readonly title: string;
  readonly what: string;
  readonly secret: string;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [secret]);
  return (
    <div ref={place} className="notice notice-good stack-small" role="status" tabIndex={-1}>
      <h3>{title}</h3>
      <p>{what}</p>
      <p>
        <code className="secret">{secret}</code>
      </p>
      <div>
        <CopyButton
          copyText={secret}
          text={t("secret.copy")}
          activeText={t("secret.copied")}
          size="small"
        />
      </div>
    </div>
  );
}
