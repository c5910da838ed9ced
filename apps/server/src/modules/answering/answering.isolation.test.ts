import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAsGuest, secretOf, type Guest } from "../../test/as-guest.ts";
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
  contractId = (
    await owner.contracts.create(contractInput({ products: [product("Aster", "One")] }))
  ).id;
});
afterAll(async () => {
  await server.close();
  await db.close();
});

async function send(): Promise<{
  requestId: string;
  deliveryId: string;
  link: string;
  code: string;
}> {
  const { requestId } = await owner.requests.write({
    addressee: `Supplier ${randomUUID()}`,
    contracts: [{ contractId }],
    subject: "S",
    body: "B",
    dueOn: null,
  });
  return {
    requestId,
    ...(await owner.requests.send({ requestId, toName: "Cedar IT", toAddress: null })),
  };
}

/** Failed tries of one test must not use up another's allowance. */
async function forgetTries(): Promise<void> {
  await db.asOwner(`delete from auth."rateLimit"`);
}

const raw = (secret: string, code: string) =>
  server.call({ method: "POST", url: "/api/answering/open", body: { secret, code } });

describe("a link and its code", () => {
  it("get one answer whether the link is unknown, the code is wrong, it was withdrawn, renewed or is out of date", async () => {
    await forgetTries();
    const sent = await send();
    const secret = secretOf(sent.link);
    const bodies: unknown[] = [];
    const take = async (link: string, code: string): Promise<void> => {
      const answer = await raw(link, code);
      expect(answer.statusCode).toBe(404);
      expect(answer.headers["set-cookie"]).toBeUndefined();
      const { requestId: _, ...problem } = answer.json<{ requestId: string; code: string }>();
      bodies.push(problem);
    };
    await take(secret, "2222-2222");
    await take("x".repeat(43), sent.code);
    const withdrawn = await send();
    const { version } = await owner.requests.get({ requestId: withdrawn.requestId });
    await owner.requests.withdraw({ requestId: withdrawn.requestId, version, reason: "R" });
    await take(secretOf(withdrawn.link), withdrawn.code);
    const renewed = await send();
    await owner.requests.renewLink({ requestId: renewed.requestId });
    await take(secretOf(renewed.link), renewed.code);
    now = new Date("2028-01-01T09:00:00Z");
    await take(secret, sent.code);
    now = new Date("2026-11-20T09:00:00Z");
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect((await raw(secret, sent.code)).statusCode).toBe(200);
  });

  it("do the same work for a link that is known and one that is not", async () => {
    await forgetTries();
    const sent = await send();
    const once = async (secret: string): Promise<number> => {
      await forgetTries();
      const began = performance.now();
      await raw(secret, "3333-3333");
      return performance.now() - began;
    };
    // One hash and one look-up in an index either way. Machines are busy: in turn, the middle one, three goes.
    let ratio = Number.POSITIVE_INFINITY;
    for (let go = 0; go < 3 && ratio > 2; go += 1) {
      const known: number[] = [];
      const unknown: number[] = [];
      for (let at = 0; at < 15; at += 1) {
        known.push(await once(secretOf(sent.link)));
        unknown.push(await once("y".repeat(43)));
      }
      const [a = 0, b = 0] = [known, unknown].map((times) => times.sort((x, y) => x - y)[7] ?? 0);
      ratio = Math.max(a / b, b / a);
    }
    expect(ratio).toBeLessThan(2);
  });

  it("cannot be guessed: twenty tries an hour at one link of 2^40 codes, and links are of 2^256", async () => {
    await forgetTries();
    const sent = await send();
    const secret = secretOf(sent.link);
    const answers: number[] = [];
    for (let at = 0; at < 25; at += 1) answers.push((await raw(secret, "4444-4444")).statusCode);
    expect(answers.filter((status) => status === 404)).toHaveLength(20);
    expect(answers.filter((status) => status === 429)).toHaveLength(5);
    // Not even the right code opens it for the rest of the hour; then it does.
    expect((await raw(secret, sent.code)).statusCode).toBe(429);
    now = new Date(now.getTime() + 3_601_000);
    expect((await raw(secret, sent.code)).statusCode).toBe(200);
    const codes = 32 ** 8;
    const yearsToHalf = codes / 2 / 20 / 24 / 365;
    expect(yearsToHalf).toBeGreaterThan(3_000_000);
  });

  it("are counted by address too, over all links", async () => {
    await forgetTries();
    const answers: number[] = [];
    for (let at = 0; at < 33; at += 1)
      answers.push(
        (await raw(`${String(at).padStart(2, "0")}${"z".repeat(41)}`, "5555-5555")).statusCode,
      );
    expect(answers.filter((status) => status === 429)).toHaveLength(3);
    await forgetTries();
  });
});

describe("whoever answers one request", () => {
  it("sees nothing of another: same answer as for an id that is nobody's", async () => {
    await forgetTries();
    const one = await openAsGuest(server, await send());
    const other = await openAsGuest(server, await send());
    const product_ = await other.client.record.saveProduct({
      brand: "Secret",
      family: "Product",
      partNumbers: [],
    });
    const calls = (guest: Guest): ((id: string) => Promise<unknown>)[] => [
      (deliveryId) => guest.client.answering.get({ deliveryId }),
      (deliveryId) => guest.client.answering.setProducts({ deliveryId, items: [] }),
      (deliveryId) =>
        guest.client.answering.draftPassOn({
          deliveryId,
          toName: "A",
          askedKeys: [],
          nameRequester: true,
        }),
      (deliveryId) =>
        guest.client.answering.passOn({
          deliveryId,
          toName: "A",
          toAddress: null,
          askedKeys: [],
          subject: "S",
          body: "B",
          dueOn: null,
          nameRequester: true,
        }),
    ];
    for (const call of calls(one))
      expect(await refuses("not_found", call(other.deliveryId))).toEqual(
        await refuses("not_found", call(randomUUID())),
      );
    const refer = (productId: string) =>
      one.client.answering.setProducts({
        deliveryId: one.deliveryId,
        items: [{ askedKey: "p1", productId }],
      });
    expect(await refuses("reference_unknown", refer(product_.id))).toEqual(
      await refuses("reference_unknown", refer(randomUUID())),
    );
    expect((await one.client.answering.list({})).items.map((item) => item.deliveryId)).toEqual([
      one.deliveryId,
    ]);
  });

  it("is nobody without the header, and nobody with a cookie that was made up, changed or is out of date", async () => {
    await forgetTries();
    const sent = await send();
    const guest = await openAsGuest(server, sent);
    const { cookie = "" } = guest.headers;
    const asGuest = (given: string) =>
      server.withHeaders({ cookie: given, "throughline-as": "guest" }).answering.list({});
    await refuses("not_signed_in", server.withHeaders({ cookie }).answering.list({}));
    // Even the right link and code: only opening counts the tries.
    const right = `${secretOf(sent.link)}.${sent.code.replace("-", "")}`;
    const [name, value = ""] = cookie.split("=");
    const [hash = "", until = "", signature = ""] = value.split(".");
    const forged = [
      `${name}=${right}`,
      `${name}=${hash}`,
      `${name}=${hash}.${until}.`,
      `${name}=${hash}.${Number(until) + 1}.${signature}`,
      `${name}=${"a".repeat(64)}.${until}.${signature}`,
    ];
    for (const made of forged) await refuses("not_signed_in", asGuest(made));
    expect((await asGuest(cookie)).items).toHaveLength(1);
    now = new Date(now.getTime() + 43_201_000);
    await refuses("not_signed_in", asGuest(cookie));
    now = new Date("2026-11-20T09:00:00Z");
    // It tells neither link nor code to whoever finds it.
    expect(cookie).not.toContain(secretOf(sent.link));
    expect(cookie).not.toContain(sent.code.replace("-", ""));
  });

  it("is never taken for the member who is signed in beside it", async () => {
    const member = await server.headersOf(buyer.people.owner, buyer.organisationId);
    const client = server.withHeaders({ ...member, "throughline-as": "guest" });
    await refuses(
      "not_signed_in",
      client.record.saveProduct({ brand: "A", family: "B", partNumbers: [] }),
    );
    await refuses("not_signed_in", client.record.get());
  });

  it("is told nothing of the requester's contract, and the requester nothing of what is typed", async () => {
    const sent = await send();
    const guest = await openAsGuest(server, sent);
    const seen = JSON.stringify(await guest.client.answering.get({ deliveryId: guest.deliveryId }));
    const products = (await owner.contracts.get({ id: contractId })).products;
    for (const secret of [contractId, buyer.organisationId, sent.requestId, products[0]?.id ?? ""])
      expect(seen).not.toContain(secret);
    const outsider = server.as(buyer.people.owner, buyer.organisationId);
    expect((await outsider.answering.list({})).items).toEqual([]);
  });
});

describe("the workspace of a request", () => {
  it("is named by the organisation asked, not by the person the mail goes to, and so are its releases", async () => {
    await forgetTries();
    const { requestId } = await owner.requests.write({
      addressee: "Cedar IT",
      contracts: [{ contractId }],
      subject: "S",
      body: "B",
      dueOn: null,
    });
    const sent = await owner.requests.send({ requestId, toName: "Zyx Woman", toAddress: null });
    const { client, deliveryId } = await openAsGuest(server, sent);
    expect((await client.answering.get({ deliveryId })).answerer.name).toBe("Cedar IT");
    await client.record.saveProduct({ brand: "Aster", family: "One", partNumbers: [] });
    const { releaseId } = await client.releases.release({ deliveryId, asOf: "2026-01-01" });
    const held = await db.asOwner<{ text: string }>(
      "select r::text || s::text as text from releases r join release_snapshots s on s.release_id = r.id where r.id = $1",
      [releaseId],
    );
    expect(held[0]?.text).toContain("Cedar IT");
    expect(held[0]?.text).not.toContain("Zyx Woman");
  });
});

describe("in the database itself", () => {
  const inScope = (
    scope: { organisationId: string | null; requestHash?: string },
    deliveryId: string,
    change: Record<string, string>,
  ) =>
    db.database.withActor({ personId: null, ...scope }, (tx) =>
      tx
        .updateTable("request_deliveries")
        .set(change)
        .where("id", "=", deliveryId)
        .returning("id")
        .execute(),
    );

  it("who answers cannot be changed by another organisation, nor by the holder while somebody answers", async () => {
    const sent = await send();
    const guest = await openAsGuest(server, sent);
    const [row] = await db.asOwner<{ secret_hash: string; answering_id: string }>(
      "select secret_hash, answering_id from request_deliveries where id = $1",
      [guest.deliveryId],
    );
    const stranger = await plantOrganisation(db.database);
    const snatch = { answering_id: stranger.organisationId };
    const requestHash = row?.secret_hash ?? "";
    const { deliveryId } = guest;
    expect(await inScope({ organisationId: stranger.organisationId }, deliveryId, snatch)).toEqual(
      [],
    );
    await refuses(
      "input_invalid",
      inScope({ organisationId: stranger.organisationId, requestHash }, deliveryId, snatch),
    );
    await refuses(
      "input_invalid",
      inScope({ organisationId: buyer.organisationId }, deliveryId, snatch),
    );
    // The holder may change nothing but who answers.
    await refuses(
      "input_invalid",
      inScope({ organisationId: row?.answering_id ?? "", requestHash }, deliveryId, {
        due_on: "2999-01-01",
      }),
    );
  });
});
