import { t } from "../../texts/t.ts";

/**
 * A meeting by number and title; one that was called by its number only is not called twice.
 *
 * @example sayMeeting({ number: 2, title: "Sites of the battery" }) // "Meeting 2: Sites of the battery"
 */
export function sayMeeting({
  number,
  title,
}: {
  readonly number: number;
  readonly title: string;
}): string {
  return title === t("meeting.newTitle", { n: number })
    ? title
    : t("meeting.numbered", { n: number, title });
}
