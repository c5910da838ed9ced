/** What the winner promised against the contract. */
import type { BidPromise, RequirementInstance } from "@throughline/domain";
import type { AlignmentFinding, FixAct } from "./alignment-shapes.ts";
import { sayAlignment } from "./alignment-texts.ts";
import { draftInstance } from "./draft-instance.ts";
import {
  type AlignmentContext,
  binding,
  compareOf,
  joinInstances,
  labelsWhere,
  nameInstance,
  shareLot,
} from "./gather-context.ts";
import { makeFinding } from "./make-finding.ts";

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117).trimEnd()}…`;
}

function notCarried(
  context: AlignmentContext,
  promise: BidPromise,
  key: string | null,
  clause: RequirementInstance | undefined,
): AlignmentFinding {
  const { facts } = context;
  const criterion = facts.instances.find(({ id }) => id === promise.criterionId);
  const params = { bidder: promise.bidder, promise: shorten(promise.text) };
  const act: FixAct =
    clause === undefined
      ? {
          kind: "add_instances",
          instances: [
            {
              ...draftInstance(context, {
                id: `new:${promise.id}:clause`,
                role: "clause",
                requirement: key,
                title: context.newest(key)?.title ?? shorten(promise.text),
                values: binding(promise.values),
                lots: criterion?.lots ?? [],
                wording: promise.text,
                link: criterion?.subjectMatterLink ?? null,
              }),
              announced: criterion?.announced ?? false,
            },
          ],
        }
      : { kind: "add_wording", instanceIds: [clause.id], text: promise.text };
  return makeFinding({
    code: "promise_not_carried",
    severity: isDecided(context) ? "blocking" : "serious",
    promiseIds: [promise.id],
    values: [promise.text, promise.values],
    params,
    fix: {
      ...act,
      sentence: sayAlignment(
        clause === undefined
          ? "align.promise_not_carried.fix"
          : "align.promise_not_carried.fix.words",
        { clause: clause === undefined ? null : nameInstance(clause) },
      ),
      safe: true,
      needs: [],
    },
  });
}

const isDecided = ({ facts }: AlignmentContext): boolean =>
  facts.stage === "awarded" || facts.stage === "closed";

function checkPromise(context: AlignmentContext, promise: BidPromise): AlignmentFinding[] {
  const criterion = context.facts.instances.find(({ id }) => id === promise.criterionId);
  const key = promise.requirement ?? criterion?.requirement ?? null;
  const lots = criterion?.lots ?? [];
  const clauses = (key === null ? [] : (context.clausesOf.get(key) ?? [])).filter((clause) =>
    shareLot(clause, { lots }),
  );
  const promised = binding(promise.values);
  const [first] = clauses;
  // Without values there is nothing to compare: the words of the promise must stand in a clause.
  if (key === null || Object.keys(promised).length === 0)
    return context.clauses.some(({ wording }) => wording.includes(promise.text))
      ? []
      : [notCarried(context, promise, key, first)];
  if (first === undefined) return [notCarried(context, promise, key, undefined)];
  const parameters = context.newest(key)?.parameters ?? [];
  const agreed = context.agreedOf(key, clauses);
  const comparison = compareOf(context, key, agreed, promised);
  if (comparison.relation === "equal" || comparison.relation === "stricter") return [];
  const params = {
    bidder: promise.bidder,
    title: context.titleOf(key, promise.text),
    clause: nameInstance(first),
    parameters: labelsWhere(parameters, comparison, "weaker", "incomparable"),
  };
  // The promise first: where no order joins the two, what won stands.
  const values = joinInstances(parameters, [promised, agreed]);
  return [
    makeFinding({
      code: "promise_carried_weaker",
      severity: isDecided(context) ? "blocking" : "serious",
      instanceIds: clauses.map(({ id }) => id),
      promiseIds: [promise.id],
      values: [promised, agreed],
      params,
      fix: {
        kind: "set_values",
        changes: clauses.map(({ id }) => ({ instanceId: id, values })),
        sentence: sayAlignment("align.promise_carried_weaker.fix", params),
        safe: true,
        needs: [],
      },
    }),
  ];
}

/** Promises of the winning bid that no clause carries, or carries weaker. Blocking once the contract is awarded. */
export function checkPromises(context: AlignmentContext): AlignmentFinding[] {
  return context.facts.promises
    .filter(({ winning }) => winning)
    .flatMap((promise) => checkPromise(context, promise));
}
