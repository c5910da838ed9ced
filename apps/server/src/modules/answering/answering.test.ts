import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asGuestAndMember, openAsGuest, secretOf } from "../../test/as-guest.ts";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { decideAskedState, decideProductAnswer } from "./answering.policy.ts";

const now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let owner: ApiClient;
let contractId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
beforeEach(async () => {
  buyer = await plantOrganisation(db.database, "Northbridge University");
  owner = server.as(buyer.people.owner, buyer.organisationId);
  contractId = (
    await owner.contracts.create(
      contractInput({
        title: "Laptops",
        supplier: party("Cedar IT"),
        products: [product("Aster", "Book 3", "AB3-1"), product("Aster", "Book 5")],
        conditions: [siteClause()],
      }),
    )
  ).id;
});
afterAll(async () => {
  await server.close();
  await db.close();
});

async function send(
  to: { toAddress?: string | null; addressee?: string } = {},
): Promise<{ requestId: string; deliveryId: string; link: string; code: string }> {
  const { requestId } = await owner.requests.write({
    addressee: to.addressee ?? "Cedar IT",
    contracts: [{ contractId }],
    subject: "Where are the laptops made?",
    body: "Please tell us.",
    dueOn: "2026-12-18",
  });
  const sent = await owner.requests.send({
    requestId,
    toName: to.addressee ?? "Cedar IT",
    toAddress: to.toAddress === undefined ? "csr@cedar.example" : to.toAddress,
  });
  return { requestId, ...sent };
}

describe("answering by link and code", () => {
  it("shows the addressee what is asked, and the requester that it was opened", async () => {
    const sent = await send();
    expect((await owner.requests.get({ requestId: sent.requestId })).state).toBe("sent");
    const guest = await openAsGuest(server, sent);
    expect(guest.deliveryId).toBe(sent.deliveryId);
    const asked = await guest.client.answering.get({ deliveryId: sent.deliveryId });
    expect(asked).toMatchObject({
      requester: { name: "Northbridge University", invented: true },
      subject: "Where are the laptops made?",
      state: "opened",
      dueOn: "2026-12-18",
      contracts: [{ title: "Laptops" }],
      clauses: [{ clause: "14.2" }],
      tiers: ["final_assembly"],
      answerer: { name: "Cedar IT", guest: true },
      can: { write: true, release: true, passOn: true, claim: true },
    });
    expect(asked.products.map((one) => [one.brand, one.family, one.answer])).toEqual([
      ["Aster", "Book 3", "nothing_yet"],
      ["Aster", "Book 5", "nothing_yet"],
    ]);
    const seen = await owner.requests.get({ requestId: sent.requestId });
    expect(seen.state).toBe("opened");
    expect(seen.stateSentence.text).toBe(
      "Opened on 20 November 2026; nothing is filled in yet. The answer is due on 18 December 2026.",
    );
    expect(JSON.stringify(asked)).not.toContain(contractId);
  });

  it("counts what the record answers as it is filled in, and shows counts only", async () => {
    const sent = await send();
    const { client } = await openAsGuest(server, sent);
    await client.answering.setProducts({
      deliveryId: sent.deliveryId,
      items: [
        { askedKey: "p1", productId: null, make: true },
        { askedKey: "p2", productId: null, make: true },
      ],
    });
    const { items } = await client.record.listProducts({});
    expect(items.map((one) => [one.family, one.partNumbers])).toEqual([
      ["Book 3", ["AB3-1"]],
      ["Book 5", []],
    ]);
    const { ids } = await client.record.addSites({
      sites: [
        {
          name: "Alder Works",
          address: "1 Mill Road",
          country: "CN",
          latitude: null,
          longitude: null,
          osId: null,
          workers: null,
          maskedAs: null,
        },
      ],
    });
    await client.record.setLinks({
      set: [
        {
          productId: items[0]?.id ?? "",
          siteId: ids[0] ?? "",
          tier: "final_assembly",
          component: null,
          kind: "confirmed",
          from: null,
          to: null,
        },
      ],
    });
    const asked = await client.answering.get({ deliveryId: sent.deliveryId });
    expect(asked.products.map((one) => [one.answer, one.sites])).toEqual([
      ["sites", 1],
      ["nothing_yet", 0],
    ]);
    const seen = await owner.requests.get({ requestId: sent.requestId });
    expect(seen.state).toBe("part_filled");
    expect(seen.stateSentence.text).toContain("one of two products has an answer");
    expect(JSON.stringify(seen)).not.toContain("Alder");
  });

  it("opens the same workspace for a later request to the same address, so that nothing is typed twice", async () => {
    const first = await send();
    const guest = await openAsGuest(server, first);
    await guest.client.answering.setProducts({
      deliveryId: first.deliveryId,
      items: [{ askedKey: "p1", productId: null, make: true }],
    });
    const second = await send({ toAddress: "CSR@cedar.example" });
    const again = await openAsGuest(server, second);
    const asked = await again.client.answering.get({ deliveryId: second.deliveryId });
    expect(asked.products[0]?.productId).not.toBeNull();
    const { items } = await again.client.answering.list({});
    expect(items.map((one) => one.deliveryId).sort()).toEqual(
      [first.deliveryId, second.deliveryId].sort(),
    );
    const elsewhere = await openAsGuest(server, await send({ toAddress: "else@cedar.example" }));
    expect((await elsewhere.client.answering.list({})).items).toHaveLength(1);
  });

  it("reads a code with small letters, blanks and without its hyphen", async () => {
    const sent = await send();
    const guest = await openAsGuest(server, {
      link: sent.link,
      code: ` ${sent.code.toLowerCase().replace("-", " ")}`,
    });
    expect((await guest.client.answering.get({ deliveryId: sent.deliveryId })).state).toBe(
      "opened",
    );
  });

  it("forgets link and code on leaving", async () => {
    await openAsGuest(server, await send());
    const left = await server.call({ method: "POST", url: "/api/answering/leave" });
    expect(String(left.headers["set-cookie"])).toContain("Max-Age=0");
  });
});

describe("answering as an organisation", () => {
  it("takes over a request that nobody has begun to answer, with what the record holds already", async () => {
    const cedar = await plantOrganisation(db.database, "Cedar IT Ltd", ["reseller"]);
    const member = server.as(cedar.people.contributor, cedar.organisationId);
    await member.record.saveProduct({ brand: "aster", family: "BOOK 3", partNumbers: [] });
    const sent = await send();
    // Looked at without an account first, nothing written.
    await openAsGuest(server, sent);
    const taken = await member.answering.takeOver({
      secret: secretOf(sent.link),
      code: sent.code,
    });
    expect(taken.deliveryId).toBe(sent.deliveryId);
    const asked = await member.answering.get({ deliveryId: sent.deliveryId });
    expect(asked.answerer).toEqual({ name: "Cedar IT Ltd", guest: false });
    expect(asked.can.release).toBe(false);
    expect(asked.products[0]?.productId).not.toBeNull();
    expect((await member.answering.list({})).items).toHaveLength(1);
    // Again is the same; without signing in the link opens nothing any more.
    await member.answering.takeOver({ secret: secretOf(sent.link), code: sent.code });
    await refuses(
      "not_signed_in",
      server.anonymous().answering.open({ secret: secretOf(sent.link), code: sent.code }),
    );
    const stranger = await plantOrganisation(db.database, "Other");
    await refuses(
      "conflict",
      server
        .as(stranger.people.owner, stranger.organisationId)
        .answering.takeOver({ secret: secretOf(sent.link), code: sent.code }),
    );
  });

  it("leaves a workspace in which somebody has begun to them, and its own request to nobody", async () => {
    const cedar = await plantOrganisation(db.database, "Cedar IT Ltd");
    const member = server.as(cedar.people.owner, cedar.organisationId);
    const sent = await send();
    const { client } = await openAsGuest(server, sent);
    await client.record.addAnswer({
      productId: null,
      answer: "cannot_because",
      saidBy: null,
      reason: "our maker does not tell us",
      document: null,
      answeredOn: "2026-11-19",
      selfReported: false,
    });
    const link = { secret: secretOf(sent.link), code: sent.code };
    await refuses("conflict", member.answering.takeOver(link));
    await refuses("conflict", owner.answering.takeOver(link));
    expect(await member.answering.open(link)).toMatchObject({ signedInCanTakeOver: false });
  });

  it("makes the guest's workspace an organisation of whoever signs in", async () => {
    const sent = await send();
    const guest = await openAsGuest(server, sent);
    await guest.client.record.saveProduct({ brand: "Aster", family: "Book 3", partNumbers: [] });
    const elsewhere = await plantOrganisation(db.database, "Elsewhere");
    const both = await asGuestAndMember(
      server,
      guest,
      elsewhere.people.reader,
      elsewhere.organisationId,
    );
    const { organisationId } = await both.answering.claim({ name: "Cedar IT AB", country: "SE" });
    const member = server.as(elsewhere.people.reader, organisationId);
    const asOwner = server.withHeaders({
      ...(await server.headersOf(elsewhere.people.reader, organisationId)),
    });
    expect((await asOwner.organisations.get()).name).toBe("Cedar IT AB");
    expect((await member.record.listProducts({})).items).toHaveLength(1);
    expect((await member.answering.get({ deliveryId: sent.deliveryId })).answerer.guest).toBe(
      false,
    );
    await refuses("not_signed_in", guest.client.answering.get({ deliveryId: sent.deliveryId }));
    await refuses("conflict", both.answering.claim({ name: "Twice", country: null }));
    await refuses("request_link_not_valid", member.answering.claim({ name: "No", country: null }));
  });
});

describe("passing on", () => {
  it("asks whoever knows, without naming the requester, and lets it see who of them answered", async () => {
    const sent = await send();
    const { client } = await openAsGuest(server, sent);
    const draft = await client.answering.draftPassOn({
      deliveryId: sent.deliveryId,
      toName: "Aster",
      askedKeys: ["p1"],
      nameRequester: false,
    });
    expect(draft.dueOn).toBe("2026-12-11");
    expect(draft.body).toContain("Aster Book 3");
    expect(draft.body).not.toContain("Northbridge");
    const passed = await client.answering.passOn({
      deliveryId: sent.deliveryId,
      toName: "Aster",
      toAddress: null,
      askedKeys: ["p1"],
      ...draft,
      nameRequester: false,
    });
    expect(passed.mailId).toBeNull();
    const maker = await openAsGuest(server, passed);
    const asked = await maker.client.answering.get({ deliveryId: maker.deliveryId });
    expect(asked.requester.name).toBe("Cedar IT");
    expect(asked.contracts).toEqual([]);
    expect(asked.products.map((one) => one.family)).toEqual(["Book 3"]);
    expect(JSON.stringify(asked)).not.toContain("Northbridge");

    const middle = await client.answering.get({ deliveryId: sent.deliveryId });
    expect(middle).toMatchObject({ state: "passed_on", passedOn: [{ addressee: "Aster" }] });
    expect(middle.products.map((one) => one.passedOnTo)).toEqual([["Aster"], []]);
    const seen = await owner.requests.get({ requestId: sent.requestId });
    expect(seen.stateSentence.text).toBe("Cedar IT passed it on to one other; none have answered.");
  });

  it("refuses products that were not asked about, and what was withdrawn", async () => {
    const sent = await send();
    const { client } = await openAsGuest(server, sent);
    const letter = {
      deliveryId: sent.deliveryId,
      toName: "Aster",
      toAddress: null,
      subject: "S",
      body: "B",
      dueOn: null,
      nameRequester: true,
    };
    await refuses("reference_unknown", client.answering.passOn({ ...letter, askedKeys: ["p9"] }));
    await refuses(
      "reference_unknown",
      client.answering.setProducts({
        deliveryId: sent.deliveryId,
        items: [{ askedKey: "p9", productId: null }],
      }),
    );
    await refuses(
      "input_invalid",
      client.answering.passOn({ ...letter, askedKeys: [], dueOn: "2026-11-19" }),
    );
    const { version } = await owner.requests.get({ requestId: sent.requestId });
    await owner.requests.withdraw({ requestId: sent.requestId, version, reason: "bought no more" });
    await refuses("not_found", client.answering.passOn({ ...letter, askedKeys: [] }));
  });

  it("shows a member that a request was withdrawn and why, and lets nothing more be done", async () => {
    const cedar = await plantOrganisation(db.database, "Cedar IT Ltd");
    const member = server.as(cedar.people.owner, cedar.organisationId);
    const sent = await send();
    await member.answering.takeOver({ secret: secretOf(sent.link), code: sent.code });
    const { version } = await owner.requests.get({ requestId: sent.requestId });
    await owner.requests.withdraw({ requestId: sent.requestId, version, reason: "bought no more" });
    const asked = await member.answering.get({ deliveryId: sent.deliveryId });
    expect(asked).toMatchObject({
      state: "withdrawn",
      withdrawnReason: "bought no more",
      can: { write: false, release: false, passOn: false },
    });
    await refuses(
      "request_withdrawn",
      member.answering.setProducts({ deliveryId: sent.deliveryId, items: [] }),
    );
  });
});

describe("where a request stands for whoever was asked", () => {
  const day = fc
    .integer({ min: -60, max: 60 })
    .map((n) => new Date(Date.UTC(2026, 10, 20 + n)).toISOString().slice(0, 10));
  const count = fc.nat(5);

  it("is exactly one state with a sentence, whatever is known", () => {
    fc.assert(
      fc.property(
        fc.option(day),
        fc.option(fc.record({ on: day, reason: fc.option(fc.string()) })),
        fc.option(
          fc.record({
            productsAsked: count,
            productsAnswered: count,
            sitesNamed: count,
            passedOn: count,
            passedOnAnswered: count,
            answeredOn: fc.option(day),
          }),
        ),
        (dueOn, withdrawn, progress) => {
          const decided = decideAskedState(
            { requester: "Northbridge", dueOn, withdrawn, progress },
            "2026-11-20",
          );
          expect(decided.sentence.text.length).toBeGreaterThan(5);
          expect(decided.state === "withdrawn").toBe(withdrawn !== null);
          const late = dueOn !== null && dueOn < "2026-11-20";
          expect(decided.state !== "overdue" || late).toBe(true);
        },
      ),
    );
  });

  it("counts a possible site below a confirmed one and above an answer", () => {
    expect(decideProductAnswer({ confirmed: 1, oneOfSeveral: 2, answer: "shown_false" })).toBe(
      "sites",
    );
    expect(decideProductAnswer({ confirmed: 0, oneOfSeveral: 2, answer: "shown_false" })).toBe(
      "one_of_several",
    );
    expect(decideProductAnswer({ confirmed: 0, oneOfSeveral: 0, answer: "shown_false" })).toBe(
      "shown_false",
    );
    expect(decideProductAnswer({ confirmed: 0, oneOfSeveral: 0, answer: null })).toBe(
      "nothing_yet",
    );
  });
});
