import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { makeWorkbook } from "./make-workbook.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** As a supplier sends it: a title above German headings, one heading of its own, a second sheet, totals at the end. */
function workbook(): Buffer {
  return makeWorkbook([
    { name: "Deckblatt", rows: [["Cedar IT"], ["Stand: November 2026"]] },
    {
      name: "Werke",
      merges: ["A1:D1"],
      rows: [
        ["Lieferantenliste 2026"],
        [],
        ["Fertigungsstätte (rechtlich)", "Anschrift", "Land", "Bemerkung"],
        ["Larch Works Ltd ", "12 Mill Road, Kunshan, Jiangsu 215300", "China", "Aster 14"],
        ["Fen Assembly Co., Ltd", "8 Kwun Tong Road, Kowloon, Hong Kong", "China", "Aster 14"],
        ["Birch Displays Ltd", "4 Harbour Road, Hai Phong", "Vietnam", "Aster dock A40"],
        ["", "9 Canal Street, Suzhou, Jiangsu", "China", "name to follow"],
      ],
    },
  ]);
}

let journey: Journey;
let page: Page;
let contract: string;
beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
});
afterAll(async () => {
  await journey.stop();
});

function choose(field: Locator, name: string, buffer: Buffer, mimeType: string): Promise<void> {
  return field.setInputFiles({ name, mimeType, buffer });
}

/** Shows the row whose cells name `text`. */
function rowOf(text: string): Locator {
  return page.getByRole("table", { name: "Rows" }).getByRole("row", { name: new RegExp(text) });
}

test("a file goes from the contract to a page of its own, and says what is missing before it is read", async () => {
  await page.goto(`${journey.origin}/contracts`);
  await page.getByRole("link", { name: /Laptops and peripherals/ }).click();
  await page.getByRole("button", { name: "Add a disclosure" }).first().click();
  contract = new URL(page.url()).pathname;
  const dialog = page.getByRole("dialog", { name: "Add a disclosure" });
  await dialog.getByRole("radio", { name: "A file" }).click();
  await dialog.getByText("A file is read on a page of its own", { exact: false }).waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Go to the files" }).click();
  await page.getByRole("heading", { level: 1, name: "Take in a list" }).waitFor();
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("link", { name: "Choose a file." }).waitFor();
  await assertAccessible(page);
});

test("columns are shown with what stands in them, put right by hand, and then the rows are checked", async () => {
  await choose(page.getByLabel("The list"), "cedar-werke.xlsx", workbook(), xlsx);
  expect(await page.getByLabel("Title of the source").inputValue()).toBe("cedar-werke.xlsx");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("heading", { name: "Which column holds what?" }).waitFor();
  expect(await page.getByLabel("Sheet", { exact: true }).inputValue()).toBe("1");
  const name = page.getByLabel("“Fertigungsstätte (rechtlich)” holds");
  await name.waitFor();
  await page.getByText("recognised by its heading (German)").first().waitFor();
  await assertAccessible(page);
  // What is wrong is named, and leads to the field.
  await name.selectOption("address");
  await page.getByRole("button", { name: "Check the rows" }).click();
  await page.getByRole("link", { name: /Choose the column that holds the name/ }).waitFor();
  await page.getByRole("link", { name: /cannot both hold the address/ }).waitFor();
  await assertAccessible(page);
  await name.selectOption("name");
  await page.getByLabel("“Bemerkung” holds").selectOption("product");
  await page.getByText("chosen by you").waitFor();
  await page.getByRole("button", { name: "Check the rows" }).click();
  await page.getByRole("heading", { name: "Look at the rows" }).waitFor();
});

test("what was found stands beside each row; a correction is undone and made again", async () => {
  await page.getByRole("button", { name: "4 all" }).waitFor();
  const fen = rowOf("Fen Assembly");
  await fen.getByText("Hong Kong", { exact: false }).first().waitFor();
  await assertAccessible(page);
  await fen.getByRole("button", { name: /^Undo .*Hong Kong/ }).click();
  await fen.getByRole("button", { name: /^Correct it again/ }).waitFor();
  await fen.getByText("correction undone").waitFor();
  await assertAccessible(page);
  await fen.getByRole("button", { name: /^Correct it again/ }).click();
  await fen.getByRole("button", { name: /^Undo .*Hong Kong/ }).waitFor();
});

test("a row is typed anew, left out and put back", async () => {
  const nameless = rowOf("9 Canal Street");
  await nameless.getByText("rejected").waitFor();
  await nameless.getByRole("button", { name: /^Edit/ }).click();
  const dialog = page.getByRole("dialog", { name: "Edit row 7" });
  await dialog.getByLabel("Name of the site").fill("Canal Street Assembly Co., Ltd");
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Check it" }).click();
  await dialog.waitFor({ state: "detached" });
  await rowOf("Canal Street Assembly")
    .getByText(/typed by you: name of the site/)
    .waitFor();
  await rowOf("Canal Street Assembly").getByRole("button", { name: /^Edit/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Back to the source" }).click();
  await rowOf("9 Canal Street").getByText("rejected").waitFor();
  await rowOf("Birch Displays")
    .getByRole("button", { name: /^Leave out/ })
    .click();
  await rowOf("Birch Displays").getByText("left out by you").waitFor();
  await page.getByRole("button", { name: "2 rejected" }).click();
  await rowOf("Larch Works").waitFor({ state: "detached" });
  await rowOf("Birch Displays")
    .getByRole("button", { name: /^Take in again/ })
    .click();
  await page.getByRole("button", { name: "1 rejected" }).waitFor();
});

test("the rejected row comes as a spreadsheet, the rest is taken, and the contract has it", async () => {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "as CSV" }).click();
  const rejects = readFileSync(await (await download).path(), "utf8");
  expect(rejects).toContain("9 Canal Street, Suzhou, Jiangsu");

  await page.getByRole("button", { name: "Take the list" }).click();
  const dialog = page.getByRole("dialog", { name: "Take this list?" });
  await dialog.getByText("1 row is rejected", { exact: false }).waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Take 3 rows" }).click();
  await page.getByRole("heading", { name: "The list was taken." }).waitFor();
  await page.getByText("3 rows were taken, 1 rejected.").waitFor();
  await assertAccessible(page);
  await page.getByRole("link", { name: "Open the disclosure" }).click();
  await page.getByRole("heading", { level: 1, name: "cedar-werke.xlsx" }).waitFor();
  await page.getByRole("row", { name: /Larch Works/ }).waitFor();

  // The mended file is sent again, and its columns are known by now.
  await page.goto(`${journey.origin}/intakes/new?contract=${contract.split("/")[2] ?? ""}`);
  const mended = rejects.replace(
    /\n(?:"")?(?=[,;]"?9 Canal)/,
    '\n"Canal Street Assembly Co., Ltd"',
  );
  expect(mended).not.toBe(rejects);
  await choose(page.getByLabel("The list"), "mended.csv", Buffer.from(mended), "text/csv");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("heading", { name: /Which column holds what|Look at the rows/ }).waitFor();
  if (await page.getByRole("button", { name: "Check the rows" }).isVisible()) {
    await page.getByText("as you confirmed before for this supplier").first().waitFor();
    await page.getByRole("button", { name: "Check the rows" }).click();
  }
  await rowOf("Canal Street Assembly").waitFor();
  await page.getByRole("button", { name: "0 rejected" }).waitFor();
});

test("what is no list is refused in one sentence, and a list that is given up leaves nothing behind", async () => {
  await page.getByRole("button", { name: "Give it up" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Give it up" }).click();
  await page.getByText("This list was given up.", { exact: false }).waitFor();
  await assertAccessible(page);

  await page.getByRole("link", { name: "Take in another list" }).click();
  await choose(
    page.getByLabel("The list"),
    "photo.xlsx",
    Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    xlsx,
  );
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toMatch(/spreadsheet|list|file/i);
  await assertAccessible(page);
});

test("all of them stand in one list, and on a phone one scrolls one way only", async () => {
  await page.goto(`${journey.origin}/intakes?show=all`);
  await page
    .getByRole("row", { name: /cedar-werke\.xlsx/ })
    .getByText("taken", { exact: true })
    .waitFor();
  await page
    .getByRole("row", { name: /mended\.csv/ })
    .getByText("given up", { exact: true })
    .waitFor();
  await assertAccessible(page);

  const phone = await journey.visit({
    as: "owner",
    context: { viewport: { width: 320, height: 700 } },
  });
  await phone.goto(`${journey.origin}/intakes/new?contract=${contract.split("/")[2] ?? ""}`);
  await assertNoSidewaysScroll(phone);
  await choose(phone.getByLabel("The list"), "cedar-werke.xlsx", workbook(), xlsx);
  await phone.getByRole("button", { name: "Read it" }).click();
  await phone.getByRole("heading", { name: /Which column holds what|Look at the rows/ }).waitFor();
  await assertNoSidewaysScroll(phone);
  const check = phone.getByRole("button", { name: "Check the rows" });
  if (await check.isVisible()) await check.click();
  await phone.getByRole("heading", { name: "Look at the rows" }).waitFor();
  await phone.getByText("Larch Works", { exact: false }).first().waitFor();
  await assertNoSidewaysScroll(phone);
  await assertAccessible(phone);
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
