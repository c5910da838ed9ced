import { MessageChannel, Worker } from "node:worker_threads";
import type { IndexArrays } from "../engine/index-arrays.ts";
import type { EngineOptions } from "../engine/site-engine.ts";
import type { SiteToMatch } from "../engine/site-to-match.ts";
import type { BuildAnswer, BuildSlice, BuildStart, BuiltArrays } from "./build-thread.ts";

/**
 * Builds an index in a thread of its own, for a process that has other things to do meanwhile. Slices are asked for one
 * after the other, as the thread has read them. The arrays are for `openIndex`, or to be written down.
 *
 * @example openIndex(await buildIndexInThread(slicesOfRecords))
 */
export async function buildIndexInThread(
  slices: AsyncIterable<readonly SiteToMatch[]>,
  options: Pick<EngineOptions, "equivalents"> = {},
): Promise<IndexArrays> {
  const { equivalents = [] } = options;
  const answer = await buildInThread(slices, { search: false, equivalents });
  return answer as IndexArrays; // as the thread answers where a matching index is asked for
}

/** Starts the thread, hands it slices as it asks for them, and answers with the arrays it made. */
export async function buildInThread(
  slices: AsyncIterable<readonly SiteToMatch[]>,
  wanted: Pick<BuildStart, "equivalents" | "search">,
): Promise<BuiltArrays> {
  const { port1: port, port2: threadPort } = new MessageChannel();
  const given = new Int32Array(new SharedArrayBuffer(4));
  const start: BuildStart = { ...wanted, port: threadPort, given };
  const thread = new Worker(new URL("./build-thread.ts", import.meta.url), {
    workerData: start,
    transferList: [threadPort],
  });
  const source = slices[Symbol.asyncIterator]();
  try {
    return await new Promise<BuiltArrays>((resolve, reject) => {
      async function give(): Promise<void> {
        const next = await source.next();
        const slice: BuildSlice = next.done === true ? null : next.value;
        port.postMessage(slice);
        Atomics.add(given, 0, 1);
        Atomics.notify(given, 0);
      }
      port.on("message", (answer: BuildAnswer) => {
        if (answer === "more") give().catch(reject);
        else resolve(answer);
      });
      thread.on("error", reject);
      thread.on("exit", (code) => {
        if (code !== 0) reject(new Error(`The thread that builds ended with code ${code}.`));
      });
    });
  } finally {
    port.close();
    await thread.terminate();
    await source.return?.(undefined);
  }
}
