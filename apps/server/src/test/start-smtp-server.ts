/** A real SMTP server on this machine, for tests: takes mail, or refuses it as the test says. */
import { SMTPServer } from "smtp-server";

export interface Received {
  /** Addressees of the envelope. */
  readonly to: readonly string[];
  /** As it came over the line. */
  readonly raw: string;
}

/** What it does with an addressee, or with the content after DATA. */
export interface Refusal {
  readonly code: number;
  readonly words: string;
  readonly at?: "MAIL" | "RCPT" | "DATA";
}

export interface TestSmtpServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** What it answers from now on; `null` takes mail. */
  refuse(refusal: Refusal | null): void;
  /** How often somebody began to hand over a mail. */
  connections(): number;
  close(): Promise<void>;
}

/** Listens on a free port, or on the one given. */
export async function startSmtpServer(port = 0): Promise<TestSmtpServer> {
  const taken: Received[] = [];
  let refusal: Refusal | null = null;
  let connections = 0;
  const say = (at: Refusal["at"]): Error | null =>
    refusal !== null && (refusal.at ?? "RCPT") === at
      ? Object.assign(new Error(refusal.words), { responseCode: refusal.code })
      : null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onMailFrom: (_address, _session, done) => done(say("MAIL")),
    onRcptTo: (_address, _session, done) => done(say("RCPT")),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const refused = say("DATA");
        if (refused === null)
          taken.push({
            to: session.envelope.rcptTo.map((one) => one.address),
            raw: Buffer.concat(chunks).toString("utf8"),
          });
        done(refused);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    received: taken,
    refuse: (next) => {
      refusal = next;
    },
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
