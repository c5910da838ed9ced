/**
 * Keys of one board: the key tickets are signed with, and the key of the nullifiers. They are kept under a key derived from
 * the server's secret, so that a copy of the database alone does not open them, and are deleted when the board closes.
 */
import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  hkdfSync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  verify,
  type KeyObject,
} from "node:crypto";
import { promisify } from "node:util";
import { AppError } from "@throughline/domain";
import { z } from "zod";

const generate = promisify(generateKeyPair);

/** 2,048 bits: RFC 9474, section 5; a board lives for a day. */
const bits = 2048;
const bytesOfKey = bits / 8;
/** Random prefix and random ticket: RSABSSA-SHA384-PSS-Randomized prepares 32 bytes before the 32 of the ticket. */
const bytesOfMessage = 64;
/** RSABSSA-SHA384-PSS: the salt is as long as the hash. */
const saltLength = 48;

export interface BoardKeys {
  readonly signing: KeyObject;
  readonly nullifying: Buffer;
}

export interface NewBoardKeys {
  readonly sealed: string;
  readonly publicKey: string;
  readonly mark: string;
}

const Opened = z.object({ signing: z.string(), nullifying: z.string() });

/** Makes the keys of a board. */
export async function makeBoardKeys(secret: string, forumId: string): Promise<NewBoardKeys> {
  const { privateKey, publicKey } = await generate("rsa", { modulusLength: bits });
  const spki = publicKey.export({ type: "spki", format: "der" });
  const plain = JSON.stringify({
    signing: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
    nullifying: randomBytes(32).toString("base64"),
  });
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(secret, forumId), nonce);
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return {
    sealed: [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString("base64")).join("."),
    publicKey: spki.toString("base64url"),
    mark: markOf(spki),
  };
}

/** Opens what {@link makeBoardKeys} sealed; `conflict` where the server's secret has changed since. */
export function openBoardKeys(secret: string, forumId: string, kept: string): BoardKeys {
  try {
    const [nonce, sealed, tag] = kept.split(".").map((part) => Buffer.from(part, "base64"));
    if (nonce === undefined || sealed === undefined || tag === undefined) throw new TypeError();
    const decipher = createDecipheriv("aes-256-gcm", sealingKey(secret, forumId), nonce);
    decipher.setAuthTag(tag);
    const plain = Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
    const { signing, nullifying } = Opened.parse(JSON.parse(plain));
    return {
      signing: createPrivateKey({
        key: Buffer.from(signing, "base64"),
        format: "der",
        type: "pkcs8",
      }),
      nullifying: Buffer.from(nullifying, "base64"),
    };
  } catch {
    throw new AppError(
      "conflict",
      "The server's secret has changed since this board was prepared. Prepare it anew.",
    );
  }
}

function sealingKey(secret: string, forumId: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, forumId, "forum-keys", 32));
}

/** Thirty-two signs, none of which is taken for another. */
const signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Sixty bits of the key's hash, for people to compare: `ABCD-EFGH-JKLM`. */
function markOf(spki: Buffer): string {
  const letters = [...createHash("sha256").update(spki).digest().subarray(0, 12)]
    .map((byte) => signs[byte & 31])
    .join("");
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join("-");
}

/**
 * Signs a blinded ticket (RFC 9474, section 4.3): the plain RSA operation, done by the platform, whose result is checked
 * before it leaves, because a faulty one gives the key away.
 *
 * @throws AppError `input_invalid` when it is no number below the modulus
 */
export function signBlinded(signing: KeyObject, blinded: Buffer): Buffer {
  try {
    const padding = constants.RSA_NO_PADDING;
    const signature = privateDecrypt({ key: signing, padding }, blinded);
    const back = publicEncrypt({ key: createPublicKey(signing), padding }, signature);
    if (!back.equals(blinded)) throw new TypeError("The signature is faulty.");
    return signature;
  } catch {
    throw new AppError("input_invalid", undefined, [
      { path: "/blinded", message: "This is no blinded ticket for this board." },
    ]);
  }
}

/** What a participant holds. */
export interface Ticket {
  readonly organisationId: string;
  readonly forumId: string;
  readonly message: Buffer;
  readonly signature: Buffer;
}

const Shape = z.tuple([z.uuid(), z.uuid(), z.string().max(100), z.string().max(400)]);

/** Reads the header; `null` for whatever is no ticket. Whether it is good, {@link isGood} says. */
export function readTicket(header: string | null): Ticket | null {
  const parts = Shape.safeParse((header ?? "").split("."));
  if (!parts.success) return null;
  const [organisationId, forumId, messageText, signatureText] = parts.data;
  const message = Buffer.from(messageText, "base64url");
  const signature = Buffer.from(signatureText, "base64url");
  if (message.length !== bytesOfMessage || signature.length !== bytesOfKey) return null;
  return { organisationId, forumId, message, signature };
}

/** Whether the board's key signed it. An unblinded signature is a plain RSASSA-PSS one. */
export function isGood(publicKey: string, { message, signature }: Ticket): boolean {
  const key = createPublicKey({
    key: Buffer.from(publicKey, "base64url"),
    format: "der",
    type: "spki",
  });
  return verify(
    "sha384",
    message,
    { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength },
    signature,
  );
}

/** What a vote leaves behind: the same for the same ticket and entry, and unlike any other for another of either. */
export function nullifierOf(keys: BoardKeys, ticket: Ticket, entryId: string): Buffer {
  return createHmac("sha256", keys.nullifying).update(ticket.message).update(entryId).digest();
}
