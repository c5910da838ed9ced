/** One procurement with its alignment, threads, lead time and what the policy asks of it. */
import type { ProcurementDetail } from "@throughline/contract";
import { NormalisedProcurement, type RequirementInstance } from "@throughline/domain";
import { cpvLabels } from "@throughline/interchange";
import { compareValues, leadTime, type AskedItem } from "@throughline/requirements";
import { may, type Work } from "../../platform/api.ts";
import { describeAsked } from "../policies/index.ts";
import { sayValues } from "../requirements/index.ts";
import { align } from "./align.ts";
import { Snapshot } from "./change-procurement.ts";
import { describeAct } from "./list-acts.ts";
import { cpvOf, loadProcurement } from "./load-procurement.ts";
import { readActs } from "./procurement-acts.store.ts";
import { mayChangeInstances, sayStage } from "./procurements.policy.ts";
import {
  findUsableFramework,
  readContractsOf,
  type StoredProcurement,
} from "./procurements.store.ts";

/** Shows it as of today. */
export async function showProcurement(work: Work, id: string): Promise<ProcurementDetail> {
  const loaded = await loadProcurement(work, id);
  const { facts } = loaded;
  const { alignment, ground, trial } = await align(work, loaded);
  const contracts = await readContractsOf(work, [id]);
  const framework =
    loaded.frameworkId === null ? undefined : await findUsableFramework(work, loaded.frameworkId);
  const [lastAct] = await readActs(work, id, { before: null, limit: 1 });
  const { days, sentence, short } = leadTime(facts);
  const write = may(work, "procurement.write");
  const publish = may(work, "procurement.publish");
  return {
    id,
    version: loaded.version,
    facts,
    ocid: loaded.ocid,
    noticeId: loaded.noticeId,
    invented: loaded.invented,
    framework: framework ?? null,
    stageSays: sayStage(facts, work.today),
    risk: loaded.risk,
    cpvLabels: await labelCodes(cpvOf(facts)),
    asks: facts.instances.map((instance) => ({
      instanceId: instance.id,
      sentence: sayValues(
        instance.requirement === null
          ? undefined
          : ground.library.find(instance.requirement, instance.version),
        instance.values,
      ),
    })),
    alignment,
    leadTime: { days, sentence, short },
    policy: {
      asked: trial.asked.map((item) => describeAsked(item, ground.library)),
      missing: trial.asked
        .filter((item) => !isMet(item, facts.instances, (key) => ground.library.find(key, null)))
        .map(({ requirement, role }) => ({ requirement, role })),
      conflicts: trial.conflicts.map((conflict) => conflict.sentence),
    },
    contracts: contracts.map((row) => ({
      id: row.id,
      reference: row.reference,
      title: row.title,
      supplier: row.supplier,
      lots: row.procurement_lots,
    })),
    notice: describeNotice(loaded),
    lastAct: lastAct === undefined ? null : describeAct(lastAct),
    can: {
      write,
      change: write && mayChangeInstances(facts.stage),
      publish: publish && facts.stage === "drafting",
      waive: publish,
      award:
        publish &&
        may(work, "contract.write") &&
        (facts.stage === "published" || facts.stage === "evaluating"),
      remove: write && contracts.length === 0 && (publish || facts.stage === "drafting"),
      undo:
        write &&
        lastAct !== undefined &&
        !lastAct.undone &&
        lastAct.before !== null &&
        (publish || stageOf(lastAct.before) === facts.stage) &&
        lastAct.versionAfter === loaded.version,
    },
  };
}

/** Whether what the policy asks stands in it, at least as strict, in that role. */
export function isMet(
  item: AskedItem,
  instances: readonly RequirementInstance[],
  find: (key: string) => { readonly parameters: Parameters<typeof compareValues>[0] } | undefined,
): boolean {
  const parameters = find(item.requirement)?.parameters ?? [];
  return instances.some(
    (instance) =>
      instance.requirement === item.requirement &&
      instance.role === item.role &&
      ["equal", "stricter"].includes(
        compareValues(parameters, instance.values, item.values).relation,
      ),
  );
}

/** CPV codes with their English labels; one that is not in the vocabulary is left out. */
export async function labelCodes(
  codes: readonly string[],
): Promise<{ code: string; label: string }[]> {
  const labels = await cpvLabels(codes, "en");
  return codes.flatMap((code) => {
    const label = labels.get(code);
    return label === undefined ? [] : [{ code, label }];
  });
}

function stageOf(before: unknown): string | undefined {
  return Snapshot.safeParse(before).data?.facts.stage;
}

function describeNotice({ notice, noticeReadOn }: StoredProcurement): ProcurementDetail["notice"] {
  if (notice === null || noticeReadOn === null) return null;
  const read = NormalisedProcurement.safeParse(notice);
  if (!read.success) return null;
  const { source, kind, buyer, suppliers, unread } = read.data;
  return {
    source,
    kind,
    buyer,
    suppliers: suppliers.map(({ name, lots }) => ({ name, lots })),
    readOn: noticeReadOn,
    unread: Object.keys(unread).length,
  };
}
