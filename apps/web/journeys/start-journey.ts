/**
 * A journey: the real server on a throw-away data folder with the demonstrations, and a real browser.
 *
 * - **visitor**: one person's browser, apart from everyone else's.
 * - **seen**: every address a visitor's pages asked for; those of others fail the journey.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const root = resolve(import.meta.dirname, "../../..");

/** People of the demonstrations; all invented. */
export const people = {
  owner: { email: "contracts@northbridge.example", password: "one-line-every-break" },
  reader: { email: "reader@northbridge.example", password: "one-line-every-break" },
  city: { email: "buses@larkhaven.example", password: "one-line-every-break" },
  hospital: { email: "requests@westmere.example", password: "one-line-every-break" },
  supplier: { email: "sites@cedar-it.example", password: "one-line-every-break" },
} as const;

export interface Journey {
  readonly origin: string;
  /** Opens a browser of one's own; signed in when `as` is given. */
  visit(options?: {
    readonly as?: keyof typeof people;
    readonly context?: BrowserContextOptions;
  }): Promise<Page>;
  /** Requests of all visitors to anybody else's address. */
  foreignRequests(): readonly string[];
  /** Every address that visitors' pages asked for. */
  asked(): readonly string[];
  /** Errors that pages threw. */
  complaints(): readonly string[];
  stop(): Promise<void>;
}

const browsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
];

function findBrowser(): string {
  const found = process.env["THROUGHLINE_CHROMIUM"] ?? browsers.find((path) => existsSync(path));
  if (found === undefined)
    throw new Error("No Chromium is installed: set THROUGHLINE_CHROMIUM to its path.");
  return found;
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, "127.0.0.1", ready));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (typeof address !== "object" || address === null) throw new Error("No port is free.");
  return address.port;
}

async function startServer(folder: string, port: number): Promise<ChildProcess> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const server = spawn(process.execPath, [join(root, "apps/server/src/main.ts")], {
    env: { ...environment, PORT: String(port), THROUGHLINE_DATA: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  await new Promise<void>((ready, fail) => {
    const listen = (part: Buffer): void => {
      said += part.toString();
      if (said.includes("Throughline is ready")) ready();
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("exit", (code) =>
      fail(new Error(`The server ended with ${String(code)}: ${said}`)),
    );
  });
  return server;
}

/** True for a request that leaves the server the page came from. */
export function isForeign(address: string, origin: string): boolean {
  const url = new URL(address);
  if (url.protocol === "data:") return false;
  return url.protocol === "blob:" ? !address.startsWith(`blob:${origin}/`) : url.origin !== origin;
}

/** Signs a visitor in by the form and waits for Today. */
export async function signIn(
  page: Page,
  origin: string,
  who: { email: string; password: string },
): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password").fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
}

/** Starts server and browser. Call `stop` whatever happens. */
export async function startJourney(): Promise<Journey> {
  if (!existsSync(join(root, "apps/web/dist/index.html")))
    throw new Error("The web is not built: run `npm test`, or `npm start` once.");
  const folder = mkdtempSync(join(tmpdir(), "throughline-journey-"));
  // The database may run as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const server = await startServer(join(folder, "data"), port);
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox"],
  });
  const foreign: string[] = [];
  const asked: string[] = [];
  const complaints: string[] = [];
  return {
    origin,
    async visit({ as, context: options = {} } = {}) {
      const context = await browser.newContext({ locale: "en-GB", ...options });
      context.setDefaultTimeout(20_000);
      context.on("request", (request) => {
        asked.push(request.url());
        if (isForeign(request.url(), origin)) foreign.push(request.url());
      });
      context.on("weberror", (error) => complaints.push(error.error().message));
      const page = await context.newPage();
      if (as !== undefined) await signIn(page, origin, people[as]);
      return page;
    },
    foreignRequests: () => foreign,
    asked: () => asked,
    complaints: () => complaints,
    async stop() {
      await browser.close();
      const ended = new Promise((exited) => server.once("exit", exited));
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
