/** Counts edits between words (Damerau 1964, Levenshtein 1966; restricted: no letter is edited twice). */
export class EditCounter {
  // A word of more than 40 letters is not compared, nor more than a few joined ones.
  readonly #row = new Int32Array(64);
  readonly #rowBefore = new Int32Array(64);
  readonly #rowBeforeThat = new Int32Array(64);

  /** Edits from one word to another: letters changed, added, left out, two exchanged. More than `allowed` is `allowed + 1`. */
  count(
    bytesA: Uint8Array,
    fromA: number,
    sizeA: number,
    bytesB: Uint8Array,
    fromB: number,
    sizeB: number,
    allowed: number,
  ): number {
    let row = this.#row;
    let before = this.#rowBefore;
    let beforeThat = this.#rowBeforeThat;
    for (let j = 0; j <= sizeB; j += 1) before[j] = j;
    for (let i = 1; i <= sizeA; i += 1) {
      row[0] = i;
      let least = i;
      const letter = bytesA[fromA + i - 1];
      for (let j = 1; j <= sizeB; j += 1) {
        const other = bytesB[fromB + j - 1];
        let cost = (before[j - 1] ?? 0) + (letter === other ? 0 : 1);
        const left = (before[j] ?? 0) + 1;
        const added = (row[j - 1] ?? 0) + 1;
        if (left < cost) cost = left;
        if (added < cost) cost = added;
        if (
          i > 1 &&
          j > 1 &&
          letter === bytesB[fromB + j - 2] &&
          bytesA[fromA + i - 2] === other &&
          (beforeThat[j - 2] ?? 0) + 1 < cost
        )
          cost = (beforeThat[j - 2] ?? 0) + 1;
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > allowed) return allowed + 1;
      const spare = beforeThat;
      beforeThat = before;
      before = row;
      row = spare;
    }
    return before[sizeB] ?? allowed + 1;
  }
}
