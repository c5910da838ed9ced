/**
 * A contract as an OCDS release package, made to be published: named are only sites that are in the public registry
 * already; those known from a disclosure alone, and those whose identity was never given, are counted by tier.
 */
import { printSiteId } from "@throughline/domain";
import { writeOcdsRelease, type OcdsParty, type OcdsSite } from "@throughline/interchange";
import type { FastifyInstance } from "fastify";
import type { Party } from "@throughline/contract";
import { act, type Work } from "../../platform/api.ts";
import { readIdOfPath, type ContextOf } from "../../platform/receive-upload.ts";
import { asFileName, mediaTypes, sendFile, type SentFile } from "../../platform/send-file.ts";
import { gatherLineFacts, type GatheredFacts } from "../line/index.ts";
import { readOrganisationName, readPublishedSites } from "./contracts.store.ts";
import { requireOwnContract } from "./require-contract.ts";
import { showContract } from "./show-contract.ts";

/** Adds `GET /api/contracts/:id/ocds`. */
export function registerContractFiles(http: FastifyInstance, contextOf: ContextOf): void {
  http.get<{ Params: { id: string } }>("/api/contracts/:id/ocds", async (request, reply) => {
    const context = await contextOf(request);
    const id = readIdOfPath(request.params.id);
    const file = await act(context, "contract.read", (work) =>
      writeContractRelease(work, id, context.publicUrl),
    );
    return sendFile(reply, file);
  });
}

/** Writes it. A contract without an ocid gets one under this house's own prefix, from its id. */
export async function writeContractRelease(
  work: Work,
  id: string,
  publicUrl: string,
): Promise<SentFile> {
  await requireOwnContract(work, id);
  const contract = await showContract(work, id);
  const gathered = (await gatherLineFacts(work, [id], work.today)).get(id);
  const ocid = contract.ocid ?? `ocds-throughline-${id}`;
  const content = writeOcdsRelease({
    ocid,
    releaseId: `contract-${id}-${work.today}`,
    publishedAt: work.now.toISOString(),
    uri: `${publicUrl}/api/contracts/${id}/ocds`,
    publisher: { name: await readOrganisationName(work.tx, work.actor.organisationId) },
    language: "en",
    contract: {
      id,
      reference: contract.reference,
      title: contract.title,
      buyer: partyOf(contract.buyer),
      authority: partyOf(contract.authority),
      supplier: partyOf(contract.supplier),
      cpv: contract.cpv,
      value: contract.value,
      awardedOn: contract.awardedOn,
      signedOn: contract.signedOn,
      startsOn: contract.startsOn,
      endsOn: contract.endsOn,
      conditions: contract.conditions.map((condition) => ({
        ...condition,
        // Who here looks after it is nobody's business outside.
        followUp:
          condition.followUp === null || condition.followUp === undefined
            ? null
            : { ...condition.followUp, personId: null, role: null, hoursPerMonth: null },
      })),
    },
    products: contract.products.map(
      ({ id: productId, brand, family, partNumber, quantity, cpv }) => ({
        id: productId,
        brand,
        family,
        partNumber,
        quantity,
        cpv,
      }),
    ),
    sites: gathered === undefined ? [] : await sitesOf(work, gathered),
  });
  return {
    bytes: Buffer.from(JSON.stringify(content, null, 2), "utf8"),
    fileName: `ocds-${asFileName(contract.reference, "contract")}.json`,
    mediaType: mediaTypes.json,
  };
}

function partyOf(party: Party | null): OcdsParty | null {
  if (party === null) return null;
  const { name, country, identifiers, invented } = party;
  return { name, country, identifiers, invented };
}

/** Sites that standing links name, each as far as it may be told. */
async function sitesOf(work: Work, { facts }: GatheredFacts): Promise<OcdsSite[]> {
  const standing = new Set(
    facts.disclosures
      .filter(({ withdrawnOn }) => withdrawnOn === null || withdrawnOn > facts.asOf)
      .map(({ id }) => id),
  );
  const linksBySite = new Map<number, OcdsSite["links"][number][]>();
  for (const group of facts.links) {
    if (group.disclosureId !== null && !standing.has(group.disclosureId)) continue;
    const link = {
      productId: group.productId,
      tier: group.tier,
      component: group.component,
      kind: group.kind,
    };
    for (const site of group.sites ?? [])
      linksBySite.set(site, [...(linksBySite.get(site) ?? []), link]);
  }
  const wanted = [...linksBySite].flatMap(([at, links]) => {
    const site = facts.sites[at];
    return site === undefined ? [] : [{ site, links }];
  });
  const published = new Map(
    (
      await readPublishedSites(
        work.tx,
        wanted.map(({ site }) => site.id),
      )
    ).map((row) => [row.id, row]),
  );
  return wanted.map(({ site, links }): OcdsSite => {
    const row = published.get(site.id);
    if (row === undefined) {
      const disclosure = site.flags.includes("identity_masked") ? "masked" : "confidential";
      return { id: "", name: "", address: null, country: null, osId: null, disclosure, links };
    }
    return {
      id: printSiteId(row.public_id),
      // As the registry has it, not as somebody told it to us.
      name: row.name,
      address: row.address,
      country: row.country,
      osId: row.os_id,
      disclosure: "named",
      links,
    };
  });
}
