import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const label =
  "Manufactured by one of the following: 1. Larch Works Ltd, 12 Mill Road, Kunshan, Jiangsu, China 2. Fen Assembly Co., Ltd, 8 Canal Street, Suzhou, Jiangsu, China";

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

test("a contract begins with a title and a reference", async () => {
  await page.goto(`${journey.origin}/contracts/new`);
  await page.getByRole("button", { name: "Record the contract" }).click();
  await page.getByRole("link", { name: "Enter the title." }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
    "Before this can be saved:",
  );
  await assertAccessible(page);

  await page.getByLabel("Title", { exact: true }).fill("Monitors for the library");
  await page.getByLabel("Reference").fill("NBU-2026-MON");
  await page.getByLabel("Supplier or reseller").fill("Cedar IT");
  await page.getByLabel("CPV codes").fill("30231300-0");
  await page.getByRole("button", { name: "Record the contract" }).click();
  await page.getByRole("heading", { level: 1, name: "Monitors for the library" }).waitFor();
  await page.getByText("It is not listed which products were bought.").first().waitFor();
  address = page.url();
  await assertAccessible(page);
});

test("the same reference a second time is refused, and what was typed stays", async () => {
  await page.goto(`${journey.origin}/contracts/new`);
  await page.getByLabel("Title", { exact: true }).fill("Monitors again");
  await page.getByLabel("Reference").fill("NBU-2026-MON");
  await page.getByRole("button", { name: "Record the contract" }).click();
  await page.getByRole("alert").getByText("This is already there.").waitFor();
  expect(await page.getByLabel("Title", { exact: true }).inputValue()).toBe("Monitors again");
});

test("products are added a line each, and a faulty line is named", async () => {
  await page.goto(address);
  await page.getByRole("button", { name: "Add products" }).first().click();
  const dialog = page.getByRole("dialog");
  const lines = dialog.getByRole("textbox", { name: "Products" });
  await lines.fill("Aster;View 27;AV27;many");
  await dialog.getByRole("button", { name: /^Add 0/ }).click();
  await dialog.getByText("Line 1: “many” is not a quantity.").first().waitFor();
  await assertAccessible(page);
  await lines.fill("Aster;View 27;AV27;40");
  await dialog.getByRole("button", { name: "Add 1 product" }).click();
  await dialog.waitFor({ state: "detached" });
  await page
    .getByRole("table", { name: "Products and where they are made" })
    .getByText("missing")
    .waitFor();
});

test("the request is drafted, changed, recorded as sent, and answered with what stands in the way", async () => {
  await page.getByRole("button", { name: "Draft a request" }).click();
  const dialog = page.getByRole("dialog", { name: "Request for disclosure" });
  const text = dialog.getByLabel("Text");
  expect(await text.inputValue()).toContain("View 27");
  await text.fill(`${await text.inputValue()}\n\nWith thanks.`);
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Record as sent" }).click();
  await dialog.waitFor({ state: "detached" });
  const requests = page.getByRole("region", { name: "Requests and answers" });
  await requests.getByText(/sent \d+ \w+ \d{4}/).waitFor();

  await requests.getByRole("button", { name: "Record an answer" }).first().click();
  const answer = page.getByRole("dialog", { name: "Record an answer" });
  await answer.getByLabel("Cannot say, because …").check();
  await answer.getByRole("button", { name: "Record the answer" }).click();
  await answer.getByText("Write what stands in the way", { exact: false }).first().waitFor();
  await assertAccessible(page);
  await answer.getByLabel("Reason given").fill("the maker has not agreed to be named");
  await answer.getByRole("button", { name: "Record the answer" }).click();
  await answer.waitFor({ state: "detached" });
  await page
    .getByRole("table", { name: "Products and where they are made" })
    .getByText("cannot say", { exact: true })
    .waitFor();
});

test("a label is read, looked at row by row, and taken; its places are possible, not traced", async () => {
  await page.getByRole("button", { name: "Add a disclosure" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add a disclosure" });
  await dialog.getByLabel("Text as it stands in the source").fill(label);
  await dialog.getByRole("button", { name: "Read it" }).click();
  await dialog.getByText(/^2 rows read/).waitFor();
  await dialog.getByText("each is one of several possible sites", { exact: false }).waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Take 2 rows" }).click();
  await dialog.getByText("Enter a title", { exact: false }).first().waitFor();
  await dialog.getByLabel("Title of the source").fill("Label of the View 27");
  await dialog.getByRole("button", { name: "Take 2 rows" }).click();
  await page.getByText(/^Taken: 2 rows/).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  await page
    .getByRole("table", { name: "Products and where they are made" })
    .getByText(/two possible sites/i)
    .waitFor();
  await page.getByRole("link", { name: "Label of the View 27" }).click();
  await page.getByRole("heading", { level: 1, name: "Label of the View 27" }).waitFor();
  await page.getByRole("row", { name: /Larch Works/ }).waitFor();
  await assertAccessible(page);
});

test("a person is assigned, and another's change in between is not overwritten", async () => {
  await page.goto(address);
  await page.getByRole("button", { name: "Assign a person" }).click();
  const dialog = page.getByRole("dialog", { name: "Who follows up this contract?" });
  await dialog.getByLabel("Person").selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "Assign" }).click();
  await dialog.waitFor({ state: "detached" });
  await page
    .getByText(/followed up by/)
    .first()
    .waitFor();

  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("Title", { exact: true }).fill("Monitors for both libraries");
  const other = await journey.visit({ as: "owner" });
  await other.goto(`${address}/edit`);
  await other.getByLabel("Title", { exact: true }).fill("Monitors for the main library");
  await other.getByRole("button", { name: "Save the changes" }).click();
  await other.getByRole("heading", { level: 1, name: "Monitors for the main library" }).waitFor();

  await page.getByRole("button", { name: "Save the changes" }).click();
  await page.getByRole("alert").getByText("Someone changed this in the meantime.").waitFor();
  expect(await page.getByLabel("Title", { exact: true }).inputValue()).toBe(
    "Monitors for both libraries",
  );
  await assertAccessible(page);
  await page.getByRole("button", { name: "Load it again" }).click();
  await page
    .getByLabel("Title", { exact: true })
    .and(page.locator("[value='Monitors for the main library']"))
    .waitFor();
});

test("it is removed only after a question", async () => {
  await page.goto(address);
  await page.getByRole("button", { name: "Remove …" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove this contract?" });
  await dialog.getByText("This cannot be undone here.", { exact: false }).waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("heading", { level: 1, name: "Monitors for the main library" }).waitFor();
  await page.getByRole("button", { name: "Remove …" }).click();
  await page.getByRole("button", { name: "Remove the contract" }).click();
  await page.getByRole("heading", { level: 1, name: "Contracts" }).waitFor();
  await page.getByRole("link", { name: /Laptops and peripherals/ }).waitFor();
  expect(await page.getByText("Monitors for").count()).toBe(0);
  expect(journey.complaints()).toEqual([]);
});
