/** One contract with all that is recorded of it. */
import { Party, type ContractDetail } from "@throughline/contract";
import type { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { listConditions } from "../line/index.ts";
import { listAnswers, listRequests } from "../requests/index.ts";
import {
  findContract,
  findProcurementOf,
  isMember,
  listLots,
  listParties,
  type PartyRole,
} from "./contracts.store.ts";
import { listCallOffs, listUsers } from "./frameworks.store.ts";
import { listProducts } from "./products.store.ts";
import { requireContract } from "./require-contract.ts";

type Detail = z.infer<typeof ContractDetail>;

/**
 * Shows the contract. A framework that another organisation keeps shows what belongs to the framework; whom they have
 * put in charge of it, its products and its requests are not among that.
 */
export async function showContract(work: Work, id: string): Promise<Detail> {
  const { tx } = work;
  const row = await requireContract(work, id);
  const own = row.organisation_id === work.actor.organisationId;
  const framework =
    row.framework_id === null ? undefined : await findContract(tx, row.framework_id);
  const parties = partiesOf(await listParties(tx, id));
  const requests = own ? await listRequests(work, id) : [];
  const answers = own ? await listAnswers(work, id) : [];
  return {
    id: row.id,
    version: row.version,
    // The column's check constraint holds the vocabulary.
    kind: row.kind as Detail["kind"],
    reference: row.reference,
    title: row.title,
    ocid: row.ocid,
    framework:
      framework === undefined
        ? null
        : { id: framework.id, title: framework.title, reference: framework.reference },
    procurement: await findProcurementOf(tx, row.procurement_id),
    lotNumber: row.lot_number,
    lots: await listLots(tx, id),
    callOffs: row.kind === "framework" ? await listCallOffs(tx, id) : [],
    ...parties,
    cpv: row.cpv,
    value:
      row.value_minor === null || row.currency === null
        ? null
        : { minorUnits: row.value_minor, currency: row.currency },
    awardedOn: row.awarded_on,
    signedOn: row.signed_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    extensionDecisionOn: row.extension_decision_on,
    followUp: own ? await followUpOf(work, row) : null,
    knownCountries: row.known_countries,
    components: row.components,
    products: await listProducts(tx, id),
    conditions: await listConditions(work, id),
    requests,
    answers,
    users: own && row.kind === "framework" ? await listUsers(tx, id, row.organisation_id) : [],
    can: {
      write: own && may(work, "contract.write"),
      remove: own && may(work, "contract.remove"),
      addDisclosure: own && may(work, "disclosure.write"),
      request: own && may(work, "request.write"),
      decideHits: own && may(work, "screening.decide"),
      readAudit: own && may(work, "audit.read"),
    },
  };
}

/** A member who has left is not in charge any more. */
async function followUpOf(
  work: Work,
  row: {
    readonly follow_up_person_id: string | null;
    readonly follow_up_name: string | null;
    readonly follow_up_hours_per_month: number | null;
  },
): Promise<Detail["followUp"]> {
  const person = row.follow_up_person_id;
  const personId =
    person !== null && (await isMember(work.tx, work.actor.organisationId, person)) ? person : null;
  const { follow_up_name: name, follow_up_hours_per_month: hoursPerMonth } = row;
  return personId === null && name === null && hoursPerMonth === null
    ? null
    : { personId, name, hoursPerMonth };
}

const Identifiers = Party.shape.identifiers;

/** Parties by their role. */
export function partiesOf(
  rows: readonly {
    readonly role: string;
    readonly name: string;
    readonly country: string | null;
    readonly invented: boolean;
    readonly identifiers: unknown;
  }[],
): Record<"buyer" | "authority" | "supplier", Party | null> & { readonly brands: Party[] } {
  const of = (role: PartyRole): Party[] =>
    rows
      .filter((row) => row.role === role)
      .map(({ name, country, invented, identifiers }) => ({
        name,
        country,
        invented,
        identifiers: Identifiers.parse(identifiers),
      }));
  return {
    buyer: of("buyer")[0] ?? null,
    authority: of("authority")[0] ?? null,
    supplier: of("supplier")[0] ?? null,
    brands: of("brand"),
  };
}
