import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const title = "Laptops and peripherals 2026–2029, Lot 1";

let journey: Journey;
let address: string;
beforeAll(async () => {
  journey = await startJourney();
  const page = await journey.visit({ as: "owner" });
  await page.goto(`${journey.origin}/contracts`);
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  address = page.url();
});
afterAll(async () => {
  await journey.stop();
});

async function openLine(wishes: Parameters<Journey["visit"]>[0] = {}, search = ""): Promise<Page> {
  const page = await journey.visit({ as: "owner", ...wishes });
  await page.goto(address + search);
  await page.getByRole("list", { name: "The line of this contract" }).waitFor();
  return page;
}

test("the line says what is known, possible, refused and missing, and marks what is invented", async () => {
  const page = await openLine();
  await page.getByText("Northbridge University").first().waitFor();
  expect(await page.getByRole("main").innerText()).toContain(
    "Northbridge University (invented) buys from Cedar IT (invented)",
  );
  const table = page.getByRole("table", { name: "Products and where they are made" });
  const ideaPad = table.getByRole("row", { name: /IdeaPad 3/ });
  expect(await ideaPad.innerText()).toMatch(/seven possible sites/i);
  await ideaPad.getByText("imprecise").waitFor();
  await table
    .getByRole("row", { name: /245 G7/ })
    .getByText(/four possible sites/i)
    .waitFor();
  await table
    .getByRole("row", { name: /Aster dock A40/ })
    .getByText("refused", { exact: true })
    .waitFor();
  await page.getByRole("img", { name: "Map of the sites of this contract" }).waitFor();
  await page.getByText("No coordinates known").waitFor();
  await assertAccessible(page);
});

test("a station opens in place to its facts, by keyboard, and the address keeps it", async () => {
  const page = await openLine();
  await page.getByRole("button", { name: /^Traced/ }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "Checked" });
  await panel
    .getByText(/Withhold-release order/)
    .first()
    .waitFor();
  await panel
    .getByText(/one of seven possible sites/)
    .first()
    .waitFor();
  await panel.getByText("Duty performed:").waitFor();
  expect(new URL(page.url()).searchParams.get("station")).toBe("checked");
  await assertAccessible(page);

  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page
    .getByRole("region", { name: "Remedied" })
    .getByText("nothing is known, which does not mean that nothing happened", { exact: false })
    .waitFor();
  await assertAccessible(page);
});

test("sites and the drawing have their tables; the figures open to what is behind them", async () => {
  const page = await openLine();
  await page.getByRole("tab", { name: /^Sites/ }).click();
  const sites = page.getByRole("table", { name: "Sites" });
  await sites
    .getByRole("row", { name: /Hefei Bitland/ })
    .getByText("official measure")
    .waitFor();
  expect(await sites.getByText("no hit on a partial list").count()).toBeGreaterThan(3);
  await assertAccessible(page);

  await page.getByRole("tab", { name: "Drawing by tier" }).click();
  await page.getByRole("img", { name: "From product to site, by tier" }).waitFor();
  await page.getByText("The same as a table").click();
  await page
    .getByRole("table", { name: "From product to site, by tier" })
    .getByRole("row", { name: /IdeaPad 3.*Hefei Bitland.*possible/ })
    .waitFor();
  await assertAccessible(page);

  await page.getByText("Products with a confirmed final-assembly site").click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Products with a confirmed final-assembly site" })
    .getByText(/IdeaPad 3.*seven possible sites/i)
    .waitFor();
});

test("a past date shows what was known then and offers no change", async () => {
  const page = await openLine({}, "?asOf=2026-03-02");
  await page.getByText("You see the line as it stood on 2 Mar 2026.", { exact: false }).waitFor();
  await page.getByText("Nobody has been asked yet.").waitFor();
  await page.getByRole("heading", { name: "No site is known for this contract." }).waitFor();
  expect(await page.getByRole("button", { name: "Draft the request" }).count()).toBe(0);
  expect(await page.getByRole("link", { name: "Edit" }).count()).toBe(0);
  await assertAccessible(page);
  await page.getByRole("button", { name: "Back to today" }).click();
  await page
    .getByRole("table", { name: "Products and where they are made" })
    .getByText(/seven possible sites/i)
    .first()
    .waitFor();
});

test("it reads on a phone and in the dark", async () => {
  const phone = await openLine({ context: { viewport: { width: 320, height: 700 } } });
  await phone
    .getByText(/seven possible sites/i)
    .first()
    .waitFor();
  await assertNoSidewaysScroll(phone);
  await assertAccessible(phone);
  const dark = await openLine({ context: { colorScheme: "dark" } });
  await dark
    .getByText(/seven possible sites/i)
    .first()
    .waitFor();
  expect(await dark.evaluate(() => document.documentElement.className)).toBe("dark");
  await assertAccessible(dark);
});

test("who only reads is offered nothing to change; who is elsewhere sees nothing", async () => {
  const reader = await openLine({ as: "reader" });
  await reader
    .getByText(/seven possible sites/i)
    .first()
    .waitFor();
  expect(
    await reader
      .getByRole("button", { name: /Draft the request|Add a disclosure|Record an answer/ })
      .count(),
  ).toBe(0);
  expect(await reader.getByRole("link", { name: "Edit" }).count()).toBe(0);

  const city = await journey.visit({ as: "city" });
  await city.goto(address);
  await city.getByText("There is nothing here that you may see.").waitFor();
  expect(journey.complaints()).toEqual([]);
});
