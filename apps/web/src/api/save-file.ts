/** Fetches a file beside the typed client and hands it to the browser to save; failures are read like the client reads them. */
import { decodeProblem } from "@throughline/contract";
import { guestHeaders } from "./guest.ts";

/** Saves what `path` below `/api` gives, under the name the server gives it, else `name`. */
export async function saveFile({
  path,
  name,
}: {
  readonly path: string;
  readonly name: string;
}): Promise<void> {
  const response = await fetch(`/api${path}`, { headers: guestHeaders() });
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => null);
    throw decodeProblem(body) ?? new Error(response.statusText);
  }
  const said = response.headers.get("content-disposition") ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1];
  const plain = /filename="([^"]+)"/i.exec(said)?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = encoded === undefined ? (plain ?? name) : decodeURIComponent(encoded);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
