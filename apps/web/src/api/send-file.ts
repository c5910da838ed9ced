/** Sends files beside the typed client: multipart, with failures read like the client reads them. */
import { decodeProblem } from "@throughline/contract";
import type { z } from "zod";
import { guestHeaders } from "./guest.ts";

interface Answer {
  readonly ok: boolean;
  readonly statusText: string;
  readonly body: unknown;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `fetch` does not tell how much of a body has left; the older way does. */
function post(path: string, form: FormData, onSent: (share: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    for (const [name, value] of Object.entries(guestHeaders()))
      request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onSent(loaded / total);
    });
    request.addEventListener("load", () =>
      resolve({
        ok: request.status >= 200 && request.status < 300,
        statusText: request.statusText,
        body: readJson(request.responseText),
      }),
    );
    // What `fetch` throws when nobody answers, so that it is explained the same.
    for (const trouble of ["error", "abort", "timeout"])
      request.addEventListener(trouble, () => reject(new TypeError(trouble)));
    request.send(form);
  });
}

/**
 * Posts `form` to `path` below `/api` and parses the answer with `output`. `onSent` is told which share has left,
 * from 0 to 1.
 */
export async function sendFile<T>(
  path: string,
  form: FormData,
  output: z.ZodType<T>,
  onSent: (share: number) => void = () => undefined,
): Promise<T> {
  const { ok, statusText, body } = await post(`/api${path}`, form, onSent);
  if (!ok) throw decodeProblem(body) ?? new Error(statusText);
  return output.parse(body);
}
