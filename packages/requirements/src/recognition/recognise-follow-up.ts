import {
  addMonths,
  type IsoDate,
  type ParameterValues,
  type Requirement,
  type Sentence,
} from "@throughline/domain";
import { compareValues } from "../parameters/compare-values.ts";
import { sayRecognition } from "./recognition-texts.ts";
import { type FollowUpMethod, methodWords, standsFor } from "./similar-methods.ts";

/** How old a follow-up may be, in months: the rule of the Swedish regions' joint work on sustainable supply chains. */
export const oldestMonths = 36;

/** What we ask, and how we would look into it. */
export interface OwnFollowUp {
  readonly requirement: string;
  readonly values: ParameterValues;
  readonly method: FollowUpMethod | null;
}

/** What another buyer asked, how and when it looked into it. */
export interface OtherFollowUp extends OwnFollowUp {
  readonly followedUpOn: IsoDate | null;
  readonly by: string;
}

export interface RecognitionReason {
  readonly about: "requirement" | "strictness" | "method" | "age";
  readonly holds: boolean;
  readonly sentence: Sentence;
}

/** Computed; whoever it is shown to may refuse it with a reason. */
export interface Recognition {
  readonly recognised: boolean;
  /** All of them, those that hold and those that do not. */
  readonly reasons: readonly RecognitionReason[];
}

function judgeStrictness(
  mine: OwnFollowUp,
  theirs: OtherFollowUp,
  requirement: Requirement | null,
): RecognitionReason {
  const { relation, byParameter } = compareValues(
    requirement?.parameters ?? [],
    theirs.values,
    mine.values,
  );
  const labels = new Map(requirement?.parameters.map(({ key, label }) => [key, label]));
  const listed = (wanted: string): string =>
    Object.entries(byParameter)
      .filter(([, one]) => one === wanted)
      .map(([key]) => labels.get(key) ?? key)
      .join("; ");
  const about = "strictness" as const;
  if (relation === "equal" || relation === "stricter")
    return {
      about,
      holds: true,
      sentence: sayRecognition("recognition.as_strict", { by: theirs.by }),
    };
  // Weaker in one thing and stricter in another: what is weaker decides, and is what can be talked about.
  const weaker = listed("weaker");
  const code = weaker === "" ? "recognition.incomparable" : "recognition.weaker";
  const parameters = weaker === "" ? listed("incomparable") : weaker;
  return { about, holds: false, sentence: sayRecognition(code, { by: theirs.by, parameters }) };
}

function judgeMethod(mine: OwnFollowUp, theirs: OtherFollowUp): RecognitionReason {
  const about = "method" as const;
  if (mine.method === null || theirs.method === null) {
    const params = { by: theirs.by, theirs: theirs.method };
    return { about, holds: false, sentence: sayRecognition("recognition.no_method", params) };
  }
  const params = { mine: methodWords[mine.method], theirs: methodWords[theirs.method] };
  if (mine.method === theirs.method) {
    const sentence = sayRecognition("recognition.same_method", { method: params.mine });
    return { about, holds: true, sentence };
  }
  const holds = standsFor[mine.method].includes(theirs.method);
  const code = holds ? "recognition.similar_method" : "recognition.other_method";
  return { about, holds, sentence: sayRecognition(code, params) };
}

function judgeAge({ followedUpOn: on, by }: OtherFollowUp, today: IsoDate): RecognitionReason {
  const about = "age" as const;
  if (on === null)
    return { about, holds: false, sentence: sayRecognition("recognition.no_day", { by }) };
  if (on > today)
    return { about, holds: false, sentence: sayRecognition("recognition.future", { on }) };
  const holds = on >= addMonths(today, -oldestMonths);
  const code = holds ? "recognition.recent" : "recognition.too_old";
  return { about, holds, sentence: sayRecognition(code, { on }) };
}

/**
 * Whether another buyer's follow-up may stand for our own: the same requirement, asked at least as strictly, by a similar
 * method (`similar-methods.ts`), at most three years ago to the day. What is not known does not hold. Source: the rule of
 * the Swedish regions for recognising each other's follow-up; the table of methods is ours.
 *
 * @example
 * recogniseFollowUp(
 *   { requirement: "disclose_sites", values: { due_days: 60 }, method: "site_visit" },
 *   { requirement: "disclose_sites", values: { due_days: 28 }, method: "social_audit", followedUpOn: "2025-03-01", by: "Northern Region" },
 *   requirement,
 *   "2026-11-20",
 * ).recognised; // true
 */
export function recogniseFollowUp(
  mine: OwnFollowUp,
  theirs: OtherFollowUp,
  requirement: Requirement | null,
  today: IsoDate,
): Recognition {
  const same = mine.requirement === theirs.requirement;
  const about: RecognitionReason = {
    about: "requirement",
    holds: same,
    sentence: same
      ? sayRecognition("recognition.same_requirement", {
          requirement: requirement?.title ?? mine.requirement,
        })
      : sayRecognition("recognition.other_requirement", {
          by: theirs.by,
          theirs: theirs.requirement,
          mine: mine.requirement,
        }),
  };
  // Values of two requirements have nothing to be compared by.
  const strictness = same ? [judgeStrictness(mine, theirs, requirement)] : [];
  const reasons = [about, ...strictness, judgeMethod(mine, theirs), judgeAge(theirs, today)];
  return { recognised: reasons.every(({ holds }) => holds), reasons };
}
