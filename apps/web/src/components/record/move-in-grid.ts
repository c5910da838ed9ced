/** Where a key leads in a grid whose headings can be reached too: row or column -1 is a heading. */

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The next place, or `null` where the key does not move, at an edge too. The corner is no place.
 *
 * @example moveInGrid({ row: 0, column: 0 }, "ArrowUp", false, { rows: 2, columns: 2 }) // { row: -1, column: 0 }
 */
export function moveInGrid(
  at: GridPlace,
  key: string,
  far: boolean,
  { rows, columns }: GridSize,
): GridPlace | null {
  const step = steps[key];
  const next =
    step !== undefined
      ? { row: at.row + step[0], column: at.column + step[1] }
      : key === "Home"
        ? { row: far ? 0 : at.row, column: 0 }
        : key === "End"
          ? { row: far ? rows - 1 : at.row, column: columns - 1 }
          : null;
  if (next === null) return null;
  const inside =
    next.row >= -1 &&
    next.row < rows &&
    next.column >= -1 &&
    next.column < columns &&
    !(next.row === -1 && next.column === -1);
  return inside && (next.row !== at.row || next.column !== at.column) ? next : null;
}
