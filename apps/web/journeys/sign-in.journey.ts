import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { people, signIn, startJourney, type Journey } from "./start-journey.ts";

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(async () => {
  await journey.stop();
});

test("the form names what is missing and takes the focus there", async () => {
  const page = await journey.visit();
  await page.goto(`${journey.origin}/contracts?sort=title`);
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await page.getByRole("button", { name: "Sign in" }).click();
  const summary = page.getByText("Before this can be saved:");
  await summary.waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
    "Before this can be saved:",
  );
  await assertAccessible(page);

  await page.getByRole("link", { name: "Enter your password." }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("sign-in-password");
});

test("a wrong password is refused without saying which part was wrong; the right one leads to where one wanted", async () => {
  const page = await journey.visit();
  await page.goto(`${journey.origin}/contracts?sort=title`);
  await page.getByLabel("E-mail address").fill(people.owner.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page
    .getByRole("alert")
    .getByText("The e-mail address, password or code is not right.")
    .waitFor();
  await assertAccessible(page);

  await page.getByLabel("Password").fill("one-line-every-break");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Contracts" }).waitFor();
  expect(new URL(page.url()).search).toBe("?sort=title");
});

test("the frame: skip link, navigation with counts, appearance, way out", async () => {
  const page = await journey.visit();
  await signIn(page, journey.origin, people.owner);
  await page
    .getByRole("navigation", { name: "Main navigation" })
    .getByRole("link", { name: /^Contracts\s*2$/ })
    .waitFor();
  await page.getByRole("heading", { name: /^Overdue/ }).waitFor();
  await assertAccessible(page);

  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    "Skip to the content",
  );
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");

  await page.getByLabel("Appearance").selectOption("dark");
  expect(await page.evaluate(() => document.documentElement.className)).toBe("dark");
  await page.reload();
  await page.getByRole("heading", { name: /^Overdue/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.className)).toBe("dark");

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await page.goto(`${journey.origin}/contracts`);
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
});

test("on a phone the menu opens and closes, and nothing scrolls sideways", async () => {
  const page = await journey.visit({
    as: "owner",
    context: { viewport: { width: 320, height: 700 } },
  });
  await page.goto(journey.origin);
  await page.getByRole("heading", { name: /^Overdue/ }).waitFor();
  await assertNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("link", { name: /^Contracts/ }).click();
  await page.getByRole("heading", { level: 1, name: "Contracts" }).waitFor();
  expect(await page.getByRole("navigation", { name: "Main navigation" }).isVisible()).toBe(false);
  await page.getByRole("link", { name: "Laptops and peripherals 2026–2029, Lot 1" }).waitFor();
  await assertNoSidewaysScroll(page);
  await assertAccessible(page);
});

test("an address that is not there says so", async () => {
  const page = await journey.visit({ as: "owner" });
  await page.goto(`${journey.origin}/no-such-place`);
  await page
    .getByRole("heading", { level: 1, name: "There is no page at this address." })
    .waitFor();
  await page.goto(`${journey.origin}/contracts/00000000-0000-4000-8000-000000000000`);
  await page.getByText("There is nothing here that you may see.").waitFor();
  await assertAccessible(page);
  expect(journey.complaints()).toEqual([]);
});
