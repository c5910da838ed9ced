/**
 * Who holds the link and code of a request, or of a seat in a dialogue, works without an account, on the pages below
 * `/answer` and `/seat` and nowhere else.
 */

const guestPlace = /^\/(answer|seat)(\/|$)/;

/** True on a page of somebody who came by link and code. */
export function isGuestPlace(path: string): boolean {
  return guestPlace.test(path);
}

/** What a call from this page says of whom it is for: a guest's own work, or that of the organisation one acts for. */
export function guestHeaders(): Record<string, string> {
  return isGuestPlace(globalThis.location.pathname) ? { "throughline-as": "guest" } : {};
}
