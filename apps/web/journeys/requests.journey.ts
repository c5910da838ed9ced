import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

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

test("the list says why nothing is happening, and its address reproduces what is shown", async () => {
  await page.getByRole("link", { name: "Requests", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Requests" }).waitFor();
  await page.getByLabel("Where it stands", { exact: true }).selectOption("all");
  const aster = page.getByRole("row", { name: /^Aster/ });
  await aster.getByText("Aster answered on", { exact: false }).waitFor();
  expect(new URL(page.url()).searchParams.get("show")).toBe("all");
  await assertAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export these rows (CSV)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^requests-.*\.csv$/);
  await page.getByLabel("Addressee, subject or contract").fill("nobody of this name");
  await page.keyboard.press("Enter");
  await page.getByText("No request matches.").waitFor();
  await assertAccessible(page);
});

test("Today says what waits for whom, and leads there", async () => {
  await page.goto(`${journey.origin}/`);
  const waiting = page.getByRole("region", { name: /^What waits for whom/ });
  await waiting.getByText("Overdue since", { exact: false }).first().waitFor();
  await assertAccessible(page);
  await waiting.getByRole("link", { name: "Cedar IT has not answered in time" }).first().click();
  await page.getByRole("heading", { level: 1, name: /^Request for disclosure/ }).waitFor();
  await page.getByRole("heading", { name: "What happened, and what comes" }).waitFor();
  await assertAccessible(page);
});

test("a template is written in one's own words, and what stands in braces is filled in", async () => {
  await page.goto(`${journey.origin}/requests/templates`);
  await page.getByText("There is no template yet.").waitFor();
  await page.getByRole("button", { name: "Write a template" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Write a template" });
  await dialog.getByRole("button", { name: "Keep the template" }).click();
  await dialog.getByRole("link", { name: "Enter the name." }).waitFor();
  await assertAccessible(page);
  await dialog.getByLabel("Name").fill("Plain words");
  await dialog.getByLabel("Subject").fill("Where are they made? {{contracts}}");
  await dialog
    .getByLabel("Text", { exact: true })
    .fill("Dear {{supplier}}, please answer by {{due}}. ");
  await dialog.getByRole("button", { name: "your organisation" }).click();
  await dialog.getByRole("button", { name: "Keep the template" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "Plain words" }).waitFor();
  await assertAccessible(page);
});

test("one request is made about two contracts and handed over by link and code", async () => {
  await page.getByRole("link", { name: "Ask with it" }).click();
  await page.getByRole("heading", { level: 1, name: "Ask a supplier" }).waitFor();
  await page.getByRole("button", { name: "Draft the letter" }).click();
  await page.getByRole("link", { name: "Choose at least one contract." }).waitFor();
  await assertAccessible(page);
  await page.getByRole("checkbox", { name: /Laptops and peripherals/ }).check();
  await page.getByRole("checkbox", { name: /End-user computing framework/ }).check();
  await page.getByText("2 contracts chosen").waitFor();
  await page.getByRole("button", { name: "Draft the letter" }).click();
  await page.getByRole("heading", { name: "3. Read it over and send it" }).waitFor();
  const text = await page.getByLabel("Text", { exact: true }).inputValue();
  expect(text).toContain("Dear Cedar IT, please answer by");
  expect(text).toContain("Northbridge University");
  await page.getByRole("radio", { name: "I hand over link and code myself" }).check();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Make link and code" }).click();
  await page.getByRole("heading", { name: "Link and code are made." }).waitFor();
  const [link, code] = await page.locator("code.secret").allTextContents();
  expect(link).toMatch(/\/answer#.{20,}/);
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  await assertAccessible(page);
  await page.getByRole("link", { name: "Open the request" }).click();
  await page.getByRole("heading", { level: 1, name: /Where are they made/ }).waitFor();
  address = page.url();
  await page.getByText("Link made for Cedar IT, to be handed over").waitFor();
  await assertAccessible(page);

  const opened = await page.request.post(`${journey.origin}/api/answering/open`, {
    data: { secret: (link ?? "").split("#")[1], code },
    headers: { origin: journey.origin },
  });
  expect(opened.status()).toBe(200);
  await page.reload();
  await page.getByText("Opened for the first time").waitFor();
});

test("more time is given with a reason, and the request is withdrawn with one", async () => {
  await page.goto(address);
  await page.getByRole("button", { name: "Give more time" }).click();
  const extend = page.getByRole("dialog", { name: "Give more time" });
  await extend.getByRole("button", { name: "Give more time" }).click();
  await extend.getByRole("link", { name: "Write why there is more time." }).waitFor();
  await assertAccessible(page);
  await extend.getByLabel("New day to answer by").fill("2031-01-15");
  await extend.getByLabel("Reason").fill("their works are closed until the new year");
  await extend.getByRole("button", { name: "Give more time" }).click();
  await extend.waitFor({ state: "detached" });
  await page.getByText("their works are closed", { exact: false }).waitFor();
  await page.getByText("answer asked by 15 Jan 2031", { exact: false }).first().waitFor();

  await page.getByRole("button", { name: "Link and code" }).click();
  const secrets = page.getByRole("dialog", { name: "Link and code" });
  await secrets.getByText("That you looked at them is recorded", { exact: false }).waitFor();
  await assertAccessible(page);
  await secrets.getByRole("button", { name: "Close" }).last().click();

  await page.getByRole("button", { name: "Withdraw" }).click();
  const withdraw = page.getByRole("dialog", { name: "Withdraw the request?" });
  await withdraw.getByLabel("Reason").fill("asked twice by mistake");
  await withdraw.getByRole("button", { name: "Withdraw the request" }).click();
  await withdraw.waitFor({ state: "detached" });
  await page.getByText("Withdrawn: asked twice by mistake").waitFor();
  expect(await page.getByRole("button", { name: "Give more time" }).count()).toBe(0);
  await assertAccessible(page);
});

test("without a mail server the mail waits, can be read with link and code, and can have come back", async () => {
  await page.goto(`${journey.origin}/contracts`);
  await page.getByRole("link", { name: /Laptops and peripherals/ }).click();
  await page.getByRole("region", { name: "Requests and answers" }).waitFor();
  await page
    .getByRole("region", { name: "Requests and answers" })
    .getByRole("button", { name: "Draft a request" })
    .click();
  const letter = page.getByRole("dialog", { name: "Request for disclosure" });
  await letter.getByRole("button", { name: "Send from here" }).click();
  const send = page.getByRole("dialog", { name: "Send the request" });
  await send.getByRole("radio", { name: "By mail from here, with link and code" }).check();
  await send.getByRole("button", { name: "Send now" }).click();
  await send.getByRole("link", { name: /^Enter a mail address/ }).waitFor();
  await assertAccessible(page);
  await send.getByLabel("Mail address").fill("desk@cedar.example");
  await send.getByRole("button", { name: "Send now" }).click();
  await send.getByText("No mail server is set up here", { exact: false }).waitFor();
  await assertAccessible(page);
  await send.getByRole("link", { name: "Read the mail in the outbox" }).click();
  await page.waitForURL(/\/requests\/outbox\//);
  await page.getByText("Cedar IT, desk@cedar.example").waitFor();
  expect(await page.locator(".letter").textContent()).toMatch(/\/answer#.{20,}/);
  await assertAccessible(page);

  await page.getByRole("button", { name: "It came back" }).click();
  const bounce = page.getByRole("dialog", { name: "Record that it came back" });
  await bounce.getByLabel("What the answer said").fill("mailbox unknown");
  await bounce.getByRole("button", { name: "Record it" }).click();
  await bounce.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Open the request" }).click();
  await page.getByText("The mail came back: mailbox unknown").waitFor();
  await assertAccessible(page);

  await page.goto(`${journey.origin}/requests/outbox`);
  await page.getByText("No mail server is set up here.").waitFor();
  await page.getByRole("table").getByText("came back", { exact: true }).waitFor();
  await assertAccessible(page);
});

test("a reader sees where requests stand and can send none", async () => {
  const reader = await journey.visit({ as: "reader" });
  await reader.goto(`${journey.origin}/requests?show=all`);
  await reader.getByRole("row", { name: /^Aster/ }).waitFor();
  expect(await reader.getByRole("link", { name: "Ask a supplier" }).count()).toBe(0);
  await reader.goto(`${journey.origin}/requests/new`);
  await reader.getByText("Your role reads requests and does not send them.").waitFor();
});

test("on a phone one scrolls one way only", async () => {
  const phone = await journey.visit({
    as: "owner",
    context: { viewport: { width: 320, height: 700 } },
  });
  for (const path of [
    "/requests?show=all",
    "/requests/new",
    "/requests/templates",
    "/requests/outbox",
    new URL(address).pathname,
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
