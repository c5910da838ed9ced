import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const findings = "Share what audits and monitoring found";
const code = "Have a code of conduct for suppliers and pass it on";
const contract = "WH-2026-11-L";

let journey: Journey;
let page: Page;
beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "hospital" });
});
afterAll(async () => {
  await journey.stop();
});

function rowOf(what: string): Locator {
  return page.getByRole("row", { name: new RegExp(what) });
}

async function openRecord(what: string): Promise<Locator> {
  await page.getByRole("button", { name: `Record: ${what} (${contract})` }).click();
  const dialog = page.getByRole("dialog", { name: what });
  await dialog.waitFor();
  return dialog;
}

test("the list says what is due, and its address reproduces what is shown", async () => {
  await page.getByRole("link", { name: "Duties", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Duties" }).waitFor();
  await rowOf(findings).getByText("Overdue", { exact: true }).waitFor();
  await rowOf(findings)
    .getByText(/days overdue: it was due on/)
    .waitFor();
  await page.getByText("Day unknown", { exact: true }).last().waitFor();
  await assertAccessible(page);
  await page.getByLabel("How it stands").selectOption("overdue");
  await rowOf(code).waitFor({ state: "detached" });
  expect(new URL(page.url()).searchParams.get("state")).toBe("overdue");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^duties.*\.csv$/);
  await page.getByLabel("Contract, supplier, clause or what is due").fill("nothing of this name");
  await page.keyboard.press("Enter");
  await page.getByText("No duty matches.").waitFor();
  await assertAccessible(page);
  await page.getByRole("link", { name: "Show all duties" }).click();
  await rowOf(code).waitFor();
});

test("a plan is recorded with what was agreed, and taken back with a reason", async () => {
  const dialog = await openRecord(findings);
  await dialog.getByRole("radio", { name: "On an agreed plan" }).check();
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await dialog.getByRole("link", { name: /^Give the day until which/ }).waitFor();
  await dialog.getByRole("link", { name: /^Say it in a sentence/ }).waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("Agreed until").fill("2031-05-31");
  await dialog.getByLabel("What was agreed").fill("Two audits a year from spring on.");
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await rowOf(findings)
    .getByText("On an agreed plan until 31 May 2031", { exact: false })
    .waitFor();

  const again = await openRecord(findings);
  await again.getByText("Two audits a year from spring on.").waitFor();
  await again.getByRole("button", { name: "Take back…" }).click();
  const takeBack = again.getByRole("button", { name: "Take back", exact: true });
  expect(await takeBack.isDisabled()).toBe(true);
  await again.getByLabel("Why it is taken back").fill("recorded at the wrong clause");
  await assertAccessible(page);
  await takeBack.click();
  await again.waitFor({ state: "detached" });
  await rowOf(findings).getByText("Overdue", { exact: true }).waitFor();
  const last = await openRecord(findings);
  await last.getByText(/^taken back by .*: recorded at the wrong clause$/).waitFor();
  await assertAccessible(page);
  await last.getByRole("button", { name: "Cancel" }).click();
});

test("several are chosen, given to a person and recorded at once", async () => {
  for (const what of [findings, code])
    await page.getByRole("checkbox", { name: `Choose: ${what} (${contract})` }).check();
  const chosen = page.getByRole("group", { name: "Chosen duties" });
  await chosen.getByText("2 chosen").waitFor();
  await assertAccessible(page);
  await chosen.getByRole("button", { name: "Who looks after it…" }).click();
  const owner = page.getByRole("dialog", { name: "Who looks after 2 duties" });
  await owner.getByLabel("Member").selectOption({ label: "Joyce Adeyemi (invented)" });
  await assertAccessible(page);
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.waitFor({ state: "detached" });
  await rowOf(code).getByText("Joyce Adeyemi (invented)").waitFor();

  for (const what of [findings, code])
    await page.getByRole("checkbox", { name: `Choose: ${what} (${contract})` }).check();
  await page.getByRole("button", { name: "Record for all chosen…" }).click();
  const record = page.getByRole("dialog", { name: "Record for 2 duties" });
  await record.getByRole("radio", { name: "Result achieved" }).check();
  await assertAccessible(page);
  await record.getByRole("button", { name: "Record", exact: true }).click();
  await record.waitFor({ state: "detached" });
  for (const what of [findings, code])
    await rowOf(what).getByText("Met", { exact: true }).waitFor();
});

test("a month lays the duties on their days", async () => {
  await page.getByRole("link", { name: "By month" }).click();
  await page
    .getByRole("status")
    .getByText(/due in /)
    .waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Month after" }).click();
  await page.waitForURL(/month=\d{4}-\d{2}/);
  await page.getByRole("button", { name: "This month" }).click();
  await page.waitForURL((url) => !url.searchParams.has("month"));
});

test("a calendar feed is made, read and ended", async () => {
  await page.getByRole("link", { name: "Calendar feeds" }).click();
  await page.getByText("You have no calendar feed.").waitFor();
  await assertAccessible(page);
  await page.getByRole("radio", { name: "All duties of the organisation" }).check();
  await page.getByRole("button", { name: "Make the feed" }).click();
  await page.getByRole("heading", { name: "The address of your feed" }).waitFor();
  await assertAccessible(page);
  const address = (await page.locator("code.secret").textContent()) ?? "";
  const read = await fetch(address);
  expect(read.status).toBe(200);
  const calendar = await read.text();
  expect(calendar).toContain("BEGIN:VCALENDAR");
  expect(calendar).toContain(contract);
  await page.getByRole("button", { name: /^End: All duties of the organisation/ }).click();
  const dialog = page.getByRole("dialog", { name: "End this feed?" });
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "End", exact: true }).click();
  await page.getByText("You have no calendar feed.").waitFor();
  expect((await fetch(address)).status).toBe(404);
});

test("a contract leads to its duties; a reader reads them and records nothing", async () => {
  const reader = await journey.visit({ as: "reader" });
  await reader.goto(`${journey.origin}/contracts`);
  await reader.getByRole("link", { name: /Laptops and peripherals/ }).click();
  await reader.getByRole("link", { name: "Duties of this contract" }).click();
  await reader.getByText("Duties of one contract.").waitFor();
  await reader
    .getByRole("row", { name: /Name the sites/ })
    .first()
    .waitFor();
  expect(await reader.getByRole("button", { name: /^Record/ }).count()).toBe(0);
  await assertAccessible(reader);
});

test("on a phone one scrolls one way only", async () => {
  const phone = await journey.visit({
    as: "hospital",
    context: { viewport: { width: 320, height: 700 } },
  });
  for (const path of ["/duties", "/duties/month", "/duties/feeds"]) {
    await phone.goto(`${journey.origin}${path}`);
    await phone.getByRole("heading", { level: 1 }).waitFor();
    await phone.waitForLoadState("networkidle");
    await assertNoSidewaysScroll(phone);
    await assertAccessible(phone);
  }
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
