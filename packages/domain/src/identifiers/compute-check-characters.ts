/**
 * Check-character arithmetic used by several identifiers.
 * Sources: ISO/IEC 7064:2003 (pure and hybrid systems); GS1 General Specifications §7.9 (mod 10).
 */

const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * Remainder modulo 97 of an alphanumeric string whose letters are read as 10…35 (ISO 7064 MOD 97-10).
 * A string that carries its two check digits gives 1. `null` when a character is not 0-9 or A-Z.
 *
 * @example mod97("549300GFX6WN7JDUSN34") // → 1
 */
export function mod97(text: string): number | null {
  let remainder = 0;
  for (const character of text) {
    const digit = alphanumeric.indexOf(character);
    if (digit < 0) return null;
    remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % 97;
  }
  return remainder;
}

/**
 * Check character of an ISO 7064 hybrid system MOD (M+1, M) over the first `size` characters of 0-9A-Z:
 * size 10 is MOD 11,10; size 36 is MOD 37,36. `null` when a character lies outside.
 *
 * @example hybridCheckCharacter("0794", 10) // → "5"
 */
export function hybridCheckCharacter(body: string, size: 10 | 36): string | null {
  let product = size;
  for (const character of body) {
    const digit = alphanumeric.indexOf(character);
    if (digit < 0 || digit >= size) return null;
    const sum = (product + digit) % size || size;
    product = (sum * 2) % (size + 1);
  }
  return alphanumeric[(size + 1 - product) % size] ?? null;
}

/**
 * GS1 check digit of a string of digits: weights 3, 1, 3, … from the right.
 *
 * @example gs1CheckDigit("629104150021") // → 3
 */
export function gs1CheckDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    sum += Number(digits[index]) * weight;
  }
  return (10 - (sum % 10)) % 10;
}
