import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dialogueSides } from "@throughline/domain";
import { arbitraryAct, arbitraryCommitment } from "../testing/build-commitments.ts";
import { canAct } from "./can-act.ts";
import { countCommitments } from "./count-commitments.ts";
import { standingOf } from "./standing-of.ts";

const someDay = fc
  .integer({ min: 0, max: 330 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));

describe("commitments, whatever is said of them", () => {
  it("never come further by one side's word alone than to be put forward or said to be done", () => {
    const bySide = dialogueSides.map((side) => arbitraryCommitment([side]));
    fc.assert(
      fc.property(fc.oneof(...bySide), someDay, (commitment, asOf) => {
        const standing = standingOf(commitment, asOf);
        // One's own demand can be taken back alone: that binds nobody.
        expect(["put_forward", "said_done", "released", undefined]).toContain(standing?.state);
        expect(standing?.confirmedOn ?? null).toBeNull();
        expect(standing?.firstDueOn ?? null).toBeNull();
        expect(standing?.acceptedOn ?? null).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it("keep every slip: more is said, more days pass, never fewer slips", () => {
    fc.assert(
      fc.property(arbitraryCommitment(), someDay, someDay, (commitment, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const before = standingOf(commitment, earlier);
        const after = standingOf(commitment, later);
        const slips = before?.slips ?? [];
        expect(
          (after?.slips ?? []).slice(0, slips.length).map(({ from, to, on }) => [from, to, on]),
        ).toEqual(slips.map(({ from, to, on }) => [from, to, on]));
        for (const slip of after?.slips ?? []) expect(slip.to > slip.from).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("stand on a day as they would had nothing been said after it", () => {
    fc.assert(
      fc.property(arbitraryCommitment(), someDay, (commitment, asOf) => {
        const known = { ...commitment, acts: commitment.acts.filter(({ on }) => on <= asOf) };
        expect(standingOf(commitment, asOf)).toEqual(standingOf(known, asOf));
      }),
      { numRuns: 500 },
    );
  });

  it("take exactly the acts that may follow; what may not changes nothing", () => {
    fc.assert(
      fc.property(arbitraryCommitment(), arbitraryAct(), (commitment, act) => {
        const last = commitment.acts.at(-1)?.on ?? act.on;
        const next = act.on < last ? { ...act, on: last } : act;
        const longer = { ...commitment, acts: [...commitment.acts, { ...next, id: "next" }] };
        const { dueOn, what, reason } = next;
        const verdict = canAct(commitment, next.side, next.kind, next.on, { dueOn, what, reason });
        const before = standingOf(commitment, next.on);
        const after = standingOf(longer, next.on);
        const said = verdict.ok ? "" : verdict.sentence.text;
        expect(said).not.toMatch(/[{}[\]]|undefined|null/);
        const { lastOn = null } = after ?? {};
        expect(verdict.ok ? lastOn : after).toEqual(verdict.ok ? next.on : before);
      }),
      { numRuns: 2000 },
    );
  });

  it("say how they stand in a whole sentence, and wait for a side that can say something", () => {
    fc.assert(
      fc.property(arbitraryCommitment(), someDay, (commitment, asOf) => {
        const standing = standingOf(commitment, asOf);
        if (standing === null) return;
        expect(standing.sentence.text).toMatch(/^[A-Z].*\.$/);
        expect(standing.sentence.text).not.toMatch(/[{}[\]]|undefined|null| {2}/);
        expect(standing.waitsFor === null).toBe(
          ["kept", "kept_late", "released"].includes(standing.state),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("count so that what fell due is kept, late, running or open, each once", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryCommitment(), { maxLength: 6 }),
        someDay,
        someDay,
        (some, from, asOf) => {
          const facts = some.map((one, at) => ({ ...one, id: `c${at}` }));
          const { all, bySide } = countCommitments(facts, { from, until: "2026-12-31", asOf });
          const parts = [all.keptByFirst, all.keptByLater, all.late, all.running, all.open].flat();
          expect([...parts].sort()).toEqual([...all.due].sort());
          expect([...bySide.buyers.due, ...bySide.counterpart.due].sort()).toEqual(
            [...all.due].sort(),
          );
          expect(all.shareKeptByFirst.value === null).toBe(all.due.length === 0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
