/**
 * Seconds as a person says them, roughly.
 *
 * @example sayDuration(200) // "3 minutes"
 */
export function sayDuration(seconds: number): string {
  if (seconds < 90) {
    const whole = Math.max(1, Math.round(seconds));
    return whole === 1 ? "1 second" : `${whole} seconds`;
  }
  return seconds < 5_400
    ? `${Math.round(seconds / 60)} minutes`
    : `${Math.round(seconds / 3_600)} hours`;
}
