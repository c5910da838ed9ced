import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

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

test("a procurement is begun; faults stand at their fields, and nothing drafted never looks fine", async () => {
  await page.goto(`${journey.origin}/procurements`);
  await page.getByRole("heading", { level: 1, name: "Procurements" }).waitFor();
  await page.getByRole("link", { name: "Begin a procurement" }).first().click();
  await page.getByRole("button", { name: "Begin it" }).click();
  await page.getByRole("link", { name: "Enter the title." }).waitFor();
  await assertAccessible(page);
  await page.getByLabel("Title", { exact: true }).fill("Tablets for schools");
  await page.getByLabel("Reference", { exact: true }).fill("T-2027-1");
  await page.getByLabel("CPV codes", { exact: false }).fill("30213200");
  await page.getByLabel("First announced on", { exact: false }).fill("2026-11-10");
  await page.getByLabel("Bids due on", { exact: false }).fill("2031-12-05");
  await page.getByLabel("Resellers").check();
  await page.getByRole("button", { name: "Begin it" }).click();
  await page.getByRole("heading", { level: 1, name: "Tablets for schools" }).waitFor();
  await page.getByText("Nothing is drafted yet, so nothing can be said.").waitFor();
  address = page.url();
  await assertAccessible(page);
});

test("a criterion is drafted by the parameters of its requirement, and the break stands where no clause is", async () => {
  await page.getByRole("button", { name: "Add a criterion or clause" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a criterion or clause" });
  await dialog.getByLabel("Stands as").selectOption("award");
  await dialog.getByLabel("Requirement of the library").selectOption("disclose_sites");
  await dialog.getByRole("group", { name: "What it asks" }).waitFor();
  await dialog.getByLabel("Days to disclose").fill("soon");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog
    .getByRole("link", { name: "write a number, or leave it empty", exact: false })
    .waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("Days to disclose").fill("28");
  await dialog.getByLabel("Counted from").selectOption("award");
  await dialog.getByRole("checkbox", { name: "final assembly" }).check();
  await dialog.getByLabel("Number", { exact: false }).first().fill("C3");
  await dialog.getByLabel("Weight in percent", { exact: false }).fill("100");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  const thread = page.getByRole("region", { name: "Name the sites where the products are made" });
  await thread.getByText("and no clause of the contract does", { exact: false }).waitFor();
  await page.getByText("Not ready to publish", { exact: false }).waitFor();
  await assertAccessible(page);
});

test("publishing is refused while mismatches block it, and says which", async () => {
  await page.getByRole("button", { name: "Record publication …" }).click();
  const dialog = page.getByRole("dialog", { name: "Record publication" });
  await dialog.getByRole("heading", { name: /blocks? it$/ }).waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Record it" }).click();
  await dialog.getByRole("alert").waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
});

test("a mismatch is mended by one click, undone by another, and all safe ones are shown before they are mended", async () => {
  const open = page.getByRole("heading", { level: 2, name: /Not ready to publish/ });
  const before = await open.textContent();
  const agreed = page
    .getByRole("region", { name: "Name the sites where the products are made" })
    .getByRole("listitem")
    .filter({ hasText: "and no clause of the contract does" })
    .last();
  await agreed.getByRole("button", { name: "Mend", exact: true }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  await page.getByText("Last: Mended", { exact: false }).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Last: Undid", { exact: false }).waitFor();
  expect(await open.textContent()).toBe(before);
  await page.getByRole("button", { name: /^Mend the \d/ }).click();
  const dialog = page.getByRole("dialog", { name: "Mend what needs no judgement" });
  await dialog.getByText("Before. Open:", { exact: false }).waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Mend them" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Last: Mended", { exact: false }).waitFor();
});

test("what has to be told is asked for; what is let stand keeps its reason under one's name", async () => {
  const hours = page.locator(".mismatch").filter({ hasText: "Nobody said how many hours" });
  await hours.getByRole("button", { name: "Mend …" }).click();
  const fix = page.getByRole("dialog", { name: "Mend this mismatch" });
  await fix.getByRole("button", { name: "Mend it" }).click();
  await fix.getByRole("link", { name: "Write the hours a month as a number." }).waitFor();
  await assertAccessible(page);
  await fix.getByLabel("Hours a month", { exact: false }).fill("4");
  await fix.getByRole("button", { name: "Mend it" }).click();
  await fix.waitFor({ state: "detached" });
  await expect.poll(() => hours.count()).toBe(0);

  for (;;) {
    const blocking = page.locator('.mismatch[data-severity="blocking"]');
    const left = await blocking.count();
    if (left === 0) break;
    await blocking.first().getByRole("button", { name: "Let it stand …" }).click();
    const waive = page.getByRole("dialog", { name: "Let this mismatch stand?" });
    await waive.getByRole("button", { name: "Let it stand" }).click();
    await waive.getByRole("link", { name: "Write why it may stand." }).waitFor();
    await waive.getByLabel("Why it stands").fill("agreed with the school board");
    await waive.getByRole("button", { name: "Let it stand" }).click();
    await waive.waitFor({ state: "detached" });
    await expect.poll(() => blocking.count()).toBe(left - 1);
  }
  await page.getByText("agreed with the school board", { exact: false }).first().waitFor();
  await assertAccessible(page);
});

test("once nothing blocks it, publication is recorded, a promise too, and the award makes a contract that carries it", async () => {
  await page.getByRole("button", { name: "Record publication …" }).click();
  const publish = page.getByRole("dialog", { name: "Record publication" });
  await publish.getByText("Nothing blocks it.").waitFor();
  await publish.getByRole("button", { name: "Record it" }).click();
  await publish.waitFor({ state: "detached" });
  await page.getByText("It was published on", { exact: false }).first().waitFor();
  await page
    .getByText("criteria and clauses stand as the market has them", { exact: false })
    .waitFor();

  await page.getByRole("button", { name: "Record a promise" }).click();
  const promise = page.getByRole("dialog", { name: "Record a promise" });
  await promise.getByRole("button", { name: "Save" }).click();
  await promise.getByRole("link", { name: "Write who promised it." }).waitFor();
  await assertAccessible(page);
  await promise.getByLabel("Bidder").fill("Larch Tablets (invented)");
  await promise.getByLabel("Answers").selectOption({ index: 1 });
  await promise.getByLabel("This bid won").check();
  await promise.getByLabel("The promise").fill("Sites are named within ten days of award.");
  await promise.getByLabel("Days to disclose").fill("10");
  await promise.getByRole("button", { name: "Save" }).click();
  await promise.waitFor({ state: "detached" });
  await assertAccessible(page);

  await page.getByRole("link", { name: "Award …" }).click();
  await page.getByRole("heading", { level: 1, name: "Make the contracts of the award" }).waitFor();
  await page.getByRole("button", { name: "See what it would carry" }).click();
  await page.getByRole("heading", { name: "What would be made" }).waitFor();
  await page.getByText("Sites are named within ten days of award.", { exact: false }).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Make the contract" }).click();
  await page.getByRole("heading", { name: "Contracts that came of it" }).waitFor();
  await page
    .getByRole("region", { name: "Contracts that came of it" })
    .getByRole("link", { name: "Tablets for schools" })
    .click();
  await page.getByRole("heading", { level: 1, name: "Tablets for schools" }).waitFor();
  await page.waitForURL(/\/contracts\//);
});

test("a condition keeps what the clause asked, and says how it is looked after", async () => {
  await page.goto(`${page.url().split("?")[0]}?station=agreed`);
  await page.getByRole("button", { name: "Edit conditions" }).click();
  const dialog = page.getByRole("dialog", { name: "Conditions of this contract" });
  await dialog.getByLabel("Days to answer", { exact: false }).first().waitFor();
  await dialog.getByText("How it is looked after").first().click();
  await dialog.getByRole("checkbox", { name: "dialogue" }).first().check();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
});

test("a notice is shown before anything of it is taken; a file that is none is refused with its fault", async () => {
  await page.goto(`${journey.origin}/procurements/from-notice`);
  await page.getByRole("button", { name: "Show what is in it" }).click();
  await page.getByRole("link", { name: "Choose a file." }).waitFor();
  await assertAccessible(page);
  await page
    .getByLabel("File with notices")
    .setInputFiles({ name: "no.json", mimeType: "application/json", buffer: Buffer.from("{") });
  await page.getByRole("button", { name: "Show what is in it" }).click();
  await page.getByRole("alert").waitFor();
  await assertAccessible(page);
  const release = {
    uri: "https://notices.example/r",
    version: "1.1",
    publishedDate: "2026-11-01T00:00:00Z",
    publisher: { name: "Northbridge University (invented)" },
    releases: [
      {
        ocid: "ocds-invented-1",
        id: "1",
        date: "2026-11-01T00:00:00Z",
        tag: ["tender"],
        initiationType: "tender",
        language: "en",
        buyer: { id: "b", name: "Northbridge University (invented)" },
        parties: [{ id: "b", name: "Northbridge University (invented)", roles: ["buyer"] }],
        tender: {
          id: "t",
          title: "Projectors for lecture halls",
          status: "active",
          procurementMethod: "open",
          items: [{ id: "1", classification: { scheme: "CPV", id: "38652100" } }],
          tenderPeriod: { endDate: "2027-01-15T12:00:00Z" },
        },
      },
    ],
  };
  await page.getByLabel("File with notices").setInputFiles({
    name: "release.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(release)),
  });
  await page.getByRole("button", { name: "Show what is in it" }).click();
  await page.getByRole("heading", { name: "Projectors for lecture halls" }).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Take 1 procurement" }).click();
  await page.getByRole("heading", { name: "1 notice was taken" }).waitFor();
  await assertAccessible(page);
  await page.getByRole("link", { name: "Projectors for lecture halls" }).click();
  await page.getByRole("heading", { name: "The notice it was read from" }).waitFor();
});

test("the list is found by its address, saved as it is shown, and nothing scrolls sideways on a phone", async () => {
  await page.goto(`${journey.origin}/procurements?stage=awarded`);
  await page.getByRole("link", { name: "Tablets for schools" }).waitFor();
  expect(await page.getByRole("link", { name: "Projectors for lecture halls" }).count()).toBe(0);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export these rows (CSV)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^procurements-.*\.csv$/);
  await page.getByLabel("Title, reference or OCID").fill("nothing of this name");
  await page.keyboard.press("Enter");
  await page.getByText("No procurement matches.").waitFor();
  await assertAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ["/procurements", new URL(address).pathname, "/procurements/from-notice"]) {
    await page.goto(`${journey.origin}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await assertNoSidewaysScroll(page);
  }
  expect(journey.complaints()).toEqual([]);
});

test("who only reads sees where it breaks and is offered nothing to change", async () => {
  const reader = await journey.visit({ as: "reader" });
  await reader.goto(address);
  await reader.getByRole("heading", { name: "Does it hold together?" }).waitFor();
  expect(await reader.getByRole("button", { name: /^Mend/ }).count()).toBe(0);
  expect(await reader.getByRole("button", { name: "Add a criterion or clause" }).count()).toBe(0);
  await assertAccessible(reader);
});
