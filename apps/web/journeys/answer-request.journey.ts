/** A supplier without an account answers by link and code, releases, and the buyer sees it; then keeps it as its record. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { callApi } from "./call-api.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const maker = "Alder Works (invented) Co., Ltd.";
const hidden = "Quiet Cells (invented) Ltd.";
const upstream = "Cathode Mill (invented) Inc.";

let journey: Journey;
let buyer: Page;
let supplier: Page;
let link = "";
let code = "";
let passedLink = "";
let passedCode = "";
let contractId = "";
let releaseId = "";

beforeAll(async () => {
  journey = await startJourney();
  buyer = await journey.visit({ as: "owner" });
  supplier = await journey.visit();
  const contracts = await callApi<{ items: { id: string; title: string }[] }>(
    buyer,
    "GET",
    "/contracts?search=laptops",
  );
  contractId = contracts.items[0]?.id ?? "";
  const { requestId } = await callApi<{ requestId: string }>(buyer, "POST", "/requests", {
    addressee: "Birch Supplies (invented)",
    contracts: [{ contractId }],
    subject: "Where are the laptops made?",
    body: "Please name the sites.",
    dueOn: "2099-12-18",
  });
  const sent = await callApi<{ link: string; code: string }>(
    buyer,
    "POST",
    `/requests/${requestId}/send`,
    { requestId, toName: "Birch Supplies (invented)", toAddress: null },
  );
  ({ link, code } = sent);
});
afterAll(async () => {
  await journey?.stop();
});

test("the link opens with its code, and asks for no account", async () => {
  await supplier.goto(`${journey.origin}/answer`);
  await supplier.getByRole("heading", { name: "This address carries no request." }).waitFor();
  await assertAccessible(supplier);
  await supplier.goto("about:blank");
  await supplier.goto(link);
  const field = supplier.getByLabel("Code", { exact: true });
  await field.fill("AB");
  await supplier.getByRole("button", { name: "Open the request" }).click();
  await supplier
    .getByRole("link", { name: "Enter the eight letters and digits of the code." })
    .waitFor();
  await assertAccessible(supplier);
  await field.fill("2222-2222");
  await supplier.getByRole("button", { name: "Open the request" }).click();
  await supplier.getByRole("heading", { name: "This link and code open no request." }).waitFor();
  await assertAccessible(supplier);
  await field.fill(code.toLowerCase().replace("-", " "));
  await supplier.getByRole("button", { name: "Open the request" }).click();
  await supplier.getByRole("heading", { level: 1, name: "Where are the laptops made?" }).waitFor();
  await supplier.getByRole("heading", { name: "What counts as an answer" }).waitFor();
  await supplier.getByText("asks Birch Supplies (invented)", { exact: false }).waitFor();
  // What is not for guests is not there.
  expect(await supplier.getByRole("navigation", { name: "Main navigation" }).count()).toBe(0);
  await assertAccessible(supplier);
});

test("step by step: products, sites, which is made where by keyboard, what cannot be said", async () => {
  await supplier.getByRole("link", { name: "Begin", exact: true }).click();
  await supplier.getByRole("heading", { name: "Which of your products is it?" }).waitFor();
  await supplier.getByText(/\d of \d products not said yet/).waitFor();
  await assertAccessible(supplier);
  await supplier.getByRole("button", { name: /^Add \d+ products under the names/ }).click();
  await supplier.getByText(/^Said for all/).waitFor();
  await assertAccessible(supplier);

  await supplier.getByRole("link", { name: "Next: Sites" }).click();
  await supplier.getByRole("heading", { name: "No site is named yet." }).waitFor();
  await assertAccessible(supplier);
  await supplier.getByRole("button", { name: "Type in sites" }).click();
  const dialog = supplier.getByRole("dialog", { name: "Add sites" });
  await dialog.getByRole("button", { name: "Add 1 site" }).click();
  await dialog.getByRole("link", { name: "Enter the name of the site." }).waitFor();
  await assertAccessible(supplier);
  await dialog.getByLabel("Name of the site").fill(maker);
  await dialog.getByLabel("Country").selectOption("CN");
  await dialog.getByRole("textbox", { name: "Address" }).fill("8 Example Road, Hefei, Anhui");
  await dialog.getByRole("button", { name: "Another site" }).click();
  const second = dialog.getByRole("group", { name: "Site 2" });
  await second.getByLabel("Name of the site").fill(hidden);
  await second.getByLabel("Country").selectOption("VN");
  await second.getByRole("textbox", { name: "Address" }).fill("5 Secret Street, Hanoi");
  await second.getByText("Workers, OS ID").click();
  await second.getByRole("checkbox", { name: /Keep the identity/ }).check();
  await second.getByLabel(/Who keeps the identity/).fill("the maker of the battery");
  await dialog.getByRole("button", { name: "Add 2 sites" }).click();
  await dialog.waitFor({ state: "detached" });
  await supplier.getByRole("row", { name: new RegExp(maker.slice(0, 11)) }).waitFor();
  await assertAccessible(supplier);

  await supplier.getByRole("link", { name: "Next: Made where" }).click();
  const grid = supplier.getByRole("grid");
  await grid.waitFor();
  await assertAccessible(supplier);
  // One stop for Tab; from the first cell up and left are the headings, on which Space ticks all.
  expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
  await grid.locator('[tabindex="0"]').focus();
  await supplier.keyboard.press("ArrowRight");
  await supplier.keyboard.press("Space");
  await supplier.getByText("1 tick, all saved").waitFor();
  await supplier.keyboard.press("Home");
  await supplier.keyboard.press("ArrowLeft");
  await supplier.keyboard.press("Space");
  await supplier.getByText(/^[5-7] ticks, all saved/).waitFor();
  await supplier.getByLabel("Tier", { exact: true }).selectOption("component");
  await supplier.getByRole("combobox", { name: /^Component/ }).fill("battery pack");
  await grid
    .getByRole("checkbox", { name: `is made at ${hidden}` })
    .first()
    .check();
  await supplier.getByText(/all saved/).waitFor();
  await assertAccessible(supplier);

  await supplier.getByRole("link", { name: "Next: No site to name" }).click();
  await supplier.getByText(/neither a site nor another answer yet/).waitFor();
  await supplier.getByRole("button", { name: "Record an answer that is no site" }).click();
  const answer = supplier.getByRole("dialog", { name: "An answer that is no site" });
  await answer.getByRole("button", { name: "Record the answer" }).click();
  await answer.getByRole("link", { name: "Choose the answer." }).waitFor();
  await assertAccessible(supplier);
  const open = await supplier.locator(".banner li").first().innerText();
  const option = answer.getByLabel("About what?").locator("option", { hasText: "IdeaPad" });
  expect(open).toContain("IdeaPad");
  await answer.getByLabel("About what?").selectOption((await option.getAttribute("value")) ?? "");
  await answer.getByRole("radio", { name: "We asked and were refused" }).check();
  await answer.getByLabel("Why?").fill("The maker does not name its sites.");
  await answer.getByLabel(/Who said so/).fill("Lenovo");
  await answer.getByRole("button", { name: "Record the answer" }).click();
  await answer.waitFor({ state: "detached" });
  await supplier.getByText("The maker does not name its sites.").waitFor();
  await supplier.getByText("said by Lenovo", { exact: false }).waitFor();
  await assertAccessible(supplier);
});

test("a request is passed on to whoever knows", async () => {
  await supplier.getByRole("link", { name: "Pass it on …" }).click();
  await supplier.getByRole("button", { name: "Draft the letter" }).click();
  await supplier.getByRole("link", { name: "Say to whom it goes." }).waitFor();
  await supplier.getByLabel("To whom?").fill("Battery maker (invented)");
  await supplier.getByRole("button", { name: "Draft the letter" }).click();
  const letter = supplier.getByLabel("Text", { exact: true });
  await letter.waitFor();
  expect(await letter.inputValue()).not.toContain("Northbridge");
  await assertAccessible(supplier);
  await supplier.getByRole("button", { name: "Make link and code" }).click();
  await supplier.getByRole("heading", { name: "Passed on to Battery maker (invented)." }).waitFor();
  await supplier.locator("code.secret").first().waitFor();
  [passedLink = "", passedCode = ""] = await supplier.locator("code.secret").allTextContents();
  expect(passedLink).toMatch(/\/answer#.{20,}/);
  await assertAccessible(supplier);
});

test("whoever knows answers, and what came back is taken over masked", async () => {
  const knows = await journey.visit();
  await knows.goto(passedLink);
  await knows.getByLabel("Code", { exact: true }).fill(passedCode);
  await knows.getByRole("button", { name: "Open the request" }).click();
  await knows.getByText("asks Battery maker (invented)", { exact: false }).waitFor();
  expect(await knows.locator("main").innerText()).not.toContain("Northbridge");
  const base = knows.url();
  await knows.goto(`${base}/products`);
  await knows.getByRole("button", { name: /^Add \d+ products under the names/ }).click();
  await knows.getByText(/^Said for all/).waitFor();
  await knows.goto(`${base}/sites`);
  await knows.getByRole("button", { name: "Type in sites" }).click();
  const dialog = knows.getByRole("dialog", { name: "Add sites" });
  await dialog.getByLabel("Name of the site").fill(upstream);
  await dialog.getByLabel("Country").selectOption("KR");
  await dialog.getByRole("button", { name: "Add 1 site" }).click();
  await dialog.waitFor({ state: "detached" });
  await knows.goto(`${base}/made-where`);
  await knows.getByLabel("Tier", { exact: true }).selectOption("material");
  await knows.getByRole("grid").getByRole("checkbox").first().check();
  await knows.getByText("1 tick, all saved").waitFor();
  await knows.goto(`${base}/release`);
  await knows.getByRole("heading", { name: "What Birch Supplies (invented) will see" }).waitFor();
  await knows.getByRole("checkbox", { name: /I have looked it over/ }).check();
  await knows.getByRole("button", { name: "Release to Birch Supplies (invented)" }).click();
  await knows.getByRole("heading", { name: "Receipt of release 1" }).waitFor();
  await knows.context().close();

  await supplier.getByRole("link", { name: "Back to the answer" }).click();
  const back = supplier.getByRole("button", { name: "Take over what came back" });
  await back.waitFor();
  await back.click();
  const taking = supplier.getByRole("dialog", { name: /^Take over what somebody released/ });
  await taking.getByLabel("Release").waitFor();
  await taking.getByRole("radio", { name: /^Masked/ }).check();
  await taking.getByRole("button", { name: "Take it over" }).click();
  await taking.getByRole("link", { name: /Say who keeps the identity/ }).waitFor();
  await assertAccessible(supplier);
  await taking.getByLabel(/Who keeps the identity/).fill("the maker of the cells");
  await taking.getByRole("button", { name: "Take it over" }).click();
  await taking.waitFor({ state: "detached" });
  await supplier.getByRole("link", { name: /2\. Sites/ }).click();
  const row = supplier.getByRole("row", { name: new RegExp(upstream.slice(0, 12)) });
  await row.getByText("taken over from Battery maker (invented)").waitFor();
  await row.getByText("identity kept by the maker of the cells").waitFor();
  await assertAccessible(supplier);
});

test("what the requester will see is looked over, then released; the receipt carries the code", async () => {
  await supplier.getByRole("link", { name: /Look over and release/ }).click();
  await supplier.getByRole("heading", { name: "What Northbridge University will see" }).waitFor();
  const main = supplier.locator("main");
  await main
    .getByText(/^Masked site \d \(identity kept by the maker of the battery\)/)
    .first()
    .waitFor();
  await main.getByText(/Two sites go without name and address/).waitFor();
  expect(await main.locator("section", { hasText: "will see" }).last().innerText()).not.toContain(
    hidden,
  );
  await assertAccessible(supplier);
  await supplier.getByRole("button", { name: "Release to Northbridge University" }).click();
  await supplier.getByRole("link", { name: "Tick that you have looked it over." }).waitFor();
  await assertAccessible(supplier);
  await supplier.getByRole("checkbox", { name: /I have looked it over/ }).check();
  await supplier.getByRole("button", { name: "Release to Northbridge University" }).click();
  await supplier.getByRole("heading", { name: "Receipt of release 1" }).waitFor();
  releaseId = supplier.url().split("/").at(-1) ?? "";
  expect(await supplier.locator(".share-code").innerText()).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await supplier.getByText("This is the latest release", { exact: false }).waitFor();
  await assertAccessible(supplier);
  await supplier.emulateMedia({ media: "print" });
  expect(await supplier.locator(".share-code").isVisible()).toBe(true);
  expect(await supplier.getByRole("button", { name: "Print the receipt" }).isVisible()).toBe(false);
  await supplier.emulateMedia({ media: "screen" });
});

test("every step fits a phone", async () => {
  await supplier.setViewportSize({ width: 320, height: 640 });
  const base = supplier.url().replace(/\/released\/.*/, "");
  for (const [path, seen] of [
    ["", "What counts as an answer"],
    ["/products", "Which of your products is it?"],
    ["/sites", "Where are things made?"],
    ["/made-where", "Which product is made where?"],
    ["/other-answers", "Does somebody else know?"],
    ["/release", "What Northbridge University will see"],
    [`/released/${releaseId}`, "Receipt of release 1"],
  ] as const) {
    await supplier.goto(base + path);
    await supplier.getByRole("heading", { name: seen }).waitFor();
    await assertNoSidewaysScroll(supplier);
  }
  await supplier.setViewportSize({ width: 1280, height: 800 });
});

test("the buyer's Traced station shows it, with the source", async () => {
  const traced = buyer.getByText(maker).first();
  for (let tries = 0; tries < 20; tries += 1) {
    await buyer.goto(`${journey.origin}/contracts/${contractId}?station=traced`);
    await buyer.getByRole("heading", { level: 1, name: /Laptops and peripherals/ }).waitFor();
    if (
      await traced.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      )
    )
      break;
  }
  await traced.waitFor();
  expect(await buyer.locator("main").innerText()).not.toContain(hidden);
  await buyer.goto(`${journey.origin}/releases/received`);
  await buyer.getByRole("link", { name: /Birch Supplies/ }).click();
  await buyer.getByRole("heading", { level: 1, name: /Release 1 of Birch Supplies/ }).waitFor();
  await buyer
    .getByText("identity kept by the maker of the battery", { exact: false })
    .first()
    .waitFor();
  await buyer
    .getByRole("link", { name: /Laptops and peripherals/ })
    .first()
    .waitFor();
  expect(await buyer.locator("main").innerText()).not.toContain(hidden);
  await assertAccessible(buyer);
});

test("kept as an organisation's record, link and code open nothing any more", async () => {
  await supplier.getByRole("link", { name: /Keep it as your organisation/ }).click();
  await supplier.getByText(/Sign in first/).waitFor();
  await assertAccessible(supplier);
  await supplier.locator("main").getByRole("link", { name: "Sign in" }).click();
  await supplier.getByLabel("E-mail address").fill("buses@larkhaven.example");
  await supplier.getByLabel("Password").fill("one-line-every-break");
  await supplier.getByRole("button", { name: "Sign in" }).click();
  await supplier.getByText(/become its owner/).waitFor();
  await assertAccessible(supplier);
  await supplier.getByRole("button", { name: "Make it our record" }).click();
  await supplier.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await supplier.getByRole("link", { name: "Our record" }).first().click();
  await supplier.getByRole("heading", { level: 1, name: "Our record" }).waitFor();
  await supplier.getByRole("row", { name: /Northbridge University/ }).waitFor();
  await assertAccessible(supplier);

  const stranger = await journey.visit();
  await stranger.goto(link);
  await stranger.getByLabel("Code", { exact: true }).fill(code);
  await stranger.getByRole("button", { name: "Open the request" }).click();
  await stranger.getByRole("alert").waitFor();
  expect(new URL(stranger.url()).pathname).toBe("/answer");
  expect(await stranger.getByText("What counts as an answer").count()).toBe(0);
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
