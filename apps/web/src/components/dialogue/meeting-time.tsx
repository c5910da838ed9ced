import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { sayMeetingTime, type MeetingWhen } from "./say-meeting-time.ts";

/** When a meeting is, in its own time zone, with the reader's beside it where the clocks differ. */
export function MeetingTime({ when }: { readonly when: MeetingWhen }): ReactNode {
  const { there, here } = sayMeetingTime(when);
  return (
    <>
      <time dateTime={when.startsAt}>{there}</time>
      {here !== null && (
        <span className="sub meeting-here quiet small">{t("meeting.yourTime", { here })}</span>
      )}
    </>
  );
}
