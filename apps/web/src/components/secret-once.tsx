import { CopyButton } from "@navikt/ds-react";
import { useEffect, useRef, type ReactNode } from "react";
import { t } from "../texts/t.ts";

/** Something that is shown this one time: a link or a token, with a button that copies it. Takes the focus. */
export function SecretOnce({
  title,
  what,
  secret,
  level = 2,
}: {
  readonly title: string;
  readonly what: string;
  readonly secret: string;
  readonly level?: 2 | 3;
}): ReactNode {
  const Heading = level === 2 ? "h2" : "h3";
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [secret]);
  return (
    <div ref={place} className="notice notice-good stack-small" role="status" tabIndex={-1}>
      <Heading>{title}</Heading>
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
