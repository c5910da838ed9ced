import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const title = "Leverage in running contracts (invented)";
const question = "What could be asked of brands together?";
const idea = "One letter from all of us.";

let journey: Journey;
let host: Page;
let forum: string;
const links: string[] = [];
const participants: Page[] = [];
/** Cookies and addresses of calls to the board. */
const sent: { readonly path: string; readonly cookie: string | undefined }[] = [];

beforeAll(async () => {
  journey = await startJourney();
  host = await journey.visit({ as: "city" });
});
afterAll(async () => {
  await journey.stop();
});

function watch(page: Page): void {
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith("/api/board")) return;
    void request
      .allHeaders()
      .then((headers) => sent.push({ path: pathname, cookie: headers["cookie"] }));
  });
}

async function join(page: Page, link: string, listed: boolean): Promise<void> {
  watch(page);
  await page.goto(link);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  if (listed) await page.getByRole("checkbox", { name: /among the institutions/ }).check();
  await page.getByRole("button", { name: "Take my ticket" }).click();
  await page.getByText("Nobody sees who says what.", { exact: false }).waitFor();
}

test("a host prepares a session, puts questions and invites people by a pasted list", async () => {
  await host.getByRole("link", { name: "Forums", exact: true }).click();
  await host.getByRole("heading", { name: "No session has been prepared yet." }).waitFor();
  await assertAccessible(host);
  await host.getByRole("button", { name: "Prepare a session" }).click();
  const dialog = host.getByRole("dialog", { name: "Prepare a session" });
  await dialog.getByRole("button", { name: "Prepare it" }).click();
  await dialog.getByRole("link", { name: "Say what the session is about." }).waitFor();
  await assertAccessible(host);
  await dialog.getByLabel("Title").fill(title);
  await dialog.getByLabel("What it is about").fill("What buyers and resellers can do together.");
  await dialog.getByLabel("Day").fill("2026-12-01");
  await dialog.getByRole("button", { name: "Prepare it" }).click();
  await host.getByRole("heading", { level: 1, name: title }).waitFor();
  forum = host.url();
  await host.getByText("The board opens once 5 people have taken", { exact: false }).waitFor();

  await host.getByRole("button", { name: "Change the questions" }).click();
  const prompts = host.getByRole("dialog", { name: "Change the questions" });
  await prompts.getByRole("button", { name: "Save the questions" }).click();
  await prompts.getByRole("link", { name: "Write question 1, or take it out." }).waitFor();
  await prompts.getByLabel("Question 1", { exact: true }).fill(question);
  await prompts.getByLabel("For whom").selectOption({ label: "For public buyers" });
  await assertAccessible(host);
  await prompts.getByRole("button", { name: "Save the questions" }).click();
  await prompts.waitFor({ state: "detached" });
  await host.getByText(question).waitFor();

  await host.getByRole("button", { name: "Invite people" }).click();
  const invite = host.getByRole("dialog", { name: "Invite people" });
  const list = Array.from(
    { length: 5 },
    (_, at) => `Guest ${at + 1}; Institution ${5 - at} (invented)`,
  );
  await invite
    .getByLabel("People, one a line")
    .fill([...list, "Guest 6, guest6@example.org, Adda", ";;"].join("\n"));
  await invite
    .getByText("6 people, 1 by mail, 5 by hand; 1 line not read: 7.", { exact: false })
    .waitFor();
  await assertAccessible(host);
  await invite.getByRole("button", { name: "Invite them" }).click();
  await host.getByText("6 invited, 1 by mail.", { exact: false }).waitFor();
  await assertAccessible(host);
});

test("each takes one ticket with a link of its own, and says whether the institution is listed", async () => {
  for (let at = 1; at <= 5; at += 1) {
    await host.getByRole("button", { name: `Show the link of Guest ${at}`, exact: true }).click();
    await host.getByRole("heading", { name: `Link of Guest ${at}` }).waitFor();
    links.push((await host.locator(".notice-good code.secret").textContent()) ?? "");
  }
  expect(new Set(links).size).toBe(5);
  for (const [at, link] of links.entries()) {
    const page = await journey.visit();
    participants.push(page);
    if (at === 0) {
      await page.goto(link);
      await page.getByRole("heading", { name: "How it stays unknown who you are" }).waitFor();
      await assertAccessible(page);
    }
    await join(page, link, at < 2);
  }
  const [first] = participants;
  await first?.getByRole("heading", { name: "The host has not opened the board yet." }).waitFor();
  await assertAccessible(host);
  // The same link again, in another browser: the ticket is taken.
  const other = await journey.visit();
  await other.goto(links[0] ?? "");
  await other.getByRole("heading", { name: "A ticket was already taken with this link" }).waitFor();
  await assertAccessible(other);
  await other.close();
  await host.getByText("Institution 4 (invented), Institution 5 (invented).").waitFor();
});

test("once it is open everybody sees what is said and voted, as it comes", async () => {
  await host.getByRole("button", { name: "Open the board" }).click();
  const dialog = host.getByRole("dialog", { name: "Open the board" });
  await dialog.getByRole("button", { name: "Open the board" }).click();
  await host.getByText("The board has been open since", { exact: false }).waitFor();
  const [one, two, three] = participants;
  if (one === undefined || two === undefined || three === undefined) throw new Error("Nobody.");
  await one.getByRole("button", { name: `Say something: ${question}` }).click();
  await one.getByRole("button", { name: "Put it on the board" }).click();
  await one.getByText("Write something first.").waitFor();
  await assertAccessible(one);
  await one.getByLabel(`Say something: ${question}`).fill(idea);
  await one.getByRole("button", { name: "Put it on the board" }).click();
  await two.getByText(idea).waitFor();
  await two.getByRole("button", { name: `Vote for: ${idea}` }).click();
  await two.getByRole("button", { name: `Vote for: ${idea}`, pressed: true }).waitFor();
  await three.getByRole("button", { name: `Vote for: ${idea}` }).click();
  await one.locator(".board-count", { hasText: /^2 votes$/ }).waitFor();
  // Changed one's mind.
  await three.getByRole("button", { name: `Vote for: ${idea}`, pressed: true }).click();
  await one.locator(".board-count", { hasText: /^1 vote$/ }).waitFor();
  await three.getByRole("button", { name: `Comment on: ${idea}` }).click();
  await three.getByLabel("Your comment").fill("And one list of models.");
  await three.getByRole("button", { name: "Put the comment on the board" }).click();
  await one.getByText("And one list of models.").waitFor();
  await assertAccessible(one);
  // Votes stay one's own after loading anew.
  await two.reload();
  await two.getByRole("button", { name: `Vote for: ${idea}`, pressed: true }).waitFor();
  // Those who hear the page are told what is new now and then, and never of votes.
  await one.getByText("New on the board:", { exact: false }).waitFor({ state: "attached" });
});

test("a member of the host takes part without being known, and nothing of a sign-in goes along", async () => {
  await host.getByRole("button", { name: "Take part yourself" }).click();
  const link = await host
    .getByRole("link", { name: "Open it in a new window" })
    .getAttribute("href");
  const own = await host.context().newPage();
  await join(own, link ?? "", false);
  await own.getByRole("button", { name: "Say something", exact: true }).click();
  await own.getByLabel("Say something", { exact: true }).fill("We could host the next one.");
  await own.getByRole("radio", { name: "A question" }).check();
  await own.getByRole("button", { name: "Put it on the board" }).click();
  await own.getByRole("listitem").filter({ hasText: "We could host the next one." }).waitFor();
  await own.close();
  await expect.poll(() => sent.length).toBeGreaterThan(20);
  expect(sent.filter(({ cookie }) => cookie !== undefined)).toEqual([]);
  // Nothing in the address says what was done, to what, or by whom.
  expect([...new Set(sent.map(({ path }) => path))].toSorted()).toEqual([
    "/api/board",
    "/api/board/act",
    "/api/board/join",
    "/api/board/live",
    "/api/board/look",
  ]);
});

test("the host shows the board, groups and hides with a reason", async () => {
  await host.getByRole("link", { name: "Show the board" }).click();
  await host.getByText(idea).waitFor();
  await assertAccessible(host);
  await host.getByRole("button", { name: `Group, merge, hide: ${idea}` }).click();
  const dialog = host.getByRole("dialog", { name: "Group, merge, hide" });
  await dialog.getByLabel("Group under a theme").fill("Together");
  await assertAccessible(host);
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await participants[0]?.getByText("Together", { exact: true }).waitFor();
  await host.getByRole("button", { name: "Group, merge, hide: And one list of models." }).click();
  await dialog.getByLabel("Hide, because").fill("It names a colleague.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await participants[0]?.getByText("Hidden by the host: It names a colleague.").waitFor();
  expect(await participants[0]?.getByText("And one list of models.").count()).toBe(0);
});

test("it works at 320 pixels, and without a live connection", async () => {
  const [, , , four] = participants;
  if (four === undefined) throw new Error("Nobody.");
  await four.setViewportSize({ width: 320, height: 700 });
  await four.route("**/api/board/live", (route) => route.abort());
  await four.reload();
  await four.getByText("Not live; looked at every few seconds", { exact: false }).waitFor();
  await assertNoSidewaysScroll(four);
  await assertAccessible(four);
  const [one] = participants;
  await one?.getByLabel(`Say something: ${question}`).fill("Said while somebody was not live.");
  await one?.getByRole("button", { name: "Put it on the board" }).click();
  await four.getByText("Said while somebody was not live.").waitFor();
  await host.setViewportSize({ width: 320, height: 700 });
  await assertNoSidewaysScroll(host);
  await host.goto(forum);
  await host.getByText("The board has been open since", { exact: false }).waitFor();
  await assertNoSidewaysScroll(host);
  await host.setViewportSize({ width: 1280, height: 800 });
});

test("closed for good, the summary is written, published, and opens by the links people have", async () => {
  await host.getByRole("button", { name: "Close the board" }).click();
  const close = host.getByRole("dialog", { name: "Close the board for good?" });
  await assertAccessible(host);
  await close.getByRole("button", { name: "Close the board" }).click();
  await host.getByText("The keys are destroyed", { exact: false }).waitFor();
  for (const page of participants.slice(0, 3))
    await page.getByRole("heading", { name: "The board is closed" }).waitFor();
  await host.getByLabel("Summary", { exact: true }).fill("Considerable agreement.");
  await host.getByRole("button", { name: "Save the summary" }).click();
  await host.getByText("The summary is saved.").waitFor();
  await assertAccessible(host);
  const download = host.waitForEvent("download");
  await host.getByRole("button", { name: "Word" }).click();
  expect((await download).suggestedFilename()).toMatch(/^leverage-in-running-contracts.*\.docx$/);
  await host.getByRole("button", { name: "Publish to the participants" }).click();
  const publish = host.getByRole("dialog", { name: "Publish to the participants" });
  await publish.getByRole("button", { name: "Publish to the participants" }).click();
  await host.getByText("The summary was published", { exact: false }).waitFor();
  const reader = await journey.visit();
  await reader.goto(links[4] ?? "");
  await reader.getByText("Considerable agreement.").waitFor();
  await reader.getByText(idea).waitFor();
  await assertAccessible(reader);
  expect(await reader.getByText("And one list of models.").count()).toBe(0);
  expect(journey.complaints()).toEqual([]);
  expect(journey.foreignRequests()).toEqual([]);
});
