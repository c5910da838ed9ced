/** A site is merged, split, moved, closed; what will change is said first, all of it can be undone, old ids lead on. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { plantPair } from "./plant-pair.ts";
import { startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
let page: Page;
let goneId: string;

beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
});
afterAll(() => journey?.stop());

async function picture(name: string, of: Page = page): Promise<void> {
  const folder = process.env["THROUGHLINE_PICTURES"];
  if (folder !== undefined) await of.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function openSite(search: string, link: RegExp): Promise<void> {
  await page.goto(`${journey.origin}/sites?search=${search}`);
  await page.getByRole("link", { name: link }).first().click();
  await page.getByRole("heading", { level: 1, name: link }).waitFor();
}

test("merging asks for the other site and a reason, and says what will change before anything does", async () => {
  await openSite("inventec", /Inventec/);
  goneId = page.url().split("/").at(-1) ?? "";
  await page.getByText("Nothing was merged, split, moved or closed.").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "The same as another site …" }).click();
  const dialog = page.getByRole("dialog", { name: "These two are the same site" });
  await dialog.getByRole("button", { name: "See what will change" }).click();
  await dialog.getByText("Choose the other site.").first().waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("Name or id").fill("hefei bit");
  await dialog
    .getByRole("button", { name: /^Choose Hefei Bitland/ })
    .first()
    .click();
  await dialog.getByRole("radio", { name: /^Hefei Bitland/ }).check();
  await dialog.getByLabel("Reason").fill("Seen on site: one gate, one register number.");
  await dialog.getByRole("button", { name: "See what will change" }).click();
  await dialog.getByText(/^At “Hefei Bitland.*from now on:$/).waitFor();
  await dialog.getByText(/record(s)? of your disclosures$/).waitFor();
  await assertAccessible(page);
  await picture("merge-dialog");
  await dialog.getByRole("button", { name: "Merge them" }).click();
  await page.getByRole("heading", { level: 1, name: /Hefei Bitland/ }).waitFor();
  await page.getByRole("heading", { name: "Records found to be this site" }).waitFor();
  await page.getByText(/was found to be the same site as “Hefei Bitland/).waitFor();
  await assertAccessible(page);
  await picture("merged-site");
});

test("the id of the merged record leads to the site that stands, on the page and in the list", async () => {
  const kept = page.url();
  await page.goto(`${journey.origin}/sites/${goneId}`);
  await page.getByRole("heading", { level: 1, name: /Hefei Bitland/ }).waitFor();
  await page.waitForURL((url) => !url.pathname.endsWith(goneId));
  const answer = await page.request.get(`${journey.origin}/sites/${goneId}`, { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers()["location"]).toMatch(/^\/sites\/TL-/);
  expect(kept).toContain("/sites/");
  await page.goto(`${journey.origin}/sites?search=inventec`);
  await page.getByText("1 site has all the words, best first.").waitFor();
  await page.getByRole("row", { name: /Hefei Bitland/ }).waitFor();
});

test("records are split off as a site of their own, and that is undone from the history", async () => {
  await page
    .getByRole("link", { name: /Hefei Bitland/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Split, or move records …" }).click();
  const dialog = page.getByRole("dialog", { name: "Records at this site" });
  await dialog
    .getByRole("checkbox", { name: /Inventec/ })
    .first()
    .check();
  await dialog.getByLabel("Reason").fill("Two gates after all.");
  await dialog.getByRole("button", { name: "See what will change" }).click();
  await dialog.getByText("With them go:").waitFor();
  await assertAccessible(page);
  await picture("split-dialog");
  await dialog.getByRole("button", { name: "Split them off" }).click();
  await page.getByRole("heading", { level: 1, name: /Inventec/ }).waitFor();
  await page.getByText(/became a site of its own/).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: /^Undo: 1 record of/ }).click();
  const asked = page.getByRole("dialog", { name: "Undo this?" });
  await assertAccessible(page);
  await asked.getByRole("button", { name: "Undo it" }).click();
  // It was made by mistake: its address leads back.
  await page.getByRole("heading", { level: 1, name: /Hefei Bitland/ }).waitFor();
  await page
    .getByText(/^Undone on/)
    .first()
    .waitFor();
});

test("the merge itself is undone; both sites stand again", async () => {
  await page.getByRole("button", { name: /^Undo: .*same site as/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo it" }).click();
  await page.getByText("Undone.", { exact: true }).waitFor();
  await openSite("inventec", /Inventec/);
  expect(page.url()).toContain(goneId);
});

test("a site that closed and one that moved say so", async () => {
  await page.getByRole("button", { name: "It has closed …" }).click();
  const closing = page.getByRole("dialog", { name: "This site has closed" });
  await closing.getByRole("button", { name: "Record it as closed" }).click();
  await closing.getByText("Say why, in a sentence.").first().waitFor();
  await closing.getByLabel("Reason").fill("Letter of the operator.");
  await assertAccessible(page);
  await closing.getByRole("button", { name: "Record it as closed" }).click();
  await page.getByText(/^Recorded as closed since/).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "It has moved …" }).click();
  const moving = page.getByRole("dialog", { name: "This site has moved" });
  await moving.getByRole("textbox", { name: "New address" }).fill("1 New Road, Chongqing");
  await moving.getByLabel("Reason").fill("Letter of the operator.");
  await assertAccessible(page);
  await moving.getByRole("button", { name: "Record the move" }).click();
  await page.getByText(/^Recorded as moved away since/).waitFor();
  await page.getByText(/^It works on at/).waitFor();
  await assertAccessible(page);
  await picture("moved-site");
  await page.getByRole("link", { name: /1 New Road, Chongqing/ }).click();
  await page.getByText(/^It moved here on/).waitFor();
});

test("pairs are filtered by the address, shown on a map, and accepted together after a dry run", async () => {
  await plantPair(page);
  await page.goto(`${journey.origin}/reviews`);
  await page.getByText(/^Pair 1 of \d$/).waitFor();
  await page.locator("figure.map").waitFor();
  await page.getByLabel("How alike").selectOption("low");
  expect(new URL(page.url()).search).toContain("alike=low");
  await page.getByLabel("How alike").selectOption("");
  await page.getByLabel("Country").selectOption("CN");
  await page.getByText(/^Pair 1 of \d$/).waitFor();
  await assertAccessible(page);
  await picture("review");
  await page.getByRole("button", { name: "Accept all of these as the same …" }).click();
  const dialog = page.getByRole("dialog", { name: "Accept these pairs as the same?" });
  await dialog.getByText(/nothing has been changed yet\.$/).waitFor();
  await assertAccessible(page);
  await picture("accept-dialog");
  await dialog.getByRole("button", { name: /^Accept \d pair/ }).click();
  await page.getByText(/merge(s were| was) made\.$/).waitFor();
  await page.getByText("Accepted with others").click();
  await assertAccessible(page);
  await page.getByRole("button", { name: /^Undo all of it/ }).click();
  await page.getByText(/^Pair 1 of \d$/).waitFor();
});

test("a phone shows all without scrolling sideways, and the dark theme is readable", async () => {
  const phone = await journey.visit({
    as: "owner",
    context: { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
  });
  await phone.goto(`${journey.origin}/sites/${goneId}`);
  await phone.getByText(/^Recorded as moved away since/).waitFor();
  await phone.waitForLoadState("networkidle");
  await assertNoSidewaysScroll(phone);
  await assertAccessible(phone);
  await picture("phone-site", phone);
  await phone.getByRole("button", { name: "The same as another site …" }).click();
  await phone.getByRole("dialog").waitFor();
  await assertNoSidewaysScroll(phone);
  await assertAccessible(phone);
  await phone.goto(`${journey.origin}/reviews`);
  await phone.getByRole("heading", { name: "Are these the same production site?" }).waitFor();
  await phone.waitForLoadState("networkidle");
  await assertNoSidewaysScroll(phone);
  await assertAccessible(phone);
  await picture("phone-review", phone);
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
