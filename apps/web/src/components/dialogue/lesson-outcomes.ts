/** What came of what was tried. */
export const lessonOutcomes = ["worked", "worked_in_part", "tried_and_dropped"] as const;
