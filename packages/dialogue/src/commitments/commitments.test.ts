import { describe, expect, it } from "vitest";
import type { CommitmentAct } from "@throughline/domain";
import { buildAct, buildAgreed, buildCommitment } from "../testing/build-commitments.ts";
import { canAct } from "./can-act.ts";
import { countCommitments } from "./count-commitments.ts";
import { sayAskedToMove, standingOf } from "./standing-of.ts";

const shownBy: CommitmentAct["shownBy"] = { title: "site list of May", reference: "", on: null };
const names = { buyers: "we", counterpart: "Cedar IT" };

describe("how a commitment stands", () => {
  it("is put forward until the other side confirms it", () => {
    const alone = buildCommitment([{}, { kind: "confirmed", on: "2026-03-02" }]);
    expect(standingOf(alone, "2026-06-01", names)).toMatchObject({
      state: "put_forward",
      waitsFor: "buyers",
      firstDueOn: null,
      daysLate: 0,
      sentence: { text: "Cedar IT put it forward on 1 March 2026; we did not answer yet." },
    });
    expect(standingOf(alone, "2026-02-28")).toBeNull();
    const agreed = standingOf(buildAgreed(), "2026-04-01", names);
    expect(agreed).toMatchObject({
      state: "open",
      confirmedOn: "2026-03-03",
      waitsFor: "counterpart",
    });
    expect(agreed?.sentence.text).toBe("Cedar IT promised it by 1 May 2026.");
  });

  it("is overdue from the day after", () => {
    expect(standingOf(buildAgreed(), "2026-05-01")?.state).toBe("open");
    const late = standingOf(buildAgreed(), "2026-05-11", names);
    expect(late).toMatchObject({ state: "overdue", daysLate: 10 });
    expect(late?.sentence.text).toBe(
      "Cedar IT promised it by 1 May 2026, and it has not come: 10 days late.",
    );
  });

  it("keeps the date in force while a later one is only asked for, and keeps the slip", () => {
    const asked = buildAgreed([
      { kind: "postponed", on: "2026-04-20", dueOn: "2026-06-01", reason: "holiday at the maker" },
    ]);
    const before = standingOf(asked, "2026-05-10", names);
    expect(before).toMatchObject({ state: "overdue", dueOn: "2026-05-01", waitsFor: "buyers" });
    expect(before?.slips).toEqual([
      {
        from: "2026-05-01",
        to: "2026-06-01",
        reason: "holiday at the maker",
        on: "2026-04-20",
        bySide: "counterpart",
        agreed: false,
      },
    ]);
    expect(before && sayAskedToMove(before, names)?.text).toBe(
      "Cedar IT asked on 20 April 2026 to move it to 1 June 2026: holiday at the maker. Until that is confirmed, 1 May 2026 holds.",
    );
    const agreed = {
      ...asked,
      acts: [...asked.acts, buildAct({ kind: "confirmed", side: "buyers", on: "2026-05-11" })],
    };
    expect(standingOf(agreed, "2026-05-20")).toMatchObject({
      state: "open",
      dueOn: "2026-06-01",
      firstDueOn: "2026-05-01",
      slips: [{ agreed: true }],
    });
    const refused = {
      ...asked,
      acts: [...asked.acts, buildAct({ kind: "refused", side: "buyers", on: "2026-05-11" })],
    };
    expect(standingOf(refused, "2026-05-20")).toMatchObject({
      state: "overdue",
      dueOn: "2026-05-01",
      slips: [{ agreed: false }],
    });
  });

  it("is kept with something that shows it, or with the other side's word", () => {
    const done = { kind: "fulfilled", on: "2026-04-28" } as const;
    expect(standingOf(buildAgreed([{ ...done, shownBy }]), "2026-05-10", names)).toMatchObject({
      state: "kept",
      fulfilledOn: "2026-04-28",
      waitsFor: null,
      sentence: { text: "Kept: done on 28 April 2026, shown by site list of May." },
    });
    const said = buildAgreed([done]);
    expect(standingOf(said, "2026-05-10")).toMatchObject({
      state: "said_done",
      waitsFor: "buyers",
    });
    const accepted = buildAgreed([done, { kind: "accepted", side: "buyers", on: "2026-05-02" }]);
    expect(standingOf(accepted, "2026-05-10")?.state).toBe("kept");
    const disputed = buildAgreed([
      { ...done, shownBy },
      { kind: "disputed", side: "buyers", on: "2026-05-02", reason: "it names the packer" },
    ]);
    expect(standingOf(disputed, "2026-05-10", names)).toMatchObject({
      state: "disputed",
      fulfilledOn: null,
      waitsFor: "counterpart",
    });
    const again = buildAgreed([
      { ...done, shownBy },
      { kind: "disputed", side: "buyers", on: "2026-05-02", reason: "it names the packer" },
      { kind: "fulfilled", on: "2026-05-20", shownBy },
    ]);
    expect(standingOf(again, "2026-06-01")).toMatchObject({ state: "kept_late", daysLate: 19 });
  });

  it("is confirmed by whoever does what the other side put forward, not by doing one's own", () => {
    const ours = buildCommitment([
      { side: "buyers" },
      { kind: "fulfilled", side: "counterpart", on: "2026-04-01", shownBy },
    ]);
    expect(standingOf(ours, "2026-05-10")).toMatchObject({
      state: "kept",
      firstDueOn: "2026-05-01",
    });
    const theirs = buildCommitment([{}, { kind: "fulfilled", on: "2026-04-01", shownBy }]);
    expect(standingOf(theirs, "2026-05-10", names)?.sentence.text).toBe(
      "Cedar IT said on 1 April 2026 that it is done; we never confirmed that it was agreed.",
    );
  });

  it("is kept late when it was done after the date first agreed, by a later agreed date too", () => {
    const moved = buildAgreed([
      { kind: "postponed", on: "2026-04-20", dueOn: "2026-06-01" },
      { kind: "confirmed", side: "buyers", on: "2026-04-21" },
      { kind: "fulfilled", on: "2026-05-30", shownBy },
    ]);
    const standing = standingOf(moved, "2026-07-01");
    expect(standing).toMatchObject({ state: "kept_late", daysLate: 0, daysAfterFirst: 29 });
    expect(standing?.sentence.text).toBe(
      "Kept late: done on 30 May 2026, first agreed for 1 May 2026, then for 1 June 2026.",
    );
  });
});

describe("what may be said", () => {
  it("refuses one's own word, and another's to say, with a reason a person reads", () => {
    const open = buildCommitment([{}]);
    expect(canAct(open, "counterpart", "confirmed", "2026-03-02", {}, names)).toMatchObject({
      ok: false,
      code: "own_word",
      sentence: { text: "Cedar IT put it forward, so the other side confirms or refuses it." },
    });
    expect(canAct(open, "buyers", "confirmed", "2026-03-02").ok).toBe(true);
    expect(canAct(open, "buyers", "fulfilled", "2026-03-02")).toMatchObject({ code: "not_owed" });
    expect(canAct(open, "counterpart", "released", "2026-03-02")).toMatchObject({ code: "owed" });
    expect(canAct(open, "buyers", "confirmed", "2026-02-02")).toMatchObject({ code: "first_day" });
  });

  it("moves an agreed date with a reason only, and never under the name of a correction", () => {
    const agreed = buildAgreed();
    const later = { dueOn: "2026-06-01", what: "the same" };
    expect(canAct(agreed, "counterpart", "corrected", "2026-04-01", later)).toMatchObject({
      code: "later_is_postponed",
    });
    expect(
      canAct(agreed, "counterpart", "postponed", "2026-04-01", { ...later, reason: null }),
    ).toMatchObject({ code: "no_reason" });
    expect(canAct(agreed, "counterpart", "postponed", "2026-04-01", later).ok).toBe(true);
    expect(
      canAct(agreed, "counterpart", "postponed", "2026-04-01", { ...later, dueOn: "2026-04-15" }),
    ).toMatchObject({ code: "not_later" });
    expect(canAct({ debtor: "buyers", acts: [] }, "buyers", "made", "2026-04-01").ok).toBe(true);
  });
});

describe("counting", () => {
  it("counts by the date first agreed, each side apart; nothing due is no data", () => {
    const facts = [
      buildAgreed([{ kind: "fulfilled", on: "2026-04-28", shownBy }], { id: "kept" }),
      buildAgreed(
        [
          { kind: "postponed", on: "2026-04-20", dueOn: "2026-06-01" },
          { kind: "confirmed", side: "buyers", on: "2026-04-21" },
          { kind: "fulfilled", on: "2026-05-30", shownBy },
        ],
        { id: "moved" },
      ),
      buildAgreed([{ kind: "fulfilled", on: "2026-05-30", shownBy }], { id: "late" }),
      buildAgreed([], { id: "open", debtor: "buyers" }),
      buildCommitment([{}], { id: "never agreed" }),
    ];
    const period = { from: "2026-01-01", until: "2026-12-31", asOf: "2026-07-01" };
    const { all, bySide } = countCommitments(facts, period);
    expect(all.made).toHaveLength(5);
    expect(all.due).toEqual(["kept", "moved", "late", "open"]);
    expect([all.keptByFirst, all.keptByLater, all.late, all.open]).toEqual([
      ["kept"],
      ["moved"],
      ["late"],
      ["open"],
    ]);
    expect(all.shareKeptByFirst).toEqual({ numerator: 1, denominator: 4, value: 0.25 });
    expect(bySide.buyers.shareKeptByFirst.value).toBe(0);
    expect(
      countCommitments(facts, { ...period, asOf: "2026-04-01" }).all.shareKeptByFirst.value,
    ).toBeNull();
  });
});
