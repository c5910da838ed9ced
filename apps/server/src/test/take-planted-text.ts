/** Takes pasted label text for a planted contract, for tests that need disclosed sites. */
import type { DisclosureAbout } from "@throughline/contract";
import { readDisclosureText } from "@throughline/interchange";
import { takeDisclosure } from "../modules/disclosures/index.ts";
import type { Work } from "../platform/api.ts";

/** What is said about a disclosure, with every choice left open. */
export function aboutOf(more: Partial<DisclosureAbout> = {}): DisclosureAbout {
  return {
    title: "Label of the laptop",
    declaredBy: "Acme",
    brand: null,
    asOf: null,
    receivedOn: "2026-11-01",
    productIds: [],
    tier: "final_assembly",
    ...more,
  };
}

/** Reads and takes the text. */
export async function takeText(
  work: Work,
  contractId: string,
  text: string,
  more: Partial<DisclosureAbout> = {},
): ReturnType<typeof takeDisclosure> {
  return takeDisclosure(work, contractId, aboutOf(more), readDisclosureText(text), {
    bytes: Buffer.from(text, "utf8"),
    mediaType: "text/plain; charset=utf-8",
    fileName: null,
  });
}
