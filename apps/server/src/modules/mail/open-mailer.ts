/** Speaks SMTP. What a server answered becomes one of three things: taken, refused for good, not now. */
import { createTransport } from "nodemailer";
import type { MailPart } from "./mail.policy.ts";

/** One mail as it leaves: plain text and what it carries, one addressee. */
export interface Letter {
  /** Without angle brackets; the same for every try of one mail, so that a receiver can tell a second copy. */
  readonly messageId: string;
  readonly fromName: string;
  readonly toAddress: string;
  readonly toName: string | null;
  readonly subject: string;
  readonly text: string;
  readonly parts: readonly MailPart[];
  readonly date: Date;
}

export type Handed =
  | { readonly outcome: "taken" }
  /** The receiving server will not have it: no such mailbox, refused content. */
  | { readonly outcome: "refused"; readonly words: string }
  /** Not now, or the fault is between us and our server: to be tried again. */
  | { readonly outcome: "not_now"; readonly words: string };

export interface Mailer {
  hand(letter: Letter): Promise<Handed>;
}

export interface MailerSettings {
  /** `smtp://` (STARTTLS where offered) or `smtps://`, with user and password where needed. */
  readonly smtpUrl: string;
  /** Address the mail comes from. */
  readonly from: string;
}

/** Opens nothing yet: each mail has a connection of its own. */
export function openMailer(settings: MailerSettings): Mailer {
  const url = new URL(settings.smtpUrl);
  const secure = url.protocol === "smtps:";
  const auth =
    url.username === ""
      ? undefined
      : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/gu, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(auth === undefined ? {} : { auth }),
    // A password goes over an encrypted line only, or does not leave this machine.
    requireTLS: auth !== undefined && !secure && !isThisMachine(url.hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async hand(letter) {
      try {
        await transport.sendMail({
          from: { name: oneLine(letter.fromName), address: settings.from },
          to: { name: oneLine(letter.toName ?? ""), address: letter.toAddress },
          // Said apart from the headers, so that nothing in them can add an addressee.
          envelope: { from: settings.from, to: [letter.toAddress] },
          subject: oneLine(letter.subject),
          text: letter.text,
          ...carried(letter.parts),
          messageId: `<${letter.messageId}>`,
          date: letter.date,
          headers: {
            // Nobody's "I am on holiday" in return (RFC 3834; Exchange listens to the second).
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
          },
        });
        return { outcome: "taken" };
      } catch (error) {
        return readRefusal(error);
      }
    },
  };
}

/** Files as they are attached; an invitation also as another form of the text, which calendar programs act on (RFC 6047). */
function carried(parts: readonly MailPart[]) {
  const invitation = parts.find((part) => part.calendarMethod !== undefined);
  return {
    attachments: parts
      .filter((part) => part !== invitation)
      .map(({ fileName, mediaType, bytes }) => ({
        filename: fileName,
        contentType: mediaType,
        content: Buffer.from(bytes),
      })),
    ...(invitation?.calendarMethod === undefined
      ? {}
      : {
          icalEvent: {
            method: invitation.calendarMethod,
            filename: invitation.fileName,
            content: Buffer.from(invitation.bytes),
          },
        }),
  };
}

function isThisMachine(host: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(host);
}

/** Line breaks and other control characters have no place in a header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

function readRefusal(error: unknown): Handed {
  const field = (name: string): unknown =>
    error instanceof Error ? (Reflect.get(error, name) as unknown) : undefined;
  const response = field("response");
  const code = field("responseCode");
  const command = field("command");
  const words = (
    typeof response === "string" ? response : error instanceof Error ? error.message : ""
  )
    .replace(/\s+/gu, " ")
    .slice(0, 500);
  // 5xx about the addressee or the content. About the sender, the password or the line it is ours to put right.
  const permanent =
    typeof code === "number" && code >= 500 && (command === "RCPT TO" || command === "DATA");
  return permanent
    ? { outcome: "refused", words }
    : { outcome: "not_now", words: words === "" ? "The mail server cannot be reached." : words };
}
