/**
 * What a module gives for a kind of job. A short job is one transaction, and its end is written in it: its effects
 * happen once. A long job works in batches, each a transaction that commits only while the job is still this worker's;
 * it must write in the same batch how far it came, and go on from there when it is started again.
 */
import type { Work } from "../api.ts";
import type { JobName, JobPayload } from "./job-catalogue.ts";

export interface JobInfo {
  readonly id: string;
  /** 0 for the first try. */
  readonly attempt: number;
  /** True when no further try follows: say now what became of it. */
  readonly lastAttempt: boolean;
}

export interface LongJob<P> extends JobInfo {
  readonly organisationId: string;
  readonly payload: P;
  /** Aborts when the server stops or the job was taken away: return or throw soon, another worker goes on. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** One transaction for the system within the organisation; throws when the job was aborted or is another worker's by now. */
  inBatch<T>(work: (work: Work) => Promise<T>): Promise<T>;
  /** The same, also while stopping: for writing down what was just done outside and cannot be undone. */
  recordOutside<T>(work: (work: Work) => Promise<T>): Promise<T>;
}

export type JobHandler<P> =
  | {
      readonly kind: "short";
      readonly run: (work: Work, payload: P, job: JobInfo) => Promise<void>;
    }
  | { readonly kind: "long"; readonly run: (job: LongJob<P>) => Promise<void> };

/** One handler for every kind of the catalogue; a kind without one does not compile. */
export type JobHandlers = { readonly [N in JobName]: JobHandler<JobPayload<N>> };

/** Registers a handler that is done in one transaction. */
export function registerJob<N extends JobName>(
  _name: N,
  run: (work: Work, payload: JobPayload<N>, job: JobInfo) => Promise<void>,
): JobHandler<JobPayload<N>> {
  return { kind: "short", run };
}

/** Registers a handler that opens a transaction per batch, or speaks to the outside between two. */
export function registerLongJob<N extends JobName>(
  _name: N,
  run: (job: LongJob<JobPayload<N>>) => Promise<void>,
): JobHandler<JobPayload<N>> {
  return { kind: "long", run };
}
