import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertAccessible } from "./assert-accessible.ts";
import { assertNoSidewaysScroll } from "./assert-no-sideways-scroll.ts";
import { callApi } from "./call-api.ts";
import { startJourney, type Journey } from "./start-journey.ts";

const counterpart = "Hazel Systems (invented)";
const title = "Who makes the docking stations";
const word = "a quiet harbour";
const promise = "Name the site that makes the docking station";

interface MeetingOfHost {
  readonly version: number;
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly people: readonly { readonly id: string }[];
}

let journey: Journey;
let host: Page;
let guest: Page;
let seriesId = "";
let meetingId = "";
let link = "";
let code = "";
beforeAll(async () => {
  journey = await startJourney();
  host = await journey.visit({ as: "owner" });
  guest = await journey.visit();
  ({ id: seriesId } = await callApi<{ id: string }>(host, "POST", "/dialogue/series", {
    title,
    counterpartRole: "brand",
    counterpartName: counterpart,
    basis: "shared_priorities",
    issues: ["traceability"],
    timeZone: "Europe/Oslo",
    purpose: "Know which sites make what we buy.",
    hopedOutcome: "Every product is traced to its site by summer.",
  }));
});
afterAll(async () => {
  await journey.stop();
});

async function closed(page: Page): Promise<void> {
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Opens the seat's door and says code and word. */
async function knock(page: Page, said: { code: string; word: string }): Promise<void> {
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByLabel("Code", { exact: true }).fill(said.code);
  await page.getByLabel("Word", { exact: true }).fill(said.word);
  await page.getByRole("button", { name: "Open the seat" }).click();
}

/** Says one thing of the commitment that is on screen. */
async function say(page: Page, what: string): Promise<void> {
  const group = page.getByRole("group", { name: "What you can say of it" });
  await group.getByRole("button", { name: what }).click();
}

function readMeeting(): Promise<MeetingOfHost> {
  return callApi<MeetingOfHost>(host, "GET", `/meetings/${meetingId}`);
}

test("the host offers a seat; link and code are in the mail", async () => {
  await host.goto(`${journey.origin}/dialogue/series/${seriesId}`);
  await host.getByRole("button", { name: `Offer ${counterpart} a seat` }).click();
  const offer = host.getByRole("dialog", { name: "Offer the counterpart a seat" });
  await offer.getByLabel("Mail address").fill("sourcing@hazel.example");
  await offer.getByRole("button", { name: "Write the mail and offer the seat" }).click();
  await host.getByRole("link", { name: "See the mail" }).click();
  await host.getByRole("heading", { level: 1, name: `${title}: a seat for you` }).waitFor();
  const letter = await host.locator(".letter").innerText();
  link = /\S+\/seat#\S{20,}/u.exec(letter)?.[0] ?? "";
  code = /type the code (\S+)/u.exec(letter)?.[1] ?? "";
  expect(link.startsWith(`${journey.origin}/seat#`)).toBe(true);
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/u);
  await assertAccessible(host);
});

test("link, code and a word of one's own open the seat", async () => {
  await guest.goto(`${journey.origin}/seat`);
  await guest.getByRole("heading", { name: "This address carries no seat." }).waitFor();
  await assertAccessible(guest);
  await guest.goto("about:blank");
  await guest.goto(link);
  await guest.getByRole("heading", { level: 1, name: "Your seat at the table" }).waitFor();
  await guest.getByRole("button", { name: "Open the seat" }).click();
  await guest
    .getByRole("link", { name: "Enter the eight letters and digits of the code." })
    .waitFor();
  await guest.getByRole("link", { name: "The word has at least 8 characters." }).waitFor();
  await assertAccessible(guest);
  await knock(guest, { code, word });
  await guest.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(guest.url()).not.toContain("#");
  await guest.getByText("A dialogue with Northbridge University").waitFor();
  await guest.getByText("No meeting was announced yet.").waitFor();
  await guest.getByText("Nothing was promised yet.").waitFor();
  expect(await guest.getByRole("navigation", { name: "Main navigation" }).count()).toBe(0);
  await assertAccessible(guest);
});

test("both sides say what they want, and agree", async () => {
  await guest.getByRole("button", { name: "Say what we want" }).click();
  const dialog = guest.getByRole("dialog", { name: "What we want of this dialogue" });
  await dialog.getByRole("button", { name: "Put it on the table" }).click();
  await dialog.getByRole("link", { name: "Say why you come to the table." }).waitFor();
  await assertAccessible(guest);
  await dialog.getByLabel("Purpose").fill("Answer once for all buyers.");
  await dialog.getByLabel("Hoped-for outcome").fill("One list that all buyers accept.");
  await dialog.getByRole("button", { name: "Put it on the table" }).click();
  await closed(guest);
  await guest.getByText("One list that all buyers accept.").waitFor();
  await guest.getByRole("button", { name: "Agree to it" }).click();
  await assertAccessible(guest);
  await guest.getByRole("button", { name: "Agree", exact: true }).click();
  await closed(guest);
  await guest.getByText("Agreed", { exact: true }).waitFor();
  await host.goto(`${journey.origin}/dialogue/series/${seriesId}`);
  await host.getByText("Sits there by link, code and a word of its own.").waitFor();
  await host.getByRole("button", { name: "Agree to it" }).click();
  await host.getByRole("button", { name: "Agree", exact: true }).click();
  await closed(host);
  await expect.poll(() => host.getByText("Agreed", { exact: true }).count()).toBe(2);
});

test("the agenda is read and added to, and the right person comes", async () => {
  ({ id: meetingId } = await callApi<{ id: string }>(host, "POST", "/meetings", {
    seriesId,
    title: "First talk",
    startsAt: "2031-01-20T10:00",
    minutes: 60,
    timeZone: "Europe/Oslo",
    form: "online",
    place: "https://meet.example/first",
  }));
  await callApi(host, "POST", `/meetings/${meetingId}/agenda`, {
    items: [{ title: "Sites of the docking station", minutes: 20 }],
  });
  await callApi(host, "PUT", `/meetings/${meetingId}/people`, {
    people: [
      {
        side: "counterpart",
        roleTitle: "Head of responsible sourcing",
        topics: ["site disclosure"],
        mandate: "can_decide",
      },
    ],
  });
  const { version } = await readMeeting();
  await callApi(host, "POST", `/meetings/${meetingId}/agenda/send`, { version });

  await guest.goto(`${journey.origin}/seat/series/${seriesId}`);
  await guest.getByRole("link", { name: "Meeting 1: First talk" }).click();
  await guest.getByRole("heading", { level: 1, name: "Meeting 1: First talk" }).waitFor();
  await guest.getByText("Sites of the docking station").first().waitFor();
  await assertAccessible(guest);
  await guest.getByRole("button", { name: "Add something of your own" }).click();
  const dialog = guest.getByRole("dialog", { name: "Add to the agenda" });
  await dialog.getByLabel("What it is about").fill("One form for all buyers");
  await dialog.getByLabel("Minutes").fill("15");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await closed(guest);
  await guest.getByText("One form for all buyers").first().waitFor();
  await guest
    .getByRole("button", { name: "Confirm who comes: Head of responsible sourcing" })
    .click();
  await assertAccessible(guest);
  await guest.getByRole("button", { name: "Save", exact: true }).click();
  await closed(guest);
  await guest.getByText("right person, confirmed").waitFor();
  await host.goto(`${journey.origin}/meetings/${meetingId}?phase=prepare`);
  await host.locator(".agenda").getByText("One form for all buyers").waitFor();
  for (const name of ["Agenda (PDF)", "Agenda (DOCX)", "Calendar entry"]) {
    const download = guest.waitForEvent("download");
    await guest.getByRole("button", { name }).click();
    expect((await download).suggestedFilename()).toMatch(/\.(pdf|docx|ics)$/u);
  }
});

test("the minutes are confirmed in writing", async () => {
  const { version, items, people } = await readMeeting();
  await callApi(host, "POST", "/commitments", {
    seriesId,
    meetingId,
    debtor: "counterpart",
    debtorName: counterpart,
    debtorRole: "Head of responsible sourcing",
    what: promise,
    dueOn: "2031-02-15",
    share: false,
  });
  const held = await callApi<{ version: number }>(host, "POST", `/meetings/${meetingId}/held`, {
    version,
    heldOn: new Date().toISOString().slice(0, 10),
    came: people.map(({ id }) => id),
  });
  await callApi(host, "POST", `/meetings/${meetingId}/minutes`, {
    version: held.version,
    content: {
      summary: "We spoke of docking stations.",
      items: items.slice(0, 1).map((item) => ({
        agendaItemId: item.id,
        title: item.title,
        text: "The site is named in February.",
      })),
    },
  });
  await guest.reload();
  await guest.getByText("The site is named in February.").waitFor();
  await guest.getByRole("button", { name: "Say so" }).click();
  await guest.getByRole("link", { name: "Choose whether the minutes are right." }).waitFor();
  await assertAccessible(guest);
  await guest.getByRole("radio", { name: "Yes, this is what was said" }).check();
  await guest.getByRole("button", { name: "Say so" }).click();
  await guest.getByText("by link, code and word").waitFor();
  for (const question of ["useful", "prepared", "openTalk"])
    await guest.locator(`#feedback-${question}`).getByRole("radio", { name: "5" }).check();
  await guest.getByRole("button", { name: "Tell the other side" }).click();
  await guest.getByText("5 of 5").first().waitFor();
  await assertAccessible(guest);
});

test("a promise is confirmed, moved with a reason, and fulfilled", async () => {
  await guest.getByRole("link", { name: promise }).click();
  await guest.getByRole("heading", { level: 1, name: promise }).waitFor();
  await assertAccessible(guest);
  await say(guest, "Confirm");
  await guest.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
  await closed(guest);
  await guest.getByText(`${counterpart} confirmed it`).waitFor();

  await say(guest, "Ask for a new date");
  const dialog = guest.getByRole("dialog", { name: "Ask for a new date" });
  await dialog.getByRole("button", { name: "Ask for it" }).click();
  await dialog.getByRole("link", { name: "Give the reason." }).waitFor();
  await assertAccessible(guest);
  await dialog.getByLabel("By", { exact: true }).fill("2031-04-15");
  await dialog.getByLabel("Reason").fill("The maker moves its line in March.");
  await dialog.getByRole("button", { name: "Ask for it" }).click();
  await closed(guest);
  await guest.getByText("Asked for 15 Apr 2031, not confirmed").waitFor();
  await assertAccessible(guest);

  await host.goto(`${journey.origin}/commitments?series=${seriesId}`);
  await host.getByRole("link", { name: promise }).click();
  await host.getByText("Because: The maker moves its line in March.").waitFor();
  await assertAccessible(host);
  await say(host, "Confirm");
  await host.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
  await closed(host);
  await host.getByText("Moved to 15 Apr 2031").waitFor();

  await guest.reload();
  await say(guest, "It is done");
  const done = guest.getByRole("dialog", { name: "It is done" });
  await done.getByLabel("What shows it").fill("Site list of January");
  await done.getByLabel("Where it is found").fill("sites-2031-01.xlsx");
  await done.getByRole("button", { name: "Say that it is done" }).click();
  await closed(guest);
  await guest.getByText("Shown by: Site list of January (sites-2031-01.xlsx)").waitFor();
  await assertAccessible(guest);

  await host.reload();
  await say(host, "Accept that it is done");
  await host.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
  await closed(host);
  await host.getByText(/accepted that it is done/u).waitFor();
  await host.getByText("kept", { exact: true }).first().waitFor();
  await assertAccessible(host);
});

test("from another browser the seat opens with the word, and not without", async () => {
  const other = await journey.visit();
  await knock(other, { code, word: "a loud harbour" });
  await other.getByRole("heading", { name: "This link, code and word open no seat." }).waitFor();
  await assertAccessible(other);
  await knock(other, { code, word });
  await other.getByRole("heading", { level: 1, name: title }).waitFor();
});

test("the host's own people do not sit on the other side", async () => {
  await host.goto("about:blank");
  await host.goto(link);
  await host.getByLabel("Code", { exact: true }).fill(code);
  await host.getByRole("button", { name: "Sit there as Northbridge University" }).click();
  await host.getByText("This is a seat at your own organisation's table.").waitFor();
  await assertAccessible(host);
  await host.getByLabel("Word", { exact: true }).fill("a guessed word");
  await host.getByRole("button", { name: "Open the seat" }).click();
  await host.getByRole("heading", { name: "This link, code and word open no seat." }).waitFor();
});

test("on a phone one scrolls one way only", async () => {
  await guest.setViewportSize({ width: 320, height: 700 });
  for (const place of [`/seat/series/${seriesId}`, `/seat/meetings/${meetingId}`]) {
    await guest.goto(`${journey.origin}${place}`);
    await guest.getByRole("heading", { level: 1 }).waitFor();
    await guest.waitForLoadState("networkidle");
    await assertNoSidewaysScroll(guest);
    await assertAccessible(guest);
  }
  expect(journey.foreignRequests()).toEqual([]);
  expect(journey.complaints()).toEqual([]);
});
