import { t } from "../../texts/t.ts";

/** Where one goes on once a list is in the record: the request it helps to answer, else the record. */
export function onwardOf(guest: boolean, delivery: string | undefined): string {
  if (delivery !== undefined) return `${guest ? "/answer/requests" : "/asked"}/${delivery}/sites`;
  return guest ? "/answer" : "/record";
}

/** Where one came from: the request a list helps to answer, or the lists; a guest without a request has no way back. */
export function crumbsOf(
  base: string,
  guest: boolean,
  delivery: string | undefined,
): { href: string; text: string }[] {
  if (delivery !== undefined) return [{ href: onwardOf(guest, delivery), text: t("done.answer") }];
  return guest ? [] : [{ href: base, text: t("intakes.title") }];
}
