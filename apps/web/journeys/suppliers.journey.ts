import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
let page: Page;
beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
});
afterAll(async () => {
  await journey.stop();
});

test("suppliers and brands stand in one list, each with the sum of its lines", async () => {
  await page.getByRole("link", { name: "Suppliers", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Suppliers" }).waitFor();
  const cedar = page.getByRole("row", { name: /Cedar IT/ });
  await cedar.getByRole("img", { name: /^The line: Weighed/ }).waitFor();
  await assertAccessible(page);
  await page.getByLabel("What it is to you").selectOption("brand");
  await page.getByRole("row", { name: /Aster/ }).waitFor();
  await cedar.waitFor({ state: "detached" });
  expect(new URL(page.url()).searchParams.get("role")).toBe("brand");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export these rows (CSV)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^suppliers-.*\.csv$/);
});

test("one supplier shows its line, its contracts, its requests, and how it answers", async () => {
  await page.goto(`${journey.origin}/suppliers`);
  await page.getByRole("link", { name: "Cedar IT" }).click();
  await page.getByRole("heading", { level: 1, name: "Cedar IT" }).waitFor();
  expect(
    await page.getByRole("list", { name: "The sum of its lines" }).locator("> li").count(),
  ).toBe(8);
  await page.getByRole("row", { name: /Laptops and peripherals/ }).waitFor();
  await page.getByRole("region", { name: "Requests" }).getByRole("link").first().waitFor();
  await page.getByRole("heading", { name: "How it answers" }).waitFor();
  await assertAccessible(page);
});

test("its mailbox is kept, and a request to it begins with its contracts and that mailbox", async () => {
  await page.getByRole("button", { name: "Change mailbox, language, country" }).click();
  const dialog = page.getByRole("dialog", { name: "How to reach Cedar IT" });
  await dialog.getByLabel(/^Mailbox for requests/).fill("not an address");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("link", { name: /^Enter a mail address/ }).waitFor();
  await assertAccessible(page);
  await dialog.getByLabel(/^Mailbox for requests/).fill("sustainability@cedar.example");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("sustainability@cedar.example").waitFor();

  await page.getByRole("link", { name: "Ask for sites" }).click();
  await page.getByRole("group", { name: "Contracts with Cedar IT" }).waitFor();
  await page.getByRole("checkbox", { name: /Laptops and peripherals/ }).check();
  await page.getByRole("button", { name: "Draft the letter" }).click();
  const mailbox = page.getByLabel("Mail address");
  await mailbox.waitFor();
  expect(await mailbox.inputValue()).toBe("sustainability@cedar.example");
  await page.getByRole("button", { name: "Keep as a draft" }).click();
  await page.getByText("The request is kept as a draft and not sent.").waitFor();
  await page.getByRole("link", { name: "Open the request" }).click();
  await page.getByRole("button", { name: "Send it" }).waitFor();
  await page.getByRole("button", { name: "Change the draft" }).click();
  const draft = page.getByRole("dialog", { name: "Change the draft" });
  await draft.getByLabel("Subject").fill("Where are our laptops made?");
  await assertAccessible(page);
  await draft.getByRole("button", { name: "Save the draft" }).click();
  await draft.waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 1, name: "Where are our laptops made?" }).waitFor();
});

test("on a phone one scrolls one way only", async () => {
  const phone = await journey.visit({
    as: "owner",
    context: { viewport: { width: 320, height: 700 } },
  });
  await phone.goto(`${journey.origin}/suppliers`);
  await phone.getByRole("link", { name: "Cedar IT" }).waitFor();
  await assertNoSidewaysScroll(phone);
  await phone.getByRole("link", { name: "Cedar IT" }).click();
  await phone.getByRole("heading", { name: "How it answers" }).waitFor();
  await assertNoSidewaysScroll(phone);
  await assertAccessible(phone);
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
