/** Begins a series with one counterpart, changes what it rests on, pauses, closes and goes on with it. */
import type { dialogues } from "@throughline/contract";
import { AppError, isTimeZone } from "@throughline/domain";
import type { InferContractRouterInputs } from "@orpc/contract";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { findOrganisation } from "../organisations/index.ts";
import { ensureSuppliers, findSupplier } from "../suppliers/index.ts";
import { insertAim } from "./aims.store.ts";
import { findProgramme } from "./programmes.store.ts";
import { requireHost } from "./require-sitting.ts";
import { insertSeat, insertSitting } from "./seats.store.ts";
import {
  countOwnContracts,
  insertSeries,
  replaceSeriesContracts,
  requireSeries,
  updateSeries,
  type SeriesContent,
} from "./series.store.ts";
import { planSettling, settleChannels } from "./settle-channels.ts";

type Inputs = InferContractRouterInputs<typeof dialogues>;

/** Begins one; whoever does leads it, and says what the buyers want from it. */
export async function createSeries(work: Work, input: Inputs["create"]): Promise<{ id: string }> {
  const content = contentOf(input);
  const contractIds = input.contractIds ?? [];
  await refuseUnsound(work, content, contractIds, null);
  const organisation = await findOrganisation(work.tx, work.actor.organisationId);
  if (organisation === undefined) throw new AppError("not_found");
  const { invented } = organisation;
  const counterpart = await chooseCounterpart(work, input, invented);
  const id = await insertSeries(work, {
    ...content,
    supplierId: counterpart.supplierId,
    counterpartName: counterpart.name,
    invented,
  });
  await replaceSeriesContracts(work, id, contractIds);
  const seat = { seriesId: id, side: "buyers", kind: "lead", name: organisation.name } as const;
  const seatId = await insertSeat(work, seat);
  await insertSitting(work, {
    ...seat,
    id: seatId,
    sees: ["meetings", "minutes", "commitments", "feedback"],
    hostId: work.actor.organisationId,
    via: "account",
    linkShown: false,
  });
  await insertAim(work, {
    seriesId: id,
    side: "buyers",
    toldBy: organisation.name,
    purpose: input.purpose,
    hopedOutcome: input.hopedOutcome,
    brings: input.brings ?? "",
  });
  await recordAudit(work, {
    action: "create-series",
    subjectKind: "dialogue_series",
    subjectId: id,
    after: { ...saidOf(content), contractIds, counterpart: counterpart.name },
  });
  await settleChannels(work);
  await planSettling(work);
  return { id };
}

/** Changes what it rests on and how. */
export async function updateSeriesTerms(
  work: Work,
  input: Inputs["update"],
): Promise<{ version: number }> {
  await requireHost(work, input.id);
  const before = await requireSeries(work, input.id);
  const content = contentOf(input);
  const contractIds = input.contractIds ?? [];
  await refuseUnsound(work, content, contractIds, before.programme_id);
  const version = await updateSeries(work, input.id, input.version, content);
  await replaceSeriesContracts(work, input.id, contractIds);
  await recordAudit(work, {
    action: "update-series",
    subjectKind: "dialogue_series",
    subjectId: input.id,
    before: {
      title: before.title,
      issues: before.issues,
      cpv: before.cpv,
      cadenceMonths: before.cadence_months,
      leadDays: before.lead_days,
      basis: before.basis,
      programmeId: before.programme_id,
    },
    after: { ...saidOf(content), contractIds },
  });
  await settleChannels(work);
  return { version };
}

/** Pauses, closes or goes on, with the reason both sides read. */
export async function setSeriesState(
  work: Work,
  input: Inputs["setState"],
): Promise<{ version: number }> {
  await requireHost(work, input.id);
  const before = await requireSeries(work, input.id);
  if (before.state === input.state)
    throw new AppError("conflict", "It stands like this already. Load it again.");
  const version = await updateSeries(work, input.id, input.version, {
    state: input.state,
    reason: input.state === "open" ? null : input.reason,
    closedOn: input.state === "closed" ? work.today : null,
  });
  await recordAudit(work, {
    action: "set-series-state",
    subjectKind: "dialogue_series",
    subjectId: input.id,
    before: { state: before.state },
    after: {
      state: input.state,
      reason: await sealPersonal(work, subjectOf(work.actor), input.reason),
    },
  });
  await settleChannels(work);
  return { version };
}

type Given = Omit<Inputs["update"], "id" | "version">;

function contentOf(input: Given): SeriesContent {
  return {
    title: input.title,
    counterpartRole: input.counterpartRole,
    programmeId: input.programmeId ?? null,
    basis: input.basis,
    basisTold: input.basisTold ?? "",
    issues: [...new Set(input.issues)],
    cpv: [...new Set(input.cpv ?? [])],
    cadenceMonths: input.cadenceMonths ?? null,
    leadDays: input.leadDays ?? 10,
    language: input.language ?? "en",
    timeZone: input.timeZone,
    protection: input.protection ?? "",
  };
}

/** What of it stands in the audit: no free text. */
function saidOf({ protection: _, basisTold: __, ...content }: SeriesContent): SeriesContent {
  return { ...content, protection: "", basisTold: "" };
}

async function refuseUnsound(
  work: Work,
  content: SeriesContent,
  contractIds: readonly string[],
  programmeBefore: string | null,
): Promise<void> {
  if (!isTimeZone(content.timeZone))
    throw new AppError("input_invalid", "There is no such time zone.", [
      { path: "/timeZone", message: "Give a name such as Europe/London." },
    ]);
  const { programmeId } = content;
  if (programmeId !== null && programmeId !== programmeBefore) {
    const programme = await findProgramme(work, programmeId);
    if (programme === undefined)
      throw new AppError("reference_unknown", "There is no such programme here.", [
        { path: "/programmeId", message: "Choose a programme of your organisation." },
      ]);
    if (programme.closed_on !== null)
      throw new AppError("conflict", "This programme is closed. Begin another one, or none.");
  }
  if ((await countOwnContracts(work, contractIds)) < new Set(contractIds).size)
    throw new AppError("reference_unknown", "There is no such contract here.", [
      { path: "/contractIds", message: "Choose contracts of your organisation." },
    ]);
}

/** The supplier that is named, or whoever is added by name. */
async function chooseCounterpart(
  work: Work,
  input: Inputs["create"],
  invented: boolean,
): Promise<{ readonly supplierId: string | null; readonly name: string }> {
  const { supplierId = null, counterpartName } = input;
  if (supplierId !== null) {
    const supplier = await findSupplier(work.tx, work.actor.organisationId, supplierId);
    if (supplier === undefined)
      throw new AppError("reference_unknown", "There is no such supplier here.", [
        { path: "/supplierId", message: "Choose a supplier of your organisation." },
      ]);
    return { supplierId, name: counterpartName ?? supplier.name };
  }
  if (counterpartName === undefined)
    throw new AppError("input_invalid", "Say whom the series is with.", [
      { path: "/counterpartName", message: "Name the counterpart, or choose a supplier." },
    ]);
  const ids = await ensureSuppliers(work, [{ name: counterpartName, invented }]);
  return { supplierId: ids.get(counterpartName) ?? null, name: counterpartName };
}
