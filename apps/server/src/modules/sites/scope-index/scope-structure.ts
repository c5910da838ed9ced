/**
 * Vocabulary of indexes beside the database (decision 0032).
 *
 * - **scope**: whose sites an index holds: `own`, those of the acting organisation with the names its rows gave to any
 *   site; `public`, the published ones, the same for all. Neither is built from what the other holds.
 * - **structure**: what is kept in memory for a scope: the matching engine, an index for type-ahead.
 * - **record**: one name of a site with one address. A site has its own and one for each variant.
 * - **reading**: what the database knows and the structure does not yet, taken in before each use.
 */

export type ScopeName = "own" | "public";

/** One name of a site. */
export interface ScopeRecord {
  readonly siteId: string;
  /** 0: the site's own name and address; from 1 on: what rows of disclosures called it. */
  readonly variant: number;
  readonly publicId: string;
  readonly name: string;
  readonly address: string | null;
  readonly country: string | null;
  readonly osId: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The site is published: the scope of all holds it too. */
  readonly published: boolean;
}

export type NumberArray =
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** What is written down of a structure: facts as JSON, and arrays as they lie in memory. */
export interface FrozenStructure {
  readonly facts: unknown;
  readonly arrays: Readonly<Record<string, NumberArray>>;
}

/** A kind of structure. Structures of one scope are built from the same records and the same changes. */
export interface ScopeStructure<S, P = unknown> {
  /** Also the name of its file. */
  readonly name: string;
  /**
   * Reads all records of a scope, in slices; does not hold up the event loop for long. What it answers is written down
   * as it is, before `open`: so a file never holds a word that somebody looked for.
   */
  prepare(slices: AsyncIterable<readonly ScopeRecord[]>): Promise<P>;
  open(prepared: P): S;
  /** The site's records as they are now take the place of those there were; none: the site is gone. */
  replace(structure: S, siteId: string, records: readonly ScopeRecord[]): void;
  /** How many records it holds: what memory is counted by. */
  size(structure: S): number;
  /** True when so much was replaced that it should be built anew. */
  isWorn?(structure: S): boolean;
  /** How the published scope is written down between two starts. Left out: it is always built from the database. */
  readonly file?: {
    /** Changes whenever what is written changes. */
    readonly format: string;
    /** Smaller ones are built as quickly as they are read. */
    readonly leastRecords: number;
    freeze(prepared: P): FrozenStructure;
    /** @throws when it cannot read this */
    thaw(frozen: FrozenStructure): P;
  };
}
