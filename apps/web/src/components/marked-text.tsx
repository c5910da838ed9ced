import type { ReactNode } from "react";

/** A text in which what was found is marked. Stretches are in order, in UTF-16 units. */
export function MarkedText({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly (readonly [from: number, to: number])[];
}): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    if (from < end || to > text.length) continue;
    parts.push(text.slice(end, from));
    parts.push(
      <mark key={from} className="found">
        {text.slice(from, to)}
      </mark>,
    );
    end = to;
  }
  return [...parts, text.slice(end)];
}
