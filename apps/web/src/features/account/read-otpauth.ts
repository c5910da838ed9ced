/** Reads the key out of an `otpauth:` address, as authenticator apps take it by hand. */

/** The key in groups of four ("JBSW Y3DP"), or `null` when the address holds none. */
export function readOtpauthKey(uri: string): string | null {
  const key = /[?&]secret=([A-Z2-7]+)=*(?:&|$)/i.exec(uri)?.[1];
  return key === undefined ? null : (key.toUpperCase().match(/.{1,4}/g) ?? []).join(" ");
}
