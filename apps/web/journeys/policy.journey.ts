/** The policy: the table over time, tried out, its steps and gaps; a row added, changed and removed. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
let page: Page;
beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "city" });
});
afterAll(async () => {
  await journey.stop();
});

test("the table shows what is in force, and what comes when", async () => {
  await page.getByRole("link", { name: "Policy", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Responsible procurement policy" }).waitFor();
  await page.getByRole("row", { name: /^Computers: answer our questions/ }).waitFor();
  await assertAccessible(page);
  await page.getByLabel("Rows", { exact: true }).selectOption("all");
  await page.getByText(/^5 rows, as of/).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export these rows (CSV)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^policy-.*\.csv$/);
  await page.getByLabel("Words of row or reason").fill("nothing of this kind");
  await page.keyboard.press("Enter");
  await page.getByText("No row matches.").waitFor();
  await assertAccessible(page);
});

test("a purchase is tried out: rows fire with their reasons, one waits for a fact, and the fact decides", async () => {
  await page.getByRole("link", { name: "Try it out" }).click();
  await page.getByRole("heading", { level: 1, name: "Try the policy out" }).waitFor();
  await page.getByText("Fill in what you know and try it. Nothing is kept.").waitFor();
  await page.getByLabel("Category (CPV)").fill("laptops");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("link", { name: /“laptops[0]*” is none/ }).waitFor();
  await assertAccessible(page);
  await page.getByLabel("Category (CPV)").fill("30213100");
  await page.getByLabel("Risk").selectOption("high");
  await page.getByRole("button", { name: "Try it" }).click();
  const waits = page.getByRole("region", { name: "Rows that wait for a fact" });
  await waits.getByText("The value is not known", { exact: false }).waitFor();
  await page.getByText("30213100 belongs to category 302.").first().waitFor();
  await assertAccessible(page);
  await page.getByLabel("Value (EUR)").fill("1,200,000");
  await page.getByRole("button", { name: "Try it" }).click();
  await page
    .getByRole("region", { name: "What is asked" })
    .getByText("at most 60 hours a week", { exact: false })
    .waitFor();
  expect(await waits.count()).toBe(0);
  expect(new URL(page.url()).searchParams.get("value")).toBe("1,200,000");
  await assertAccessible(page);
});

test("it is tried on a procurement, with what is known of that", async () => {
  await page.getByLabel("What to try").selectOption("procurement");
  await page.getByLabel("Procurement", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByText(/^Read as: Category/).waitFor();
  await page.getByRole("heading", { name: "Rows that fire" }).waitFor();
  await assertAccessible(page);
});

test("over the years the same purchase is asked more, step by step", async () => {
  await page.getByRole("link", { name: "Over the years" }).click();
  await page.getByText("Describe what is bought to see its steps.").waitFor();
  await page.getByLabel("Category (CPV)").fill("30213100");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("heading", { name: "From 1 Jan 2028" }).waitFor();
  expect(await page.getByText("becomes stricter", { exact: false }).count()).toBe(2);
  await assertAccessible(page);
});

test("gaps and conflicts are named, and a gap can be tried out", async () => {
  await page.getByRole("link", { name: "Gaps and conflicts" }).click();
  await page.getByText("No row covers category", { exact: false }).first().waitFor();
  await assertAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Try it out" }).last().click();
  await page.getByText(/^Read as: Category/).waitFor();
});

test("a row is added, warned about, changed while it is a draft, and removed", async () => {
  await page.goto(`${journey.origin}/policy/rows/new`);
  await page.getByRole("button", { name: "Add the row" }).click();
  await page.getByRole("link", { name: "Enter a name for the row." }).waitFor();
  await page.getByRole("link", { name: "Choose a requirement." }).waitFor();
  await assertAccessible(page);
  await page.getByLabel("Name of the row").fill("Telephones: answer our questions");
  await page.getByLabel("Categories (CPV)").fill("3225");
  await page.getByLabel("Requirement", { exact: true }).selectOption("respond_query");
  await page.getByRole("heading", { name: "With these values" }).waitFor();
  await page.getByLabel("Counts from").fill("2031-01-01");
  await page.getByLabel(/^Months of notice promised/).fill("12");
  await assertAccessible(page);
  await page.getByRole("button", { name: "Add the row" }).click();
  // Twelve months are promised and nobody was told yet: that is said, and the row is kept.
  await page.getByRole("heading", { name: "Kept. Worth knowing:" }).waitFor();
  await page.getByText("no announcement is recorded", { exact: false }).waitFor();
  await assertAccessible(page);
  await page.getByRole("link", { name: "Open the row" }).click();
  await page.getByRole("heading", { level: 1, name: "Telephones: answer our questions" }).waitFor();
  await page.getByText("to come", { exact: true }).waitFor();
  await assertAccessible(page);

  await page.getByRole("link", { name: "Change", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Change a row of the policy" }).waitFor();
  await page.getByLabel(/^The market was told on/).fill("2026-11-01");
  await page.getByRole("button", { name: "Keep the change" }).click();
  await page.getByText("The market was told on 1 Nov 2026.", { exact: false }).waitFor();

  await page.getByRole("button", { name: "Remove", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Remove this row?" });
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByText(/^5 rows, as of/).waitFor();
});

test("a row in force is changed from a day on: it ends the day before, and both are shown", async () => {
  await page.getByRole("link", { name: "Computers: answer our questions" }).click();
  await page.getByRole("link", { name: "Change from a day on" }).click();
  await page.getByLabel("Name of the row").fill("Computers: answer our questions sooner");
  await page.getByLabel("Counts from").fill("2030-01-01");
  await page.getByRole("button", { name: "Keep the change" }).click();
  await page
    .getByRole("heading", { level: 1, name: "Computers: answer our questions sooner" })
    .waitFor();
  const history = page.getByRole("region", { name: "Before and after" });
  await history.getByText("to 31 Dec 2029.", { exact: false }).waitFor();
  await assertAccessible(page);
});

test("a house without a policy is told how to begin, and a reader cannot", async () => {
  const reader = await journey.visit({ as: "reader" });
  await reader.goto(`${journey.origin}/policy`);
  await reader.getByText("The table has no rows yet.").waitFor();
  expect(await reader.getByRole("link", { name: "Add a row" }).count()).toBe(0);
  await assertAccessible(reader);
  await reader.goto(`${journey.origin}/policy/check`);
  await reader.getByText("There is no row to check.").waitFor();
});

test("on a phone one scrolls one way only", async () => {
  const phone = await journey.visit({
    as: "city",
    context: { viewport: { width: 320, height: 700 } },
  });
  for (const path of [
    "/policy?state=all",
    "/policy/try?tried=yes&cpv=30213100",
    "/policy/scale-up?tried=yes&cpv=30213100",
    "/policy/check",
    "/policy/rows/new",
  ]) {
    await phone.goto(`${journey.origin}${path}`);
    await phone.getByRole("heading", { level: 1 }).waitFor();
    await phone.waitForLoadState("networkidle");
    await assertNoSidewaysScroll(phone);
  }
  await assertAccessible(phone);
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
