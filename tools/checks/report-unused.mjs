/** A reporter for knip that also says how many files it read, which knip's own JSON leaves out. */
import { relative } from "node:path";

/** @param {import("knip").ReporterOptions} options */
export default function reportUnused({ issues, counters, cwd }) {
  const found = Object.entries(issues).flatMap(([kind, byFile]) =>
    Object.values(byFile).flatMap((bySymbol) =>
      Object.values(bySymbol).map(({ filePath, symbol, line }) => ({
        kind,
        file: relative(cwd, filePath),
        name: symbol,
        line: line ?? 1,
      })),
    ),
  );
  process.stdout.write(`${JSON.stringify({ processed: counters.processed, found })}\n`);
}
