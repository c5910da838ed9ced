/** What procurement law asks of any criterion and clause: linked, open to equivalents, announced. */
import type { RequirementInstance } from "@throughline/domain";
import type { AlignmentFinding, AlignmentFix } from "./alignment-shapes.ts";
import { sayAlignment } from "./alignment-texts.ts";
import { draftLink } from "./draft-instance.ts";
import { type AlignmentContext, nameInstance } from "./gather-context.ts";
import { makeFinding } from "./make-finding.ts";

function checkLink(context: AlignmentContext, instance: RequirementInstance): AlignmentFinding[] {
  const { role, requirement, subjectMatterLink } = instance;
  // Price and the like are about the subject matter by themselves; selection is about the bidder.
  if (role === "selection" || requirement === null) return [];
  if ((subjectMatterLink ?? "").trim() !== "") return [];
  const params = { instance: nameInstance(instance) };
  return [
    makeFinding({
      code: "no_link_to_subject_matter",
      severity: "blocking",
      instanceIds: [instance.id],
      params,
      fix: {
        kind: "link_to_subject",
        instanceId: instance.id,
        text: draftLink(context, requirement, instance.title),
        sentence: sayAlignment("align.no_link_to_subject_matter.fix", params),
        safe: false,
        needs: [],
      },
    }),
  ];
}

function labelsOf({ labels, requirement, values }: RequirementInstance): readonly string[] {
  const listed = requirement === "label_or_equivalent" ? values["labels"] : undefined;
  return [...labels, ...(Array.isArray(listed) ? listed : [])];
}

function checkLabels(context: AlignmentContext, instance: RequirementInstance): AlignmentFinding[] {
  const labels = [...new Set(labelsOf(instance))];
  if (labels.length === 0) return [];
  const said = instance.equivalentAccepted ?? instance.values["equivalent_accepted"] ?? null;
  if (said === true) return [];
  const params = { instance: nameInstance(instance), labels: labels.join("; ") };
  return [
    makeFinding({
      code: "label_without_equivalent",
      severity: "blocking",
      instanceIds: [instance.id],
      values: labels,
      params,
      fix: whileOpen(context, {
        kind: "accept_equivalents",
        instanceId: instance.id,
        sentence: sayAlignment("align.label_without_equivalent.fix", params),
        safe: true,
        needs: [],
      }),
    }),
  ];
}

function whileOpen({ open }: AlignmentContext, fix: AlignmentFix): AlignmentFix | null {
  return open ? fix : null;
}

/** A clause that carries what the winner offered could not be announced: nobody had offered it yet. */
function carriesPromise({ facts }: AlignmentContext, clause: RequirementInstance): boolean {
  return (
    clause.role === "clause" &&
    facts.promises.some(
      ({ winning, requirement, text }) =>
        winning &&
        ((requirement !== null && requirement === clause.requirement) ||
          clause.wording.includes(text)),
    )
  );
}

function checkAnnounced(
  context: AlignmentContext,
  instance: RequirementInstance,
): AlignmentFinding[] {
  if (instance.announced || carriesPromise(context, instance)) return [];
  const params = { instance: nameInstance(instance) };
  return [
    makeFinding({
      code: "not_announced",
      severity: "blocking",
      instanceIds: [instance.id],
      params,
      fix: whileOpen(context, {
        kind: "announce",
        instanceId: instance.id,
        sentence: sayAlignment("align.not_announced.fix", params),
        safe: true,
        needs: [],
      }),
    }),
  ];
}

/** Instances that are not linked to what is bought, shut out equivalents, or are not announced. */
export function checkLawfulness(context: AlignmentContext): AlignmentFinding[] {
  return context.facts.instances.flatMap((instance) => [
    ...checkLink(context, instance),
    ...checkLabels(context, instance),
    ...checkAnnounced(context, instance),
  ]);
}
