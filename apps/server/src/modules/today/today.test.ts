import fc from "fast-check";
import { PolicyRowInput, ProcurementInput, type TodayItem } from "@throughline/contract";
import { actionKinds } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { workOf } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";
import { createContract } from "../contracts/index.ts";
import { addRow } from "../policies/index.ts";
import { createProcurement } from "../procurements/index.ts";
import { saveRequest } from "../requests/index.ts";
import { showToday } from "./show-today.ts";
import { sortItems } from "./today.policy.ts";

const noCondition = {
  cpvPrefixes: [],
  risks: [],
  valueFrom: null,
  valueTo: null,
  countries: [],
  procedures: [],
  bidderRoles: [],
  sizes: [],
};

let db: TestDatabase;
let buyer: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  buyer = await plantOrganisation(db.database, "Busy City");
});
afterAll(async () => {
  await db.close();
});

function inside<T>(work: (work: Work) => Promise<T>): Promise<T> {
  const actor = buyer.actor();
  return db.database.withActor(actor, (tx) => work(workOf(tx, actor)));
}

async function plantAsked(title: string, dueOn: string): Promise<void> {
  await inside(async (work) => {
    const { id, productIds } = await createContract(
      work,
      contractInput({ title, supplier: party("Cedar IT"), products: [product("Aster", "One")] }),
    );
    await saveRequest(work, {
      id,
      addressee: "Cedar IT",
      brand: null,
      subject: "Where?",
      body: "Please say.",
      productIds,
      dueOn,
      sentOn: "2026-03-03",
    });
  });
}

describe("today", () => {
  it("is empty and calm for an organisation without contracts", async () => {
    const page = await inside(showToday);
    expect(page).toMatchObject({
      asOf: "2026-11-20",
      overdue: [],
      dueSoon: [],
      toDecide: [],
      others: [],
      endingSoon: [],
      counts: { contracts: 0, contractsLookedAt: 0, sites: 0, reviews: 0, hitsWaiting: 0 },
    });
  });

  it("says who has not answered since when", async () => {
    await plantAsked("Silent laptops", "2026-04-01");
    const { overdue } = await inside(showToday);
    expect(overdue.map((item) => item.contractTitle)).toEqual(["Silent laptops"]);
    expect(overdue[0]?.action).toMatchObject({ kind: "send_reminder", dueOn: "2026-04-01" });
    expect(overdue[0]?.action.sentence.text).toContain("Cedar IT");
  });

  it("puts what a clause wants within two weeks under due soon", async () => {
    await inside((work) =>
      createContract(
        work,
        contractInput({
          title: "Due laptops",
          signedOn: "2026-11-01",
          products: [product("Aster", "One")],
          conditions: [siteClause({ dueFrom: "signature", dueDays: 30 })],
        }),
      ),
    );
    const { dueSoon } = await inside(showToday);
    expect(dueSoon[0]).toMatchObject({
      contractTitle: "Due laptops",
      action: { dueOn: "2026-12-01" },
    });
  });

  it("shows what falls due within 30 days, the tender that may not be published, and the market to be told", async () => {
    await inside(async (work) => {
      await createContract(
        work,
        contractInput({
          title: "Due laptops",
          signedOn: "2026-11-01",
          supplier: party("Cedar IT"),
          conditions: [siteClause({ dueFrom: "signature", dueDays: 30 })],
        }),
      );
      await createProcurement(
        work,
        ProcurementInput.parse({
          reference: "T-1",
          title: "Screens",
          deadlineOn: "2027-02-01",
          instances: [
            {
              role: "clause",
              title: "Name the sites",
              wording: "Name them.",
              requirement: "disclose_sites",
            },
          ],
        }),
      );
      await createProcurement(work, ProcurementInput.parse({ reference: "T-2", title: "Later" }));
      const row = (title: string, effectiveFrom: string, announcedOn: string | null) =>
        addRow(
          work,
          PolicyRowInput.parse({
            title,
            when: noCondition,
            ask: { requirement: "meeting", version: 1, role: "clause", values: {}, followUp: null },
            effectiveFrom,
            announcedOn,
            noticeMonths: 6,
          }),
        );
      await row("Meetings", "2027-06-01", null);
      await row("Meetings, told", "2027-06-01", "2026-11-02");
      await row("Meetings, later", "2027-09-01", null);
    });
    const { waiting } = await inside(showToday);
    expect(waiting.map(({ kind, dueOn, daysLeft }) => [kind, dueOn, daysLeft])).toEqual([
      ["gate_closed", "2027-02-01", 73],
      ["duty_due", "2026-12-01", 11],
      ["notice_begins", "2026-12-01", 11],
    ]);
    expect(waiting[1]?.who).toBe("Cedar IT");
    expect(waiting[2]?.sentence.text).toBe(
      "“Meetings” counts from 1 June 2027, and the market was promised six months of notice: it is to be told by 1 December 2026.",
    );
  });

  it("asks for a verdict where a possible site meets a measure", async () => {
    await inside(async (work) => {
      const { id } = await createContract(
        work,
        contractInput({ title: "Laptops", products: [product("Lenovo", "IdeaPad 3")] }),
      );
      await takeText(
        work,
        id,
        "Manufactured by one of the following: 1. Hefei Bitland Information Technology Co., Ltd., No. 4088 Jinxiu Avenue, Hefei, Anhui, China 2. Beta Computer (Chongqing) Co., Ltd., 18 Zongbao Road, Chongqing, China",
      );
    });
    const { toDecide, counts } = await inside(showToday);
    // The order of 2020 and the entity list each name it: two measures, two verdicts.
    expect(toDecide.map((item) => item.action.kind)).toEqual(["decide_hit", "decide_hit"]);
    expect(counts).toMatchObject({ contracts: 1, contractsLookedAt: 1, sites: 2, hitsWaiting: 2 });
  });

  it("lists what ends within half a year with whether it may be extended, and leaves out what has ended", async () => {
    for (const endsOn of ["2026-11-19", "2026-11-20", "2027-05-19", "2027-05-20", null])
      await inside((work) =>
        createContract(work, contractInput({ title: endsOn ?? "open", endsOn })),
      );
    const { endingSoon, counts } = await inside(showToday);
    expect(endingSoon.map((one) => one.endsOn)).toEqual(["2026-11-20", "2027-05-19"]);
    expect(counts.contracts).toBe(4);
  });

  it("looks at the 200 that end first and says how many there are", async () => {
    await db.asOwner(
      `insert into contracts (organisation_id, kind, reference, title, ends_on)
       select $1, 'stand_alone', 'M-' || n, 'Many ' || n, '2027-01-01'::date + n from generate_series(1, 205) n`,
      [buyer.organisationId],
    );
    const { counts, others, othersLeftOut } = await inside(showToday);
    expect(counts).toMatchObject({ contracts: 205, contractsLookedAt: 200 });
    expect(others).toHaveLength(300);
    expect(othersLeftOut).toBeGreaterThan(0);
  });
});

describe("sorting what is to be done", () => {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));
  const item: fc.Arbitrary<z.infer<typeof TodayItem>> = fc.record({
    contractId: fc.uuid(),
    contractTitle: fc.string(),
    station: fc.constantFrom("shown", "traced"),
    severity: fc.constantFrom("severe", "serious", "minor"),
    action: fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom(...actionKinds),
      sentence: fc.constant({ code: "a", params: {}, text: "A" }),
      why: fc.constant({ code: "b", params: {}, text: "B" }),
      owner: fc.constant(null),
      dueOn: fc.option(day),
      refs: fc.constant([]),
    }),
  });

  it("loses nothing, doubles nothing and keeps to the dates", () => {
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const sorted = sortItems(items, "2026-11-20", "2026-12-04");
        const all = [...sorted.overdue, ...sorted.dueSoon, ...sorted.toDecide, ...sorted.others];
        expect(all.map((one) => one.action.id).sort()).toEqual(
          items.map((one) => one.action.id).sort(),
        );
        expect(sorted.overdue.every((one) => (one.action.dueOn ?? "") < "2026-11-20")).toBe(true);
        expect(sorted.dueSoon.every((one) => (one.action.dueOn ?? "") <= "2026-12-04")).toBe(true);
      }),
    );
  });
});
