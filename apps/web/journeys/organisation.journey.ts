/** The organisation says what it is; a wrong check digit is said at its number. */
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

test("a wrong check digit is said at its field, a right one is kept", async () => {
  await page.getByRole("link", { name: "Organisation" }).click();
  await page.getByRole("heading", { name: "What the organisation says about itself" }).waitFor();
  await page.getByRole("button", { name: "Add an identifier" }).click();
  const number = page.getByRole("group", { name: "Identifier 1" }).getByLabel("Number");
  await number.fill("549300GFX6WN7JDUSN35");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Before this can be saved:" }).waitFor();
  expect(await number.getAttribute("aria-invalid")).toBe("true");
  await assertAccessible(page);

  await number.fill("549300GFX6WN7JDUSN34");
  await page.getByLabel("Framework authority").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await page.reload();
  await page.getByRole("group", { name: "Identifier 1" }).waitFor();
  expect(await number.inputValue()).toBe("549300GFX6WN7JDUSN34");
  expect(await page.getByLabel("Framework authority").isChecked()).toBe(true);
  await assertAccessible(page);
});

test("a change made in the meantime is not written over", async () => {
  const other = await journey.visit({ as: "owner" });
  await other.goto(`${journey.origin}/organisation`);
  await other.getByLabel("Name").fill("Northbridge University, renamed");
  await other.getByRole("button", { name: "Save" }).click();
  await other.getByText("Saved.").waitFor();

  await page.getByLabel("Monitor").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Someone changed this in the meantime.").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Load it again" }).click();
  await page.getByText("Northbridge University, renamed").first().waitFor();
  expect(await page.getByLabel("Name").inputValue()).toBe("Northbridge University, renamed");
});

test("who may only read, reads", async () => {
  const reader = await journey.visit({ as: "reader" });
  await reader.goto(`${journey.origin}/organisation`);
  await reader.getByText("Only an owner can change this.").waitFor();
  await reader.getByText("(check digit right)").waitFor();
  expect(await reader.getByRole("button", { name: "Save" }).count()).toBe(0);
  await assertAccessible(reader);
  expect(journey.foreignRequests()).toEqual([]);
});
