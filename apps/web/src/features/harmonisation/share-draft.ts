/** What a person chose to share, while it is chosen. */
import type { ShareCandidate, ShareInput } from "@throughline/contract";

export interface ShareChoice {
  readonly chosen: boolean;
  /** Whether to name the resellers that answer us. */
  readonly nameResellers: boolean;
  /** What the least is that we would agree to. `now`: what we ask today; `nothing`: we could do without. */
  readonly floor: "now" | "nothing";
  readonly reason: string;
}

/** Not chosen, no reseller named, and what we ask today is our floor. */
export const noChoice: ShareChoice = {
  chosen: false,
  nameResellers: false,
  floor: "now",
  reason: "",
};

/** Names a candidate among others: where it stands, and what it asks in which role. */
export function candidateKey({ source, requirement, role }: ShareCandidate): string {
  return `${source.kind} ${source.id} ${requirement} ${role}`;
}

/** What is given to the group, of those chosen. */
export function readChoices(
  candidates: readonly ShareCandidate[],
  choices: ReadonlyMap<string, ShareChoice>,
): ShareInput[] {
  return candidates.flatMap((candidate) => {
    const choice = choices.get(candidateKey(candidate)) ?? noChoice;
    if (!choice.chosen) return [];
    return [
      {
        requirement: candidate.requirement,
        role: candidate.role,
        version: candidate.version,
        values: candidate.values,
        floor: choice.floor === "now" ? null : { values: {}, reason: choice.reason.trim() },
        resellers: choice.nameResellers ? [...candidate.resellers] : [],
        schemes: [],
      },
    ];
  });
}
