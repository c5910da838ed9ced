/** Builders and arbitrary commitments for tests: everything has a default, so that a test names only what it is about. */
import {
  commitmentActKinds,
  dialogueSides,
  type CommitmentAct,
  type CommitmentFact,
} from "@throughline/domain";
import fc from "fast-check";

/** A promise of the counterpart, put forward by itself on 1 March 2026 for 1 May 2026. */
export function buildAct(over: Partial<CommitmentAct> = {}): CommitmentAct {
  const kind = over.kind ?? "made";
  const words = kind === "made" || kind === "corrected" || kind === "postponed";
  const reasoned =
    kind !== "made" && kind !== "confirmed" && kind !== "fulfilled" && kind !== "accepted";
  return {
    id: `act-${kind}`,
    kind,
    side: "counterpart",
    on: "2026-03-01",
    what: words ? "Name the site that makes the battery" : null,
    dueOn: words ? "2026-05-01" : null,
    reason: reasoned ? "because" : null,
    shownBy: null,
    via: "account",
    ...over,
  };
}

/** A commitment of the counterpart, with acts as given. */
export function buildCommitment(
  acts: readonly Partial<CommitmentAct>[],
  over: Partial<CommitmentFact> = {},
): CommitmentFact {
  return {
    id: "commitment-1",
    seriesId: "series-1",
    meetingId: "meeting-1",
    debtor: "counterpart",
    debtorName: "Cedar IT",
    debtorRole: "head of sustainability",
    about: "where the batteries are made",
    acts: acts.map((act, at) => buildAct({ id: `act-${at}`, ...act })),
    ...over,
  };
}

/** Put forward by Cedar IT on 1 March, confirmed by us on 3 March, due on 1 May 2026; then as given. */
export function buildAgreed(
  acts: readonly Partial<CommitmentAct>[] = [],
  over: Partial<CommitmentFact> = {},
): CommitmentFact {
  return buildCommitment(
    [{}, { kind: "confirmed", side: "buyers", on: "2026-03-03" }, ...acts],
    over,
  );
}

const day = fc
  .integer({ min: 0, max: 300 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));

/** Any act of one of the sides given, however senseless. */
export function arbitraryAct(
  sides: readonly CommitmentAct["side"][] = dialogueSides,
): fc.Arbitrary<CommitmentAct> {
  return fc
    .record({
      kind: fc.constantFrom(...commitmentActKinds),
      side: fc.constantFrom(...sides),
      on: day,
      dueOn: fc.option(day),
      shown: fc.boolean(),
    })
    .map(({ kind, side, on, dueOn, shown }) => {
      const plain = buildAct({ kind, side, on });
      return {
        ...plain,
        dueOn: plain.what === null ? null : dueOn,
        shownBy:
          kind === "fulfilled" && shown ? { title: "letter", reference: "", on: null } : null,
      };
    });
}

/** Any commitment: acts oldest first, the first of them mostly the making of it. */
export function arbitraryCommitment(
  sides: readonly CommitmentAct["side"][] = dialogueSides,
): fc.Arbitrary<CommitmentFact> {
  return fc
    .record({
      debtor: fc.constantFrom(...dialogueSides),
      first: arbitraryAct(sides),
      rest: fc.array(arbitraryAct(sides), { maxLength: 9 }),
      sensible: fc.boolean(),
    })
    .map(({ debtor, first, rest, sensible }) => {
      const made = buildAct({ side: first.side, on: "2026-01-01", dueOn: first.on });
      const acts = [sensible ? made : first, ...rest].sort((a, b) =>
        a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
      );
      return buildCommitment(
        acts.map((act, at) => ({ ...act, id: `act-${at}` })),
        { debtor },
      );
    });
}
