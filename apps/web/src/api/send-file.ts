/** Sends files beside the typed client: multipart, with failures read like the client reads them. */
import { decodeProblem } from "@throughline/contract";
import type { z } from "zod";
import { guestHeaders } from "./guest.ts";

/** Posts `form` to `path` below `/api` and parses the answer with `output`. */
export async function sendFile<T>(path: string, form: FormData, output: z.ZodType<T>): Promise<T> {
  const response = await fetch(`/api${path}`, {
    method: "POST",
    body: form,
    headers: guestHeaders(),
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw decodeProblem(body) ?? new Error(response.statusText);
  return output.parse(body);
}
