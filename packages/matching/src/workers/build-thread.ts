/** A thread that builds an index from slices of records it asks for one after the other, and answers with its arrays. */
import { type MessagePort, receiveMessageOnPort, workerData } from "node:worker_threads";
import type { IndexArrays } from "../engine/index-arrays.ts";
import { engineSettings } from "../engine/site-engine.ts";
import { SiteIndex } from "../engine/site-index.ts";
import type { SearchArrays } from "../search/search-index.ts";
import { buildSearchIndex } from "../search/site-search.ts";
import type { SiteToMatch } from "../engine/site-to-match.ts";

/** What a thread is started with. `given` counts the slices that were sent. */
export interface BuildStart {
  readonly equivalents: readonly (readonly string[])[];
  /** A search index is built instead of a matching index. */
  readonly search: boolean;
  readonly port: MessagePort;
  readonly given: Int32Array;
}
/** A slice, or `null`: there is no more. */
export type BuildSlice = readonly SiteToMatch[] | null;
/** The next slice is wanted; or the index is built. */
export type BuiltArrays = IndexArrays | SearchArrays;
export type BuildAnswer = "more" | BuiltArrays;

const { equivalents, search, port, given } = workerData as BuildStart; // as build-in-thread.ts starts it

/** The engine reads an iterable to its end: this one waits for each slice. */
function* slices(): Generator<SiteToMatch> {
  for (let taken = 0; ; taken += 1) {
    port.postMessage("more" satisfies BuildAnswer);
    Atomics.wait(given, 0, taken);
    const received = receiveMessageOnPort(port);
    if (received === undefined) throw new Error("A slice was promised and did not come.");
    const slice = received.message as BuildSlice; // as build-in-thread.ts sends it
    if (slice === null) return;
    yield* slice;
  }
}

function build(): BuiltArrays {
  if (search) {
    const index = buildSearchIndex();
    for (const site of slices()) index.extend(site);
    return index.arrays();
  }
  const index = new SiteIndex(engineSettings({ equivalents }));
  index.build(slices());
  return index.arrays();
}

/** Buffers of the arrays in an object and in the objects it holds: each is an array's own, so it is handed over, not copied. */
function buffersOf(part: object): ArrayBuffer[] {
  if (ArrayBuffer.isView(part)) return part.buffer instanceof ArrayBuffer ? [part.buffer] : [];
  return Object.values(part).flatMap((inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner) ? buffersOf(inner) : [],
  );
}

const built = build();
port.postMessage(built satisfies BuildAnswer, [...new Set(buffersOf(built))]);
port.close();
