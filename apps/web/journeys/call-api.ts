import type { Page } from "playwright-core";

/** Calls the API as whoever is signed in on the page; throws what the server refuses. */
export async function callApi<T>(
  page: Page,
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(`/api${where}`, {
        method: how,
        ...(what === null ? {} : { headers: { "content-type": "application/json" }, body: what }),
      });
      return { ok: response.ok, text: await response.text() };
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.text}`);
  // The journey knows what it asked for.
  return JSON.parse(answer.text) as T;
}
