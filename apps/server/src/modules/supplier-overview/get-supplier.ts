/** One supplier: its contracts, requests and releases, its line, how long it takes to answer, what is open between us. */
import { Party, type SupplierDetail } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { may, type Work } from "../../platform/api.ts";
import { listReleasesOfSupplier } from "../releases/index.ts";
import { findSupplier } from "../suppliers/index.ts";
import { gatherDialogue } from "./gather-dialogue.ts";
import { medianDays } from "./supplier-overview.policy.ts";
import { answeredOn, summariseSuppliers } from "./summarise-suppliers.ts";

export async function getSupplier(work: Work, id: string): Promise<SupplierDetail> {
  const row = await findSupplier(work.tx, work.actor.organisationId, id);
  if (row === undefined) throw new AppError("not_found", "There is no such supplier here.");
  const [supplier] = await summariseSuppliers(work, [row]);
  if (supplier === undefined) throw new AppError("not_found");
  const { requests } = supplier;
  const answered = requests.flatMap((request) => {
    const on = answeredOn(request);
    const { sentOn } = request.summary;
    return on === null || sentOn === null ? [] : [{ sentOn, answeredOn: on }];
  });
  return {
    ...supplier.summary,
    version: row.version,
    email: row.email,
    language: row.language,
    identifiers: Party.shape.identifiers.parse(row.identifiers),
    contractList: supplier.contractList,
    requests: requests.map((request) => request.summary),
    // Whoever took a request over as an organisation may call itself otherwise.
    releases: await listReleasesOfSupplier(work, {
      name: row.name,
      deliveryIds: requests.flatMap(({ delivery }) => (delivery === null ? [] : [delivery.id])),
    }),
    medianDaysToAnswer: medianDays(answered),
    answeredRequests: answered.length,
    sentRequests: requests.filter(({ summary }) => summary.sentOn !== null).length,
    dialogue: await gatherDialogue(work, id),
    can: { write: may(work, "supplier.write"), request: may(work, "request.write") },
  };
}
