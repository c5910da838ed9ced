/**
 * The demonstration's other side: Cedar IT (invented) was asked by Westmere Hospitals, keeps a record and released it twice:
 * one site masked, one product refused, one that it cannot say. Everybody and every site is invented.
 */
import type { ContractInput } from "@throughline/contract";
import type { Database } from "@throughline/db";
import { makeWork, type Work } from "../platform/api.ts";
import { plantPerson } from "../platform/keep-people.ts";
import { setAskedProducts, takeOverOpened } from "../modules/answering/index.ts";
import { createContract } from "../modules/contracts/index.ts";
import { createOrganisation } from "../modules/organisations/index.ts";
import {
  addAnswer,
  addSites,
  readRecordContent,
  saveProduct,
  setLinks,
} from "../modules/record/index.ts";
import { receiveRelease, releaseRecord } from "../modules/releases/index.ts";
import {
  deriveSecrets,
  sendRequest,
  writeRequest,
  type LinkParts,
} from "../modules/requests/index.ts";
import { demonstrationPeople } from "./people.ts";
import {
  countReleases,
  findDemonstrationDelivery,
  findMembership,
  type DemonstrationDelivery,
} from "./supplier-record.store.ts";

/** Somebody who acts in the demonstration. */
interface DemonstrationActor {
  readonly organisationId: string;
  readonly personId: string;
}

const supplierOrganisationId = "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1a04";
const reference = "WH-2026-21";
const day = 86_400_000;

const product = (family: string, quantity: number): ContractInput["products"][number] => ({
  brand: "Aster",
  family,
  partNumber: null,
  quantity,
  value: null,
  cpv: "30231300",
});

const invented = (name: string, country: string | null) => ({
  name,
  country,
  invented: true,
  identifiers: [],
});

/**
 * Lays what is not there yet, each step in a transaction of its own, so that a killed start is made good by the next.
 * Needs the invented hospital trust that asks: it does nothing before that is loaded.
 */
export async function loadSupplierRecord(
  database: Database,
  parts: LinkParts,
  now: Date,
): Promise<void> {
  const supplier = await layReseller(database);
  const buyer = await findBuyer(database);
  if (supplier === null || buyer === null) return;
  const ago = (days: number): Date => new Date(now.getTime() - days * day);
  const as = <T>(
    { organisationId, personId }: DemonstrationActor,
    at: Date,
    run: (work: Work) => Promise<T>,
  ): Promise<T> =>
    database.withActor({ organisationId, personId }, (tx) =>
      run(
        makeWork({
          tx,
          actor: {
            organisationId,
            personId,
            role: "owner",
            scopes: null,
            requestId: "demonstrations",
          },
          tokenId: null,
          now: at,
        }),
      ),
    );

  const delivery = await as(buyer, ago(40), (work) => ask(work, parts));
  const { answeringId } = delivery;
  // Somebody may have tried the link before: then the answer is theirs.
  if (answeringId !== null && answeringId !== supplier.organisationId) return;
  if (answeringId === null)
    await as(supplier, ago(38), async (work) => {
      const { hash } = deriveSecrets(parts, delivery.id, delivery.generation);
      await takeOverOpened(work, hash);
      await fillRecord(work, delivery.id);
    });
  const deliveryId = delivery.id;
  const released = await as(supplier, now, (work) => countReleases(work, deliveryId));
  if (released === 0) {
    const at = ago(20);
    const { releaseId } = await as(supplier, at, (work) => give(work, deliveryId));
    await as(buyer, at, (work) => receiveRelease(work, { releaseId }));
  }
  if (released < 2) {
    const at = ago(5);
    const { releaseId } = await as(supplier, at, async (work) => {
      await addDockSites(work);
      return give(work, deliveryId);
    });
    await as(buyer, at, (work) => receiveRelease(work, { releaseId }));
  }
}

/** The reseller with whoever signs in for it. */
async function layReseller(database: Database): Promise<DemonstrationActor | null> {
  const person = demonstrationPeople.find(({ organisation }) => organisation === "reseller");
  if (person === undefined) return null;
  const personId = await plantPerson(database, person);
  await createOrganisation(
    database,
    {
      id: supplierOrganisationId,
      name: "Cedar IT",
      country: "GB",
      roles: ["reseller"],
      invented: true,
      foiSubject: false,
      members: [{ personId, role: person.role, name: person.name, email: person.email }],
    },
    "demonstrations",
  );
  return { organisationId: supplierOrganisationId, personId };
}

/** The hospital trust of the demonstration of requests. */
async function findBuyer(database: Database): Promise<DemonstrationActor | null> {
  const person = demonstrationPeople.find(({ organisation }) => organisation === "hospital");
  if (person === undefined) return null;
  const personId = await plantPerson(database, person);
  const organisationId = await findMembership(database, personId);
  return organisationId === null ? null : { organisationId, personId };
}

/** The buyer's contract and its request to the reseller. */
async function ask(work: Work, parts: LinkParts): Promise<DemonstrationDelivery> {
  const there = await findDemonstrationDelivery(work, reference);
  if (there !== undefined) return there;
  const { id, productIds } = await createContract(work, contractOf());
  const requestId = await writeRequest(work, {
    addressee: "Cedar IT",
    supplierId: null,
    brand: null,
    contracts: [{ contractId: id, productIds }],
    subject: "Where are the monitors and docks made?",
    body: "Under clause 6.1 please name, for each product, the site of final assembly and the maker of the display panel, with legal name and full address. Where you cannot know, please say what stands in the way or pass the question on.",
    dueOn: new Date(work.now.getTime() + 28 * day).toISOString().slice(0, 10),
    dueBecause: "Clause 6.1 gives 28 days from the request.",
    language: "en",
  });
  await sendRequest(
    work,
    { requestId, toName: "Cedar IT", toAddress: "sites@cedar-it.example" },
    parts,
  );
  const made = await findDemonstrationDelivery(work, reference);
  if (made === undefined) throw new Error("The demonstration's request was not delivered.");
  return made;
}

function contractOf(): ContractInput {
  return {
    kind: "stand_alone",
    reference,
    title: "Monitors and docks 2026–2028",
    frameworkId: null,
    lotNumber: null,
    ocid: null,
    buyer: invented("Westmere Hospitals", "GB"),
    authority: null,
    supplier: invented("Cedar IT", "GB"),
    brands: [invented("Aster", null)],
    cpv: ["30231300"],
    value: null,
    awardedOn: "2026-04-20",
    signedOn: "2026-05-04",
    startsOn: "2026-05-11",
    endsOn: "2028-05-10",
    extensionDecisionOn: "2028-02-10",
    followUp: { personId: null, name: "contract manager, end-user computing", hoursPerMonth: 2 },
    knownCountries: [],
    components: [],
    lots: [],
    conditions: [
      {
        clause: "6.1",
        requirement: "disclose_sites",
        summary:
          "The supplier names, within 28 days of a request, the sites of final assembly and the makers of display panels.",
        dueDays: 28,
        dueFrom: "request",
        refreshEveryMonths: 12,
        gatesExtension: false,
        tiers: ["final_assembly", "component"],
        components: ["display panel"],
      },
    ],
    products: [
      product("View 24", 220),
      product("View 27", 60),
      product("Dock A40", 300),
      product("Hub H2", 120),
      product("Cable kit C1", 900),
    ],
  };
}

const unknown = {
  latitude: null,
  longitude: null,
  osId: null,
  workers: null,
  maskedAs: null,
} as const;

/** What the reseller knew at first: who assembles the monitors, who makes their panels, and what it was refused. */
async function fillRecord(work: Work, deliveryId: string): Promise<void> {
  const families = ["View 24", "View 27", "Dock A40", "Hub H2", "Cable kit C1"];
  const ids: string[] = [];
  for (const family of families)
    ids.push(
      (
        await saveProduct(work, {
          id: null,
          version: 1,
          brand: "Aster",
          family,
          partNumbers: [],
        })
      ).id,
    );
  const [view24 = "", view27 = "", , hub = "", cable = ""] = ids;
  await setAskedProducts(work, {
    deliveryId,
    items: ids.map((productId, at) => ({ askedKey: `p${at + 1}`, productId, make: false })),
  });
  const { ids: sites } = await addSites(work, {
    sites: [
      {
        ...unknown,
        name: "Rowan Display Assembly (invented) Co., Ltd.",
        address: "No. 12 Example Road, Suzhou, Jiangsu",
        country: "CN",
      },
      {
        ...unknown,
        name: "Halden Glass (invented) Co., Ltd.",
        address: "Lot 3, Example Industrial Park, Bac Giang",
        country: "VN",
        maskedAs: "the maker of the display",
      },
    ],
  });
  const [rowan = "", halden = ""] = sites;
  const link = { component: null, kind: "confirmed", from: null, to: null } as const;
  await setLinks(work, {
    set: [view24, view27].flatMap((productId) => [
      { ...link, productId, siteId: rowan, tier: "final_assembly" as const },
      {
        ...link,
        productId,
        siteId: halden,
        tier: "component" as const,
        component: "display panel",
      },
    ]),
    remove: [],
  });
  const answer = { document: null, answeredOn: work.today, selfReported: false };
  await addAnswer(work, {
    ...answer,
    productId: hub,
    answer: "asked_and_refused",
    saidBy: "Aster",
    reason: "Aster does not name who assembles the hub before its own audit is finished.",
  });
  await addAnswer(work, {
    ...answer,
    productId: cable,
    answer: "cannot_because",
    saidBy: null,
    reason: "The kit is packed from stock of several makers, and nobody records which.",
  });
}

/** What it learnt later: the dock comes from one of two places. */
async function addDockSites(work: Work): Promise<void> {
  const { ids: sites } = await addSites(work, {
    sites: [
      {
        ...unknown,
        name: "Tamarack Electronics (invented) Co., Ltd.",
        address: "No. 7 Example Avenue, Dongguan, Guangdong",
        country: "CN",
      },
      {
        ...unknown,
        name: "Larch Electronics (invented) Sdn. Bhd.",
        address: "Plot 21, Example Free Industrial Zone, Penang",
        country: "MY",
      },
    ],
  });
  const dock = await findDock(work);
  await setLinks(work, {
    set: sites.map((siteId) => ({
      productId: dock,
      siteId,
      tier: "final_assembly" as const,
      component: null,
      kind: "one_of_several" as const,
      from: null,
      to: null,
    })),
    remove: [],
  });
}

async function findDock(work: Work): Promise<string> {
  const { content } = await readRecordContent(work);
  const dock = content.products.find(({ family }) => family === "Dock A40");
  if (dock === undefined) throw new Error("The demonstration's record has no dock.");
  return dock.key;
}

function give(work: Work, deliveryId: string): Promise<{ releaseId: string }> {
  return releaseRecord(work, {
    deliveryId,
    recipientName: null,
    onBehalfOf: null,
    asOf: work.today,
    expiresOn: null,
    productIds: [],
    maskSiteIds: [],
  });
}
