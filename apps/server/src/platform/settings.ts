/** What the environment may set, read once and checked. */
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { AppError } from "@throughline/domain";
import { z } from "zod";

/** An address or a network (`10.0.0.0/8`), or one of the names the web framework knows. */
function isNetwork(text: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(text)) return true;
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  // A network of every address would let anybody say where a request came from.
  return (
    bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

const Environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(4400),
    HOST: z.string().default("127.0.0.1"),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    THROUGHLINE_DATA: z.string().optional(),
    /** Address people use, when it is not this machine's: behind a proxy, for links and cookies. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Proxies in front, separated by commas: their `X-Forwarded-For` is believed, so that limits count real addresses. */
    TRUST_PROXY: z
      .string()
      .transform((text) => text.split(",").map((part) => part.trim()))
      .refine(
        (parts) => parts.every(isNetwork),
        "Give addresses or networks, for instance 127.0.0.1,10.0.0.0/8.",
      )
      .optional(),
    /** `none` starts empty and prints a one-time link for the first owner. */
    THROUGHLINE_DEMONSTRATIONS: z.enum(["load", "none"]).default("load"),
    THROUGHLINE_SECRET: z.string().min(32).optional(),
    /** Where mail is handed over: `smtp://` or `smtps://`, with user and password where needed. Without it, mail is held. */
    THROUGHLINE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** Address mail comes from. */
    THROUGHLINE_MAIL_FROM: z.email().optional(),
    /** `0`: jobs are worked off by another machine that has the same DATABASE_URL. */
    THROUGHLINE_WORKER: z.enum(["0", "1"]).default("1"),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("warn"),
  })
  .refine(
    (values) =>
      values.THROUGHLINE_SMTP_URL === undefined || values.THROUGHLINE_MAIL_FROM !== undefined,
    { path: ["THROUGHLINE_MAIL_FROM"], message: "Say which address mail comes from." },
  );

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly publicUrl: string;
  /** Proxies that are believed; null for none. */
  readonly trustProxy: readonly string[] | null;
  readonly demonstrations: "load" | "none";
  readonly secret: string | null;
  /** How mail leaves; null when no SMTP server is set up. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** Whether this server starts a worker beside it. */
  readonly worker: boolean;
  readonly logLevel: string;
  readonly webFolder: string;
}

const repositoryRoot = resolve(import.meta.dirname, "../../../..");

/** Reads the settings; throws `input_invalid` naming each variable that is wrong. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  // A variable set to nothing is one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new AppError(
      "input_invalid",
      "An environment variable is wrong.",
      parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
    );
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder: resolve(values.THROUGHLINE_DATA ?? join(repositoryRoot, "data")),
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    trustProxy: values.TRUST_PROXY ?? null,
    demonstrations: values.THROUGHLINE_DEMONSTRATIONS,
    secret: values.THROUGHLINE_SECRET ?? null,
    mail:
      values.THROUGHLINE_SMTP_URL === undefined || values.THROUGHLINE_MAIL_FROM === undefined
        ? null
        : { smtpUrl: values.THROUGHLINE_SMTP_URL, from: values.THROUGHLINE_MAIL_FROM },
    worker: values.THROUGHLINE_WORKER === "1",
    logLevel: values.LOG_LEVEL,
    webFolder: join(repositoryRoot, "apps/web/dist"),
  };
}
