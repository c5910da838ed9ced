import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Runs axe over what is on screen, light and dark. Call it after asserting that the state to be looked at is there. */
export async function assertAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.locator(`html.${colorScheme}`).waitFor();
    const { violations, passes } = await new AxeBuilder({ page }).withTags(rules).analyze();
    const said = violations.map(
      ({ id, help, nodes }) =>
        `${colorScheme}, ${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
    );
    expect(said).toEqual([]);
    // A floor: axe that looked at nothing finds nothing.
    expect(passes.length).toBeGreaterThan(10);
  }
}
