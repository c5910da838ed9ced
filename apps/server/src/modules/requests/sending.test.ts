import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openAsGuest, secretOf } from "../../test/as-guest.ts";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { workOf } from "../../test/plant-contract.ts";
import { refuses } from "../../test/refuses.ts";
import { runJobs } from "../../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { recordReleasedAnswers } from "./record-released-answers.ts";
import { remindWhenDue } from "./remind-request.ts";

let now: Date;
let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let owner: ApiClient;
let contractId: string;
let productIds: string[];
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
beforeEach(async () => {
  now = new Date("2026-11-20T09:00:00Z");
  await db.asOwner("delete from jobs.job");
  buyer = await plantOrganisation(db.database, "Northbridge University");
  owner = server.as(buyer.people.owner, buyer.organisationId);
  contractId = (
    await owner.contracts.create(
      contractInput({
        title: "Laptops",
        supplier: party("Cedar IT"),
        products: [product("Aster", "Book 3"), product("Aster", "Book 5"), product("Briar", "One")],
        conditions: [siteClause()],
      }),
    )
  ).id;
  productIds = (await owner.contracts.get({ id: contractId })).products.map((one) => one.id);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const atDay = (day: string): void => {
  now = new Date(`${day}T09:00:00Z`);
};
const write = async (more: Partial<Parameters<ApiClient["requests"]["write"]>[0]> = {}) =>
  (
    await owner.requests.write({
      addressee: "Cedar IT",
      contracts: [{ contractId }],
      subject: "Where are the laptops made?",
      body: "Please tell us.",
      dueOn: "2026-12-31",
      ...more,
    })
  ).requestId;
const send = async (requestId: string, toAddress: string | null = "csr@cedar.example") =>
  owner.requests.send({ requestId, toName: "Cedar IT", toAddress });
const mailsOf = (requestId: string) =>
  db.asOwner<{ kind: string; state: string; body: string; to_address: string }>(
    "select m.kind, m.state, m.body, m.to_address from mails m join request_deliveries d on d.id = m.delivery_id where d.request_id = $1 order by m.created_at, m.id",
    [requestId],
  );
const runUntil = (until: string) =>
  runJobs(db.database, { now: () => now, until: new Date(until) });

describe("sending by link and code", () => {
  it("is a draft until it is sent, and then is held to be handed over where no mail server is set up", async () => {
    const requestId = await write();
    expect(await owner.requests.get({ requestId })).toMatchObject({
      state: "draft",
      can: { edit: true, send: true, withdraw: true, remind: false },
    });
    const revised = await owner.requests.revise({ requestId, version: 1, subject: "Sites" });
    await refuses("conflict", owner.requests.revise({ requestId, version: 1, subject: "No" }));
    expect(revised.version).toBe(2);
    const sent = await send(requestId);
    await refuses("request_already_sent", send(requestId));
    await refuses("request_already_sent", owner.requests.revise({ requestId, version: 3 }));
    await runJobs(db.database, { now: () => now });
    const seen = await owner.requests.get({ requestId });
    expect(seen).toMatchObject({ state: "held", sentOn: "2026-11-20", subject: "Sites" });
    const mail = await owner.mails.get({ mailId: sent.mailId ?? "" });
    expect(mail.body).toContain(sent.link);
    expect(mail.body).toContain(sent.code);
    const [kept] = await mailsOf(requestId);
    expect(kept?.body).not.toContain(secretOf(sent.link));
    expect(seen.reminders.map((one) => [one.on, one.sent])).toEqual([
      ["2026-12-01", false],
      ["2026-12-24", false],
      ["2026-12-30", false],
      ["2027-01-01", false],
    ]);
  });

  it("keeps link, code, address and words out of tables and audit", async () => {
    const requestId = await write({ body: "Dear Ada Lovelace" });
    const sent = await owner.requests.send({
      requestId,
      toName: "Ada Lovelace",
      toAddress: "ada@cedar.example",
    });
    await owner.requests.revealLink({ requestId });
    const everything = await db.asOwner<{ text: string }>(
      "select to_jsonb(d)::text as text from request_deliveries d union all select to_jsonb(m)::text from mails m union all select data::text from jobs.job",
    );
    for (const { text } of everything) {
      expect(text).not.toContain(secretOf(sent.link));
      expect(text).not.toContain(sent.code);
    }
    const audit = JSON.stringify(
      await db.asOwner(
        "select action, before, after from audit_entries where organisation_id = $1",
        [buyer.organisationId],
      ),
    );
    for (const secret of ["Ada", "ada@", sent.code, secretOf(sent.link), "Dear"])
      expect(audit).not.toContain(secret);
    expect(audit).toContain("reveal-link");
  });

  it("names all products of a contract where none is chosen, of the brand where one is", async () => {
    const familiesOf = async (requestId: string): Promise<string[]> => {
      const guest = await openAsGuest(server, await send(requestId, null));
      const asked = await guest.client.answering.get({ deliveryId: guest.deliveryId });
      return asked.products.map((one) => one.family);
    };
    expect(await familiesOf(await write())).toEqual(["Book 3", "Book 5", "One"]);
    expect(await familiesOf(await write({ brand: "briar " }))).toEqual(["One"]);
    const chosen = [productIds[1] ?? ""];
    expect(
      await familiesOf(await write({ contracts: [{ contractId, productIds: chosen }] })),
    ).toEqual(["Book 5"]);
  });

  it("is sent again to another address when it came back, under a new link", async () => {
    const requestId = await write();
    const first = await send(requestId);
    await runJobs(db.database, { now: () => now });
    await owner.mails.recordBounce({ mailId: first.mailId ?? "", reason: "mailbox unknown" });
    const bounced = await owner.requests.get({ requestId });
    expect(bounced).toMatchObject({ state: "bounced", can: { send: true } });
    expect(bounced.stateSentence.text).toContain("mailbox unknown");
    now = new Date("2026-11-20T09:01:00Z");
    const second = await send(requestId, "sites@cedar.example");
    expect(second.deliveryId).toBe(first.deliveryId);
    expect(second.code).not.toBe(first.code);
    expect((await owner.requests.get({ requestId })).state).toBe("sent");
    await expect(openAsGuest(server, first)).rejects.toThrow("request_link_not_valid");
    await openAsGuest(server, second);
  });

  it("makes a new link on request, and the old one opens nothing", async () => {
    const requestId = await write();
    await refuses("request_not_sent", owner.requests.revealLink({ requestId }));
    const sent = await send(requestId, null);
    expect(sent.mailId).toBeNull();
    const { link, code } = sent;
    expect(await owner.requests.revealLink({ requestId })).toEqual({ link, code });
    const renewed = await owner.requests.renewLink({ requestId });
    expect(renewed).not.toEqual({ link, code });
    await expect(openAsGuest(server, sent)).rejects.toThrow("request_link_not_valid");
    await openAsGuest(server, renewed);
  });

  it("refuses a day that has passed, contracts and suppliers that are not there", async () => {
    const late = await write({ dueOn: "2026-11-19" });
    await refuses("input_invalid", send(late));
    await refuses("not_found", write({ contracts: [{ contractId: crypto.randomUUID() }] }));
    await refuses("reference_unknown", write({ supplierId: crypto.randomUUID() }));
    await refuses(
      "reference_unknown",
      write({ contracts: [{ contractId, productIds: [crypto.randomUUID()] }] }),
    );
  });
});

describe("reminders as jobs", () => {
  it("go out on their days, once, and stop when the day is moved", async () => {
    const requestId = await write();
    const { deliveryId } = await send(requestId);
    await runJobs(db.database, { now: () => now });
    atDay("2026-12-01");
    await runUntil("2026-12-01T08:00:00Z");
    expect((await mailsOf(requestId)).map((mail) => mail.kind)).toEqual([
      "request",
      "reminder_due_in_30",
    ]);
    // The same job a second time does nothing.
    const actor = { ...buyer.actor(), personId: null, role: "system" as const };
    await db.database.withActor(actor, (tx) =>
      remindWhenDue(workOf(tx, actor, now), { deliveryId, kind: "due_in_30", dueOn: "2026-12-31" }),
    );
    expect(await mailsOf(requestId)).toHaveLength(2);
    const { version } = await owner.requests.get({ requestId });
    await owner.requests.extend({
      requestId,
      version,
      dueOn: "2027-02-28",
      reason: "they asked for it",
    });
    atDay("2026-12-24");
    await runUntil("2026-12-24T08:00:00Z");
    atDay("2027-01-29");
    await runUntil("2027-01-29T08:00:00Z");
    // The one for seven days before the old day did not go out; the new day has its own.
    expect((await mailsOf(requestId)).map((mail) => mail.kind).sort()).toEqual([
      "extension",
      "reminder_due_in_30",
      "reminder_due_in_30",
      "request",
    ]);
    atDay("2027-03-01");
    await runUntil("2027-03-01T08:00:00Z");
    const seen = await owner.requests.get({ requestId });
    expect(seen.extensions).toMatchObject([
      {
        before: "2026-12-31",
        after: "2027-02-28",
        reason: "they asked for it",
        by: "owner of Northbridge University",
      },
    ]);
    expect(seen.reminders.at(-1)).toEqual({ on: "2027-03-01", kind: "overdue", sent: true });
    expect((await mailsOf(requestId)).at(-1)?.body).toContain("That day has passed");
  });

  it("do not go out for what was withdrawn, answered, or never arrived", async () => {
    const withdrawn = await write();
    await send(withdrawn);
    const { version } = await owner.requests.get({ requestId: withdrawn });
    await owner.requests.withdraw({ requestId: withdrawn, version, reason: "no longer bought" });
    const answered = await write();
    await send(answered, "other@cedar.example");
    await owner.requests.recordAnswer({
      id: contractId,
      requestId: answered,
      answeredBy: "Cedar IT",
      brand: null,
      answer: "asked_and_refused",
      reason: null,
      answeredOn: "2026-11-20",
      document: null,
      productIds: [],
    });
    const bounced = await write();
    const { mailId } = await send(bounced, "third@cedar.example");
    await runJobs(db.database, { now: () => now });
    await owner.mails.recordBounce({ mailId: mailId ?? "", reason: "unknown" });
    atDay("2027-01-02");
    await runUntil("2027-01-02T08:00:00Z");
    for (const requestId of [withdrawn, answered, bounced])
      expect((await mailsOf(requestId)).filter((mail) => mail.kind.startsWith("reminder"))).toEqual(
        [],
      );
  });

  it("can be sent by hand, once a day", async () => {
    const requestId = await write();
    await refuses("request_not_sent", owner.requests.remind({ requestId }));
    await send(requestId);
    expect((await owner.requests.remind({ requestId })).mailId).not.toBeNull();
    await refuses("conflict", owner.requests.remind({ requestId }));
    const handed = await write();
    await send(handed, null);
    expect(await owner.requests.remind({ requestId: handed })).toEqual({ mailId: null });
  });
});

describe("withdrawing and extending", () => {
  it("stops the link, tells the addressee why, and says so", async () => {
    const requestId = await write();
    const sent = await send(requestId);
    const guest = await openAsGuest(server, sent);
    const { version } = await owner.requests.get({ requestId });
    await refuses("conflict", owner.requests.withdraw({ requestId, version: 9, reason: "x" }));
    await owner.requests.withdraw({ requestId, version, reason: "We buy no more of them." });
    await refuses("request_withdrawn", owner.requests.revealLink({ requestId }));
    await refuses("request_withdrawn", owner.requests.remind({ requestId }));
    await refuses("not_found", guest.client.answering.get({ deliveryId: guest.deliveryId }));
    await expect(openAsGuest(server, sent)).rejects.toThrow("request_link_not_valid");
    const last = (await mailsOf(requestId)).find((mail) => mail.kind === "withdrawal");
    expect(last?.body).toContain("We buy no more of them.");
    expect(last?.body).not.toContain("{{link}}");
    expect((await owner.requests.get({ requestId })).stateSentence.text).toBe(
      "Sent on 20 November 2026, withdrawn on 20 November 2026: We buy no more of them.",
    );
    const { counts } = await owner.today.get();
    expect(counts.contracts).toBe(1);
  });

  it("refuses an extension that gives no time, and one for what is answered or not sent", async () => {
    const requestId = await write();
    const extend = (dueOn: string) =>
      owner.requests.extend({ requestId, version: 2, dueOn, reason: "asked" });
    await refuses("request_not_sent", extend("2027-01-31"));
    await send(requestId);
    await refuses("input_invalid", extend("2026-12-31"));
    atDay("2027-06-01");
    await refuses("input_invalid", extend("2027-05-31"));
    expect((await extend("2027-07-01")).version).toBe(3);
  });
});

describe("the list", () => {
  it("filters by state, supplier, contract and words, and pages without loss", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      now = new Date(now.getTime() + 60_000);
      ids.push(await write({ subject: `Letter ${at}` }));
    }
    await send(ids[0] ?? "");
    await send(ids[1] ?? "", null);
    const all: string[] = [];
    let after: string | undefined;
    do {
      const page = await owner.requests.list({
        limit: 2,
        ...(after === undefined ? {} : { after }),
      });
      all.push(...page.items.map((one) => one.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(all).toEqual([...ids].reverse());
    expect((await owner.requests.list({ open: "true" })).items.map((one) => one.id).sort()).toEqual(
      ids.slice(0, 2).sort(),
    );
    const drafts = await owner.requests.list({ state: "draft", limit: 2 });
    expect(drafts.items).toHaveLength(2);
    expect(drafts.next).not.toBeNull();
    const more = await owner.requests.list({ state: "draft", after: drafts.next ?? "" });
    expect(more.items.map((one) => one.id)).toEqual([ids[2]]);
    expect((await owner.requests.list({ search: "letter 3" })).items).toHaveLength(1);
    expect((await owner.requests.list({ contractId })).items).toHaveLength(5);
    expect((await owner.requests.list({ sort: "due", limit: 3 })).items).toHaveLength(3);
    const supplierId = drafts.items[0]?.supplierId ?? "";
    expect((await owner.requests.list({ supplierId })).items).toHaveLength(5);
  });
});

describe("drafting for many contracts, in one's own words", () => {
  it("fills a template, takes the earliest day a clause gives, and refuses what it does not know", async () => {
    const other = await owner.contracts.create(
      contractInput({
        reference: "PH-2",
        title: "Phones",
        supplier: party("Cedar IT"),
        products: [product("Clover", "Call 1")],
        conditions: [siteClause({ clause: "9", dueDays: 10 })],
      }),
    );
    await refuses(
      "template_placeholder_unknown",
      owner.requests.saveTemplate({ name: "N", subject: "S", body: "{{deadline}}" }),
    );
    const { id } = await owner.requests.saveTemplate({
      name: "Yearly",
      subject: "Sites for {{supplier}}",
      body: "Dear {{supplier}}, for {{contracts}} ({{products}}) by {{due}}. {{clause}} {{sender}}",
    });
    const again = await owner.requests.saveTemplate({
      name: "Yearly",
      subject: "Sites for {{supplier}}",
      body: "Dear {{supplier}}, for {{contracts}}: {{products}}, by {{due}}; {{clause}}. {{sender}}",
    });
    expect(again).toEqual({ id, version: 2 });
    const contracts = [{ contractId }, { contractId: other.id }];
    const draft = await owner.requests.draftForMany({ contracts, templateId: id });
    expect(draft).toMatchObject({
      addressee: "Cedar IT",
      subject: "Sites for Cedar IT",
      dueOn: "2026-11-30",
    });
    expect(draft.dueBecause).toContain("Clause 9 gives 10 days");
    expect(draft.dueBecause).toContain("PH-2");
    expect(draft.body).toContain("Phones (PH-2)");
    expect(draft.body).toContain("Clover Call 1");
    expect(draft.body).toContain("clause 9 of PH-2");
    expect(draft.body).toContain("Northbridge University");
    expect(draft.productIds).toHaveLength(4);
    const own = await owner.requests.draftForMany({ contracts });
    expect(own.body).toContain("under 2 contracts");
    const one = await owner.requests.draftForMany({ contracts: [{ contractId }] });
    expect(one.body).toContain("Laptops");
    await owner.requests.removeTemplate({ id });
    await refuses("not_found", owner.requests.removeTemplate({ id }));
    await refuses("reference_unknown", owner.requests.draftForMany({ contracts, templateId: id }));
    expect((await owner.requests.listTemplates()).items).toEqual([]);
  });

  it("asks about both in one request, and shows it with each", async () => {
    const other = await owner.contracts.create(
      contractInput({ title: "Phones", products: [product("Clover", "Call 1")] }),
    );
    const requestId = await write({
      contracts: [{ contractId }, { contractId: other.id }, { contractId }],
    });
    const seen = await owner.requests.get({ requestId });
    expect(seen.contracts).toHaveLength(2);
    for (const id of [contractId, other.id])
      expect((await owner.contracts.get({ id })).requests).toHaveLength(1);
    const guest = await openAsGuest(server, await send(requestId));
    const asked = await guest.client.answering.get({ deliveryId: guest.deliveryId });
    expect(asked.products.map((one) => one.family)).toContain("Call 1");
  });
});

describe("answers that come as a release", () => {
  it("are recorded to every contract they speak about, once", async () => {
    const requestId = await write();
    const { deliveryId } = await send(requestId);
    const answers = [
      {
        askedKeys: ["p1", "p2"],
        answer: "cannot_because" as const,
        saidBy: "Aster",
        reason: "our cell maker does not tell us",
        document: null,
        answeredOn: "2026-11-10",
        selfReported: false,
      },
      {
        askedKeys: null,
        answer: "shown_false" as const,
        saidBy: null,
        reason: "we named the wrong works last year",
        document: null,
        answeredOn: "2026-11-30",
        selfReported: true,
      },
    ];
    const actor = { ...buyer.actor(), personId: null, role: "system" as const };
    const receive = () =>
      db.database.withActor(actor, (tx) =>
        recordReleasedAnswers(workOf(tx, actor, now), {
          deliveryId,
          releaseId: crypto.randomUUID(),
          supplier: "Cedar IT",
          answers,
        }),
      );
    expect(await receive()).toBe(2);
    expect(await receive()).toBe(0);
    const { answers: kept } = await owner.requests.get({ requestId });
    expect(kept).toMatchObject([
      // A day to come is no day on which somebody answered.
      { answeredBy: "Cedar IT", answeredOn: "2026-11-20", selfReported: true, productIds: [] },
      { answeredBy: "Aster", answeredOn: "2026-11-10", productIds: productIds.slice(0, 2).sort() },
    ]);
  });
});
