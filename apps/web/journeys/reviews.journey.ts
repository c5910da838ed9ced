/** Pairs are compared and hits decided; every decision can be taken back. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { plantPair } from "./plant-pair.ts";
import { startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
  // One pair comes with the demonstration.
  await plantPair(page);
  await page.reload();
});
afterAll(() => journey?.stop());

test("two records stand side by side, with what differs and why they may be one", async () => {
  await page.getByRole("link", { name: /^Reviews/ }).click();
  await page.getByRole("heading", { name: "Are these the same production site?" }).waitFor();
  await page.getByText("Pair 1 of 2").waitFor();
  expect(await page.locator("mark.differs-word").count()).toBeGreaterThan(2);
  await page
    .getByText(/for the same, [\d,]+ to 1/)
    .first()
    .waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Next pair" }).click();
  await page.getByText("Pair 2 of 2").waitFor();
});

test("a key decides, and another takes it back", async () => {
  await page.keyboard.press("d");
  await page.getByText(/ stay two sites\.$/).waitFor();
  await page.getByText("Pair 1 of 1").waitFor();
  await assertAccessible(page);
  await page.keyboard.press("z");
  await page.getByText("Taken back. The pair waits again.").waitFor();
  await page.getByText(/^Pair \d of 2$/).waitFor();
});

test("with the keys switched off, keys do nothing", async () => {
  await page.getByLabel(/^Decide by keys/).uncheck();
  await page.keyboard.press("s");
  await page.getByText(/^Pair \d of 2$/).waitFor();
  expect(await page.getByText(/are now one site/).count()).toBe(0);
  await page.getByLabel(/^Decide by keys/).check();
});

test("a pair is called the same, stands among the decided, and is taken back there", async () => {
  await page.getByRole("button", { name: "The same site" }).click();
  await page.getByText(/are now one site on your contracts\.$/).waitFor();
  await page.getByRole("button", { name: "Cannot tell" }).click();
  await page.getByRole("heading", { name: "No pair waits for a decision." }).waitFor();
  await assertAccessible(page);

  await page.getByLabel("Show").selectOption("decided");
  await page.getByText("2 pairs on this page").waitFor();
  await assertAccessible(page);
  await page
    .getByRole("button", { name: /^Take back/ })
    .first()
    .click();
  await page.getByText("1 pair on this page").waitFor();
  await page.goBack();
  await page.getByText("Pair 1 of 1").waitFor();
});

test("calling a hit another entity needs a reason, and can be taken back", async () => {
  await page.getByRole("link", { name: /^Official measures/ }).click();
  await page.getByText("2 hits on this page").waitFor();
  await assertAccessible(page);
  const first = page.getByRole("article").first();
  await first.getByRole("button", { name: "It is another entity" }).click();
  await first.getByText(/^Say why this is another entity/).waitFor();
  await assertAccessible(page);
  await first.getByLabel("Reason").fill("The address on the order is another one.");
  await first.getByRole("button", { name: "It is another entity" }).click();
  await page.getByText(/^Recorded for Hefei Bitland.*another entity\.$/).waitFor();
  await page.getByText("1 hit on this page").waitFor();

  await page.getByLabel("Show").selectOption("wrong_entity");
  await page.getByText("Reason: The address on the order is another one.").waitFor();
  await page.getByText(/^Decided by Mara Lindqvist/).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Take the decision back" }).click();
  await page.getByText(/is taken back\. The hit waits again\.$/).waitFor();
  await page.getByRole("heading", { name: "There are no such hits." }).waitFor();
  await assertAccessible(page);
});

test("a hit is confirmed, and the site still shows the measure", async () => {
  await page.getByLabel("Show").selectOption("waiting");
  await page.getByText("2 hits on this page").waitFor();
  await page.getByRole("button", { name: "It is this site" }).first().click();
  await page.getByText(/^Recorded for Hefei Bitland.*it is this site\.$/).waitFor();
  await page
    .getByRole("link", { name: /Hefei Bitland/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: /Hefei Bitland/ }).waitFor();
  await page.getByText(/^Decided by Mara Lindqvist.*it is this site\./).waitFor();
  await assertAccessible(page);
});

test("the lists say what they leave out", async () => {
  await page.goto(`${journey.origin}/reviews/lists`);
  await page.getByRole("rowheader", { name: /Entity list of the Uyghur/ }).waitFor();
  await page.getByRole("cell", { name: "partial" }).first().waitFor();
  await assertAccessible(page);
  expect(journey.foreignRequests()).toEqual([]);
});
