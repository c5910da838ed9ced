/** Sites are searched while typing: slips, scripts, keyboard, the list behind, and the same from anywhere. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
let page: Page;
const label = "Name, words of the address, or id";

beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
});
afterAll(() => journey?.stop());

const optionsOf = (on: Page) =>
  on.getByRole("listbox", { name: "Sites found" }).getByRole("option");

async function look(name: string, on: Page = page): Promise<void> {
  const folder = process.env["THROUGHLINE_PICTURES"];
  if (folder !== undefined) await on.screenshot({ path: `${folder}/${name}.png` });
}

test("what is typed is found in any order and marked, and the keyboard opens it", async () => {
  await page.goto(`${journey.origin}/sites`);
  const field = page.getByRole("combobox", { name: label });
  await field.fill("techno compal");
  const options = optionsOf(page);
  await options.filter({ hasText: "Compal information technology" }).first().waitFor();
  expect(await options.first().locator("mark.found").allTextContents()).toEqual([
    "Compal",
    "techno",
  ]);
  await page.getByText(/sites? shown, the best first/).waitFor();
  await look("search-open");
  await assertAccessible(page);
  await page.keyboard.press("ArrowDown");
  expect(await options.first().getAttribute("aria-selected")).toBe("true");
  expect(await field.getAttribute("aria-activedescendant")).toBe(
    await options.first().getAttribute("id"),
  );
  await look("search-reached");
  await assertAccessible(page);
  await page.keyboard.press("Escape");
  expect(await options.count()).toBe(0);
  expect(await field.inputValue()).toBe("techno compal");
  await page.keyboard.press("ArrowDown");
  await options.first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Compal/ }).waitFor();
});

test("slips are forgiven and said; Enter lists all; what was tried is said where nothing is found", async () => {
  await page.goto(`${journey.origin}/sites`);
  const field = page.getByRole("combobox", { name: label });
  await field.fill("copmal kunshn");
  await optionsOf(page).filter({ hasText: "nearly so" }).first().waitFor();
  await look("search-nearly");
  await page.keyboard.press("Enter");
  await page
    .getByText(/^No site has all the words as typed\. \d+ (?:has|have) them nearly so\.$/)
    .waitFor();
  await page.getByRole("heading", { name: "Nearly so: a letter or two differ" }).waitFor();
  expect(new URL(page.url()).searchParams.get("search")).toBe("copmal kunshn");
  await look("search-list-nearly");
  await assertAccessible(page);
  await field.fill("quux zzyzx");
  await page.getByText("No site that you may see has all these words.", { exact: false }).waitFor();
  await look("search-nothing");
  await assertAccessible(page);
});

test("another script finds the same sites, from the list and from anywhere; an id finds its site", async () => {
  await page.goto(`${journey.origin}/sites`);
  const field = page.getByRole("combobox", { name: label });
  await field.fill("昆山");
  const first = optionsOf(page).filter({ hasText: "unshan" }).first();
  await first.waitFor();
  await look("search-han");
  const printed = /TL-[0-9A-Z-]+/.exec(await first.innerText())?.[0] ?? "";
  await field.fill(printed.toLowerCase());
  await optionsOf(page).filter({ hasText: "by its id" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("京东方 hefei");
  await dialog.getByText("Nothing you may see matches", { exact: false }).waitFor();
  await dialog.getByRole("textbox").fill("合肥 bitland");
  await dialog.getByRole("link", { name: /Hefei Bitland/ }).waitFor();
  await look("search-anywhere");
  await assertAccessible(page);
});

test("on a phone and in the dark it fits and reads", async () => {
  const phone = await journey.visit({
    as: "owner",
    context: { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
  });
  await phone.goto(`${journey.origin}/sites`);
  await phone.getByRole("combobox", { name: label }).fill("compal");
  await optionsOf(phone).first().waitFor();
  await assertNoSidewaysScroll(phone);
  await look("search-phone", phone);
  await assertAccessible(phone);
  expect(journey.foreignRequests()).toEqual([]);
});
