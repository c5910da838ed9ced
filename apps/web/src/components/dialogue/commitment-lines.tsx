import type { CommitmentSummary } from "@throughline/contract";
import type { CommitmentState } from "@throughline/domain";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { AppLink } from "../app-link.tsx";
import { ToneTag, type Tone } from "../tags.tsx";

const tones: Readonly<Record<CommitmentState, Tone>> = {
  put_forward: "care",
  refused: "break",
  open: "quiet",
  overdue: "break",
  said_done: "care",
  disputed: "break",
  kept: "good",
  kept_late: "care",
  released: "quiet",
};

/** How a commitment stands, in a word. */
export function CommitmentTag({ state }: { readonly state: CommitmentState }): ReactNode {
  return <ToneTag tone={tones[state]}>{t(`commitmentState.${state}`)}</ToneTag>;
}

/** Commitments as sentences: who promised what, how it stands, how often it was moved. */
export function CommitmentLines({
  commitments,
  linkTo = (id) => `/commitments/${id}`,
}: {
  readonly commitments: readonly CommitmentSummary[];
  /** Where one is opened from here. */
  readonly linkTo?: (id: string) => string;
}): ReactNode {
  return (
    <ul className="facts">
      {commitments.map((commitment) => (
        <li key={commitment.id}>
          <AppLink href={linkTo(commitment.id)}>
            <strong>{commitment.what}</strong>
          </AppLink>{" "}
          <CommitmentTag state={commitment.state} />
          <div>{commitment.says.text}</div>
          <div className="from">
            {[
              commitment.label,
              commitment.debtor.name,
              ...(commitment.debtor.role === null ? [] : [commitment.debtor.role]),
              ...(commitment.about === null ? [] : [commitment.about]),
              ...(commitment.slips === 0 ? [] : [t("commitment.slips", { n: commitment.slips })]),
              ...(commitment.shared ? [] : [t("commitment.notShared")]),
            ].join(" · ")}
          </div>
        </li>
      ))}
    </ul>
  );
}
