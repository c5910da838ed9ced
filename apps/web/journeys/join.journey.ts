/** Invited by link, a colleague joins, sets up a second factor, signs in with it, and is removed again. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { makeTotp } from "./make-totp.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const colleague = {
  name: "Noor Haddad (invented)",
  email: "noor@northbridge.example",
  password: "a sentence nobody guesses",
};

let journey: Journey;
let owner: Page;
let link = "";
let key = "";
let backup = "";

beforeAll(async () => {
  journey = await startJourney();
  owner = await journey.visit({ as: "owner" });
});
afterAll(() => journey?.stop());

const status = (page: Page, text: RegExp | string) => page.getByText(text).first().waitFor();

test("an invitation link is made and shown once", async () => {
  await owner.getByRole("link", { name: "Organisation" }).click();
  await owner.getByRole("link", { name: "Members", exact: true }).click();
  await owner.getByRole("heading", { name: "Invite someone" }).waitFor();
  await owner.getByLabel("E-mail address (optional)").fill("not an address");
  await owner.getByRole("button", { name: "Make an invitation link" }).click();
  await owner.getByRole("link", { name: /Write the address like/ }).waitFor();
  await assertAccessible(owner);

  await owner.getByLabel("E-mail address (optional)").fill(colleague.email);
  await owner.getByLabel("Role", { exact: true }).selectOption("manager");
  await owner.getByRole("button", { name: "Make an invitation link" }).click();
  const shown = owner.getByRole("status").filter({ hasText: "it is shown this once" });
  await shown.waitFor();
  link = (await shown.locator("code").textContent()) ?? "";
  expect(link).toContain(`${journey.origin}/join#`);
  await owner.getByRole("cell", { name: "open" }).waitFor();
  await assertAccessible(owner);

  await owner.reload();
  await owner.getByRole("heading", { name: "Invite someone" }).waitFor();
  expect(await owner.getByText(link).count()).toBe(0);
});

test("whoever opens the link joins with a new account", async () => {
  const page = await journey.visit();
  await page.goto(`${journey.origin}/join`);
  await status(page, "This address carries no invitation.");
  await assertAccessible(page);
  await page.goto("about:blank");
  await page.goto(`${journey.origin}/join#${"x".repeat(43)}`);
  await status(page, "This invitation cannot be used any more.");
  await assertAccessible(page);

  await page.goto("about:blank");
  await page.goto(link);
  await status(page, "Northbridge University invites you as Manager.");
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("link", { name: "Enter your name." }).waitFor();
  await assertAccessible(page);

  await page.getByLabel("Your name").fill(colleague.name);
  await page.getByLabel("Password").fill(colleague.password);
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();

  await page.goto("about:blank");
  await page.goto(link);
  await status(page, "This invitation cannot be used any more.");
  await page.context().close();
});

test("a second factor is set up, and asked for at the next sign-in", async () => {
  const page = await journey.visit();
  await page.goto(`${journey.origin}/account`);
  await page.getByLabel("E-mail address").fill(colleague.email);
  await page.getByLabel("Password").fill(colleague.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Your account" }).waitFor();
  await status(page, /No second factor is on/);
  await assertAccessible(page);

  await page.getByLabel("Your password").fill(colleague.password);
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await page.getByRole("heading", { name: /Add Throughline to your authenticator app/ }).waitFor();
  key = (await page.locator("code.secret").textContent()) ?? "";
  backup = (await page.locator(".code-list code").first().textContent()) ?? "";
  expect(key.replaceAll(" ", "").length).toBeGreaterThanOrEqual(16);
  await assertAccessible(page);
  await page.getByLabel("Six-digit code from the app").fill(makeTotp(key));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await status(page, "The second factor is on. The next sign-in asks for a code.");
  await assertAccessible(page);

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("E-mail address").fill(colleague.email);
  await page.getByLabel("Password").fill(colleague.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const code = page.getByLabel("Six-digit code from your authenticator app");
  await code.waitFor();
  await assertAccessible(page);
  await code.fill("000000");
  await page.getByRole("button", { name: "Confirm the code" }).click();
  await status(page, "The e-mail address, password or code is not right.");
  await code.fill(makeTotp(key));
  await page.getByRole("button", { name: "Confirm the code" }).click();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await page.context().close();
});

test("without the phone, a backup code opens the door", async () => {
  const page = await journey.visit();
  await page.goto(`${journey.origin}/sign-in`);
  await page.getByLabel("E-mail address").fill(colleague.email);
  await page.getByLabel("Password").fill(colleague.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Six-digit code from your authenticator app").fill(backup);
  await page.getByRole("button", { name: "Confirm the code" }).click();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.context().close();
});

test("the colleague gets another role, is removed, and stays in the audit without a name", async () => {
  await owner.reload();
  await owner.getByLabel(`Role of ${colleague.name}`).selectOption("contributor");
  await status(owner, `${colleague.name} is now Contributor.`);
  await assertAccessible(owner);

  await owner.getByRole("button", { name: `Remove ${colleague.name}` }).click();
  const dialog = owner.getByRole("dialog", { name: `Remove ${colleague.name}?` });
  await dialog.getByText(/the key that sealed them in the audit is destroyed/).waitFor();
  await assertAccessible(owner);
  await dialog.getByRole("button", { name: "Remove and erase" }).click();
  await status(owner, `${colleague.name} has been removed.`);
  expect(await owner.getByLabel(`Role of ${colleague.name}`).count()).toBe(0);

  await owner.goto(`${journey.origin}/audit?kind=member`);
  await owner.getByRole("listitem").filter({ hasText: "Member removed" }).waitFor();
  await owner.getByText("What changed").first().click();
  await owner.getByText(/“Erased” stands where/).waitFor();
  expect(await owner.locator("main").textContent()).not.toContain(colleague.name);
  expect(await owner.locator("main").textContent()).not.toContain(colleague.email);
  await assertAccessible(owner);
});

test("the only owner cannot go, and nothing was asked of anybody else", async () => {
  await owner.goto(`${journey.origin}/organisation/members`);
  await owner.getByLabel(/^Role of Mara/).selectOption("reader");
  const dialog = owner.getByRole("dialog", { name: "Change your own role?" });
  await dialog.getByRole("button", { name: "Change my role" }).click();
  await dialog.getByText("An organisation needs at least one owner.").waitFor();
  await assertAccessible(owner);
  expect(journey.foreignRequests()).toEqual([]);
});
