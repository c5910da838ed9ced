import { expect, it } from "vitest";
import { buildIndex, openIndex } from "../engine/site-engine.ts";
import type { SiteToMatch } from "../engine/site-to-match.ts";
import { buildIndexInThread } from "./build-in-thread.ts";

const records = Array.from({ length: 90 }, (_, n): SiteToMatch => ({
  id: `s${n}`,
  name: `Maker ${n.toString(36)} Optics Ltd`,
  address: `${n} Mill Road, Leeds`,
  country: "GB",
}));

async function* slices(broken?: () => never): AsyncGenerator<readonly SiteToMatch[]> {
  yield records.slice(0, 40);
  broken?.();
  yield [];
  yield records.slice(40);
}

it("an index built in a thread answers as one built here", async () => {
  const built = openIndex(await buildIndexInThread(slices()));
  const here = buildIndex(records);
  for (const record of records) expect(built.match(record)).toEqual(here.match(record));
});

it("what goes wrong in the source or in the thread is told to whoever asked", async () => {
  const failing = slices(() => {
    throw new Error("The source ended.");
  });
  await expect(buildIndexInThread(failing)).rejects.toThrow("The source ended.");
  // A record that is none.
  const nonsense = { id: "x", name: null } as unknown as SiteToMatch;
  async function* odd(): AsyncGenerator<readonly SiteToMatch[]> {
    yield [nonsense];
  }
  await expect(buildIndexInThread(odd())).rejects.toThrow();
});
