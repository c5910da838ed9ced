import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const act = "Modern Slavery Act 2015, s54";

let journey: Journey;
let page: Page;
let address: string;
beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
});
afterAll(async () => {
  await journey.stop();
});

function lawOf(name: string): Locator {
  return page.getByRole("article", { name });
}

async function recordTurnover(amount: string): Promise<void> {
  await lawOf(act).getByRole("button", { name: "Record: Turnover", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Record a fact" });
  await dialog.getByLabel("Amount in whole units").fill(amount);
  await dialog.getByLabel("Currency").fill("gbp");
  await dialog.getByLabel("As of").fill("2026-03-31");
  await dialog.getByLabel("Source").fill("Annual report 2025, page 12 (invented)");
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

test("a supplier leads to the laws; what nobody recorded is not known, never no", async () => {
  await page.goto(`${journey.origin}/suppliers`);
  await page.getByRole("link", { name: "Cedar IT" }).first().click();
  await page.getByRole("link", { name: "Laws that bind it" }).click();
  await page.getByRole("heading", { level: 1, name: "Laws" }).waitFor();
  await page.getByRole("heading", { name: "Laws and Cedar IT" }).waitFor();
  address = page.url();
  await lawOf(act).getByText("Not known", { exact: true }).waitFor();
  await lawOf(act).getByText("To say so, record:").waitFor();
  await assertAccessible(page);
});

test("missing facts are recorded where they are missed, and make unknown into yes", async () => {
  await lawOf(act).getByRole("button", { name: "Record: Countries it does business in" }).click();
  const dialog = page.getByRole("dialog", { name: "Record a fact" });
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await dialog.getByRole("link", { name: "Choose at least one country." }).waitFor();
  await dialog.getByRole("link", { name: "Say where it is from." }).waitFor();
  await assertAccessible(page);
  await dialog.getByRole("checkbox", { name: "United Kingdom" }).check();
  await dialog.getByLabel("As of").fill("2026-03-31");
  await dialog.getByLabel("Source").fill("the supplier's letter of 3 March (invented)");
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await lawOf(act).getByText("Not known", { exact: true }).waitFor();
  await recordTurnover("50,000,000");
  await lawOf(act).getByText("Applies", { exact: true }).waitFor();
  await page.getByText("Annual report 2025, page 12 (invented)").waitFor();
  await assertAccessible(page);
});

test("a fact taken back counts no longer and stays on record; another makes it no", async () => {
  await page.getByRole("button", { name: "Take back: Turnover" }).click();
  const dialog = page.getByRole("dialog", { name: "Take back: Turnover" });
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Take back", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await lawOf(act).getByText("Not known", { exact: true }).waitFor();
  await page.getByText("taken back", { exact: true }).waitFor();
  await recordTurnover("5,000,000");
  // Small by itself, and perhaps not with its group: that is still unknown.
  await lawOf(act).getByText("may leave out other firms of the group", { exact: false }).waitFor();
  await lawOf(act)
    .getByRole("button", { name: "Record: The figures count in the other firms of its group" })
    .click();
  const group = page.getByRole("dialog", { name: "Record a fact" });
  await group.getByRole("radio", { name: "Yes" }).check();
  await group.getByLabel("As of").fill("2026-03-31");
  await group.getByLabel("Source").fill("Annual report 2025, page 14 (invented)");
  await group.getByRole("button", { name: "Record", exact: true }).click();
  await group.waitFor({ state: "detached" });
  await lawOf(act).getByText("Does not apply", { exact: true }).waitFor();
  await page.getByLabel("Show").selectOption("no");
  expect(new URL(page.url()).searchParams.get("applies")).toBe("no");
  await lawOf("Supply Chain Due Diligence Act (LkSG)").waitFor({ state: "detached" });
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export these rows (CSV)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^laws.*\.csv$/);
});

test("clauses are held against the laws that bind the supplier", async () => {
  await page.goto(address);
  const contracts = page.getByRole("region", { name: "What our contracts ask beyond the law" });
  await contracts.getByRole("link", { name: /Laptops and peripherals/ }).click();
  await page.getByRole("heading", { name: "Asked beyond the law" }).waitFor();
  await page.getByText("Nothing to advise on this contract.").waitFor();
  await assertAccessible(page);
  const hospital = await journey.visit({ as: "hospital" });
  await hospital.goto(`${journey.origin}/suppliers`);
  await hospital.getByRole("link", { name: "Cedar IT" }).first().click();
  await hospital.getByRole("link", { name: "Laws that bind it" }).click();
  await hospital.getByRole("link", { name: /Laptops for wards and offices/ }).click();
  const clause = hospital.getByRole("article", { name: "Clause 3.7: Have due diligence in place" });
  await clause.getByText("Nobody knows yet whether this firm is bound", { exact: false }).waitFor();
  await assertAccessible(hospital);
});

test("all laws are listed with whom they bind, their sources and how sure we are", async () => {
  await page.getByRole("link", { name: "All laws" }).click();
  await lawOf(act)
    .getByText(/It binds where these hold: /)
    .waitFor();
  await lawOf(act)
    .getByText(/Sources: /)
    .waitFor();
  await assertAccessible(page);
});

test("on a phone one scrolls one way only", async () => {
  const phone = await journey.visit({
    as: "owner",
    context: { viewport: { width: 320, height: 700 } },
  });
  for (const path of ["/laws", "/laws/all", address.slice(journey.origin.length)]) {
    await phone.goto(`${journey.origin}${path}`);
    await phone.getByRole("heading", { level: 1 }).waitFor();
    await phone.waitForLoadState("networkidle");
    await assertNoSidewaysScroll(phone);
  }
  await assertAccessible(phone);
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
