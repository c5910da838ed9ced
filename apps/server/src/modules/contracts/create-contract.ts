/** Creates a framework, call-off or stand-alone contract with what is known of it. */
import type { ContractInput } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { planReminders } from "../duties/index.ts";
import { checkContract, checkLots, checkProducts } from "./contracts.policy.ts";
import {
  contractColumns,
  findContract,
  findOwnByReference,
  insertContract,
  insertLots,
  isMember,
  listLots,
  setParties,
} from "./contracts.store.ts";
import { replaceConditions } from "./conditions.store.ts";
import { insertAccess } from "./frameworks.store.ts";
import { describeConditions, describeForAudit } from "./describe-for-audit.ts";
import { setSuppliers } from "./set-suppliers.ts";
import { insertProducts } from "./products.store.ts";

/** A contract that was made, with its products' ids in the order given. */
export interface CreatedContract {
  readonly id: string;
  readonly productIds: readonly string[];
}

/** Creates the contract. A framework may at once be called off from by the organisation that keeps it. */
export async function createContract(work: Work, input: ContractInput): Promise<CreatedContract> {
  const check = checkContract(input);
  if (!check.ok) throw new AppError(check.code, check.details[0]?.message, check.details);
  const details = [...checkLots(input.lots), ...checkProducts(input.products)];
  if (input.kind !== "framework" && input.lots.length > 0)
    details.push({ path: "/lots", message: "Only a framework has lots." });
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
  await checkReferences(work, input);
  await requireFollowers(work, input.conditions);

  const { tx } = work;
  const { organisationId } = work.actor;
  const same = await findOwnByReference(tx, organisationId, input.reference);
  if (same !== undefined) {
    const message = `“${same.title}” is recorded with the reference ${input.reference}.`;
    throw new AppError("already_exists", message, [{ path: "/reference", message }]);
  }
  const id = await insertContract(tx, organisationId, contractColumns(input));
  if (input.kind === "framework") await insertAccess(tx, id, organisationId, organisationId);
  await insertLots(tx, organisationId, id, input.lots);
  for (const role of ["buyer", "authority"] as const) {
    const party = input[role];
    if (party !== null) await setParties(tx, organisationId, id, role, [party]);
  }
  await setSuppliers(work, id, "supplier", input.supplier === null ? [] : [input.supplier]);
  await setSuppliers(work, id, "brand", input.brands);
  await replaceConditions(tx, organisationId, id, input.conditions);
  // A call-off takes over the clauses of its framework.
  if (input.conditions.length > 0 || input.kind === "call_off") await planReminders(work);
  const productIds =
    input.products.length === 0 ? [] : await insertProducts(tx, organisationId, id, input.products);
  const { products, conditions, lots, ...fields } = input;
  await recordAudit(work, {
    action: "create-contract",
    subjectKind: "contract",
    subjectId: id,
    after: {
      ...describeForAudit(fields),
      products,
      conditions: describeConditions(conditions),
      lots,
    },
  });
  return { id, productIds };
}

/** What a contract points at must be there for this organisation: the framework, its lot, the member who follows up. */
export async function checkReferences(
  work: Work,
  shape: Pick<ContractInput, "frameworkId" | "lotNumber" | "followUp">,
): Promise<void> {
  if (shape.frameworkId !== null) {
    const framework = await findContract(work.tx, shape.frameworkId);
    if (framework === undefined || framework.kind !== "framework") {
      throw new AppError("reference_unknown", "There is no such framework to call off from.", [
        { path: "/frameworkId", message: "Choose a framework that your organisation may use." },
      ]);
    }
    const lots = await listLots(work.tx, shape.frameworkId);
    const { lotNumber } = shape;
    if (lotNumber !== null && lots.length > 0 && !lots.some((lot) => lot.number === lotNumber)) {
      throw new AppError("reference_unknown", `The framework has no lot '${lotNumber}'.`, [
        { path: "/lotNumber", message: `The framework has no lot '${lotNumber}'.` },
      ]);
    }
  }
  const personId = shape.followUp?.personId ?? null;
  if (personId !== null && !(await isMember(work.tx, work.actor.organisationId, personId))) {
    throw new AppError("reference_unknown", "The person who follows up is not a member here.", [
      { path: "/followUp/personId", message: "Choose a member of your organisation." },
    ]);
  }
}

/** Whoever looks after a condition is a member here. */
export async function requireFollowers(
  work: Work,
  conditions: ContractInput["conditions"],
): Promise<void> {
  for (const [index, { followUp }] of conditions.entries()) {
    const personId = followUp?.personId ?? null;
    if (personId === null || (await isMember(work.tx, work.actor.organisationId, personId)))
      continue;
    throw new AppError("reference_unknown", "The person who follows up is not a member here.", [
      {
        path: `/conditions/${index}/followUp/personId`,
        message: "Choose a member of your organisation.",
      },
    ]);
  }
}
