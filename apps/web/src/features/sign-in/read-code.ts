/** Reads what was typed as the second factor: six digits of the app, or a backup code. */

/** Blanks do not count. `null` when it can be neither. */
export function readCode(text: string): { totp: string } | { backupCode: string } | null {
  const code = text.replaceAll(/\s/g, "");
  if (/^\d{6}$/.test(code)) return { totp: code };
  // A backup code is two groups of letters and digits; fewer than six digits is a slip of the hand.
  return code.length >= 8 && code.length <= 40 ? { backupCode: code } : null;
}
