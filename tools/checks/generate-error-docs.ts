interface ErrorEntry {
  readonly status: number;
  readonly title: string;
  readonly whatToDo: string;
}

/**
 * `docs/errors.md` from the catalogue of errors: one row per code, in the catalogue's order.
 *
 * @example generateErrorDocs({ not_found: { status: 404, title: "Nothing here.", whatToDo: "Check the address." } })
 */
export function generateErrorDocs(catalogue: Readonly<Record<string, ErrorEntry>>): string {
  const rows = Object.entries(catalogue).map(
    ([code, { status, title, whatToDo }]) =>
      `| \`${code}\` | ${status} | ${escape(title)} | ${escape(whatToDo)} |`,
  );
  return [
    "# Errors",
    "",
    "Generated from `packages/domain/src/errors.ts` by `node tools/checks/check-generated.ts --write`; a check compares both.",
    "Over HTTP an error is `application/problem+json` (RFC 9457) with `code`, `title`, `detail`, `whatToDo` and, for bad input,",
    "the places at fault; on the command line it is the same title and advice on the error stream.",
    "",
    "| code | status | what happened | what to do |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function escape(text: string): string {
  return text.replaceAll("|", "\\|");
}
