import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Nothing reaches beyond the right edge: at 320 pixels, and so at 400 % zoom, one scrolls one way only (WCAG 1.4.10). */
export async function assertNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBeLessThanOrEqual(0);
}
