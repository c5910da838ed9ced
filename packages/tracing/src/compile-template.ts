/**
 * Takes a sentence template apart once, so that saying a sentence is only putting pieces together: a long line says
 * thousands. The grammar is described at the head of `say.ts`.
 */

/** A place for a parameter: `{name}`, `{name:format}`, `{name:format:option:option}`. */
export interface Field {
  readonly name: string;
  readonly format: string | undefined;
  readonly options: readonly string[];
}

/** A stretch of the template; with `when`, it is said only where the parameter is there (`?`) or is not (`!`). */
export interface Stretch {
  readonly when: "?" | "!" | null;
  readonly name: string;
  readonly pieces: readonly (string | Field)[];
}

function takePieces(text: string): (string | Field)[] {
  // Splitting by a pattern with one group gives text and field in turn.
  return text.split(/\{([^}]+)\}/).flatMap((piece, at): (string | Field)[] => {
    if (at % 2 === 0) return piece === "" ? [] : [piece];
    const [name = "", format, ...options] = piece.split(":");
    return [{ name, format, options }];
  });
}

/** @example compileTemplate("[?n:{n} ]sites").length // 2 */
export function compileTemplate(template: string): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const found of template.matchAll(/\[([?!])(\w+):([^\]]*)\]/g)) {
    const [all, sign, name = "", text = ""] = found;
    stretches.push({ when: null, name: "", pieces: takePieces(template.slice(end, found.index)) });
    stretches.push({ when: sign === "?" ? "?" : "!", name, pieces: takePieces(text) });
    end = found.index + all.length;
  }
  stretches.push({ when: null, name: "", pieces: takePieces(template.slice(end)) });
  return stretches.filter(({ pieces }) => pieces.length > 0);
}
