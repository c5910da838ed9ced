/** How commands reach a running Throughline: its address and an API token, from options or the environment. */
import { createClient, problemOf, type ApiClient } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Command } from "commander";

/** What `withServerOptions` adds to a command. */
export interface ServerOptions {
  readonly server?: string;
  readonly token?: string;
}

/** A server with the token that opens it. */
export interface ServerConnection {
  /** Address without a slash at its end. */
  readonly origin: string;
  readonly token: string;
  readonly client: ApiClient;
  /** Runs calls of the client; what the server refuses is thrown as the coded error it names. */
  call<T>(work: (client: ApiClient) => Promise<T>): Promise<T>;
}

/** Adds `--server` and `--token`. */
export function withServerOptions(command: Command): Command {
  return command
    .option("--server <url>", "address of the server; else THROUGHLINE_URL, else this machine's")
    .option(
      "--token <token>",
      "API token; else THROUGHLINE_TOKEN, which no list of processes shows",
    );
}

/**
 * Finds server and token. Nothing is sent yet.
 *
 * @example await connectServer(options).call((client) => client.requests.list({}))
 */
export function connectServer(
  options: ServerOptions,
  environment: Record<string, string | undefined> = process.env,
): ServerConnection {
  const url = options.server ?? environment["THROUGHLINE_URL"] ?? "http://localhost:4400";
  const token = options.token ?? environment["THROUGHLINE_TOKEN"] ?? "";
  if (!/^https?:\/\/[^/]/u.test(url))
    throw new AppError("input_invalid", `“${url}” is not the address of a server.`);
  if (token === "")
    throw new AppError(
      "not_signed_in",
      "Make an API token in the browser (your account, API tokens) and put it into THROUGHLINE_TOKEN.",
    );
  const origin = url.replace(/\/+$/u, "");
  const client = createClient({ origin, headers: () => ({ authorization: `Bearer ${token}` }) });
  return {
    origin,
    token,
    client,
    async call(work) {
      try {
        return await work(client);
      } catch (error) {
        throw explainRefusal(error, origin);
      }
    },
  };
}

/** What the server refused, as the error it names; that it could not be reached, as such. */
export function explainRefusal(error: unknown, origin: string): unknown {
  if (error instanceof AppError) return error;
  const problem = problemOf(error);
  if (problem !== null) return new AppError(problem.code, problem.detail, problem.errors);
  // The platform's fetch says no more than this of a connection that was refused, cut or never found.
  if (error instanceof TypeError)
    return new AppError("server_not_reached", `Nothing answers at ${origin}.`);
  // A server that is being stopped, or what stands before it, answers so and names no error of ours.
  const status: unknown = Reflect.get(Object(error), "status");
  if (status === 502 || status === 503 || status === 504)
    return new AppError("server_not_reached", `What answers at ${origin} is not ready.`);
  return error;
}
