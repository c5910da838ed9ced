/**
 * The demonstration's list on its way in: what an invented maker sent to Northbridge University as Excel saves it in
 * Germany, with what such lists have. It waits for somebody to look at its columns. Every company and site is invented.
 */
import type { Database } from "@throughline/db";
import { makeWork } from "../platform/api.ts";
import { plantPerson } from "../platform/keep-people.ts";
import { startIntake } from "../modules/intakes/index.ts";
import { findContractWithoutList } from "./lists.store.ts";
import { demonstrationPeople } from "./people.ts";

const organisationId = "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1a01";
const reference = "NBU-2026-EUC-1";

/** Semicolons, a title above the headings, a territory under China, a repeat, a cell with blanks, a row without a name, a total. */
const list = [
  "Aster (erfunden): Fertigungsstätten Zubehör;;;;",
  "Lieferant;Anschrift;Land;Produkt;Beschäftigte",
  "Meilun Cells (invented) Co. Ltd.;18 Example Road, Wuxi, Jiangsu;China;Aster 14;420",
  "  Tai Wo Connectors (invented) Ltd. ;Unit 5, 22 Example Street, Kwun Tong, Hong Kong;China;Aster 14;85",
  "Brightfield Panels (invented) Ltd.;Lot 7, Example Industrial Park, Bac Ninh;Vietnam;Aster 14;1300",
  "Brightfield Panels (invented) Ltd.;Lot 7, Example Industrial Park, Bac Ninh;Vietnam;Aster 14;1300",
  ";3 Example Lane, Penang;Malaysia;Aster 14;",
  "Aster Logistics Warehouse (invented);P.O. Box 12, Rotterdam;Niederlande;;12",
  "Summe;;;;3117",
  "",
].join("\r\n");

/** Sends it once. The worker that reads it is started after the server. */
export async function loadListDemonstration(database: Database, now: Date): Promise<void> {
  const person = demonstrationPeople.find(({ organisation }) => organisation === "university");
  if (person === undefined) return;
  const personId = await plantPerson(database, person);
  await database.withActor({ organisationId, personId }, async (tx) => {
    const work = makeWork({
      tx,
      actor: { organisationId, personId, role: "owner", scopes: null, requestId: "demonstrations" },
      tokenId: null,
      now,
    });
    const contractId = await findContractWithoutList(work, reference);
    if (contractId === null) return;
    await startIntake(
      work,
      {
        target: "contract",
        contractId,
        about: {
          title: "Accessories, sites 2026 (invented)",
          declaredBy: "Aster (invented)",
          brand: "Aster",
          asOf: null,
          receivedOn: work.today,
          productIds: [],
          tier: "component",
        },
      },
      {
        // As Excel writes it there: Windows-1252, which has these letters where Latin-1 has them.
        bytes: Buffer.from(list, "latin1"),
        mediaType: "text/csv",
        fileName: "zubehoer-2026-erfunden.csv",
        unattended: false,
      },
    );
  });
}
