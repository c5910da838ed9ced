import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { isForeign, startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(async () => {
  await journey.stop();
});

test("the list is searched and filtered, its address reproduces it, and the file holds what is shown", async () => {
  const page = await journey.visit({ as: "owner" });
  await page.goto(`${journey.origin}/contracts`);
  await page.getByText("2 contracts").waitFor();
  await assertAccessible(page);
  await page.getByLabel("Title, reference, supplier or buyer").fill("laptops");
  await page.keyboard.press("Enter");
  await page.getByText("1 contract", { exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get("search")).toBe("laptops");

  await page.locator("summary").filter({ hasText: "Columns" }).click();
  await page.getByLabel("Value").uncheck();
  await page.getByRole("columnheader", { name: "Value" }).waitFor({ state: "detached" });
  const again = await journey.visit({ as: "owner" });
  await again.goto(page.url());
  await again.getByText("1 contract", { exact: true }).waitFor();
  expect(await again.getByRole("columnheader").allInnerTexts()).toEqual(
    await page.getByRole("columnheader").allInnerTexts(),
  );

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export these rows (CSV)" }).click();
  const saved = await readFile(await (await download).path(), "utf8");
  const [header = "", ...rows] = saved.replace("\uFEFF", "").trim().split("\r\n");
  expect(header.split(",")).toEqual(await page.getByRole("columnheader").allInnerTexts());
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain("Laptops and peripherals");

  await page.getByLabel("Kind").selectOption("framework");
  await page.getByText("No contract matches.").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await page.getByText("2 contracts").waitFor();
});

test("Ctrl and K finds contracts and sites by keyboard alone", async () => {
  const page = await journey.visit({ as: "owner" });
  await page.goto(journey.origin);
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Find anything" });
  await dialog.getByText("Type at least two characters.", { exact: false }).waitFor();
  await page.keyboard.type("hefei");
  await dialog.getByRole("link", { name: /Hefei/ }).first().waitFor();
  await assertAccessible(page);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("laptops");
  await dialog.getByRole("link", { name: /^Laptops and peripherals/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Laptops and peripherals/ }).waitFor();
});

test("what is foreign is known as foreign", () => {
  expect(isForeign("https://fonts.example.org/a.woff2", journey.origin)).toBe(true);
  expect(isForeign("http://localhost:1/x", journey.origin)).toBe(true);
  expect(isForeign("blob:https://example.org/1", journey.origin)).toBe(true);
  expect(isForeign(`${journey.origin}/assets/a.js`, journey.origin)).toBe(false);
  expect(isForeign(`blob:${journey.origin}/1`, journey.origin)).toBe(false);
});

test("no page asks anything of a third party", async () => {
  const page = await journey.visit({ as: "owner" });
  for (const path of ["/", "/contracts", "/contracts/new", "/sign-in"]) {
    await page.goto(journey.origin + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
  }
  await page.goto(`${journey.origin}/contracts`);
  await page.getByRole("link", { name: /Laptops and peripherals/ }).click();
  await page.getByText(/\d+ sites placed/).waitFor();
  expect(journey.asked().length).toBeGreaterThan(60);
  expect(journey.asked().some((address) => address.endsWith(".woff2"))).toBe(true);
  expect(journey.asked().some((address) => address.includes("countries-50m"))).toBe(true);
  expect(journey.asked().filter((address) => isForeign(address, journey.origin))).toEqual([]);
});

test("the script of the first screen stays under 200 kB, compressed", async () => {
  for (const wishes of [{}, { as: "owner" as const }]) {
    const page = await journey.visit(wishes);
    let bytes = 0;
    page.on("response", (response) => {
      if (response.request().resourceType() === "script")
        bytes += Number(response.headers()["content-length"] ?? 0);
    });
    await page.goto(journey.origin);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
  }
});
