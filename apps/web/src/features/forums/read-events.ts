/** Reads server-sent events out of a stream of text. */
import { BoardEvent } from "@throughline/contract";

/**
 * Gives the events that are whole in `text`, and what is left over. Comments and events that are none of ours are passed
 * over.
 *
 * @example readEvents("event: whole\ndata: {…}\n\nevent: ch").rest // "event: ch"
 */
export function readEvents(text: string): {
  readonly events: readonly BoardEvent[];
  readonly rest: string;
} {
  const parts = text.split("\n\n");
  const rest = parts.pop() ?? "";
  const events = parts.flatMap((part) => {
    const data = part
      .split("\n")
      .filter((line) => line.startsWith("data: "))
      .map((line) => line.slice(6))
      .join("\n");
    if (data === "") return [];
    const parsed = BoardEvent.safeParse(JSON.parse(data));
    return parsed.success ? [parsed.data] : [];
  });
  return { events, rest };
}
