/** A CPV code as notices write it: eight digits, perhaps a check digit, perhaps the traces of a spreadsheet ("45233130.0"). */
export function readCpv(text: string | null): string | null {
  return /^\s*(\d{8})(?:-\d|\.0)?\s*$/u.exec(text ?? "")?.[1] ?? null;
}
