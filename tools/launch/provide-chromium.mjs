/** A browser for the journeys: Debian's, an installed Chromium or Chrome, or Playwright's own. */
import { existsSync } from "node:fs";
import { canInstallWithApt, installWithApt } from "./install-with-apt.mjs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * @param {(text: string) => void} log
 * @returns {Promise<string | undefined>} path of a browser that can be started, or nothing when none can be had
 */
export async function provideChromium(log) {
  const named = process.env.THROUGHLINE_CHROMIUM;
  if (named) {
    if (!existsSync(named))
      throw new Error(`THROUGHLINE_CHROMIUM names ${named}, and there is no such file.`);
    return named;
  }
  const installed = places.find((place) => existsSync(place)) ?? (await findPlaywrights());
  if (installed) return installed;
  if (!canInstallWithApt()) return undefined;
  log("Installing Debian's chromium …\n");
  await installWithApt(["chromium"], log);
  return places.find((place) => existsSync(place));
}

/** The one `npx playwright install chromium` leaves in a person's cache. */
async function findPlaywrights() {
  const { chromium } = await import("playwright-core");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}
