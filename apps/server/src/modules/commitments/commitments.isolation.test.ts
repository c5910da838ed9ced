/** Who sees and says what of commitments and obstacles: through the use cases, and past them as the application role. */
import { CommitmentInput } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { CompiledQuery } from "kysely";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import {
  getUp,
  plantAct,
  plantCommitment,
  plantJointBuyer,
  plantMeeting,
  plantTable,
  type PlantedTable,
} from "../../test/plant-dialogue.ts";
import { refusalOf } from "../../test/expect-code.ts";
import { discardCommitment } from "./discard-commitment.ts";
import { getCommitment } from "./get-commitment.ts";
import { listCommitments } from "./list-commitments.ts";
import { makeCommitment } from "./make-commitment.ts";
import { sayOfCommitment } from "./say-of-commitment.ts";

let db: TestDatabase;
let table: PlantedTable;
let commitmentId: string;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  table = await plantTable(db.database);
  commitmentId = await plantCommitment(db.database, table.seriesId, table.host);
});
afterAll(() => db.close());

function inside<T>(org: PlantedOrganisation, work: (work: Work) => Promise<T>): Promise<T> {
  const actor = org.actor();
  return db.database.withActor(actor, (tx) => work(workOf(tx, actor)));
}

const confirmation = {
  kind: "confirmed",
  what: null,
  dueOn: null,
  reason: null,
  shownBy: null,
} as const;

const notOpened = {
  code: "not_allowed",
  detail: "Whoever leads this series has not opened this to your seat. Ask them.",
};

/** Each use case that names a commitment, as the organisation; what each was refused with. */
async function attempts(org: PlantedOrganisation, id: string) {
  const tries: readonly ((work: Work) => Promise<unknown>)[] = [
    (work: Work) => getCommitment(work, id),
    (work: Work) => sayOfCommitment(work, { ...confirmation, id }),
    (work: Work) => discardCommitment(work, id),
  ];
  const refused = [];
  for (const one of tries) refused.push(await refusalOf(inside(org, one)));
  return refused;
}

describe("whoever does not sit at the table", () => {
  it("is answered as for a commitment that is nobody's", async () => {
    const stranger = await plantOrganisation(db.database, "Stranger");
    // Another counterpart of the same host: two competitors never sit at one table.
    const rival = (await plantTable(db.database, { host: table.host })).counterpart;
    const former = await plantJointBuyer(db.database, table);
    await getUp(db.database, table.seriesId, former.organisationId);
    const blind = await plantJointBuyer(
      db.database,
      table,
      ["meetings", "minutes"],
      await plantOrganisation(db.database, "Blind"),
    );
    for (const org of [stranger, rival, former, blind]) {
      expect(await attempts(org, commitmentId)).toEqual(await attempts(org, randomUUID()));
      const list = await inside(org, (work) => listCommitments(work, { sort: "due", limit: 50 }));
      expect(list.total).toBe(0);
      const asks = (seriesId: string) =>
        refusalOf(
          inside(org, (work) =>
            makeCommitment(
              work,
              CommitmentInput.parse({
                seriesId,
                debtor: "buyers",
                debtorName: "X",
                what: "X",
                dueOn: null,
              }),
            ),
          ),
        );
      // A joint buyer knows the series; what is promised there it may not see, and says so.
      const [theirs, nobodys] = [await asks(table.seriesId), await asks(randomUUID())];
      expect(theirs).toEqual(org === blind ? { ...nobodys, ...notOpened } : nobodys);
    }
  });

  it("loses what was its own when it gets up", async () => {
    const joint = await plantJointBuyer(db.database, table);
    const own = await plantCommitment(db.database, table.seriesId, joint);
    expect((await inside(joint, (work) => getCommitment(work, own))).label).toBe("B1");
    await getUp(db.database, table.seriesId, joint.organisationId);
    expect(await attempts(joint, own)).toEqual(await attempts(joint, randomUUID()));
  });
});

describe("what is named on the way in", () => {
  it("is refused alike where it is another's and where it is nobody's", async () => {
    const { host, counterpart, seriesId } = table;
    const elsewhere = await plantTable(db.database, { host });
    const meetingId = await plantMeeting(db.database, elsewhere);
    const { contractId } = await inside(host, (work) => plantContract(work));
    const asks = (given: Partial<CommitmentInput>) =>
      refusalOf(
        inside(counterpart, (work) =>
          makeCommitment(
            work,
            CommitmentInput.parse({
              seriesId,
              debtor: "buyers",
              debtorName: "X",
              what: "X",
              dueOn: null,
              ...given,
            }),
          ),
        ),
      );
    expect(await asks({ meetingId })).toEqual(await asks({ meetingId: randomUUID() }));
    expect(await asks({ contractId })).toEqual(await asks({ contractId: randomUUID() }));
    expect(await asks({ seriesId: elsewhere.seriesId })).toEqual(
      await asks({ seriesId: randomUUID() }),
    );
  });
});

describe("past the use cases, as the application role", () => {
  /** What the database itself said against it; `"went through"` where nothing. */
  const raw = (org: PlantedOrganisation, text: string): Promise<string> =>
    inside(org, async ({ tx }) => {
      const run = (statement: string) => tx.executeQuery(CompiledQuery.raw(statement));
      await run("savepoint attempt");
      try {
        await run(text);
        return "went through";
      } catch (error) {
        await run("rollback to attempt");
        return error instanceof Error ? error.message : String(error);
      }
    });
  const act = (side: string, kind: string, organisation: string, shared = "now()") =>
    `insert into commitment_acts (organisation_id, series_id, commitment_id, side, kind, on_day, reason, via, shared_at)
     values ('${organisation}', '${table.seriesId}', '${commitmentId}', '${side}', '${kind}', '2026-11-20', 'why', 'account', ${shared})`;

  it("nobody confirms what its own side put forward, nor speaks for the other side", async () => {
    const { host, counterpart } = table;
    const own = host.organisationId;
    expect(await raw(host, act("buyers", "confirmed", own))).toContain("confirmed by the other");
    expect(await raw(host, act("counterpart", "confirmed", own))).toContain("side one sits on");
    // In the other's name: row security, before anything else is asked.
    expect(await raw(host, act("counterpart", "confirmed", counterpart.organisationId))).not.toBe(
      "went through",
    );
    expect(await raw(host, act("buyers", "fulfilled", own))).toContain("whoever owes it");
    expect(
      await raw(counterpart, act("counterpart", "accepted", counterpart.organisationId)),
    ).toContain("whoever it is owed to");
    // A joint buyer sits on the side that put it forward.
    const joint = await plantJointBuyer(db.database, table);
    expect(await raw(joint, act("buyers", "confirmed", joint.organisationId))).toContain(
      "confirmed by the other",
    );
    expect(
      await raw(counterpart, act("counterpart", "confirmed", counterpart.organisationId)),
    ).toBe("went through");
  });

  it("nobody speaks under another name than that on its seat", async () => {
    const { host, counterpart } = table;
    const own = counterpart.organisationId;
    const under = (name: string) =>
      act("counterpart", "confirmed", own)
        .replace("via, shared_at", "via, shared_at, told_by")
        .replace("now())", `now(), '${name}')`);
    expect(await raw(counterpart, under(host.name))).toContain("row-level security");
    expect(await raw(counterpart, under(counterpart.name))).toBe("went through");
  });

  it("an act stays as it was said, and what is on the table is not taken off it", async () => {
    const { host, counterpart, seriesId } = table;
    await plantAct(db.database, seriesId, commitmentId, counterpart, { kind: "confirmed" });
    for (const text of [
      `update commitment_acts set on_day = '2020-01-01'`,
      `update commitment_acts set due_on = '2030-01-01'`,
      `delete from commitment_acts`,
      `update commitments set debtor = 'buyers'`,
      `delete from dialogue_series`,
    ])
      expect(await raw(host, text), text).toContain("permission denied");
    const left = async () =>
      (
        await db.asOwner<{ acts: number; commitments: number }>(
          `select (select count(*)::int from commitment_acts where commitment_id = $1 and shared_at is not null) as acts,
            (select count(*)::int from commitments where id = $1 and shared_at is not null) as commitments`,
          [commitmentId],
        )
      )[0];
    for (const text of [
      `update commitment_acts set shared_at = null`,
      `update commitments set shared_at = null`,
      `delete from commitments`,
    ])
      await raw(host, text);
    expect(await left()).toEqual({ acts: 2, commitments: 1 });
  });

  it("nothing is said of a draft, and no draft act hides beside a promise on the table", async () => {
    const { host, seriesId } = table;
    commitmentId = await plantCommitment(db.database, seriesId, host, { shared: false });
    const own = host.organisationId;
    expect(await raw(host, act("buyers", "released", own))).toContain("draft");
    expect(await raw(host, act("buyers", "released", own, "null"))).toContain("check constraint");
  });

  it("what a commitment names is seen by whoever names it, and of the same table", async () => {
    const { host, counterpart, seriesId } = table;
    const elsewhere = await plantTable(db.database, { host });
    const meetingId = await plantMeeting(db.database, elsewhere);
    const [thread] = await db.asOwner<{ id: string }>(
      `insert into dialogue_threads (organisation_id, series_id, title, kind, opened_on, shared_at)
       values ($1, $2, 'Secret', 'remediation', '2026-01-01', now()) returning id`,
      [host.organisationId, elsewhere.seriesId],
    );
    const [item] = await db.asOwner<{ id: string }>(
      `insert into agenda_items (organisation_id, series_id, meeting_id, side, position, source, title, told_by)
       values ($1, $2, $3, 'buyers', 1, 'free', 'Secret', 'X') returning id`,
      [host.organisationId, elsewhere.seriesId, meetingId],
    );
    const columns = { meeting_id: meetingId, thread_id: thread?.id, agenda_item_id: item?.id };
    for (const org of [host, counterpart])
      for (const [column, id] of Object.entries(columns))
        expect(
          await raw(
            org,
            `insert into commitments (organisation_id, series_id, number, debtor, debtor_name, made_at, ${column})
                 values ('${org.organisationId}', '${seriesId}', 90, 'buyers', 'X', now(), '${id ?? ""}')`,
          ),
          column,
        ).toContain("row-level security");
  });

  it("origins are ours alone, and hang on commitments we see", async () => {
    const { host, counterpart } = table;
    const { contractId } = await inside(host, (work) => plantContract(work));
    const origin = (org: PlantedOrganisation, contract: string) =>
      raw(
        org,
        `insert into commitment_origins (organisation_id, commitment_id, contract_id, break_id)
             values ('${org.organisationId}', '${commitmentId}', '${contract}', 'b')`,
      );
    expect(await origin(counterpart, contractId)).toContain("foreign key");
    const stranger = await plantOrganisation(db.database, "Stranger");
    expect(await origin(stranger, contractId)).toContain("row-level security");
    expect(await origin(host, contractId)).toBe("went through");
    const seen = await inside(counterpart, ({ tx }) =>
      tx.selectFrom("commitment_origins").select("break_id").execute(),
    );
    expect(seen).toEqual([]);
  });
});
