/** Where to go after signing in: only a place of this app, whatever the address says. */
export function safePath(wanted: string | null): string {
  if (wanted === null || !wanted.startsWith("/")) return "/";
  const origin = "http://here.invalid";
  if (!URL.canParse(wanted, origin)) return "/";
  const target = new URL(wanted, origin);
  return target.origin === origin ? target.pathname + target.search + target.hash : "/";
}
