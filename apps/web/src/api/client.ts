/** The typed client of the API this page was served with. */
import { createClient, type ApiClient } from "@throughline/contract";
import { guestHeaders } from "./guest.ts";

export const api: ApiClient = createClient({
  origin: globalThis.location.origin,
  headers: guestHeaders,
});

const organisationCookie = "throughline-organisation";

/** From now on act for another organisation of which one is a member; the page is then loaded anew. */
export function actFor(organisationId: string): void {
  const secure = globalThis.location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${organisationCookie}=${organisationId}; path=/; max-age=31536000; samesite=lax${secure}`;
  globalThis.location.assign("/");
}

/** Forget the choice, at sign-out. */
export function actForNobody(): void {
  document.cookie = `${organisationCookie}=; path=/; max-age=0; samesite=lax`;
}
