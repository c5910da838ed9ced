import type { DocumentContent } from "./document-content.ts";
import { sayDay } from "./document-texts.ts";
import type { DocumentTexts } from "./document-texts.ts";
import { tidyLine, tidyLines } from "./tidy-runs.ts";

/** The head of a document, line by line, in the order in which it is read. */
export interface DocumentHead {
  readonly sender: readonly string[];
  readonly addressee: readonly string[];
  /** Place and day, then our reference. */
  readonly dateLines: readonly string[];
  readonly title: string;
  readonly subtitle?: string;
}

/** What stands above the first block, the same in each format. */
export function layHead(content: DocumentContent, texts: DocumentTexts): DocumentHead {
  const day = sayDay(content.date, content.language);
  const subtitle = tidyLine(content.subtitle ?? "");
  return {
    sender: tidyLines(content.sender ?? []),
    addressee: tidyLines(content.addressee ?? []),
    dateLines: tidyLines([
      content.place === undefined ? day : `${content.place}, ${day}`,
      content.reference === undefined ? "" : `${texts.reference}: ${content.reference}`,
    ]),
    title: tidyLine(content.title),
    ...(subtitle === "" ? {} : { subtitle }),
  };
}
