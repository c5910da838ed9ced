import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { callApi } from "./call-api.ts";
import { fillWorkbook } from "./fill-workbook.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const grievances = "Grievances resolved";

let journey: Journey;
let page: Page;
let contractPath = "";
let published = "";
beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
  const { items } = await callApi<{ items: { id: string; title: string }[] }>(
    page,
    "GET",
    "/contracts",
  );
  contractPath = `/contracts/${items.find(({ title }) => /laptop/iu.test(title))?.id ?? ""}/kpis`;
});
afterAll(async () => {
  await journey.stop();
});

async function closed(): Promise<void> {
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

test("figures of all contracts are of one section at a time", async () => {
  await page.getByRole("link", { name: "KPIs", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "KPIs" }).waitFor();
  await page.getByRole("table").waitFor();
  await assertAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/u);
  await page.goto(`${journey.origin}/kpis?search=nothing+of+this+name`);
  await page.getByText("No KPI matches.").waitFor();
  await assertAccessible(page);
  await page.goto(`${journey.origin}/kpis/catalogue`);
  await page.getByText("Disclosure", { exact: false }).first().waitFor();
  await assertAccessible(page);
});

test("bands are called what one calls them", async () => {
  await page.goto(`${journey.origin}/kpis/bands`);
  const name = page.getByLabel("Name of “Good”");
  await name.fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Give it a name." }).waitFor();
  await assertAccessible(page);
  await name.fill("On target");
  await page.getByRole("button", { name: "Save" }).click();
  await page.reload();
  await expect.poll(() => name.inputValue()).toBe("On target");
});

test("a contract's KPIs stand by section; one is added with its reason", async () => {
  await page.goto(`${journey.origin}${contractPath}`);
  await page.getByRole("heading", { name: "Cooperation and information" }).waitFor();
  await page.getByRole("heading", { name: "Outcomes for workers" }).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Add a KPI" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add a KPI to this contract" });
  await dialog.getByRole("button", { name: "Add a KPI" }).click();
  await dialog.getByRole("link", { name: "Choose a KPI." }).waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("KPI", { exact: true }).selectOption("W3");
  await dialog.getByLabel(/Number to reach/u).fill("80");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Asked for by the monitor.");
  await dialog.getByRole("button", { name: "Add a KPI" }).click();
  await closed();
  await page.getByRole("link", { name: grievances }).waitFor();
  await page.getByText(/Asked for by the monitor\./u).waitFor();
});

test("a figure is entered with what shows it, corrected, and taken back", async () => {
  await page.goto(`${journey.origin}${contractPath}`);
  await page.getByRole("button", { name: `Enter a figure: ${grievances}` }).click();
  const dialog = page.getByRole("dialog", { name: /^Enter a figure/u });
  await dialog.getByLabel("How many", { exact: true }).fill("9");
  await dialog.getByLabel("Of how many", { exact: true }).fill("12");
  await dialog.getByRole("button", { name: "Enter" }).click();
  await dialog.getByRole("link", { name: "Name the document or record that shows it." }).waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("What shows it").fill("Letter of the monitor");
  await dialog.getByRole("button", { name: "Enter" }).click();
  await closed();
  await page.getByRole("link", { name: grievances }).click();
  await page.getByRole("heading", { level: 1, name: `${grievances} (W3)` }).waitFor();
  await page.getByText("Shown by: Letter of the monitor").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  const correct = page.getByRole("dialog", { name: /^Correct a figure/u });
  await correct.getByLabel("How many", { exact: true }).fill("10");
  await correct.getByLabel("Of how many", { exact: true }).fill("12");
  await correct.getByLabel("What shows it").fill("Second letter of the monitor");
  await correct.getByRole("button", { name: "Correct" }).click();
  await closed();
  await page.getByText("Corrected or taken back since").waitFor();
  await page
    .getByText(/10 of 12/u)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Take back" }).click();
  const back = page.getByRole("dialog", { name: "Take this entry back" });
  await back.getByRole("button", { name: "Take back" }).click();
  await back.getByRole("link", { name: "Say why." }).waitFor();
  await back.getByRole("textbox", { name: "Reason" }).fill("The letter was about another site.");
  await back.getByRole("button", { name: "Take back" }).click();
  await closed();
  await page.getByText("Taken back", { exact: true }).first().waitFor();
  await assertAccessible(page);
});

test("a computed figure opens to the facts, and to a past day", async () => {
  await page.goto(`${journey.origin}${contractPath}`);
  await page.locator(".kpi-card").getByRole("link").first().click();
  await page.getByRole("heading", { name: "The facts behind the figure" }).waitFor();
  await page
    .getByText(/\d+ of \d+ facts?/u)
    .first()
    .waitFor();
  await assertAccessible(page);
  await page.goto(`${journey.origin}${contractPath}?asOf=2025-12-31`);
  await page
    .getByText(/31 Dec(ember)? 2025/u)
    .first()
    .waitFor();
  expect(await page.getByRole("button", { name: "Add a KPI" }).count()).toBe(0);
  await assertAccessible(page);
});

test("a workbook goes out, comes back, is looked over and taken", async () => {
  await page.goto(`${journey.origin}${contractPath}`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Workbook to fill in" }).click();
  const file = readFileSync(await (await download).path());
  await page.getByRole("button", { name: "Read a workbook" }).click();
  const dialog = page.getByRole("dialog", { name: "Read a workbook" });
  await dialog.locator("input[type=file]").setInputFiles({
    name: "kpis.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: fillWorkbook(file, "<v>186</v>", "<v>187</v>"),
  });
  await dialog.getByRole("button", { name: "See what it would change" }).click();
  await dialog.getByText(/^0 new, 1 corrected, \d+ unchanged, 0 rejected\.$/u).waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Take 1 change" }).click();
  await dialog.getByText("1 change was taken; 0 rejected.").waitFor();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await closed();
});

test("a year is published, read without signing in, corrected, withdrawn", async () => {
  await page.goto(`${journey.origin}${contractPath}/publish`);
  await page.getByRole("heading", { level: 1, name: /^Publish the KPIs of/u }).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const ask = page.getByRole("dialog", { name: "Publish for anybody to read?" });
  await assertAccessible(page);
  await ask.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(/\/published\/kpis\//u);
  published = new URL(page.url()).pathname;
  const anybody = await journey.visit();
  await anybody.goto(`${journey.origin}${published}`);
  await anybody.getByRole("heading", { level: 1, name: /^KPIs \d{4}: / }).waitFor();
  await anybody.getByText(/^SHA-256 of the JSON/u).waitFor();
  await assertAccessible(anybody);

  await page.goto(`${journey.origin}${contractPath}/publish`);
  await page.getByLabel("What was wrong with what stands").fill("A figure was from another year.");
  await page.getByRole("button", { name: "Publish the correction" }).click();
  await ask.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL((url) => /published/u.test(url.pathname) && url.pathname !== published);
  await page.getByText(/A figure was from another year\./u).waitFor();
  await anybody.reload();
  await anybody.getByText("This publication was corrected.").waitFor();
  await assertAccessible(anybody);

  await page.goto(`${journey.origin}/kpis/publications`);
  await page.getByRole("table").waitFor();
  await assertAccessible(page);
  await page
    .getByRole("button", { name: /^Withdraw / })
    .first()
    .click();
  const withdraw = page.getByRole("dialog", { name: "Withdraw this publication" });
  await withdraw.getByRole("textbox", { name: "Reason" }).fill("The supplier was not told before.");
  await withdraw.getByRole("button", { name: "Withdraw" }).click();
  await closed();
  await page.getByText("The supplier was not told before.").waitFor();
});

test("on a phone one scrolls one way only", async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const place of [
    "/kpis",
    "/kpis/catalogue",
    "/kpis/bands",
    "/kpis/publications",
    contractPath,
    `${contractPath}/W3`,
    `${contractPath}/publish`,
    published,
  ]) {
    await page.goto(`${journey.origin}${place}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await assertNoSidewaysScroll(page);
    await assertAccessible(page);
  }
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
