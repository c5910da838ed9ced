/** All question packs, in the order they are offered. */
import { crisisTimesPack, remedyPack, traceabilityPack } from "./chain-packs.ts";
import type { QuestionPack, QuestionPackKey } from "./question-pack.ts";
import { wagesPack, workingHoursPack } from "./working-conditions-packs.ts";

export const questionPacks: Readonly<Record<QuestionPackKey, QuestionPack>> = {
  working_hours: workingHoursPack,
  wages: wagesPack,
  traceability: traceabilityPack,
  crisis_times: crisisTimesPack,
  remedy: remedyPack,
};

/**
 * The pack for an issue: by its own key, or by an issue it belongs to.
 *
 * @example findPack("rest")?.key // "working_hours"
 */
export function findPack(issue: string): QuestionPack | undefined {
  const packs = Object.values(questionPacks);
  return (
    packs.find(({ key }) => key === issue) ?? packs.find(({ issues }) => issues.includes(issue))
  );
}
