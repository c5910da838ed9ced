/** Places to plant, and what a test reads back, for the tests of what becomes of sites. */
import type { Database } from "@throughline/db";
import type { Actor } from "@throughline/domain";
import type { Work } from "../platform/api.ts";
import { plantContract, workOf } from "./plant-contract.ts";
import { takeText } from "./take-planted-text.ts";
import { showContractLine } from "../modules/line/index.ts";

export type As = <T>(run: (work: Work) => Promise<T>, on?: string) => Promise<T>;

/** A planted organisation, as the testkit gives it. */
interface Organisation {
  readonly organisationId: string;
  readonly people: Readonly<Record<"owner", string>>;
  actor(): Actor;
}

export interface Planted {
  readonly org: Organisation;
  readonly actor: Actor;
  readonly as: As;
  readonly contractId: string;
  /** Ids of the sites by the first word of their name. */
  readonly site: Readonly<Record<string, string>>;
}

const label =
  "Acme, Manufactured by one of the following: 1. Alpha Electronics (Kunshan) Co., Ltd. No.15, Third Avenue, Kunshan, Jiangsu, China " +
  "2. Beta Computer (Chongqing) Co., Ltd. 18#, Zongbao Road, Chongqing, China 3. Gamma Precision Co., Ltd., No. 4 Harbour Road, Suqian, Jiangsu, China " +
  "4. Delta Optics Ltd, 7 Mill Lane, Leeds, UK";

/** An organisation with four sites of one disclosure, taken on 1 November. */
export async function plantSites(
  db: { readonly database: Database },
  org: Organisation,
  text = label,
): Promise<Planted> {
  const actor = org.actor();
  const as: As = (run, on = "2026-11-20") =>
    db.database.withActor(actor, (tx) => run(workOf(tx, actor, new Date(`${on}T09:00:00Z`))));
  const contractId = await as(async (work) => {
    const planted = await plantContract(work, [["Acme", "Book 3"]]);
    await takeText(work, planted.contractId, text);
    return planted.contractId;
  }, "2026-11-01");
  const rows = await as((work) =>
    work.tx
      .selectFrom("sites")
      .select(["id", "name"])
      .where("organisation_id", "=", org.organisationId)
      .execute(),
  );
  const site = Object.fromEntries(
    rows.map(({ id, name }) => [name.split(" ")[0]?.toLowerCase() ?? "", id]),
  );
  return { org, actor, as, contractId, site };
}

/** What the line of the planted contract shows on a day: names and ids of its sites. */
export async function lineSites(
  { as, contractId }: Planted,
  asOf: string,
): Promise<{ siteId: string; name: string }[]> {
  const { line } = await as((work) => showContractLine(work, { id: contractId, asOf }));
  return line.sites
    .map(({ siteId, name }) => ({ siteId, name }))
    .toSorted((a, b) => (a.siteId < b.siteId ? -1 : 1));
}
