/** Sites are found and read with who said what; one is published; the audit shows it and is verified. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
});
afterAll(() => journey?.stop());

test("sites are listed, filtered by an address that reproduces the list, and exported as shown", async () => {
  await page.getByRole("link", { name: /^Sites/ }).click();
  await page.getByRole("row", { name: /Hefei Bitland/ }).waitFor();
  await assertAccessible(page);

  await page.getByLabel("Screening").selectOption("hit");
  await page.getByText("1 site on this page, by name").waitFor();
  expect(new URL(page.url()).search).toBe("?screening=hit");
  await page.reload();
  await page.getByText("1 site on this page, by name").waitFor();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export these rows (CSV)" }).click();
  const lines = readFileSync(await (await saving).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("Hefei Bitland");
  expect(lines[1]).toContain("official measure");

  await page.getByLabel("Name, words of the address, or id").fill("no such place anywhere");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "No site matches." }).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await page.getByText("15 sites on this page, by name").waitFor();
});

test("a site page says what is known, by whom, and what screening did and did not find", async () => {
  await page.getByRole("link", { name: /Hefei Bitland/ }).click();
  await page.getByRole("heading", { level: 1, name: /Hefei Bitland/ }).waitFor();
  await page.getByText("one of 7 possible sites").waitFor();
  await page.getByText("It is not a finding of ours", { exact: false }).waitFor();
  await page
    .getByText(/^8 Sept? 2020$/)
    .first()
    .waitFor();
  await page.getByText("Cedar IT, from the label text of a retail listing").first().waitFor();
  await page.getByText("the centre of Hefei, which the address names", { exact: false }).waitFor();
  await page
    .locator("figure.map")
    .getByText("Places: GeoNames, CC BY 4.0.", { exact: false })
    .waitFor();
  await assertAccessible(page);

  await page.goto(`${journey.origin}/sites?search=tech-front`);
  await page
    .getByRole("link", { name: /Tech-Front/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "Perhaps the same site" }).waitFor();
  await page.getByText("no hit on a partial list").first().waitFor();
  await assertAccessible(page);
});

test("a mistyped id is said to be mistyped", async () => {
  await page.goto(`${journey.origin}/sites/TL-QESSA-CX01C`);
  await page.getByText("An identifier's check digit is wrong.").waitFor();
  await assertAccessible(page);
});

test("publishing says exactly what becomes public, and needs a ground", async () => {
  await page.goto(`${journey.origin}/sites?search=inventec`);
  await page.getByRole("link", { name: /Inventec/ }).click();
  await page.getByRole("button", { name: "Publish to everyone …" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish this site to everyone?" });
  await dialog.getByText("66 West District 2nd Rd", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "Publish it in my name" }).click();
  await dialog.getByText("Say on what ground it may be published.").waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("Ground for publishing").fill("Released by letter of 3 March 2026.");
  await dialog.getByRole("button", { name: "Publish it in my name" }).click();
  await page.getByText("published to everyone").waitFor();
  expect(await page.getByRole("button", { name: "Publish to everyone …" }).count()).toBe(0);
  await assertAccessible(page);
});

test("its history stands in the audit, whose chain is verified in a sentence", async () => {
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("listitem").filter({ hasText: "Site published" }).waitFor();
  await page.getByText("Only what was done to one site is shown.").waitFor();
  await page.getByText("What changed").first().click();
  await page.getByText("Released by letter of 3 March 2026.").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Verify the chain" }).click();
  await page.getByText(/^The chain is intact: all \d+ sealed entries/).waitFor();
  await assertAccessible(page);

  await page.getByRole("button", { name: "Clear the filters" }).click();
  const ofOneSite = page.getByText("Only what was done to one site is shown.");
  await ofOneSite.waitFor({ state: "hidden" });
  // More than was ever done to one site.
  await page.locator("main").getByText("What changed").nth(20).waitFor();
  await page.getByLabel("To", { exact: true }).fill("2020-01-01");
  await page.getByRole("heading", { name: "Nothing matches." }).waitFor();
  expect(new URL(page.url()).search).toBe("?to=2020-01-01");
  await assertAccessible(page);
});

test("a reader sees no audit and may decide nothing; a phone shows all without scrolling sideways", async () => {
  const reader = await journey.visit({
    as: "reader",
    context: { viewport: { width: 320, height: 640 } },
  });
  await reader.goto(`${journey.origin}/reviews`);
  await reader.getByText("Your role reads matches and does not decide them.").waitFor();
  expect(await reader.getByRole("button", { name: "The same site" }).count()).toBe(0);
  for (const path of ["/sites", "/sites/TL-QESSA-CX01B", "/reviews", "/organisation/members"]) {
    await reader.goto(journey.origin + path);
    await reader.getByRole("heading", { level: 1 }).waitFor();
    await reader.waitForLoadState("networkidle");
    const over = await reader.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([path, over]).toEqual([path, 0]);
    await assertAccessible(reader);
  }
  await reader.getByRole("button", { name: "Menu" }).click();
  expect(await reader.getByRole("link", { name: "Audit" }).count()).toBe(0);
  expect(journey.foreignRequests()).toEqual([]);
});
