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

test("a framework is opened to another organisation by the id on its page, and is called off from there", async () => {
  const city = await journey.visit({ as: "city" });
  await city.goto(`${journey.origin}/organisation`);
  const id = (await city.locator("main p code").first().textContent()) ?? "";

  await page.goto(`${journey.origin}/contracts?kind=framework`);
  await page.getByRole("link", { name: "End-user computing framework 2026" }).click();
  const users = page.getByRole("region", { name: "Who may call off" });
  await users.getByLabel("Id of the organisation").fill("the city");
  await users.getByRole("button", { name: "Let it call off" }).click();
  await users.getByText("Enter the id as it stands there", { exact: false }).waitFor();
  await users.getByLabel("Id of the organisation").fill("0190b6a2-5c1d-7cc3-9a51-3f2e8d7b6a10");
  await users.getByRole("button", { name: "Let it call off" }).click();
  await users.getByText("No organisation here has this id.").waitFor();
  await users.getByLabel("Id of the organisation").fill(id);
  await users.getByRole("button", { name: "Let it call off" }).click();
  await users.getByText("It may call off from now on.").waitFor();
  await users.getByRole("listitem").filter({ hasText: id }).waitFor();
  await assertAccessible(page);

  await city.goto(`${journey.origin}/contracts/new`);
  expect(await city.getByLabel("Buyer (optional)").inputValue()).toBe("City of Larkhaven");
  await city.getByLabel("Title").fill("Laptops for schools");
  await city.getByLabel("Reference").fill("LKH-1");
  await city.getByLabel("What is it?").selectOption("call_off");
  await city.getByLabel("Framework", { exact: true }).selectOption({
    label: "End-user computing framework 2026 (LBG-EUC-2026)",
  });
  await city.getByRole("button", { name: "Record the contract" }).click();
  await city.getByText("from End-user computing framework 2026").waitFor();
  await city.context().close();
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
