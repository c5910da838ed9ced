/** A thread that compares: it is given an index in shared memory, then tasks, and answers with pairs of ordinals and scores. */
import { parentPort, workerData } from "node:worker_threads";
import type { IndexArrays } from "../engine/index-arrays.ts";
import { engineSettings } from "../engine/site-engine.ts";
import { SiteIndex } from "../engine/site-index.ts";
import type { SiteToMatch } from "../engine/site-to-match.ts";

/** What a thread is started with. */
export interface WorkerStart {
  readonly arrays: IndexArrays;
  readonly equivalents: readonly (readonly string[])[];
}

/** Compare kept records `from`…`to` with all others, or records that are given. Pairs below `least` bits are left out. */
export type WorkerTask =
  | { readonly kind: "kept"; readonly from: number; readonly to: number; readonly least: number }
  | {
      readonly kind: "given";
      readonly from: number;
      readonly records: readonly SiteToMatch[];
      readonly least: number;
    };

/** Ordinals of both sides (of given records: their place in the list) and the score of each pair. */
export interface WorkerAnswer {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly scores: Float64Array;
  readonly done: number;
}

const { arrays, equivalents } = workerData as WorkerStart; // as compare-in-workers.ts starts it
const index = new SiteIndex(engineSettings({ equivalents }), arrays);

parentPort?.on("message", (task: WorkerTask) => {
  const left: number[] = [];
  const right: number[] = [];
  const scores: number[] = [];
  const put = (one: number, count: number, least: number, isKept: boolean): void => {
    for (let place = 0; place < count; place += 1) {
      const bits = index.candidateBits[place] ?? 0;
      const other = index.candidates[place] ?? 0;
      if (bits < least) continue;
      left.push(isKept ? Math.min(one, other) : one);
      right.push(isKept ? Math.max(one, other) : other);
      scores.push(bits);
    }
  };
  const { least } = task;
  if (task.kind === "kept")
    for (let one = task.from; one < task.to; one += 1) {
      if (index.removed[one] === 1) continue;
      const start = index.offsets[one] ?? 0;
      put(one, index.compareCandidates(index.data, start, one, least), least, true);
    }
  else
    task.records.forEach((record, place) => {
      index.readProbe(record);
      put(task.from + place, index.compareCandidates(index.probe, 0, -1, least), least, false);
    });
  const answer: WorkerAnswer = {
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    scores: Float64Array.from(scores),
    done: task.kind === "kept" ? task.to - task.from : task.records.length,
  };
  parentPort?.postMessage(answer);
});
