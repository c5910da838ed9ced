import { Worker } from "node:worker_threads";
import { bandOf, defaultBands } from "../engine/band-of.ts";
import type { LinkedPair } from "../engine/cluster-pairs.ts";
import { type IndexArrays, shareArrays } from "../engine/index-arrays.ts";
import { bitsOf, probabilityOf } from "../engine/model.ts";
import {
  dedupeIndex,
  type Deduplicated,
  type EngineOptions,
  engineSettings,
  gatherDuplicates,
  indexOf,
  linkToIndex,
  type LinkedRecord,
  type SiteEngine,
  takeEachOnce,
} from "../engine/site-engine.ts";
import { SiteIndex } from "../engine/site-index.ts";
import type { CandidateMatch, SiteToMatch } from "../engine/site-to-match.ts";
import type { WorkerAnswer, WorkerStart, WorkerTask } from "./match-worker.ts";

export interface WorkersOptions extends EngineOptions {
  /** Threads that compare, at most; 0 or 1: in this one, as a short list is. The answer is the same. */
  readonly workers?: number;
  readonly onProgress?: (done: number) => void;
}

/** Records a thread takes at a time. */
const chunk = 512;
/** A thread takes a fifth of a second to start: for fewer records each it is not worth while. */
const worthAThread = 1500;

/** How many threads compare so many records; 1: none is started. */
function threadsFor(records: number, { workers = 1 }: WorkersOptions): number {
  return Math.max(1, Math.min(workers, Math.ceil(records / worthAThread)));
}

/** Gives tasks to threads one after the other; the answers in the order of the tasks. */
async function runTasks(
  arrays: IndexArrays,
  options: WorkersOptions,
  threadCount: number,
  tasks: readonly WorkerTask[],
): Promise<WorkerAnswer[]> {
  const answers: WorkerAnswer[] = [];
  let next = 0;
  let done = 0;
  const start: WorkerStart = { arrays, equivalents: options.equivalents ?? [] };
  const threads: Worker[] = [];
  try {
    await Promise.all(
      Array.from(
        { length: threadCount },
        () =>
          new Promise<void>((resolve, reject) => {
            const thread = new Worker(new URL("./match-worker.ts", import.meta.url), {
              workerData: start,
            });
            threads.push(thread);
            let current = -1;
            const give = (): void => {
              const task = tasks[next];
              if (task === undefined) {
                resolve();
                return;
              }
              current = next;
              next += 1;
              thread.postMessage(task);
            };
            thread.on("message", (answer: WorkerAnswer) => {
              answers[current] = answer;
              done += answer.done;
              options.onProgress?.(done);
              give();
            });
            thread.on("error", reject);
            thread.on("exit", (code) => {
              if (code !== 0) reject(new Error(`A thread that compares ended with code ${code}.`));
            });
            give();
          }),
      ),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return answers;
}

/** Like `dedupe`, in several threads; the same answer. */
export async function dedupeInWorkers(
  records: readonly SiteToMatch[],
  options: WorkersOptions = {},
): Promise<Deduplicated> {
  const built = new SiteIndex(engineSettings(options));
  built.build(records);
  return dedupeIndexInWorkers(built, options);
}

/** Finds what is one site among the records of an index, in several threads. */
export async function dedupeIndexInWorkers(
  built: SiteIndex,
  options: WorkersOptions = {},
): Promise<Deduplicated> {
  const thresholds = options.thresholds ?? defaultBands;
  const threads = threadsFor(built.size, options);
  if (threads === 1) return dedupeIndex(built, thresholds, options.onProgress);
  const shared = shareArrays(built.views());
  const least = bitsOf(thresholds.review);
  const tasks: WorkerTask[] = [];
  for (let from = 0; from < shared.size; from += chunk)
    tasks.push({ kind: "kept", from, to: Math.min(shared.size, from + chunk), least });
  const answers = await runTasks(shared, options, threads, tasks);
  const found = new Map<number, LinkedPair>();
  for (const { left, right, scores } of answers)
    for (let place = 0; place < left.length; place += 1) {
      const [a, b] = [left[place] ?? 0, right[place] ?? 0];
      found.set(a * shared.size + b, { a, b, score: scores[place] ?? 0 });
    }
  return gatherDuplicates(built, [...found.values()], thresholds);
}

/**
 * Finds every record of a list among those of an engine, in several threads; the same answer as in one.
 * With `oneToOne` no record of the engine is taken twice. `thresholds` and `equivalents` are the engine's own.
 *
 * @example await linkInWorkers(rows, buildIndex(registry), { workers: 2 })
 */
export async function linkInWorkers(
  left: readonly SiteToMatch[],
  engine: SiteEngine,
  options: WorkersOptions & { readonly oneToOne?: boolean } = {},
): Promise<readonly LinkedRecord[]> {
  const index = indexOf(engine);
  const linked = await linkToIndexInWorkers(left, index, {
    ...options,
    thresholds: engine.thresholds,
  });
  return options.oneToOne === true ? takeEachOnce(linked) : linked;
}

/** Finds records in an index, in several threads. */
export async function linkToIndexInWorkers(
  left: readonly SiteToMatch[],
  built: SiteIndex,
  options: WorkersOptions = {},
): Promise<readonly LinkedRecord[]> {
  const thresholds = options.thresholds ?? defaultBands;
  const threads = threadsFor(left.length, options);
  if (threads === 1) return linkToIndex(left, built, thresholds, options.onProgress);
  const least = bitsOf(thresholds.review);
  const tasks: WorkerTask[] = [];
  for (let from = 0; from < left.length; from += chunk)
    tasks.push({ kind: "given", from, records: left.slice(from, from + chunk), least });
  const answers = await runTasks(shareArrays(built.views()), options, threads, tasks);
  const found: { id: string; score: number }[][] = left.map(() => []);
  for (const answer of answers)
    answer.left.forEach((place, at) => {
      found[place]?.push({
        id: built.ids[answer.right[at] ?? 0] ?? "",
        score: answer.scores[at] ?? 0,
      });
    });
  return left.map((record, place): LinkedRecord => {
    const [best = null, ...others] = (found[place] ?? [])
      .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .map(({ id, score }): CandidateMatch => {
        const probability = probabilityOf(score);
        return { id, probability, band: bandOf(probability, thresholds) };
      })
      .filter(({ band }) => band !== "new");
    return { left: record.id, best, others };
  });
}
