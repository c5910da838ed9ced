/**
 * The demonstration of requests: an invented hospital trust that asks its suppliers, one of which has begun to answer
 * without an account. Days are counted back from the day it is loaded. Nothing is sent by mail: link and code are handed
 * over, and one pair is printed so that anybody can try answering.
 */
import { ContractInput } from "@throughline/contract";
import type { Database, Tx } from "@throughline/db";
import { makeWork, type Work } from "../platform/api.ts";
import { hashLinkAndCode } from "../platform/guest.ts";
import { plantPerson } from "../platform/keep-people.ts";
import {
  draftPassOn,
  enterWorkspace,
  passOnRequest,
  setAskedProducts,
} from "../modules/answering/index.ts";
import { createContract } from "../modules/contracts/index.ts";
import { createOrganisation } from "../modules/organisations/index.ts";
import { takeRowsIntoRecord } from "../modules/record/index.ts";
import {
  deriveSecrets,
  draftForMany,
  gatherPage,
  revealSecrets,
  saveTemplate,
  sendRequest,
  withdrawRequest,
  writeRequest,
  type LinkParts,
} from "../modules/requests/index.ts";
import type { OpenLink } from "./load-demonstrations.ts";
import { demonstrationPeople } from "./people.ts";

const organisationId = "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1a03";
/** The request that is printed for trying: its words name it again on later starts. */
const toTry = "Where the phones of our community nurses are made";

const party = (name: string) => ({ name, country: "GB", invented: true, identifiers: [] });
const products = (brand: string, families: readonly string[]) =>
  families.map((family) => ({
    brand,
    family,
    partNumber: null,
    quantity: null,
    value: null,
    cpv: null,
  }));

/** Loads it once; answers link and code of the request anybody may answer, while they open it. */
export async function loadRequestDemonstration(
  database: Database,
  parts: LinkParts,
  now: Date,
): Promise<OpenLink[]> {
  const people = demonstrationPeople.filter((person) => person.organisation === "hospital");
  const members = await Promise.all(
    people.map(async (person) => ({
      personId: await plantPerson(database, person),
      role: person.role,
      name: person.name,
      email: person.email,
    })),
  );
  const personId = members[0]?.personId;
  if (personId === undefined) return [];
  await createOrganisation(
    database,
    {
      id: organisationId,
      name: "Westmere Hospitals",
      country: "GB",
      roles: ["buyer"],
      invented: true,
      foiSubject: true,
      members,
    },
    "demonstrations",
  );
  const dayMs = 86_400_000;
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * dayMs);
  const workAt = (tx: Tx, at: Date): Work =>
    makeWork({
      tx,
      actor: { organisationId, personId, role: "owner", scopes: null, requestId: "demonstrations" },
      tokenId: null,
      now: at,
    });
  const asked = await database.withActor({ organisationId, personId }, async (tx) => {
    const { requests } = await gatherPage(workAt(tx, now), { sort: "drafted", limit: 1 });
    return requests.length > 0 ? null : askSuppliers((days) => workAt(tx, daysAgo(days)), parts);
  });
  if (asked !== null) await beginToAnswer(database, parts, asked, daysAgo(16));
  return database.withActor({ organisationId, personId }, async (tx) => {
    const work = workAt(tx, now);
    const { requests } = await gatherPage(work, { sort: "drafted", search: toTry, limit: 1 });
    const delivery = requests[0]?.delivery ?? null;
    const secrets = delivery === null ? null : await revealSecrets(work, delivery.id, parts);
    return secrets === null
      ? []
      : [{ ...secrets, asWhom: "as Linden Mobile, for Westmere Hospitals (both invented)" }];
  });
}

function dateOf(work: Work, days: number): string {
  return new Date(work.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Two contracts and five requests: half answered, open to try, overdue, a draft, withdrawn. Answers the first's delivery. */
async function askSuppliers(at: (daysAgo: number) => Work, parts: LinkParts): Promise<string> {
  const displays = await createContract(
    at(90),
    ContractInput.parse({
      kind: "stand_alone",
      reference: "WH-2026-07",
      title: "Ward displays and patient monitors 2026–2028",
      buyer: party("Westmere Hospitals"),
      supplier: party("Cedar IT"),
      brands: [party("Aster"), party("Larch Displays")],
      cpv: ["33195000"],
      products: [
        ...products("Aster", ["Aster View 27", "Aster View 32", "Aster ward terminal"]),
        ...products("Larch Displays", ["Larch L24"]),
      ],
      conditions: [
        {
          clause: "8.3",
          requirement: "disclose_sites",
          summary: "On request the supplier names the sites of final assembly within thirty days.",
          dueDays: 30,
          dueFrom: "request",
          refreshEveryMonths: 12,
          gatesExtension: false,
          tiers: ["final_assembly"],
          components: ["display panel"],
        },
      ],
    }),
  );
  const phones = await createContract(
    at(90),
    ContractInput.parse({
      kind: "stand_alone",
      reference: "WH-2026-11",
      title: "Phones for community nurses 2026–2027",
      buyer: party("Westmere Hospitals"),
      supplier: party("Linden Mobile"),
      brands: [party("Clover")],
      cpv: ["32250000"],
      products: products("Clover", ["Clover C2", "Clover C2 rugged"]),
    }),
  );
  await saveTemplate(at(80), {
    id: null,
    version: 1,
    name: "Yearly question",
    subject: "Where our products are made: {{contracts}}",
    body: "Dear {{supplier}},\n\nonce a year we ask where what we buy from you is made. This is about {{contracts}}:\n\n{{products}}\n\nOur ground is {{clause}}. Please answer by {{due}}. Parts of an answer are welcome, and so is the reason where you cannot say something.\n\n{{sender}}",
    language: "en",
  });
  async function ask(
    daysAgo: number,
    dueIn: number,
    about: {
      readonly addressee: string;
      readonly contractId: string;
      readonly brand?: string;
      readonly subject: string;
    },
  ): Promise<{ requestId: string; deliveryId: string }> {
    const work = at(daysAgo);
    const requestId = await writeRequest(work, {
      addressee: about.addressee,
      supplierId: null,
      brand: about.brand ?? null,
      contracts: [{ contractId: about.contractId, productIds: [] }],
      subject: about.subject,
      body: `Dear ${about.addressee},\n\nplease tell us at which production sites the products named here are assembled, with the legal name and full address of each. What you cannot say yet, and why, is an answer too.\n\nWestmere Hospitals`,
      dueOn: dateOf(work, dueIn),
      dueBecause: null,
      language: "en",
    });
    const { deliveryId } = await sendRequest(
      work,
      { requestId, toName: about.addressee, toAddress: null },
      parts,
    );
    return { requestId, deliveryId };
  }
  const first = await ask(20, 30, {
    addressee: "Cedar IT",
    contractId: displays.id,
    brand: "Aster",
    subject: "Where the Aster displays on our wards are made",
  });
  await ask(60, 28, {
    addressee: "Larch Displays",
    contractId: displays.id,
    brand: "Larch Displays",
    subject: "Where the Larch L24 is made",
  });
  await ask(12, 42, { addressee: "Linden Mobile", contractId: phones.id, subject: toTry });
  const wrong = await ask(70, 28, {
    addressee: "Linden Mobile",
    contractId: phones.id,
    subject: "Where the phones of 2025 were made",
  });
  await withdrawRequest(at(68), {
    requestId: wrong.requestId,
    version: 2,
    reason: "it named last year's phones; we ask again about those we buy now",
  });
  const work = at(1);
  const contracts = [displays, phones].map(({ id }) => ({ contractId: id, productIds: [] }));
  const draft = await draftForMany(work, { contracts, brand: null, templateId: null });
  await writeRequest(work, {
    ...draft,
    addressee: "Cedar IT",
    supplierId: null,
    contracts,
    language: "en",
  });
  return first.deliveryId;
}

/** The reseller's side, without an account: two products have sites, the third is passed on to the maker. */
async function beginToAnswer(
  database: Database,
  parts: LinkParts,
  deliveryId: string,
  now: Date,
): Promise<void> {
  const { linkSecret, code } = deriveSecrets(parts, deliveryId, 1);
  const requestHash = hashLinkAndCode(linkSecret, code);
  const { workspaceId } = await enterWorkspace(
    { database, now, requestId: "demonstrations" },
    requestHash,
    new Set(),
  );
  const scope = { organisationId: workspaceId, personId: null, requestHash };
  await database.withActor(scope, async (tx) => {
    const work = makeWork({
      tx,
      actor: {
        organisationId: workspaceId,
        personId: null,
        role: "guest",
        scopes: null,
        requestId: "demonstrations",
      },
      tokenId: null,
      now,
    });
    await setAskedProducts(work, {
      deliveryId,
      items: ["p1", "p2", "p3"].map((askedKey) => ({ askedKey, productId: null, make: true })),
    });
    const site = {
      country: "GB",
      latitude: null,
      longitude: null,
      osId: null,
      workers: null,
      flags: [],
      partNumber: null,
      component: null,
      tier: "final_assembly" as const,
      validFrom: null,
      validTo: null,
    };
    await takeRowsIntoRecord(work, [
      {
        ...site,
        name: "Alderbrook Assembly Ltd (invented)",
        address: "4 Mill Race, Invented Trading Estate, Leeds",
        product: "Aster View 27",
        kind: "confirmed",
      },
      {
        ...site,
        name: "Alderbrook Assembly Ltd (invented)",
        address: "4 Mill Race, Invented Trading Estate, Leeds",
        product: "Aster View 32",
        kind: "one_of_several",
      },
      {
        ...site,
        name: "Fenwick Display Works (invented)",
        address: "21 Invented Lane, Swansea",
        product: "Aster View 32",
        kind: "one_of_several",
      },
    ]);
    const about = { deliveryId, toName: "Aster", askedKeys: ["p3"], nameRequester: false };
    const letter = await draftPassOn(work, about);
    await passOnRequest(work, { ...about, ...letter, toAddress: null }, parts);
  });
}
