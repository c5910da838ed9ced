/** An API token is made, shown once, used by a program, and revoked; the API page says how. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
let page: Page;
let secret = "";

beforeAll(async () => {
  journey = await startJourney();
  page = await journey.visit({ as: "owner" });
});
afterAll(() => journey?.stop());

const call = (path: string): Promise<Response> =>
  fetch(`${journey.origin}/api${path}`, { headers: { authorization: `Bearer ${secret}` } });

test("what is missing is said before a token is made", async () => {
  await page.getByRole("link", { name: "Your account" }).click();
  await page.getByRole("link", { name: "API tokens" }).click();
  await page.getByText("You have no token.").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Make a token" }).click();
  await page.getByRole("link", { name: "Give the token a name." }).waitFor();
  await page.getByRole("link", { name: "Choose at least one thing it may do." }).waitFor();
  await assertAccessible(page);
});

test("a token is made, shown once, and opens what it was made for and no more", async () => {
  await page.getByLabel("Name").fill("Nightly export");
  await page.getByLabel("Read contracts").check();
  await page.getByLabel("Valid for").selectOption("30");
  await page.getByRole("button", { name: "Make a token" }).click();
  const shown = page.getByRole("status").filter({ hasText: "it is shown this once" });
  await shown.waitFor();
  secret = (await shown.locator("code").textContent()) ?? "";
  expect(secret).toMatch(/^tl_/);
  await assertAccessible(page);

  expect((await call("/contracts")).status).toBe(200);
  const refused = await call("/sites");
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: "token_scope_missing" });

  await page.reload();
  await page.getByRole("button", { name: "Revoke “Nightly export”" }).waitFor();
  expect(await page.getByText(secret).count()).toBe(0);
});

test("a revoked token opens nothing", async () => {
  await page.getByRole("button", { name: "Revoke “Nightly export”" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke “Nightly export”?" });
  await dialog.waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await page.getByText("You have no token.").waitFor();
  expect((await call("/contracts")).status).toBe(401);
});

test("the API page is made from the server's own description", async () => {
  await page.getByRole("link", { name: "API", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "The API" }).waitFor();
  const endpoint = page
    .locator("details.endpoint")
    .filter({ hasText: "Publish a site to everyone" });
  await endpoint.locator("summary").click();
  await endpoint.getByRole("rowheader", { name: "ground" }).waitFor();
  await assertAccessible(page);
  expect(await page.locator("details.endpoint").count()).toBeGreaterThan(50);
  expect(journey.foreignRequests()).toEqual([]);
});

test("each code of an error opens to what it means and what to do", async () => {
  await page.goto(`${journey.origin}/api-docs`);
  await page.getByRole("link", { name: "Errors and what to do" }).click();
  await page.getByRole("heading", { name: "Errors and what to do", level: 1 }).waitFor();
  await page.getByRole("row", { name: /token_scope_missing 403/ }).waitFor();
  await assertAccessible(page);
});
