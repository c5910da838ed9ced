/** Colours of the terminal. Nothing is said by colour alone: every state has an icon and a word beside it. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly caution: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly strong: (text: string) => string;
}

/** @example choosePaint(false).bad("broken") // "broken" */
export function choosePaint(colour: boolean): Paint {
  const wrap = (code: number) => (text: string) =>
    colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  return { good: wrap(36), caution: wrap(33), bad: wrap(31), faint: wrap(2), strong: wrap(1) };
}

/** Breaks a text into lines of at most `width` characters, between words. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(/\s+/u)) {
      if (line !== "" && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/** Control and text-direction characters but tab and line feed, by Unicode's own classes. */
const control = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

/** Takes control characters out of text from files, so that a file cannot steer the terminal. */
export function plainText(text: string): string {
  return text.replace(control, "");
}
