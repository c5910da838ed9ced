/** The secret of a link while somebody signs in: it stands behind # in the address and must reach no server's log. */

const place = "throughline-link";

export function keepLink(secret: string): void {
  try {
    sessionStorage.setItem(place, secret);
  } catch {
    // Storage may be forbidden; the link is then opened anew after signing in.
  }
}

/** What was kept, once. */
export function takeKeptLink(): string {
  try {
    const secret = sessionStorage.getItem(place) ?? "";
    sessionStorage.removeItem(place);
    return secret;
  } catch {
    return "";
  }
}
