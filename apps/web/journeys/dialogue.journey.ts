import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const title = "Where the laptops are made";
const programme = "Laptops we can trace (invented)";

let journey: Journey;
let page: Page;
let seriesPath = "";
let meetingPath = "";
beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
});
afterAll(async () => {
  await journey.stop();
});

function path(): string {
  return new URL(page.url()).pathname;
}

async function closed(): Promise<void> {
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Opens a phase of the meeting that is on screen. */
async function openPhase(name: "Prepare" | "Send" | "Meet" | "After"): Promise<void> {
  await page.getByLabel("Phases of the meeting").getByRole("button", { name }).click();
}

test("a programme begins with a purpose, and says what is missing", async () => {
  await page.getByRole("link", { name: "Dialogue", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Dialogue" }).waitFor();
  await assertAccessible(page);
  await page.getByRole("link", { name: "Programmes", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Programmes" }).waitFor();
  await page.getByRole("button", { name: "Begin a programme" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Begin a programme" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("link", { name: "Give the programme a title." }).waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("Title").fill(programme);
  await dialog.getByLabel("Purpose").fill("Know where what we buy is made.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: programme }).waitFor();
  await page.getByText("No series belongs to it yet.").waitFor();
  await assertAccessible(page);
});

test("a series begins with one counterpart, one or two issues and what we want", async () => {
  await page.getByRole("link", { name: "Begin a dialogue" }).click();
  await page.getByRole("heading", { level: 1, name: "Begin a dialogue" }).waitFor();
  await page.getByRole("button", { name: "Begin the dialogue" }).click();
  await page.getByRole("link", { name: /^Choose a supplier or brand/ }).waitFor();
  await page.getByRole("link", { name: "Name at least one issue." }).waitFor();
  await page.getByRole("link", { name: "Say why you come to the table." }).waitFor();
  await assertAccessible(page);
  await page.getByLabel("Search suppliers and brands").fill("Cedar");
  await page.getByRole("radio", { name: "Cedar IT" }).check();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("First issue").fill("Traceability");
  await page.getByLabel("Search contracts it is about").fill("Laptops");
  await page.getByRole("checkbox", { name: /^Laptops and peripherals/ }).check();
  await page.getByLabel("Purpose").fill("Know which sites make the laptops we bought.");
  await page.getByLabel("Hoped-for outcome").fill("Sites named for all products by summer.");
  await page.getByRole("button", { name: "Begin the dialogue" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  seriesPath = path();
  await page.getByText("Not yet agreed", { exact: true }).waitFor();
  await page.getByText("Cedar IT has not said yet what it wants.").waitFor();
  await page.getByText("No meeting has been planned yet.").waitFor();
  await assertAccessible(page);
});

test("a seat is offered with what it will see; a thread is opened", async () => {
  await page.getByRole("button", { name: "Offer Cedar IT a seat" }).click();
  const offer = page.getByRole("dialog", { name: "Offer the counterpart a seat" });
  await offer.getByRole("button", { name: "Write the mail and offer the seat" }).click();
  await offer.getByRole("link", { name: /^Give a mail address/ }).waitFor();
  await assertAccessible(page);
  await offer.getByLabel("Mail address").fill("csr@cedar-it.example");
  await offer.getByRole("button", { name: "Write the mail and offer the seat" }).click();
  const offered = page.getByRole("dialog", { name: "The seat is offered." });
  await offered.getByText(/csr@cedar-it\.example/).waitFor();
  await assertAccessible(page);
  await offered.getByRole("button", { name: "Close" }).last().click();
  await page.getByText(/^Nobody has opened the link yet/).waitFor();
  await page.getByRole("button", { name: "Open a thread" }).click();
  await page.getByLabel("What it is about").fill("Sites of the IdeaPad 3");
  await page.getByRole("button", { name: "Save" }).click();
  await closed();
  await page.getByRole("heading", { name: /^Sites of the IdeaPad 3/ }).waitFor();
});

test("the agenda is drafted from the line, and put in order by keyboard", async () => {
  await page.getByRole("link", { name: "Plan a meeting" }).first().click();
  await page.getByText(/^The agenda leaves by .* 10 days before\./).waitFor();
  await page.getByLabel("Time zone").selectOption("Europe/Oslo");
  await assertAccessible(page);
  await page.getByRole("button", { name: "Plan it" }).click();
  await page.getByRole("heading", { level: 1, name: /^Cedar IT: / }).waitFor();
  meetingPath = path();
  await page.getByText("The agenda is empty.").waitFor();
  await page
    .getByRole("button", { name: /^Put \d+ on the agenda$/ })
    .first()
    .click();
  const first = page.locator(".agenda > li").first();
  await first.waitFor();
  await page.getByRole("button", { name: "Add an item" }).click();
  const dialog = page.getByRole("dialog", { name: "Add to the agenda" });
  await dialog.getByLabel("What it is about").fill("Our own short-notice orders");
  await dialog.getByLabel("Minutes").fill("10");
  await dialog.getByLabel("Thread it belongs to").selectOption({ label: "Sites of the IdeaPad 3" });
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await closed();
  await page.getByText(/^\d+ (of \d+ )?minutes are planned/).waitFor();
  const up = page.getByRole("button", { name: "Move up: Our own short-notice orders" });
  await up.focus();
  await page.keyboard.press("Enter");
  await page.getByText(/^Our own short-notice orders is now item \d+ of \d+\.$/).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toMatch(/^Move (up|down): Our own short-notice orders$/);
  await assertAccessible(page);
});

test("questions come from a pack, and the other side is asked for somebody by role", async () => {
  await page.locator("summary", { hasText: "Wages" }).click();
  const pack = page.locator("details[open]", { hasText: "Wages" });
  await pack.getByRole("checkbox").first().check();
  await pack.getByRole("button", { name: "Put 1 question on the agenda" }).click();
  await page.getByText(/^from a question pack/).waitFor();
  await page.getByRole("button", { name: "Say whom we ask for" }).click();
  const dialog = page.getByRole("dialog", { name: "Whom the other side is asked to send" });
  await dialog.getByLabel("Role").fill("Head of responsible sourcing");
  await dialog.getByLabel("Mandate").selectOption("can_decide");
  await dialog.getByLabel("Topics").fill("site disclosure; audits");
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await closed();
  await page.locator("strong", { hasText: "Head of responsible sourcing" }).waitFor();
});

test("the letter is shown exactly before it leaves", async () => {
  await openPhase("Send");
  await page.getByRole("heading", { name: "The letter as it is read" }).waitFor();
  await page.getByLabel("A word of yours").fill("We look forward to seeing you.");
  const letter = page.locator(".letter");
  await letter.getByText(/We look forward to seeing you\./).waitFor();
  await letter.getByText(/Our own short-notice orders/).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Send invitation and agenda…" }).click();
  await page.getByText(/What was sent cannot be called back\.$/).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Send now" }).click();
  await closed();
  await page.getByText(/^Sent: /).waitFor();
  await page.getByRole("heading", { name: "Mails of this meeting" }).waitFor();
  for (const name of ["Invitation (PDF)", "Agenda (Word)", "Calendar entry"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    expect((await download).suggestedFilename()).toMatch(/\.(pdf|docx|ics)$/);
  }
  await assertAccessible(page);
});

test("minutes save themselves, promises and obstacles are noted without leaving the keyboard", async () => {
  await openPhase("Meet");
  const item = page.getByRole("textbox", { name: /^\d+\. Our own short-notice orders/ });
  await item.fill("We will order eight weeks ahead.");
  await page.getByText(/^Saved \d\d:\d\d\.$/).waitFor();
  await item.press("Control+Enter");
  await page.keyboard.type("Name the site that made the IdeaPad 3");
  await page.getByLabel("By when").fill("2031-01-15");
  await page.getByLabel("By when").press("Enter");
  await page.getByRole("link", { name: "Name the site that made the IdeaPad 3" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+Enter");
  await page.keyboard.type("Aster");
  await page.getByLabel("What was reported").fill("Will not say which line assembles the dock.");
  await page
    .getByRole("form", { name: "Note an obstacle" })
    .getByRole("button", { name: "Note it" })
    .click();
  await page.getByText("Will not say which line assembles the dock.").first().waitFor();
  await assertAccessible(page);
  await item.fill("We will order eight weeks ahead, from spring on.");
  await page.reload();
  await item.waitFor();
  expect(await item.inputValue()).toBe("We will order eight weeks ahead, from spring on.");
  await page.getByText(/^Saved \d\d:\d\d\.$/).waitFor();
});

test("held, the minutes leave with the promises, and both sides are asked how it was", async () => {
  await page.getByRole("button", { name: "Record that it was held" }).click();
  await page.getByRole("heading", { name: "After the meeting" }).waitFor();
  await page
    .locator(".letter")
    .getByText(/Name the site that made the IdeaPad 3/)
    .waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Send the minutes…" }).click();
  await page.getByRole("button", { name: "Send now" }).click();
  await closed();
  await page.getByRole("heading", { name: "Minutes as sent" }).waitFor();
  await page.getByText("Nobody has confirmed or corrected this revision yet.").waitFor();
  await page.getByRole("button", { name: "Tell the other side" }).click();
  await page.getByRole("link", { name: "Choose a number: The meeting was useful" }).waitFor();
  await assertAccessible(page);
  for (const question of ["useful", "prepared", "openTalk"])
    await page.locator(`#feedback-${question}`).getByRole("radio", { name: "4" }).check();
  await page.getByRole("button", { name: "Tell the other side" }).click();
  await page.getByText("4 of 5").first().waitFor();
  await page.getByRole("button", { name: "Note a lesson" }).click();
  await page.getByLabel("In a line").fill("Send the part numbers with the agenda");
  await page
    .getByLabel("What was tried, and what came of it")
    .fill("The right people came because the part numbers were named.");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await closed();
});

test("the series shows the thread through its meeting; the lists find both", async () => {
  await page.goto(`${journey.origin}${seriesPath}`);
  await page.getByText("talked about").waitFor();
  await page.getByText("not confirmed yet", { exact: true }).first().waitFor();
  await assertAccessible(page);
  await page.goto(`${journey.origin}/meetings?search=laptops`);
  await page.getByRole("link", { name: "Meeting 1" }).first().waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await assertAccessible(page);
  await page.goto(`${journey.origin}/dialogue?search=nothing+of+this+name`);
  await page.getByText("No series matches.").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Show all series" }).click();
  await page.getByRole("link", { name: title }).waitFor();
  await page.goto(`${journey.origin}/dialogue/lessons`);
  await page.getByText("Send the part numbers with the agenda").waitFor();
  await assertAccessible(page);
});

test("figures of a programme open to their records", async () => {
  await page.goto(`${journey.origin}/dialogue/programmes`);
  await page.getByRole("link", { name: programme }).click();
  const held = page.locator(".figures details").first();
  await held.locator("summary").click();
  await held
    .getByRole("link", { name: /Cedar IT|Meeting 1/ })
    .first()
    .waitFor();
  await page.getByRole("heading", { name: "Meetings by quarter" }).waitFor();
  await assertAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export XLSX" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
});

test("a reader reads and changes nothing", async () => {
  const reader = await journey.visit({ as: "reader" });
  await reader.goto(`${journey.origin}${seriesPath}`);
  await reader.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(await reader.getByRole("link", { name: "Plan a meeting" }).count()).toBe(0);
  expect(await reader.getByRole("button", { name: /^(Say it anew|Offer)/ }).count()).toBe(0);
  await reader.goto(`${journey.origin}${meetingPath}`);
  await reader.getByRole("heading", { level: 1, name: /^Cedar IT: / }).waitFor();
  expect(await reader.getByRole("button", { name: /^Send/ }).count()).toBe(0);
  await assertAccessible(reader);
});

test("on a phone one scrolls one way only", async () => {
  const phone = await journey.visit({
    as: "owner",
    context: { viewport: { width: 320, height: 700 } },
  });
  for (const place of [
    "/dialogue",
    "/dialogue/new",
    "/dialogue/programmes",
    "/dialogue/lessons",
    "/meetings",
    seriesPath,
    ...["prepare", "send", "meet", "after"].map((phase) => `${meetingPath}?phase=${phase}`),
  ]) {
    await phone.goto(`${journey.origin}${place}`);
    await phone.getByRole("heading", { level: 1 }).waitFor();
    await phone.waitForLoadState("networkidle");
    await assertNoSidewaysScroll(phone);
    await assertAccessible(phone);
  }
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
