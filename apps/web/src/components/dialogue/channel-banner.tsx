import type { ChannelState } from "@throughline/contract";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";

/** Why nobody talks with this firm alone just now. Nothing while the channel is open. */
export function ChannelBanner({ channel }: { readonly channel: ChannelState }): ReactNode {
  if (channel.open) return null;
  return (
    <div className="banner banner-care" role="note">
      <div>
        <strong>{t("channel.closed")}</strong>
        <ul>
          {channel.closures.map((closure) => (
            <li key={`${closure.title} ${closure.since}`}>{closure.says.text}</li>
          ))}
        </ul>
        <p className="small">{t("channel.what")}</p>
      </div>
    </div>
  );
}
