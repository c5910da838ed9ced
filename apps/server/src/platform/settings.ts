/** What the environment may set, read once and checked. */
import { join, resolve } from "node:path";
import { AppError } from "@throughline/domain";
import { z } from "zod";

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4400),
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  THROUGHLINE_DATA: z.string().optional(),
  /** Address people use, when it is not this machine's: behind a proxy, for links and cookies. */
  PUBLIC_URL: z.url().optional(),
  /** `none` starts empty and prints a one-time link for the first owner. */
  THROUGHLINE_DEMONSTRATIONS: z.enum(["load", "none"]).default("load"),
  THROUGHLINE_SECRET: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("warn"),
});

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly publicUrl: string;
  readonly demonstrations: "load" | "none";
  readonly secret: string | null;
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
    demonstrations: values.THROUGHLINE_DEMONSTRATIONS,
    secret: values.THROUGHLINE_SECRET ?? null,
    logLevel: values.LOG_LEVEL,
    webFolder: join(repositoryRoot, "apps/web/dist"),
  };
}
