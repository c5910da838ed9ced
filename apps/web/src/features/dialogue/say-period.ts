import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

/** "3 Apr 2023 to 31 Mar 2025", or that it goes on. Days are ISO dates. */
export function sayPeriod({
  fromOn,
  untilOn,
}: {
  readonly fromOn: string;
  readonly untilOn: string | null;
}): string {
  return untilOn === null
    ? t("programme.since", { from: formatDate(fromOn) })
    : t("programme.period", { from: formatDate(fromOn), until: formatDate(untilOn) });
}
