/** Shapes of the planned programme of the demonstration. */
import type { CommitmentActKind, DialogueSide, IsoDate, ObstacleKind } from "@throughline/domain";

export interface PlannedAct {
  readonly side: DialogueSide;
  readonly kind: CommitmentActKind;
  readonly on: IsoDate;
  readonly dueOn?: IsoDate;
  readonly reason?: string;
  readonly shown?: string;
}

export interface PlannedCommitment {
  readonly debtor: DialogueSide;
  readonly debtorRole: string;
  readonly what: string;
  readonly dueOn: IsoDate;
  readonly about: string;
  /** What follows its being put forward by the host with the minutes. */
  readonly acts: readonly PlannedAct[];
}

export interface PlannedMeeting {
  readonly title: string;
  readonly on: IsoDate;
  readonly plannedOn: IsoDate;
  /** `null`: none was sent. */
  readonly agendaSentOn: IsoDate | null;
  readonly minutesSentOn: IsoDate;
  readonly fitConfirmedOn: IsoDate | null;
  readonly topics: readonly {
    readonly side: DialogueSide;
    readonly source: "question_pack" | "free" | "open_commitment";
    readonly title: string;
    readonly detail: string;
    readonly said: string;
    readonly inThread: boolean;
  }[];
  readonly reply: {
    readonly kind: "confirmed" | "corrected";
    readonly text: string;
    readonly on: IsoDate;
  };
  readonly commitments: readonly PlannedCommitment[];
  readonly feedback: readonly {
    readonly side: DialogueSide;
    readonly on: IsoDate;
    readonly useful: number;
    readonly prepared: number;
    readonly openTalk: number;
    readonly helped: string;
    readonly change: string;
  }[];
  readonly obstacle: {
    readonly who: string;
    readonly kind: ObstacleKind;
    readonly product: string;
    readonly text: string;
    readonly resolvedOn: IsoDate | null;
    readonly resolution: string | null;
  } | null;
}

export interface PlannedSeries {
  readonly counterpart: string;
  readonly role: "supplier" | "brand";
  readonly makes: "buses" | "cars";
  readonly openedOn: IsoDate;
  readonly thread: {
    readonly title: string;
    readonly openedOn: IsoDate;
    readonly closedOn: IsoDate | null;
    readonly outcome: string | null;
  } | null;
  readonly meetings: readonly PlannedMeeting[];
}
