/** So many candidates, those sharing the rarest keys, are compared. */
export const mostCandidates = 40;
/** So many are looked at in any case; the others only when their keys weigh at least this share of the best one's. */
const surelyCompared = 6;
const leastShare = 0.3;

/** Scores are summed in single precision. */
const rounding = 0.01;

/** Four times the postings that are looked at for one record: the table stays sparse. */
const bits = 13;
const size = 1 << bits;

/**
 * Sums the weight of shared keys by record. A small table that is found by hash stays in the processor's cache; one place for
 * each of a million records would not.
 */
export class CandidateTally {
  readonly #records = new Int32Array(size).fill(-1);
  readonly #scores = new Float32Array(size);
  readonly #touched = new Int32Array(size);
  readonly #found = new Int32Array(size);
  readonly #foundScores = new Float32Array(size);
  readonly #foundRanks = new Float64Array(size);
  readonly #best = new Float32Array(mostCandidates);
  readonly #bestRanks = new Float64Array(mostCandidates);
  #count = 0;
  #most = 0;
  #isClosed = false;

  /**
   * Takes no further record in where one that shares only keys to come, of `rest` together, can neither be among the first few nor
   * weigh enough beside the best: what is answered stays the same.
   */
  closeBelow(rest: number): void {
    if (this.#isClosed || rest + rounding >= this.#most * leastShare) return;
    let above = 0;
    for (let index = 0; index < this.#count && above < surelyCompared; index += 1)
      if ((this.#scores[this.#touched[index] ?? 0] ?? 0) > rest + rounding) above += 1;
    this.#isClosed = above === surelyCompared;
  }

  add(record: number, weight: number): void {
    const records = this.#records;
    const scores = this.#scores;
    let slot = Math.imul(record, 0x9e3779b1) >>> (32 - bits);
    for (;;) {
      const found = records[slot] ?? -1;
      if (found === record) {
        const sum = (scores[slot] ?? 0) + weight;
        scores[slot] = sum;
        if (sum > this.#most) this.#most = sum;
        return;
      }
      if (found === -1) {
        if (this.#isClosed) return;
        if (weight > this.#most) this.#most = weight;
        records[slot] = record;
        scores[slot] = weight;
        this.#touched[this.#count] = slot;
        this.#count += 1;
        return;
      }
      slot = (slot + 1) & (size - 1);
    }
  }

  /** The records that weigh most into `into`, ties by `ranks`; how many. */
  takeBest(into: Int32Array, ranks: Float64Array): number {
    const scores = this.#scores;
    let most = 0;
    for (let index = 0; index < this.#count; index += 1) {
      const score = scores[this.#touched[index] ?? 0] ?? 0;
      if (score > most) most = score;
    }
    // What shares far less than the best is not looked at, beyond the first few.
    const kept = this.#takeFrom(most * leastShare, mostCandidates, into, ranks);
    return kept >= surelyCompared ? kept : this.#takeFrom(0, surelyCompared, into, ranks);
  }

  /** The score of the record that comes at a place when all are ordered by score, 0 where there are fewer. */
  #scoreAt(limit: number): number {
    const scores = this.#scores;
    const best = this.#best;
    let kept = 0;
    for (let index = 0; index < this.#count; index += 1) {
      const score = scores[this.#touched[index] ?? 0] ?? 0;
      if (kept === limit) {
        if (score <= (best[kept - 1] ?? 0)) continue;
        kept -= 1;
      }
      let place = kept;
      while (place > 0 && (best[place - 1] ?? 0) < score) {
        best[place] = best[place - 1] ?? 0;
        place -= 1;
      }
      best[place] = score;
      kept += 1;
    }
    return kept === limit ? (best[limit - 1] ?? 0) : 0;
  }

  /** Those of `least` and more, at most so many. */
  #takeFrom(least: number, limit: number, into: Int32Array, ranks: Float64Array): number {
    const scores = this.#scores;
    const from = Math.max(least, this.#scoreAt(limit));
    const found = this.#found;
    const foundScores = this.#foundScores;
    const foundRanks = this.#foundRanks;
    // One pass gathers, so that what lies far apart in memory is fetched side by side and not while comparing.
    let count = 0;
    for (let index = 0; index < this.#count; index += 1) {
      const slot = this.#touched[index] ?? 0;
      const score = scores[slot] ?? 0;
      if (score < from) continue;
      const record = this.#records[slot] ?? 0;
      found[count] = record;
      foundScores[count] = score;
      foundRanks[count] = ranks[record] ?? 0;
      count += 1;
    }
    const best = this.#best;
    const bestRanks = this.#bestRanks;
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const score = foundScores[index] ?? 0;
      const rank = foundRanks[index] ?? 0;
      if (kept === limit) {
        const last = best[kept - 1] ?? 0;
        if (score < last || (score === last && rank > (bestRanks[kept - 1] ?? 0))) continue;
        kept -= 1;
      }
      let place = kept;
      while (place > 0) {
        const other = best[place - 1] ?? 0;
        const otherRank = bestRanks[place - 1] ?? 0;
        if (other > score || (other === score && otherRank < rank)) break;
        best[place] = other;
        bestRanks[place] = otherRank;
        into[place] = into[place - 1] ?? 0;
        place -= 1;
      }
      best[place] = score;
      bestRanks[place] = rank;
      into[place] = found[index] ?? 0;
      kept += 1;
    }
    return kept;
  }

  clear(): void {
    for (let index = 0; index < this.#count; index += 1)
      this.#records[this.#touched[index] ?? 0] = -1;
    this.#count = 0;
    this.#most = 0;
    this.#isClosed = false;
  }
}
