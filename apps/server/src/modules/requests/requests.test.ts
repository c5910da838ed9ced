import fc from "fast-check";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { workOf } from "../../test/plant-contract.ts";
import { refuses } from "../../test/refuses.ts";
import { createContract } from "../contracts/index.ts";
import { showContractLine } from "../line/index.ts";
import { draftContractRequest } from "./draft-request.ts";
import { listAnswers, listRequests } from "./list-correspondence.ts";
import { recordAnswer, type AnswerToRecord } from "./record-answer.ts";
import { recordSent } from "./record-sent.ts";
import { addDays, checkAnswer, checkSending } from "./requests.policy.ts";
import { saveRequest, type RequestToSave } from "./save-request.ts";

let db: TestDatabase;
let buyer: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  buyer = await plantOrganisation(db.database, "Testing City");
});
afterAll(async () => {
  await db.close();
});

function inside<T>(work: (work: Work) => Promise<T>): Promise<T> {
  const actor = buyer.actor();
  return db.database.withActor(actor, (tx) => work(workOf(tx, actor)));
}

const laptops = {
  supplier: party("Cedar IT"),
  buyer: party("Testing City"),
  brands: [party("Lenovo"), party("HP")],
  cpv: ["30213100"],
  signedOn: "2026-10-01",
  products: [product("Lenovo", "IdeaPad 3", "81WE"), product("HP", "ProBook 450")],
};

function request(id: string, given: Partial<RequestToSave> = {}): RequestToSave {
  return {
    id,
    addressee: "Cedar IT",
    brand: null,
    subject: "Where is it made?",
    body: "Please say.",
    productIds: [],
    dueOn: null,
    sentOn: null,
    ...given,
  };
}

function answer(id: string, given: Partial<AnswerToRecord> = {}): AnswerToRecord {
  return {
    id,
    requestId: null,
    answeredBy: "Cedar IT",
    brand: null,
    answer: "asked_and_refused",
    reason: null,
    answeredOn: "2026-11-10",
    document: null,
    selfReported: false,
    productIds: [],
    ...given,
  };
}

describe("drafting a request", () => {
  it("writes the letter a contract manager would send", async () => {
    const draft = await inside(async (work) => {
      const { id } = await createContract(
        work,
        contractInput({ ...laptops, title: "Laptops", conditions: [siteClause({ dueDays: 21 })] }),
      );
      return draftContractRequest(work, { id, brand: null, productIds: [] });
    });
    expect(draft).toMatchObject({ addressee: "Cedar IT", dueOn: "2026-12-11" });
    expect(draft.dueBecause).toBe("Clause 14.2 gives 21 days from this request.");
    expect(draft.productIds).toHaveLength(2);
    for (const words of [
      "To Cedar IT,",
      "IdeaPad 3",
      "ProBook 450",
      "clause 14.2",
      "the OS ID of each site",
      "IdeaPad 3 of Lenovo supplied",
      "ProBook 450 of HP supplied",
      "If you cannot say, please say what stands in the way",
      "Please answer by 11 December 2026",
      "A reply to this message is enough",
    ])
      expect(draft.body).toContain(words);
    expect(draft.body).not.toMatch(/undefined|null|\{|\}/);
  });

  it("asks about one brand, or the products named, and saves nothing", async () => {
    const { id, productIds } = await inside((work) => createContract(work, contractInput(laptops)));
    const ofBrand = await inside((work) =>
      draftContractRequest(work, { id, brand: "hp", productIds: [] }),
    );
    expect(ofBrand.productIds).toEqual([productIds[1]]);
    expect(ofBrand.body).toContain("ProBook 450 of HP");
    const named = await inside((work) =>
      draftContractRequest(work, { id, brand: null, productIds: productIds.slice(0, 1) }),
    );
    expect(named.productIds).toEqual([productIds[0]]);
    expect(await inside((work) => listRequests(work, id))).toEqual([]);
    await refuses(
      "reference_unknown",
      inside((work) =>
        draftContractRequest(work, { id, brand: null, productIds: [crypto.randomUUID()] }),
      ),
    );
  });

  it("works without any product or clause: it asks for the models, and calls four weeks our own habit", async () => {
    const draft = await inside(async (work) => {
      const { id } = await createContract(work, contractInput({ cpv: ["34144910"] }));
      return draftContractRequest(work, { id, brand: null, productIds: [] });
    });
    expect(draft).toMatchObject({ dueOn: "2026-12-18", productIds: [], addressee: "the supplier" });
    expect(draft.dueBecause).toContain("our own habit");
    expect(draft.body).toContain("Please list the models");
    expect(draft.body).toContain("traction battery");
  });

  it("says that the day a clause sets has passed", async () => {
    const draft = await inside(async (work) => {
      const { id } = await createContract(
        work,
        contractInput({
          ...laptops,
          signedOn: "2026-01-01",
          conditions: [siteClause({ dueFrom: "signature" })],
        }),
      );
      return draftContractRequest(work, { id, brand: null, productIds: [] });
    });
    expect(draft.dueOn).toBe("2026-12-18");
    expect(draft.dueBecause).toContain("31 January 2026, has passed");
  });
});

describe("keeping and sending", () => {
  it("keeps a draft, records that it was sent once, with who sent it", async () => {
    const { id, productIds } = await inside((work) => createContract(work, contractInput(laptops)));
    const requestId = await inside((work) =>
      saveRequest(work, request(id, { productIds, dueOn: "2026-12-01" })),
    );
    await refuses(
      "date_in_future",
      inside((work) => recordSent(work, { requestId, sentOn: "2026-11-21", dueOn: null })),
    );
    await refuses(
      "input_invalid",
      inside((work) => recordSent(work, { requestId, sentOn: "2026-11-19", dueOn: "2026-11-18" })),
    );
    await inside((work) => recordSent(work, { requestId, sentOn: "2026-11-19", dueOn: null }));
    await refuses(
      "request_already_sent",
      inside((work) => recordSent(work, { requestId, sentOn: "2026-11-19", dueOn: null })),
    );
    const [kept] = await inside((work) => listRequests(work, id));
    expect(kept).toMatchObject({
      sentOn: "2026-11-19",
      dueOn: "2026-12-01",
      sentBy: "owner of Testing City",
    });
    expect(kept?.productIds).toHaveLength(2);
  });

  it("keeps the words of a letter out of the audit", async () => {
    const requestId = await inside(async (work) => {
      const { id } = await createContract(work, contractInput());
      return saveRequest(
        work,
        request(id, { body: "Dear Ada Lovelace", addressee: "Ada Lovelace" }),
      );
    });
    const entries = await db.asOwner<{ action: string; after: unknown }>(
      "select action, after from audit_entries where subject_id = $1",
      [requestId],
    );
    expect(entries.map((entry) => entry.action)).toEqual(["draft-request"]);
    expect(JSON.stringify(entries)).not.toContain("Ada");
  });

  it("refuses products of another contract and contracts that are not there", async () => {
    const [one, other] = await inside(async (work) => [
      await createContract(work, contractInput(laptops)),
      await createContract(work, contractInput(laptops)),
    ]);
    await refuses(
      "reference_unknown",
      inside((work) =>
        saveRequest(work, request(one?.id ?? "", { productIds: [...(other?.productIds ?? [])] })),
      ),
    );
    await refuses(
      "not_found",
      inside((work) => saveRequest(work, request(crypto.randomUUID()))),
    );
    await refuses(
      "not_found",
      inside((work) =>
        recordSent(work, { requestId: crypto.randomUUID(), sentOn: "2026-11-01", dueOn: null }),
      ),
    );
  });
});

describe("recording answers", () => {
  it("keeps refused, cannot-because, silence and withdrawn apart on the line", async () => {
    const brands = ["Aster", "Briar", "Clover", "Dahlia", "Elder"];
    const { id, productIds } = await inside((work) =>
      createContract(
        work,
        contractInput({
          supplier: party("Cedar IT"),
          products: brands.map((brand) => product(brand, `${brand} One`)),
        }),
      ),
    );
    await inside(async (work) => {
      const [aster, briar, clover, dahlia] = productIds.map((productId) => [productId]);
      await saveRequest(
        work,
        request(id, {
          sentOn: "2026-09-01",
          dueOn: "2026-10-01",
          productIds: productIds.slice(0, 4),
        }),
      );
      await recordAnswer(
        work,
        answer(id, {
          answeredBy: "Aster",
          productIds: aster ?? [],
          answer: "asked_and_refused",
          answeredOn: "2026-09-20",
        }),
      );
      await recordAnswer(
        work,
        answer(id, {
          answeredBy: "Briar",
          productIds: briar ?? [],
          answer: "cannot_because",
          reason: "our cell maker does not tell us",
          answeredOn: "2026-09-21",
        }),
      );
      await recordAnswer(
        work,
        answer(id, {
          answeredBy: "Dahlia",
          productIds: dahlia ?? [],
          answer: "shown_false",
          answeredOn: "2026-09-22",
        }),
      );
      expect(clover).toHaveLength(1);
    });
    const statusOf = async (asOf: string): Promise<string[]> => {
      const { line } = await inside((work) => showContractLine(work, { id, asOf }));
      return line.products.map((one) => one.status);
    };
    expect(await statusOf("2026-11-20")).toEqual([
      "refused",
      "cannot_because",
      "silent",
      "shown_false",
      "missing",
    ]);
    // Any past date: before the answers came everybody was merely asked, and before that nobody.
    expect(await statusOf("2026-09-10")).toEqual(["asked", "asked", "asked", "asked", "missing"]);
    expect(await statusOf("2026-08-01")).toEqual(Array.from({ length: 5 }, () => "missing"));
    const { line } = await inside((work) => showContractLine(work, { id }));
    expect(line.products[1]?.sentence.text).toContain("our cell maker does not tell us");
  });

  it("refuses what cannot be an answer", async () => {
    const { id } = await inside((work) => createContract(work, contractInput(laptops)));
    const draft = await inside((work) => saveRequest(work, request(id)));
    const sent = await inside((work) => saveRequest(work, request(id, { sentOn: "2026-11-01" })));
    const wrong: [Parameters<typeof refuses>[0], string, Partial<AnswerToRecord>][] = [
      ["input_invalid", "/reason", { answer: "cannot_because" }],
      ["input_invalid", "/reason", { answer: "cannot_because", reason: "  " }],
      ["date_in_future", "/answeredOn", { answeredOn: "2026-11-21" }],
      ["input_invalid", "/requestId", { requestId: draft }],
      ["input_invalid", "/answeredOn", { requestId: sent, answeredOn: "2026-10-31" }],
      ["reference_unknown", "/requestId", { requestId: crypto.randomUUID() }],
    ];
    for (const [code, path, given] of wrong) {
      const { errors } = await refuses(
        code,
        inside((work) => recordAnswer(work, answer(id, given))),
      );
      expect(errors[0]?.path).toBe(path);
    }
    await refuses(
      "reference_unknown",
      inside((work) => recordAnswer(work, answer(id, { productIds: [crypto.randomUUID()] }))),
    );
    expect(await inside((work) => listAnswers(work, id))).toEqual([]);
  });

  it("does not take an answer to the request of another contract", async () => {
    const [one, other] = await inside(async (work) => [
      (await createContract(work, contractInput())).id,
      (await createContract(work, contractInput())).id,
    ]);
    const requestId = await inside((work) =>
      saveRequest(work, request(other ?? "", { sentOn: "2026-11-01" })),
    );
    await refuses(
      "reference_unknown",
      inside((work) => recordAnswer(work, answer(one ?? "", { requestId }))),
    );
  });
});

describe("the rules of dates", () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays("2026-11-20", days));

  it("never let a request be due before it is sent, nor sent in the future", () => {
    fc.assert(
      fc.property(day, fc.option(day), (sentOn, dueOn) => {
        const { ok } = checkSending({ sentOn, dueOn }, "2026-11-20");
        expect(ok).toBe(sentOn <= "2026-11-20" && (dueOn === null || dueOn >= sentOn));
      }),
    );
  });

  it("never let an answer be older than its request, nor come tomorrow", () => {
    fc.assert(
      fc.property(day, day, (answeredOn, sentOn) => {
        const { ok } = checkAnswer(
          { answer: "asked_and_refused", reason: null, answeredOn },
          { sentOn },
          "2026-11-20",
        );
        expect(ok).toBe(answeredOn <= "2026-11-20" && answeredOn >= sentOn);
      }),
    );
  });
});
