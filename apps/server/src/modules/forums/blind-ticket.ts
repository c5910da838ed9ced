/**
 * The participant's part of taking a ticket, as a browser does it (RFC 9474, by a library that is not ours): for tests, and
 * for demonstrations, in which invented people take part like real ones.
 */
import { RSABSSA } from "@cloudflare/blindrsa-ts";

export interface BlindedTicket {
  /** What is sent to be signed. */
  readonly blinded: string;
  /** The ticket, out of the signature that came back. */
  readonly finish: (blindSignature: string) => Promise<string>;
}

/** Makes a random ticket for a board and blinds it. */
export async function blindTicket(board: {
  readonly publicKey: string | null;
  readonly hostId: string;
  readonly forumId: string;
}): Promise<BlindedTicket> {
  const suite = RSABSSA.SHA384.PSS.Randomized();
  const key = await crypto.subtle.importKey(
    "spki",
    Buffer.from(board.publicKey ?? "", "base64url"),
    { name: "RSA-PSS", hash: "SHA-384" },
    true,
    ["verify"],
  );
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await suite.blind(key, message);
  return {
    blinded: Buffer.from(blindedMsg).toString("base64url"),
    async finish(blindSignature) {
      const signed = new Uint8Array(Buffer.from(blindSignature, "base64url"));
      const signature = await suite.finalize(key, message, signed, inv);
      return [
        board.hostId,
        board.forumId,
        Buffer.from(message).toString("base64url"),
        Buffer.from(signature).toString("base64url"),
      ].join(".");
    },
  };
}
