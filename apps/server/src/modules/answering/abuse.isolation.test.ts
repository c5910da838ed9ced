/** What somebody with link and code could do to others: claim as the requester, send mail in bulk, fill the disk. */
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asGuestAndMember, openAsGuest, type Guest } from "../../test/as-guest.ts";
import { contractInput, product } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let owner: ApiClient;
let contractId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
  buyer = await plantOrganisation(db.database, "Northbridge University");
  owner = server.as(buyer.people.owner, buyer.organisationId);
  ({ id: contractId } = await owner.contracts.create(
    contractInput({ products: [product("Aster", "One")] }),
  ));
});
afterAll(async () => {
  await server.close();
  await db.close();
});

async function guestOfNewRequest(): Promise<Guest & { readonly requestId: string }> {
  const { requestId } = await owner.requests.write({
    addressee: "Cedar IT",
    contracts: [{ contractId }],
    subject: "S",
    body: "B",
    dueOn: null,
  });
  const sent = await owner.requests.send({ requestId, toName: "Cedar IT", toAddress: null });
  return { requestId, ...(await openAsGuest(server, sent)) };
}

describe("the workspace of a request", () => {
  it("is claimed by no member of the organisation that asks, who knows link and code too", async () => {
    const guest = await guestOfNewRequest();
    for (const personId of [buyer.people.owner, buyer.people.reader]) {
      const both = await asGuestAndMember(server, guest, personId, buyer.organisationId);
      await refuses("conflict", both.answering.claim({ name: "Cedar IT", country: null }));
    }
    const stranger = await plantOrganisation(db.database, "Cedar Group");
    const both = await asGuestAndMember(
      server,
      guest,
      stranger.people.owner,
      stranger.organisationId,
    );
    const { organisationId } = await both.answering.claim({ name: "Cedar IT", country: null });
    expect(organisationId).not.toBe(buyer.organisationId);
  });
});

describe("an open page", () => {
  const stillIn = async (guest: Guest): Promise<string[]> => {
    const { headers, client, deliveryId } = guest;
    const calls: Record<string, Promise<unknown>> = {
      get: client.answering.get({ deliveryId }),
      record: client.record.listSites({}),
      write: client.record.saveProduct({ brand: "B", family: "F", partNumbers: [] }),
      release: client.releases.preview({ deliveryId, asOf: "2026-01-01" }),
      list: client.intakes.startText({ text: "Name\nAlder Works Ltd" }),
      workbook: server
        .call({ method: "GET", url: "/api/record/workbook", headers })
        .then(({ statusCode }) =>
          statusCode === 200 ? null : Promise.reject(new Error(`${statusCode}`)),
        ),
    };
    const names = Object.keys(calls);
    const ended = await Promise.allSettled(Object.values(calls));
    return names.filter((_, at) => ended[at]?.status === "fulfilled");
  };

  it("is closed by a new link, a withdrawal, the last day and a claim, for reading and writing alike", async () => {
    const ends: ((guest: Guest & { readonly requestId: string }) => Promise<unknown>)[] = [
      ({ requestId }) => owner.requests.renewLink({ requestId }),
      async ({ requestId }) => {
        const { version } = await owner.requests.get({ requestId });
        await owner.requests.withdraw({ requestId, version, reason: "R" });
      },
      ({ requestId }) =>
        db.database.withActor(buyer.actor(), (tx) =>
          tx
            .updateTable("request_deliveries")
            .set({ expires_on: "2026-11-19" })
            .where("request_id", "=", requestId)
            .execute(),
        ),
      async (guest) => {
        const group = await plantOrganisation(db.database);
        const person = group.people.owner;
        const both = await asGuestAndMember(server, guest, person, group.organisationId);
        await both.answering.claim({ name: "Cedar IT", country: null });
      },
    ];
    for (const end of ends) {
      const guest = await guestOfNewRequest();
      expect((await stillIn(guest)).length).toBeGreaterThanOrEqual(5);
      await end(guest);
      expect(await stillIn(guest)).toEqual([]);
    }
  });
});

describe("a guest", () => {
  it("passes on thirty requests a day by mail, any number by hand, and goes on the next day", async () => {
    const guest = await guestOfNewRequest();
    const passOn = (at: number, byMail: boolean) =>
      guest.client.answering.passOn({
        deliveryId: guest.deliveryId,
        toName: `Maker ${at}`,
        toAddress: byMail ? `maker-${at}@example.org` : null,
        askedKeys: [],
        subject: "S",
        body: "B",
        dueOn: null,
        nameRequester: false,
      });
    for (let at = 0; at < 30; at += 1) await passOn(at, true);
    await refuses("rate_limited", passOn(30, true));
    await passOn(31, false);
    now = new Date("2026-11-21T09:00:01Z");
    const { cookie } = (await reopened(guest)).headers;
    expect(cookie).not.toBe(guest.headers["cookie"]);
  });

  it("has ten lists on their way in at once, and no more before one is given up", async () => {
    const guest = await guestOfNewRequest();
    const send = () =>
      guest.client.intakes.startText({ text: "Name,Address\nAlder Works Ltd,1 Mill Road, Leeds" });
    const first = await send();
    for (let at = 1; at < 10; at += 1) await send();
    await refuses("rate_limited", send());
    await guest.client.intakes.cancel(first);
    await send();
  });
});

/** A day later the cookie has gone out of date: the same link and code open it anew, and mail goes out again. */
async function reopened(guest: Guest & { readonly requestId: string }): Promise<Guest> {
  await refuses("not_signed_in", guest.client.answering.list({}));
  const link = await owner.requests.revealLink({ requestId: guest.requestId });
  const again = await openAsGuest(server, link);
  await again.client.answering.passOn({
    deliveryId: again.deliveryId,
    toName: "Maker of tomorrow",
    toAddress: "maker@example.org",
    askedKeys: [],
    subject: "S",
    body: "B",
    dueOn: null,
    nameRequester: false,
  });
  return again;
}
