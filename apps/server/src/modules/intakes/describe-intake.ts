/** An intake as the API shows it. */
import type { IntakeDetail, IntakeSummary } from "@throughline/contract";
import { errorCatalogue, findingSeverities, type ErrorCode } from "@throughline/domain";
import { findCheck } from "@throughline/interchange";
import { may, type Work } from "../../platform/api.ts";
import { actsOf, permissionOf, reckonProgress } from "./intakes.policy.ts";
import type { StoredIntake } from "./intakes.store.ts";
import { sayState } from "./intakes.texts.ts";

export function summarise(intake: StoredIntake, now: Date): IntakeSummary {
  const progress = reckonProgress({
    busy: ["reading", "checking", "taking"].includes(intake.state),
    rowsDone: intake.rowsDone,
    rowsDoneBefore: intake.rowsDoneBefore,
    rowsTotal: intake.rowsTotal,
    startedAt: intake.stepStartedAt,
    now,
  });
  return {
    id: intake.id,
    target: intake.target,
    contract:
      intake.contractId === null
        ? null
        : { id: intake.contractId, title: intake.contractTitle ?? "" },
    title: intake.title,
    fileName: intake.fileName,
    format: intake.format,
    state: intake.state,
    stateSentence: sayState({
      state: intake.state,
      phase: intake.phase,
      target: intake.target,
      progress,
      failure: intake.failureDetail,
    }),
    progress,
    counts: intake.counts,
    createdAt: intake.createdAt.toISOString(),
    finishedAt: intake.finishedAt?.toISOString() ?? null,
    disclosureId: intake.disclosureId,
  };
}

export function describe(work: Work, intake: StoredIntake): IntakeDetail {
  const acts = actsOf(intake);
  const write = may(work, permissionOf(intake.target, "write"));
  return {
    ...summarise(intake, work.now),
    version: intake.version,
    sizeBytes: intake.sizeBytes,
    sha256: intake.sha256,
    notes: [...intake.notes],
    sheets: [...intake.sheets],
    proposals: [...intake.proposals],
    mapping: intake.mapping,
    mappingFrom: intake.mappingFrom,
    findings: describeFindings(intake),
    failure: describeFailure(intake),
    result: intake.result === null ? null : { ...intake.result },
    can: {
      confirm: write && acts.confirm && intake.format !== "label_text",
      decide: write && acts.decide,
      take: write && acts.take,
      cancel: write && acts.cancel,
      retry: write && acts.retry,
    },
  };
}

function describeFindings(intake: StoredIntake): IntakeDetail["findings"] {
  return Object.entries(intake.findings)
    .map(([check, { rows, corrected }]) => {
      const entry = findCheck(check);
      return {
        check,
        title: entry?.title ?? check,
        severity: entry?.severity ?? ("note" as const),
        whatToDo: entry?.whatToDo ?? "",
        rows,
        corrected,
      };
    })
    .toSorted(
      (a, b) =>
        findingSeverities.indexOf(a.severity) - findingSeverities.indexOf(b.severity) ||
        b.rows - a.rows ||
        (a.check < b.check ? -1 : 1),
    );
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

function describeFailure({ failureCode, failureDetail }: StoredIntake): IntakeDetail["failure"] {
  if (failureCode === null) return null;
  const entry = errorCatalogue[isCode(failureCode) ? failureCode : "internal"];
  return {
    code: failureCode,
    title: entry.title,
    detail: failureDetail ?? entry.title,
    whatToDo: entry.whatToDo,
  };
}
