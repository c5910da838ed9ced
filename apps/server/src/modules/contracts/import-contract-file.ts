/** Creates a contract, its framework and all that hangs on them from one contract file: everything or nothing. */
import {
  AppError,
  type DialogueFacts,
  type ErrorDetail,
  type ProcurementFacts,
  type ReadDisclosure,
} from "@throughline/domain";
import {
  findNamedProducts,
  parseContractFile,
  readDisclosure,
  settleCondition,
  settleDialogue,
  settleDutyEvents,
  settleProcurement,
  type ContractFile,
} from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import { takeDisclosure } from "../disclosures/index.ts";
import { gatherDuties, keepEvent } from "../duties/index.ts";
import { listConditions } from "../line/index.ts";
import { saveImportedAnswer, saveImportedRequest } from "../requests/index.ts";
import { findFrameworkByReference } from "./frameworks.store.ts";
import { createContract } from "./create-contract.ts";
import { asInput, partiesOf, partyOf } from "./read-file-parts.ts";

/** What an import made. `frameworkId` is the framework the call-off hangs on, made now or found. */
export interface ImportedContract {
  readonly id: string;
  readonly frameworkId: string | null;
  readonly disclosureIds: readonly string[];
}

/** Keeps the procurement a contract came of. This module knows none: whoever calls has it from there. */
export type KeepTender = (work: Work, contractId: string, facts: ProcurementFacts) => Promise<void>;

/** Keeps what was said about it. One side alone cannot: whoever calls speaks for both, as demonstrations do. */
export type KeepDialogue = (work: Work, contractId: string, facts: DialogueFacts) => Promise<void>;

/**
 * Imports a contract file. Disclosures are given as text; where they name a file, its bytes are looked up in `files`
 * (path as written → bytes), which only a caller on this machine can give.
 *
 * @throws AppError `contract_file_invalid` with a JSON pointer per place, `already_exists` for a known reference.
 */
export async function importContractFile(
  work: Work,
  content: unknown,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
  keepTender: KeepTender | null = null,
  keepDialogue: KeepDialogue | null = null,
): Promise<ImportedContract> {
  const file = parseContractFile(content);
  const tender = settleProcurement(file);
  const dialogue = settleDialogue(file);
  if (dialogue !== null && dialogue.series.length > 0 && keepDialogue === null)
    refuse(
      "/dialogue",
      "What was said and promised is recorded at its table, by each side for itself: leave it out here.",
    );
  if (tender !== null && keepTender === null)
    refuse(
      "/procurement",
      "A procurement is recorded under Procurements, and its contract made there from the award: leave it out here.",
    );
  const frameworkId = file.kind === "call_off" ? await provideFramework(work, file) : null;
  const input = asInput(
    {
      kind: file.kind,
      reference: file.reference,
      title: file.title,
      frameworkId,
      lotNumber: file.lot ?? null,
      ...partiesOf(file),
      cpv: file.cpv,
      value: file.value ?? null,
      awardedOn: file.awardedOn ?? null,
      signedOn: file.signedOn ?? null,
      startsOn: file.startsOn ?? null,
      endsOn: file.endsOn ?? null,
      extensionDecisionOn: file.extensionDecisionOn ?? null,
      followUp:
        file.followUp === undefined
          ? null
          : {
              personId: null,
              name: file.followUp.person,
              hoursPerMonth: file.followUp.hoursPerMonth ?? null,
            },
      knownCountries: file.knownCountries,
      components: [
        ...new Set([...file.components, ...file.products.flatMap((one) => one.components)]),
      ],
      lots: file.lots,
      products: file.products.map((product) => ({
        brand: product.brand,
        family: product.family,
        partNumber: product.partNumber ?? null,
        quantity: product.quantity ?? null,
        value: product.value ?? null,
        cpv: product.cpv ?? null,
      })),
      conditions: file.conditions.map(settleCondition),
    },
    "",
  );
  const { id, productIds } = await createContract(work, input).catch(asFileError);

  const named = (names: readonly string[], path: string): string[] =>
    findNamedProducts(file.products, names, path).flatMap((at) => productIds[at] ?? []);
  for (const [index, request] of file.requests.entries()) {
    await saveImportedRequest(work, {
      contractId: id,
      addressee: request.addressee,
      brand: request.brand ?? null,
      productIds: named(request.products, `/requests/${index}/products`),
      sentOn: request.sentOn ?? null,
      dueOn: request.dueOn ?? null,
      madeBy: request.madeBy ?? null,
      title: file.title,
      path: `/requests/${index}`,
    });
  }
  for (const [index, answer] of file.answers.entries()) {
    await saveImportedAnswer(work, {
      contractId: id,
      answeredBy: answer.answeredBy,
      brand: answer.brand ?? null,
      productIds: named(answer.products, `/answers/${index}/products`),
      answer: answer.answer,
      reason: answer.reason ?? null,
      answeredOn: answer.answeredOn,
      document: answer.document ?? null,
      selfReported: answer.selfReported,
      path: `/answers/${index}`,
    });
  }
  const disclosureIds: string[] = [];
  for (const [index, one] of file.disclosures.entries()) {
    const path = `/disclosures/${index}`;
    const source = sourceOf(one, path, files);
    const read = await readDisclosure(
      one.file === undefined
        ? { kind: "text", text: one.text ?? "" }
        : { kind: "file", bytes: source.bytes, fileName: one.file },
    ).catch((error: unknown) => refuseAt(error, path));
    const foreignMarket: ReadDisclosure["foreignMarket"] = one.foreignMarket ?? read.foreignMarket;
    const taken = await takeDisclosure(
      work,
      id,
      {
        title: one.title,
        declaredBy: one.declaredBy,
        brand: one.brand ?? null,
        asOf: one.asOf ?? null,
        receivedOn: one.receivedOn,
        productIds: named(one.products, `${path}/products`),
        tier: one.tier ?? "final_assembly",
        ...(one.kind === undefined ? {} : { kind: one.kind }),
      },
      { ...read, foreignMarket },
      source,
    ).catch((error: unknown) => refuseAt(error, path));
    disclosureIds.push(taken.disclosureId);
  }
  if (tender !== null) await keepTender?.(work, id, tender);
  if (dialogue !== null) await keepDialogue?.(work, id, dialogue);
  await recordDutyEvents(work, id, file);
  return { id, frameworkId, disclosureIds };
}

/** Records what the file tells of duties; one its clause does not make due is refused at its place. */
async function recordDutyEvents(work: Work, contractId: string, file: ContractFile): Promise<void> {
  if (file.dutyEvents.length === 0) return;
  const settled = settleDutyEvents(file, await listConditions(work, contractId));
  for (const { event, conditionId, path } of settled) {
    if (event.on > work.today) refuse(`${path}/on`, "What is recorded has happened.");
    const { dutyKey, kind, on, until, note } = event;
    await keepEvent(work, {
      contractId,
      conditionId,
      dutyKey,
      kind,
      on,
      until,
      note,
      takesBack: null,
      recognitionId: null,
    });
  }
  const known = new Set((await gatherDuties(work, contractId)).duties.map(({ key }) => key));
  for (const { event, path } of settled)
    if (!known.has(event.dutyKey)) refuse(path, "The clause makes no such duty due.");
}

/** The framework of a call-off: the one that is there under its reference, else made from the file. */
async function provideFramework(work: Work, file: ContractFile): Promise<string> {
  const { framework } = file;
  if (framework === undefined)
    refuse("/framework", "A call-off names the framework it is called off from.");
  const known = await findFrameworkByReference(
    work.tx,
    work.actor.organisationId,
    framework.reference,
  );
  if (known !== undefined) {
    if (known.kind === "framework") return known.id;
    refuse("/framework/reference", "A contract that is no framework has this reference here.");
  }
  const input = asInput(
    {
      kind: "framework",
      reference: framework.reference,
      title: framework.title,
      authority: partyOf(framework.authority),
      // One supplier holds the framework its call-off is made under as far as the file says.
      supplier: partyOf(file.supplier),
      // What the framework is for is what its lots are for.
      cpv: [...new Set(framework.lots.flatMap((lot) => lot.cpv))],
      lots: framework.lots,
      conditions: framework.conditions.map(settleCondition),
    },
    "/framework",
  );
  return (await createContract(work, input).catch(asFileError)).id;
}

function sourceOf(
  one: ContractFile["disclosures"][number],
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
): { bytes: Uint8Array; mediaType: string; fileName: string | null } {
  if (one.file === undefined) {
    const bytes = new TextEncoder().encode(one.text ?? "");
    return { bytes, mediaType: "text/plain; charset=utf-8", fileName: null };
  }
  const bytes = files.get(one.file);
  if (bytes === undefined)
    refuse(`${path}/file`, "A file cannot be reached from here: give its content as 'text'.");
  return { bytes, mediaType: "application/octet-stream", fileName: one.file };
}

function refuse(path: string, message: string): never {
  throw new AppError("contract_file_invalid", `${path}: ${message}`, [{ path, message }]);
}

/** A disclosure that cannot be read makes the whole file invalid, at its place. */
function refuseAt(error: unknown, path: string): never {
  if (error instanceof AppError) refuse(path, error.message);
  throw error;
}

/** What the contract's own rules object to is said of the file, place by place. */
function asFileError(error: unknown): never {
  if (
    error instanceof AppError &&
    (error.code === "input_invalid" || error.code === "identifier_check_digit")
  ) {
    const details: readonly ErrorDetail[] = error.details;
    throw new AppError("contract_file_invalid", error.message, details);
  }
  throw error;
}
