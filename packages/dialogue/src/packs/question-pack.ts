/** What a question pack is. The questions are our own words; each pack names what it rests on. */

export const questionPackKeys = [
  "working_hours",
  "wages",
  "traceability",
  "crisis_times",
  "remedy",
] as const;
export type QuestionPackKey = (typeof questionPackKeys)[number];

/** One question, with what makes it worth asking. */
export interface PackQuestion {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  /** What a good answer holds: facts somebody can look at, also where they are uncomfortable. */
  readonly goodAnswer: string;
  /** Who can answer it. */
  readonly whom: string;
  /** Who answers it: the counterpart, or the buyers about their own practice. */
  readonly asks: "counterpart" | "buyers";
}

export interface QuestionPack {
  readonly key: QuestionPackKey;
  readonly title: string;
  readonly about: string;
  /** Issues it belongs to, as issues are called in findings and requirements. */
  readonly issues: readonly string[];
  readonly sources: readonly string[];
  readonly questions: readonly PackQuestion[];
}
