/** The library: taken up, adapted, given up and taken back; versions; YAML. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
let page: Page;
beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "city" });
});
afterAll(async () => {
  await journey.stop();
});

const ownFile = `format: throughline-requirements/1
requirements:
  - urn: urn:throughline:requirement:meet_works_council:1
    key: meet_works_council
    version: 1
    title: Meet the works council
    purpose: Those who work there know first.
    wordings:
      - language: en
        text: "The supplier meets the works council[?per_year: {per_year} times a year]."
        status: checked
    parameters:
      - key: per_year
        label: Meetings a year
        help: How often they meet.
        type:
          kind: number
          unit: per_year
          stricter: higher
          minimum: 1
          maximum: 12
    minimumVerification: documented
    evidenceTypes: []
    kpis: []
    issues: []
    references: []
    needsBrand: false
    roles: [clause]
    variants: []
    changes: []
    publishedOn: 2026-11-20
`;

test("the library is found, filtered and exported as shown", async () => {
  await page.getByRole("link", { name: "Requirements", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Requirements" }).waitFor();
  await page.getByText("23 requirements").waitFor();
  await assertAccessible(page);
  await page.getByRole("combobox", { name: "How we hold it" }).selectOption("held");
  await page.getByText("2 requirements", { exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get("hold")).toBe("held");
  await page
    .getByRole("row", { name: /^Answer the buyer's questions/ })
    .getByText("adapted")
    .waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export these rows (CSV)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^requirements-.*\.csv$/);
  await page.getByLabel("Words of title or purpose").fill("nothing of this kind");
  await page.keyboard.press("Enter");
  await page.getByText("No requirement matches.").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await page.getByText("23 requirements").waitFor();
});

test("one is taken up with values of the house, a fault stays at its field, and it is taken back", async () => {
  await page.getByRole("link", { name: "Keep working hours within a limit" }).click();
  await page
    .getByRole("heading", { level: 1, name: "Keep working hours within a limit" })
    .waitFor();
  await page.getByText("We have not taken it up.").waitFor();
  await page.getByRole("list", { name: "From most to least asked" }).first().waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Take it up as it is" }).click();
  const dialog = page.getByRole("dialog", { name: "Take it up as it is" });
  await dialog.getByLabel(/^Hours a week at most/).fill("90");
  await dialog.getByRole("button", { name: "Take it up", exact: true }).click();
  await dialog.getByRole("link", { name: /write a number from 35 to 72/ }).waitFor();
  await assertAccessible(page);
  await dialog.getByLabel(/^Hours a week at most/).fill("48");
  await dialog.getByRole("button", { name: "Take it up", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText(/^Taken up as it is, since/).waitFor();
  await page.getByText("Asks: at most 48 hours a week", { exact: false }).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("We have not taken it up.").waitFor();
});

test("it is adapted with words of our own and a reason, given up, and held again", async () => {
  await page.getByRole("button", { name: "Adapt it" }).click();
  const dialog = page.getByRole("dialog", { name: "Adapt it for our house" });
  await dialog.getByLabel(/^Text in English/).fill("Nobody works more than the hours stated.");
  await dialog.getByRole("button", { name: "Keep it adapted" }).click();
  await dialog.getByRole("link", { name: "Say why it is adapted." }).waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("Why", { exact: true }).fill("The council decided so.");
  await dialog.getByRole("button", { name: "Keep it adapted" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText(/^Adapted, since/).waitFor();
  await page.getByText("Why: The council decided so.").first().waitFor();
  await page.getByText("Nobody works more than the hours stated.").first().waitFor();
  await page.getByRole("button", { name: "Give it up" }).click();
  const drop = page.getByRole("dialog", { name: "Give this requirement up?" });
  await assertAccessible(page);
  await drop.getByRole("button", { name: "Give it up" }).click();
  await drop.waitFor({ state: "detached" });
  await page.getByText("We have not taken it up.").waitFor();
  await page.getByText("How we held it before").click();
  await page.getByRole("button", { name: "Hold it so again" }).first().click();
  await page.getByText(/^Adapted, since/).waitFor();
  await assertAccessible(page);
});

test("a place in an older version is brought over after it is shown what comes of it", async () => {
  await page.goto(`${journey.origin}/requirements/disclose_sites`);
  await page.getByRole("heading", { name: "Our places in an older version than 2" }).waitFor();
  await page.getByRole("button", { name: "Swedish" }).click();
  await page
    .getByText("Leverantören anger produktionsplatserna", { exact: false })
    .first()
    .waitFor();
  expect(new URL(page.url()).searchParams.get("language")).toBe("sv");
  await page.getByRole("checkbox", { name: /^Bring over: Laptops for schools/ }).check();
  await page.getByRole("button", { name: "Bring 1 place over to version 2" }).click();
  const dialog = page.getByRole("dialog", { name: "Bring 1 place over?" });
  await dialog.getByText("look again").first().waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Bring 1 place over to version 2" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("1 place was brought over to version 2.").waitFor();
  await page.getByText("Every place of ours is in version 2.").waitFor();
  await assertAccessible(page);
});

test("a file is checked first, its faults stand at their lines, and it is taken with a reason", async () => {
  await page.goto(`${journey.origin}/requirements/import`);
  await page.getByRole("button", { name: "Check it" }).click();
  await page.getByRole("link", { name: "Choose a file, or paste its text." }).waitFor();
  await assertAccessible(page);
  await page.getByLabel("Text of the file").fill(ownFile.replace("kind: number", "kind: weight"));
  await page.getByRole("button", { name: "Check it" }).click();
  await page
    .getByText(/^Line \d+:/)
    .first()
    .waitFor();
  await assertAccessible(page);
  await page.getByLabel("YAML file").setInputFiles({
    name: "own.yaml",
    mimeType: "application/yaml",
    buffer: Buffer.from(ownFile, "utf8"),
  });
  await page.getByRole("button", { name: "Check it" }).click();
  await page.getByText("“Meet the works council” is new", { exact: false }).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Take 1 requirement" }).click();
  await page.getByRole("link", { name: "Say why these are taken." }).waitFor();
  await page.getByLabel("Why", { exact: true }).fill("Agreed with the unions.");
  await page.getByRole("button", { name: "Take 1 requirement" }).click();
  await page.getByRole("heading", { name: "1 requirement was taken." }).waitFor();
  await assertAccessible(page);
  await page.getByRole("link", { name: "meet_works_council" }).click();
  await page.getByText(/^Our own, since/).waitFor();
  await assertAccessible(page);
});

test("one of our own is written, and gets a new version with what is different", async () => {
  await page.goto(`${journey.origin}/requirements`);
  await page.getByRole("link", { name: "Add our own" }).click();
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("link", { name: "Write the text of the clause." }).waitFor();
  await assertAccessible(page);
  await page.getByLabel("Title", { exact: true }).fill("Tell us of overtime");
  await page.getByLabel("Text of the clause, in English").fill("The supplier tells of overtime.");
  await page.getByRole("button", { name: "Add something that can be set" }).click();
  await page.getByLabel("What it is called").fill("Days to tell");
  await page.getByLabel("Why", { exact: true }).fill("Nobody else asks it.");
  await assertAccessible(page);
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("heading", { level: 1, name: "Tell us of overtime" }).waitFor();
  await page.getByText("1 (asks most) … 365 (asks least), in days").waitFor();

  await page.getByRole("link", { name: "Make a new version" }).click();
  await page.getByLabel(/^Days to tell/).fill("14");
  await page.getByLabel(/^What is different from the version before/).fill("Days are now said.");
  await page.getByLabel("Why", { exact: true }).fill("It was too slow.");
  await assertAccessible(page);
  await page.getByRole("button", { name: "Keep the new version" }).click();
  await page.getByText("Days are now said.", { exact: false }).waitFor();
  await page.getByText("Asks: Days to tell: 14 days.").waitFor();
  await assertAccessible(page);
});

test("a reader reads the library and changes nothing in it", async () => {
  const reader = await journey.visit({ as: "reader" });
  await reader.goto(`${journey.origin}/requirements`);
  await reader.getByText("23 requirements").waitFor();
  expect(await reader.getByRole("link", { name: "Read a file" }).count()).toBe(0);
  await reader.goto(`${journey.origin}/requirements/site_access`);
  await reader.getByText("We have not taken it up.").waitFor();
  expect(await reader.getByRole("button", { name: "Take it up as it is" }).count()).toBe(0);
  await reader.goto(`${journey.origin}/requirements/no_such_thing`);
  await reader.getByRole("heading", { name: "This page could not be shown." }).waitFor();
  await assertAccessible(reader);
});

test("on a phone one scrolls one way only", async () => {
  const phone = await journey.visit({
    as: "city",
    context: { viewport: { width: 320, height: 700 } },
  });
  for (const path of [
    "/requirements",
    "/requirements/disclose_sites",
    "/requirements/import",
    "/requirements/new",
  ]) {
    await phone.goto(`${journey.origin}${path}`);
    await phone.getByRole("heading", { level: 1 }).waitFor();
    await phone.waitForLoadState("networkidle");
    await assertNoSidewaysScroll(phone);
  }
  await assertAccessible(phone);
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
