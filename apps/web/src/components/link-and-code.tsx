import { CopyButton } from "@navikt/ds-react";
import type { LinkAndCode as Shape } from "@throughline/contract";
import type { ReactNode } from "react";
import type { z } from "zod";
import { t } from "../texts/t.ts";

export type Secrets = z.infer<typeof Shape>;

/** Link and code, each to be copied by itself: they travel on two ways. */
export function LinkAndCode({ link, code }: Secrets): ReactNode {
  return (
    <div className="link-and-code">
      <dl>
        <div>
          <dt>{t("link.label")}</dt>
          <dd>
            <code className="secret">{link}</code>
            <CopyButton
              copyText={link}
              text={t("link.copy")}
              activeText={t("link.copied")}
              size="small"
            />
          </dd>
        </div>
        <div>
          <dt>{t("link.code")}</dt>
          <dd>
            <code className="secret big-code">{code}</code>
            <CopyButton
              copyText={code}
              text={t("link.copyCode")}
              activeText={t("link.copied")}
              size="small"
            />
          </dd>
        </div>
      </dl>
      <div>
        <CopyButton
          copyText={t("link.both", { link, code })}
          text={t("link.copyBoth")}
          activeText={t("link.copied")}
          size="small"
        />
      </div>
    </div>
  );
}
