/**
 * Opens what is kept in memory for a scope, brought up to what the database says at this moment: built or read from its
 * file the first time, then only what has changed. Kept per database, kind and scope; the least used are let go.
 */
import { databaseOf, type Database, type Tx } from "@throughline/db";
import type { Work } from "../../../platform/api.ts";
import { readScopeFile, writeScopeFile } from "./scope-file.ts";
import {
  isVouchedFor,
  readChanges,
  readScope,
  readSitesOfScope,
  asReaderOfScopes,
  type ScopeChanges,
  vouchForFile,
} from "./scope-records.store.ts";
import type { ScopeName, ScopeStructure } from "./scope-structure.ts";

/** More changes than this are not taken in one by one unless the structure is larger still. */
const mostChanges = 20_000;
const sitesAtOnce = 2_000;
/** Entries are kept for seven days; what has not been read for this long may have missed some. */
const longestPauseMs = 3 * 24 * 3_600_000;
/** Records of all scopes and kinds together. */
const mostRecords = 4_000_000;

interface Kept {
  readonly structure: unknown;
  snapshot: string;
  readAt: Date;
  /** Sites that the transaction which read last had changed itself: not taken in, to be read again. */
  doubtful: ReadonlySet<string>;
}

interface Slot {
  kept: Kept | null;
  records: number;
  usedAt: number;
  /** Readings of a slot follow one another, so that a later one is never overwritten by an earlier. */
  turn: Promise<unknown>;
}

interface Keeper {
  readonly slots: Map<string, Slot>;
  folder: string | null;
}

const keepers = new WeakMap<Database, Keeper>();
const reading = new WeakMap<Tx, Promise<unknown>>();
let uses = 0;

function keeperOf(database: Database): Keeper {
  const known = keepers.get(database);
  if (known !== undefined) return known;
  const keeper: Keeper = { slots: new Map(), folder: null };
  keepers.set(database, keeper);
  return keeper;
}

/** Where the files of published sites are kept; without it every start builds from the database. */
export function keepScopeFilesIn(database: Database, folder: string): void {
  keeperOf(database).folder = folder;
}

/** Lets go of everything kept for a database, as a restart does. */
export function forgetScopes(database: Database): void {
  keeperOf(database).slots.clear();
}

export interface OpenScope<S> {
  /**
   * As of this moment: use it before anything else is awaited. It also holds sites of lists on their way in, and may name
   * a site that somebody has just removed: what it names is read again under row security before it is shown.
   */
  readonly structure: S;
  /** Sites the calling transaction has itself changed, of which the structure therefore says what was before. */
  readonly changedHere: ReadonlySet<string>;
}

/**
 * Opens one scope for whoever acts.
 *
 * @example const { structure } = await openScope(work, matchStructure, "public");
 */
export async function openScope<S, P>(
  work: Work,
  kind: ScopeStructure<S, P>,
  scope: ScopeName,
): Promise<OpenScope<S>> {
  const keeper = keeperOf(databaseOf(work.tx));
  const key = `${kind.name} ${scope === "public" ? scope : work.actor.organisationId}`;
  const slot = keeper.slots.get(key) ?? {
    kept: null,
    records: 0,
    usedAt: 0,
    turn: Promise.resolve(),
  };
  keeper.slots.set(key, slot);
  // One after the other in a transaction too: reading changes its settings for a while.
  const before = reading.get(work.tx) ?? Promise.resolve();
  const mine = before.then(() => {
    const next = slot.turn.then(() => read(work, kind, scope, keeper, slot));
    slot.turn = next.catch(() => undefined);
    return next;
  });
  reading.set(
    work.tx,
    mine.catch(() => undefined),
  );
  const opened = await mine;
  slot.usedAt = uses += 1;
  letGo(keeper, slot);
  return opened;
}

function letGo(keeper: Keeper, used: Slot): void {
  const byUse = [...keeper.slots].toSorted(([, a], [, b]) => a.usedAt - b.usedAt);
  let total = byUse.reduce((sum, [, { records }]) => sum + records, 0);
  for (const [key, slot] of byUse) {
    if (total <= mostRecords) return;
    if (slot === used) continue;
    keeper.slots.delete(key);
    total -= slot.records;
  }
}

async function read<S, P>(
  work: Work,
  kind: ScopeStructure<S, P>,
  scope: ScopeName,
  keeper: Keeper,
  slot: Slot,
): Promise<OpenScope<S>> {
  slot.kept ??= await openFile(work, kind, scope, keeper);
  for (let tries = 0; ; tries += 1) {
    const { kept } = slot;
    // What this transaction has changed is always read whole, and so is what came while it was built anew twice.
    const most =
      kept === null || tries > 1
        ? Number.MAX_SAFE_INTEGER - 1
        : Math.max(mostChanges, Math.floor(slot.records / 10));
    const changes = await readChanges(work, scope, kept?.snapshot ?? null, most);
    if (kept !== null) {
      const structure = kept.structure as S; // the key of the slot names the kind
      const isOld = changes.at.getTime() - kept.readAt.getTime() > longestPauseMs;
      const isWorn = kind.isWorn?.(structure) ?? false;
      if ((!isOld && !isWorn && !changes.more) || tries > 1) {
        await takeIn(work, kind, scope, kept, changes);
        slot.records = kind.size(structure);
        return { structure, changedHere: changes.changedHere };
      }
    }
    slot.kept = null;
    slot.kept = await build(work, kind, scope, keeper, changes);
    // Once more: what was committed while it was built.
  }
}

/** Reads anew what changed. What this transaction changed itself may yet be rolled back: it is left for the next one. */
async function takeIn<S, P>(
  work: Work,
  kind: ScopeStructure<S, P>,
  scope: ScopeName,
  kept: Kept,
  changes: ScopeChanges,
): Promise<void> {
  const structure = kept.structure as S; // the key of the slot names the kind
  const changed = [...new Set([...changes.siteIds, ...kept.doubtful])];
  const toRead = changed.filter((id) => !changes.changedHere.has(id));
  if (toRead.length > 0)
    await asReaderOfScopes(work, async () => {
      for (let start = 0; start < toRead.length; start += sitesAtOnce) {
        const part = toRead.slice(start, start + sitesAtOnce);
        const records = await readSitesOfScope(work, scope, part);
        for (const id of part) kind.replace(structure, id, records.get(id) ?? []);
      }
    });
  kept.snapshot = changes.snapshot;
  kept.readAt = changes.at;
  kept.doubtful = new Set(changed.filter((id) => changes.changedHere.has(id)));
}

async function build<S, P>(
  work: Work,
  kind: ScopeStructure<S, P>,
  scope: ScopeName,
  keeper: Keeper,
  { snapshot, at, changedHere }: ScopeChanges,
): Promise<Kept> {
  let records = 0;
  async function* counted() {
    for await (const slice of readScope(work, scope, changedHere)) {
      records += slice.length;
      yield slice;
    }
  }
  const prepared = await asReaderOfScopes(work, () => kind.prepare(counted()));
  if (
    keeper.folder !== null &&
    scope === "public" &&
    kind.file !== undefined &&
    records >= kind.file.leastRecords
  ) {
    // Should this transaction roll back, nothing vouches for the file, and it is never used.
    await writeScopeFile(keeper.folder, kind.name, kind.file.format, {
      ...(await vouchForFile(work)),
      snapshot,
      at,
      leftOut: [...changedHere],
      frozen: kind.file.freeze(prepared),
    }).catch(() => undefined);
  }
  return { structure: kind.open(prepared), snapshot, readAt: at, doubtful: changedHere };
}

async function openFile<S, P>(
  work: Work,
  kind: ScopeStructure<S, P>,
  scope: ScopeName,
  keeper: Keeper,
): Promise<Kept | null> {
  if (keeper.folder === null || scope !== "public" || kind.file === undefined) return null;
  const file = await readScopeFile(keeper.folder, kind.name, kind.file.format);
  if (file === null || !(await isVouchedFor(work, file))) return null;
  try {
    const structure = kind.open(kind.file.thaw(file.frozen));
    return {
      structure,
      snapshot: file.snapshot,
      readAt: file.at,
      doubtful: new Set(file.leftOut),
    };
  } catch {
    return null;
  }
}
