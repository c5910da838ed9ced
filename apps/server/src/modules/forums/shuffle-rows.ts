import { randomInt } from "node:crypto";

/** The same rows in random order (Fisher–Yates, with the platform's secure randomness): where one stands says nothing. */
export function shuffleRows<T>(rows: readonly T[]): T[] {
  const shuffled = [...rows];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [a, b] = [shuffled[last], shuffled[other]];
    // Both indexes are within the list.
    shuffled[last] = b as T;
    shuffled[other] = a as T;
  }
  return shuffled;
}
