import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const group = "Telephones and laptops (invented)";
const requirement = "Name the sites where the products are made";

let journey: Journey;
let city: Page;
let university: Page;
let reseller: Page;
let proposal: string;
beforeAll(async () => {
  journey = await startJourney();
  city = await journey.visit({ as: "city" });
  university = await journey.visit({ as: "owner" });
  reseller = await journey.visit({ as: "supplier" });
});
afterAll(async () => {
  await journey.stop();
});

/** A code for one organisation, shown to the convenor once. */
async function makeCode(button: string): Promise<string> {
  const secret = city.locator("code.secret");
  const before = (await secret.count()) === 0 ? "" : await secret.textContent();
  await city.getByRole("button", { name: button }).click();
  await city.getByRole("heading", { name: "The code", exact: true }).waitFor();
  await expect.poll(() => secret.textContent()).not.toBe(before);
  return (await secret.textContent()) ?? "";
}

async function join(page: Page, code: string): Promise<void> {
  await page.goto(`${journey.origin}/harmonisation`);
  await page.getByRole("button", { name: "Join by code" }).click();
  const dialog = page.getByRole("dialog", { name: "Join by code" });
  await dialog.getByText("see your organisation's name", { exact: false }).waitFor();
  await dialog.getByLabel("Code").fill(code);
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: group }).waitFor();
}

/** Shares how we ask for sites; sees first exactly what the others will see. */
async function share(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Share how we ask" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Share how we ask" }).waitFor();
  await page
    .getByRole("checkbox", { name: new RegExp(requirement) })
    .first()
    .check();
  await page.getByRole("button", { name: "See what the others will see" }).click();
  const seen = page.getByRole("status").filter({ hasText: "The others will see exactly this" });
  await seen.getByText(requirement, { exact: false }).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Share it" }).click();
  await page.getByRole("heading", { level: 1, name: group }).waitFor();
  await page.getByRole("table", { name: "What the buyers share" }).waitFor();
}

test("a buyer convenes a group with its lawful purpose; others join by code", async () => {
  await city.getByRole("link", { name: "Harmonisation", exact: true }).click();
  await city.getByRole("button", { name: "Convene a group" }).click();
  const dialog = city.getByRole("dialog", { name: "Convene a group" });
  await dialog.getByRole("button", { name: "Convene", exact: true }).click();
  await dialog.getByRole("link", { name: "State the lawful purpose." }).waitFor();
  await assertAccessible(city);
  await dialog.getByLabel("Name of the group").fill(group);
  await dialog.getByLabel("What it is for").fill("Ask for sites once.");
  await dialog
    .getByLabel("Lawful purpose")
    .fill("Conditions are aligned; prices are not spoken of.");
  await dialog.getByRole("button", { name: "Convene", exact: true }).click();
  await city.getByRole("heading", { level: 1, name: group }).waitFor();
  await city.getByText("Nobody has shared anything yet.").waitFor();
  await assertAccessible(city);
  await join(university, await makeCode("Code for a buyer"));
  await join(reseller, await makeCode("Code for a reference member"));
});

test("what is shared is shown exactly before it is given", async () => {
  await share(city);
  await university.reload();
  await share(university);
  await assertAccessible(university);
});

test("the matrix tells who asks more, without colour", async () => {
  await university.getByRole("link", { name: requirement }).first().click();
  await university.getByRole("heading", { level: 1, name: requirement }).waitFor();
  await university.getByRole("table", { name: "Side by side" }).waitFor();
  await university.getByText("same as ours").first().waitFor();
  await university
    .getByText(/than ours$/)
    .first()
    .waitFor();
  await assertAccessible(university);
  const download = university.waitForEvent("download");
  await university.getByRole("button", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test("a proposal stays a draft until it is put out for comment", async () => {
  await city.getByRole("link", { name: requirement }).first().click();
  await city.getByRole("button", { name: "Compute a proposal" }).click();
  const dialog = city.getByRole("dialog", { name: "Compute a proposal" });
  await assertAccessible(city);
  await dialog.getByRole("button", { name: "Compute", exact: true }).click();
  await city.getByRole("heading", { level: 1, name: /^Proposal: / }).waitFor();
  proposal = new URL(city.url()).pathname;
  await city.getByRole("table", { name: "Who moves, and how far" }).waitFor();
  await assertAccessible(city);
  await city.getByRole("button", { name: "Put it out for comment" }).click();
  const putOut = city.getByRole("dialog", { name: "Put it out for comment" });
  await putOut.getByRole("button", { name: "Put it out for comment" }).click();
  await putOut.getByRole("link", { name: "Give a day that is ahead." }).waitFor();
  await assertAccessible(city);
  await putOut.getByLabel("Comments until").fill("2031-01-31");
  await putOut.getByRole("button", { name: "Put it out for comment" }).click();
  await putOut.waitFor({ state: "detached" });
  await city.getByText("comments until 31 Jan 2031", { exact: false }).waitFor();
});

test("a reference member sees the core and not who asks what, and comments", async () => {
  await reseller.goto(`${journey.origin}${proposal}`);
  await reseller
    .getByText("Who asks what today is shown to the buyers", { exact: false })
    .waitFor();
  expect(await reseller.getByRole("table", { name: "Who moves, and how far" }).count()).toBe(0);
  await reseller.getByRole("button", { name: "Say it" }).click();
  await reseller.getByRole("link", { name: "Choose what you say." }).waitFor();
  await assertAccessible(reseller);
  await reseller.getByRole("radio", { name: "Asks for a change" }).check();
  await reseller.getByLabel("In words").fill("Six weeks are what brands need to answer.");
  await reseller.getByRole("button", { name: "Say it" }).click();
  await reseller.getByRole("status").getByText("1 ask for a change", { exact: false }).waitFor();
  await assertAccessible(reseller);
});

test("the convenor closes with what people agreed, and a buyer makes it its own", async () => {
  await city.reload();
  await city.getByText("Six weeks are what brands need to answer.").waitFor();
  await city.getByRole("button", { name: "Close the comments" }).click();
  const dialog = city.getByRole("dialog", { name: "Close the comments" });
  await dialog
    .getByLabel("What people agreed")
    .fill("Six weeks from the request, refreshed yearly.");
  await assertAccessible(city);
  await dialog.getByRole("button", { name: "Close the comments" }).click();
  await dialog.waitFor({ state: "detached" });
  await city.getByRole("heading", { name: "What people agreed" }).waitFor();

  await university.goto(`${journey.origin}${proposal}`);
  await university.getByRole("button", { name: "Make it ours" }).click();
  const take = university.getByRole("dialog", { name: "Make it ours" });
  await take.locator("strong").waitFor();
  await assertAccessible(university);
  await take.getByRole("button", { name: "Make it ours" }).click();
  await take.waitFor({ state: "detached" });
  await university.goto(`${journey.origin}/requirements/disclose_sites`);
  await university.getByText("Taken from the proposal of", { exact: false }).first().waitFor();
});

test("another buyer's follow-up counts when we let it, and the decision can be taken back", async () => {
  const hospital = await journey.visit({ as: "hospital" });
  await hospital.goto(`${journey.origin}/harmonisation/recognitions`);
  const card = hospital.getByRole("listitem").filter({ hasText: "clause 3.1" });
  await card.getByText("less than three years ago", { exact: false }).waitFor();
  await assertAccessible(hospital);
  await card.getByRole("button", { name: "Let it count", exact: true }).click();
  const dialog = hospital.getByRole("dialog");
  await assertAccessible(hospital);
  await dialog.getByRole("button", { name: "Let it count" }).click();
  await dialog.waitFor({ state: "detached" });
  await card.getByText("Counts", { exact: true }).waitFor();
  await card.getByRole("button", { name: "Take back" }).click();
  await card.getByRole("button", { name: "Let it count", exact: true }).waitFor();
});

test("a follow-up of ours is shown exactly before others may count it", async () => {
  await university.goto(`${journey.origin}/harmonisation`);
  await university.getByRole("link", { name: group }).click();
  await university.getByRole("button", { name: "Share a follow-up" }).click();
  const dialog = university.getByRole("dialog", { name: "Share a follow-up" });
  await dialog.getByLabel("Requirement").selectOption({ label: requirement });
  await dialog.getByRole("checkbox", { name: "final assembly" }).check();
  await dialog.getByRole("button", { name: "See what the others will see" }).click();
  await dialog.getByRole("link", { name: "Name the supplier." }).waitFor();
  await assertAccessible(university);
  await dialog.getByLabel("Supplier").fill("Cedar IT");
  await dialog.getByLabel("Method").selectOption({ label: "Dialogue" });
  await dialog.getByLabel("On", { exact: true }).fill("2026-06-01");
  await dialog.getByLabel("What came of it").fill("Cedar IT named all sites of assembly.");
  await dialog.getByRole("button", { name: "See what the others will see" }).click();
  await dialog.getByRole("status").getByText("Tiers: final assembly", { exact: false }).waitFor();
  await assertAccessible(university);
  await dialog.getByRole("button", { name: "Share it" }).click();
  await dialog.waitFor({ state: "detached" });
  await university.getByText("Cedar IT named all sites of assembly.").waitFor();
});

test("on a phone one scrolls one way only", async () => {
  const phone = await journey.visit({
    as: "owner",
    context: { viewport: { width: 320, height: 700 } },
  });
  for (const path of ["/harmonisation", "/harmonisation/recognitions", proposal]) {
    await phone.goto(`${journey.origin}${path}`);
    await phone.getByRole("heading", { level: 1 }).waitFor();
    await phone.waitForLoadState("networkidle");
    await assertNoSidewaysScroll(phone);
    await assertAccessible(phone);
  }
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
