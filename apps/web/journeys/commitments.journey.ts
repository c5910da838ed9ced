import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { callApi } from "./call-api.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const supplier = "Cedar IT";

let journey: Journey;
let page: Page;
let seriesId = "";
beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
  const { items: contracts } = await callApi<{ items: { id: string; title: string }[] }>(
    page,
    "GET",
    "/contracts",
  );
  const laptops = contracts.find(({ title }) => /laptop/iu.test(title));
  const { items: suppliers } = await callApi<{ items: { id: string; name: string }[] }>(
    page,
    "GET",
    "/suppliers",
  );
  const cedar = suppliers.find(({ name }) => name.startsWith(supplier));
  ({ id: seriesId } = await callApi<{ id: string }>(page, "POST", "/dialogue/series", {
    title: "Who does not say, and what comes of it",
    counterpartRole: "reseller",
    supplierId: cedar?.id,
    basis: "contract",
    contractIds: [laptops?.id],
    issues: ["traceability"],
    timeZone: "Europe/Oslo",
    purpose: "Know who further up the chain does not say.",
    hopedOutcome: "Each of them was asked.",
  }));
  for (const [what, dueOn, debtor] of [
    ["Order eight weeks ahead", "2031-03-01", "buyers"],
    ["Ask the maker of the cells", "2031-02-01", "counterpart"],
    ["Bring the list of sites", null, "counterpart"],
  ] as const)
    await callApi(page, "POST", "/commitments", {
      seriesId,
      debtor,
      debtorName: debtor === "buyers" ? "Northbridge University" : supplier,
      what,
      dueOn,
    });
  for (const who of ["Maker of the cells (invented)", "Maker of the board (invented)"])
    await callApi(page, "POST", "/obstacles", {
      seriesId,
      who,
      tier: "component",
      kind: "will_not_say",
      text: `${who} does not name its sites.`,
      reportedOn: "2026-11-01",
    });
});
afterAll(async () => {
  await journey.stop();
});

async function closed(): Promise<void> {
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Texts of the column that names the rows, top to bottom. */
function named(): Promise<string[]> {
  return page
    .getByRole("table")
    .getByRole("link", { name: /ahead|cells|sites/u })
    .allInnerTexts();
}

test("the ledger is found under Dialogue, of everybody and of one", async () => {
  await page.getByRole("link", { name: "Commitments", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Commitments" }).waitFor();
  await page.getByRole("link", { name: "Order eight weeks ahead" }).waitFor();
  await assertAccessible(page);
  await page.goto(`${journey.origin}/commitments?search=nothing+of+this+name`);
  await page.getByText("No commitment matches.").waitFor();
  await assertAccessible(page);
  await page.getByRole("link", { name: "Show all commitments" }).click();
  await page.getByRole("link", { name: "Order eight weeks ahead" }).waitFor();
});

test("filters and sorting stand in the address, and the file holds what is shown", async () => {
  await page.goto(`${journey.origin}/commitments?series=${seriesId}`);
  await page.getByText("3 of 3 commitments").waitFor();
  expect(await named()).toEqual([
    "Ask the maker of the cells",
    "Order eight weeks ahead",
    "Bring the list of sites",
  ]);
  await page.getByLabel("Sort").selectOption({ label: "Due latest first" });
  await expect.poll(async () => (await named())[0]).toBe("Order eight weeks ahead");
  await page.getByLabel("Whose promise").selectOption({ label: "The counterpart's" });
  await page.getByText("2 of 2 commitments").waitFor();
  expect(new URL(page.url()).search).toContain("debtor=counterpart");
  await page.reload();
  await page.getByText("2 of 2 commitments").waitFor();
  const shown = await named();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const lines = readFileSync(await (await download).path(), "utf8")
    .trim()
    .split(/\r?\n/u);
  expect(lines).toHaveLength(3);
  expect(shown.map((what, at) => lines[at + 1]?.includes(what))).toEqual([true, true]);
  await page.getByLabel("How it stands").selectOption({ label: "kept" });
  await page.getByText("No commitment matches.").waitFor();
  await page.goBack();
  await page.getByText("2 of 2 commitments").waitFor();
});

test("one commitment says why we cannot confirm our own words", async () => {
  await page.getByRole("link", { name: "Ask the maker of the cells" }).click();
  await page.getByRole("heading", { level: 1, name: "Ask the maker of the cells" }).waitFor();
  await page.getByText("so the other side confirms or refuses it", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Correct the wording" }).click();
  const dialog = page.getByRole("dialog", { name: "Correct the wording" });
  await dialog.getByRole("button", { name: "Put the correction forward" }).click();
  await dialog.getByRole("link", { name: "Give the reason." }).waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("What is promised").fill("Ask the maker of the cells in writing");
  await dialog.getByLabel("Reason").fill("By telephone nothing is on record.");
  await dialog.getByRole("button", { name: "Put the correction forward" }).click();
  await closed();
  await page.getByText("By telephone nothing is on record.").first().waitFor();
  await page.getByRole("heading", { name: "All that was said" }).waitFor();
  await assertAccessible(page);
});

test("an obstacle becomes a request, or an answer, or is overcome", async () => {
  await page.goto(`${journey.origin}/commitments/obstacles?series=${seriesId}`);
  await page.getByText("2 obstacles on this page").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Ask them: Maker of the cells (invented)" }).click();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Draft the request" }).click();
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/u);
  await page.getByRole("heading", { level: 1, name: /^Where the parts/u }).waitFor();
  await page.getByText("Maker of the cells (invented)").first().waitFor();
  await page.goBack();
  const row = page.getByRole("row", { name: /Maker of the cells/u });
  await row.getByRole("link").nth(1).waitFor();
  await page.getByRole("button", { name: "Record as answer: Maker of the board" }).click();
  await page.getByRole("button", { name: "Record it" }).click();
  await page.waitForURL(/\/contracts\/[0-9a-f-]{36}$/u);
  await page.getByRole("heading", { level: 1, name: /Laptops/u }).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Overcome: Maker of the board (invented)" }).click();
  const dialog = page.getByRole("dialog", { name: "Overcome" });
  await dialog.getByRole("button", { name: "Record it" }).click();
  await dialog.getByRole("link", { name: "Say how it was overcome." }).waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("How it was overcome").fill("It named the site itself.");
  await dialog.getByRole("button", { name: "Record it" }).click();
  await closed();
  await page.getByText("It named the site itself.").waitFor();
  await page.getByLabel("Stands").selectOption({ label: "open ones" });
  await page.getByText("1 obstacle on this page").waitFor();
  await assertAccessible(page);
});

test("a reader reads and says nothing", async () => {
  const reader = await journey.visit({ as: "reader" });
  await reader.goto(`${journey.origin}/commitments/obstacles?series=${seriesId}`);
  await reader.getByText("2 obstacles on this page").waitFor();
  expect(await reader.getByRole("button", { name: /^(Ask them|Overcome)/u }).count()).toBe(0);
  await reader.goto(`${journey.origin}/commitments?series=${seriesId}`);
  await reader.getByRole("link", { name: "Order eight weeks ahead" }).click();
  await reader.getByRole("heading", { name: "All that was said" }).waitFor();
  expect(await reader.getByRole("group", { name: "What you can say of it" }).count()).toBe(0);
});

test("on a phone one scrolls one way only", async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const place of ["/commitments", "/commitments/obstacles"]) {
    await page.goto(`${journey.origin}${place}`);
    await page.getByRole("table").waitFor();
    await assertNoSidewaysScroll(page);
    await assertAccessible(page);
  }
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
