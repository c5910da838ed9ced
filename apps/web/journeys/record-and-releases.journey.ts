/** Our record and what is released of it: kept, filled in as a workbook, given by code, withdrawn, compared. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { callApi } from "./call-api.ts";
import { fillWorkbook } from "./fill-workbook.ts";
import { startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
let supplier: Page;
let buyer: Page;
let code = "";

beforeAll(async () => {
  journey = await startJourney();
  supplier = await journey.visit({ as: "supplier" });
  buyer = await journey.visit({ as: "owner" });
});
afterAll(async () => {
  await journey?.stop();
});

const heading = (page: Page, name: string | RegExp, level = 1) =>
  page.getByRole("heading", { level, name }).waitFor();

test("a supplier finds its requests and its record, and nothing that leads nowhere", async () => {
  const nav = supplier.getByRole("navigation", { name: "Main navigation" });
  for (const [entry, title] of [
    ["Requests", "Requests to us"],
    ["Releases", "Releases"],
    ["Our record", "Our record"],
  ] as const) {
    await nav.getByRole("link", { name: entry, exact: true }).click();
    await heading(supplier, title);
    await supplier.waitForLoadState("networkidle");
    await assertAccessible(supplier);
  }
  await supplier.getByRole("row", { name: /Westmere Hospitals/ }).waitFor();
  for (const [part, title] of [
    ["Products", "Products of our record"],
    ["Made where", "Which product is made where?"],
    ["Other answers", "Answers that are no sites"],
    ["Sites", "Sites of our record"],
  ] as const) {
    await supplier
      .getByRole("navigation", { name: "Parts of our record" })
      .getByRole("link", { name: part, exact: true })
      .click();
    await heading(supplier, title);
    await supplier.waitForLoadState("networkidle");
    await assertAccessible(supplier);
  }
});

test("a site is changed in place, taken out and put back; what is right is confirmed in one act", async () => {
  await supplier.getByRole("button", { name: /^Change Rowan/ }).click();
  const dialog = supplier.getByRole("dialog", { name: "Change the site" });
  await dialog.getByText("Workers, OS ID").click();
  await dialog.getByLabel("Number of workers").fill("about 900");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("link", { name: /as a whole number/ }).waitFor();
  await assertAccessible(supplier);
  await dialog.getByLabel("Number of workers").fill("1,200");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });

  await supplier.getByRole("button", { name: /^Remove Larch/ }).click();
  await supplier.getByText(/Larch.* was taken out of the record/).waitFor();
  await supplier.getByText("3 of 3 sites").waitFor();
  await assertAccessible(supplier);
  await supplier.getByRole("button", { name: "Put it back" }).click();
  await supplier.getByText("4 of 4 sites").waitFor();
  await supplier.getByRole("button", { name: "Those shown are still right" }).click();
  await supplier
    .getByRole("button", { name: "Those shown are still right" })
    .waitFor({ state: "detached" });
});

test("the workbook comes back filled in and shows what changed, cell by cell, before it is taken", async () => {
  await supplier.goto(`${journey.origin}/record`);
  await supplier.getByText("As a workbook").click();
  const [download] = await Promise.all([
    supplier.waitForEvent("download"),
    supplier.getByRole("button", { name: "Download the workbook (XLSX)" }).click(),
  ]);
  const file = readFileSync(await download.path());
  await supplier.getByRole("button", { name: "See what changed" }).click();
  await supplier.getByText("Choose the workbook.").waitFor();
  await assertAccessible(supplier);
  await supplier.getByLabel("The workbook, filled in").setInputFiles({
    name: "our-record.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: fillWorkbook(file, "No. 12 Example Road", "No. 99 Example Road"),
  });
  await supplier.getByRole("button", { name: "See what changed" }).click();
  await supplier.getByText("0 added, 1 changed, 0 removed").waitFor({ timeout: 60_000 });
  const row = supplier.getByRole("row", { name: /Rowan Display Assembly/ }).first();
  await row.getByText("No. 12 Example Road", { exact: false }).waitFor();
  await row.getByText("No. 99 Example Road", { exact: false }).waitFor();
  await assertAccessible(supplier);
  const before = await callApi<{ items: { address: string | null }[] }>(
    supplier,
    "GET",
    "/record/sites?search=rowan",
  );
  expect(before.items[0]?.address).toContain("No. 12");
  await supplier.getByRole("button", { name: /^Take the list/ }).click();
  await supplier
    .getByRole("dialog")
    .getByRole("button", { name: /^Take \d+ row/ })
    .click();
  await supplier.getByRole("link", { name: "Open our record" }).click({ timeout: 60_000 });
  await heading(supplier, "Our record");
  await supplier
    .getByRole("link", { name: /^\d+ changes?$/ })
    .first()
    .click();
  await heading(supplier, /^What changed since release 2 to Westmere/);
  await supplier.getByText("No. 99 Example Road", { exact: false }).waitFor();
  await assertAccessible(supplier);
});

test("two versions are compared row by row", async () => {
  await supplier.goto(`${journey.origin}/releases`);
  await supplier.getByRole("link", { name: "Westmere Hospitals" }).first().click();
  await heading(supplier, /^Release 2 of Cedar IT/);
  await supplier.getByText("This is the latest release", { exact: false }).waitFor();
  await assertAccessible(supplier);
  await supplier.getByLabel("Compare with").selectOption({ index: 1 });
  await supplier.getByRole("button", { name: "Compare", exact: true }).click();
  await heading(supplier, "Two releases of Cedar IT");
  await supplier.getByText(/\d+ added, 0 changed, 0 removed/).waitFor();
  await assertAccessible(supplier);
});

test("a release is given by code, and its code opens it and nothing else", async () => {
  await supplier.goto(`${journey.origin}/releases/new`);
  await supplier.getByText("Say who it is for, and you see here what they will see.").waitFor();
  await assertAccessible(supplier);
  await supplier.getByLabel("Who is it for?").fill("Northbridge University");
  await heading(supplier, "What Northbridge University will see", 2);
  await supplier.getByRole("checkbox", { name: /I have looked it over/ }).check();
  await supplier.getByRole("button", { name: "Release to Northbridge University" }).click();
  await supplier.getByRole("heading", { name: "Receipt of release 1" }).waitFor();
  code = await supplier.locator(".share-code").innerText();
  await assertAccessible(supplier);

  await buyer.getByRole("link", { name: "Releases", exact: true }).click();
  await buyer.getByRole("heading", { name: "Open a release by its code" }).waitFor();
  await buyer.getByLabel("Share code").fill("ABCD");
  await buyer.getByRole("button", { name: "Open it" }).click();
  await buyer.getByText("Enter the eight letters and digits of the code.").waitFor();
  await assertAccessible(buyer);
  await buyer.getByLabel("Share code").fill("2222-3333");
  await buyer.getByRole("button", { name: "Open it" }).click();
  await buyer.getByRole("heading", { name: "This share code opens nothing." }).waitFor();
  await buyer.getByLabel("Share code").fill(code.toLowerCase());
  await buyer.getByRole("button", { name: "Open it" }).click();
  await heading(buyer, /^Release 1 of Cedar IT/);
  await buyer.getByText("This is the latest release", { exact: false }).waitFor();
  await assertAccessible(buyer);
  await buyer.setViewportSize({ width: 320, height: 640 });
  await assertNoSidewaysScroll(buyer);
  await buyer.setViewportSize({ width: 1280, height: 800 });
  const held = await callApi<{ items: unknown[] }>(buyer, "GET", "/releases/received");
  expect(held.items).toHaveLength(1);
});

test("what it says is taken into a contract", async () => {
  await buyer.getByRole("button", { name: "Take into a contract …" }).click();
  const dialog = buyer.getByRole("dialog", { name: "Take this release into a contract" });
  await dialog.getByRole("button", { name: "Take it" }).click();
  await dialog.getByRole("link", { name: "Choose the contract." }).waitFor();
  const option = dialog.getByLabel("Contract").locator("option", { hasText: "Laptops" });
  await dialog.getByLabel("Contract").selectOption((await option.getAttribute("value")) ?? "");
  await dialog.getByText("Which product of the contract is which?").waitFor();
  await assertAccessible(buyer);
  await dialog.getByRole("button", { name: "Take it" }).click();
  await dialog.getByText(/^Taken: \d+ links? to products/).waitFor();
  await assertAccessible(buyer);
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await buyer.getByText("Taken into").waitFor();
});

test("its owner sees who opened it, withdraws it, and from then on nobody reads it", async () => {
  await supplier.reload();
  await supplier.getByText(/Northbridge University.*: first .* last/).waitFor();
  await supplier.getByRole("button", { name: "Withdraw …" }).click();
  const dialog = supplier.getByRole("dialog", { name: "Withdraw this release?" });
  await dialog.getByRole("button", { name: "Withdraw the release" }).click();
  await dialog.getByRole("link", { name: /Write why it is withdrawn/ }).waitFor();
  await assertAccessible(supplier);
  await dialog.getByLabel("Reason").fill("A site was named by mistake.");
  await dialog.getByRole("button", { name: "Withdraw the release" }).click();
  await dialog.waitFor({ state: "detached" });
  await supplier
    .getByText(/It was withdrawn on .*A site was named by mistake/)
    .first()
    .waitFor();
  expect(await supplier.locator(".share-code").count()).toBe(0);
  await assertAccessible(supplier);

  await buyer.reload();
  await buyer.getByRole("heading", { name: "It can no longer be read." }).waitFor();
  await buyer
    .getByText(/A site was named by mistake/)
    .first()
    .waitFor();
  expect(await buyer.locator("main").innerText()).not.toContain("Rowan");
  await assertAccessible(buyer);
  const city = await journey.visit({ as: "city" });
  await city.goto(`${journey.origin}/releases/received`);
  await city.getByLabel("Share code").fill(code);
  await city.getByRole("button", { name: "Open it" }).click();
  await city.getByRole("heading", { name: "This share code opens nothing." }).waitFor();
  await city.context().close();
});

test("two suppliers stand side by side on the products both speak about", async () => {
  // The city answers as a supplier would, about one product Cedar IT speaks about, too.
  const city = await journey.visit({ as: "city" });
  const { ids } = await callApi<{ ids: string[] }>(city, "POST", "/record/sites", {
    sites: [
      {
        name: "Birch Assembly (invented) Ltd.",
        address: "1 Example Lane, Brno",
        country: "CZ",
        latitude: null,
        longitude: null,
        osId: null,
        workers: null,
        maskedAs: null,
      },
    ],
  });
  const theirs = await callApi<{ items: { brand: string; family: string }[] }>(
    supplier,
    "GET",
    "/record/products?search=view%2024",
  );
  const { brand, family } = theirs.items[0] ?? { brand: "", family: "" };
  const product = await callApi<{ id: string }>(city, "PUT", "/record/products", {
    brand,
    family,
    partNumbers: [],
  });
  await callApi(city, "PUT", "/record/links", {
    set: [
      {
        productId: product.id,
        siteId: ids[0],
        tier: "final_assembly",
        component: null,
        kind: "confirmed",
        from: null,
        to: null,
      },
    ],
  });
  const release = async (page: Page): Promise<string> =>
    (
      await callApi<{ code: string }>(page, "POST", "/releases", {
        deliveryId: null,
        recipientName: "Northbridge University",
        asOf: new Date().toISOString().slice(0, 10),
      })
    ).code;
  for (const one of [await release(supplier), await release(city)]) {
    await buyer.goto(`${journey.origin}/releases/received`);
    await buyer.getByLabel("Share code").fill(one);
    await buyer.getByRole("button", { name: "Open it" }).click();
    await buyer.getByRole("heading", { name: "What it says" }).waitFor();
  }
  await buyer.getByLabel("Compare with").selectOption({
    label: await buyer
      .getByLabel("Compare with")
      .locator("option", { hasText: "Cedar IT" })
      .first()
      .innerText(),
  });
  await buyer.getByRole("button", { name: "Compare", exact: true }).click();
  await heading(buyer, "City of Larkhaven beside Cedar IT");
  const row = buyer.getByRole("row", { name: /view 24/i });
  await row.getByText("Birch Assembly", { exact: false }).waitFor();
  await row.getByText("Rowan Display Assembly", { exact: false }).waitFor();
  await buyer.getByText("They differ on 1 of 1 product both speak about.").waitFor();
  await assertAccessible(buyer);
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
