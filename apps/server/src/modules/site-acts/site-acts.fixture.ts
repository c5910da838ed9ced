/** Places to plant, and what a test reads back, for the tests of what becomes of sites. */
import type { Actor } from "@throughline/domain";
import {
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import type { Work } from "../../platform/api.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";
import { showContractLine } from "../line/index.ts";

export type As = <T>(run: (work: Work) => Promise<T>, on?: string) => Promise<T>;

export interface Planted {
  readonly org: PlantedOrganisation;
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
export async function plantSites(db: TestDatabase, text = label): Promise<Planted> {
  const org = await plantOrganisation(db.database);
  const actor = org.actor();
  const as: As = (run, on = "2026-11-20") =>
    db.database.withActor(actor, (tx) => run(workOf(tx, actor, new Date(`${on}T09:00:00Z`))));
  const contractId = await as(async (work) => {
    const planted = await plantContract(work, [["Acme", "Book 3"]]);
    await takeText(work, planted.contractId, text);
    return planted.contractId;
  }, "2026-11-01");
  const rows = await db.asOwner<{ id: string; name: string }>(
    "select id, name from sites where organisation_id = $1",
    [org.organisationId],
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
