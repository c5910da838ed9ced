import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderEvents, type TimedRequest } from "./order-events.ts";

const sent: TimedRequest = {
  draftedAt: "2026-11-01T09:00:00.000Z",
  sentOn: "2026-11-02",
  dueOn: "2026-12-02",
  delivery: {
    id: "0190b6a2-5c1d-7cc3-9a51-3f2e8d7b6a10",
    toName: "Cedar IT",
    toAddress: "desk@cedar.example",
    sentAt: "2026-11-02T10:00:00.000Z",
    expiresOn: "2027-02-02",
    bouncedAt: null,
    bounceReason: null,
    progress: null,
  },
  reminders: [
    { on: "2026-11-02", kind: "due_in_30", sent: true },
    { on: "2026-11-25", kind: "due_in_7", sent: false },
  ],
  extensions: [],
  withdrawnOn: null,
  withdrawnReason: null,
  state: "not_opened",
};

describe("the timeline of a request", () => {
  test("says what happened in order, then what comes", () => {
    const events = orderEvents(sent, "2026-11-20");
    expect(events.map((event) => [event.at.slice(0, 10), event.kind])).toEqual([
      ["2026-11-01", "done"],
      ["2026-11-02", "done"],
      ["2026-11-02", "done"],
      ["2026-11-25", "to_come"],
      ["2026-12-02", "to_come"],
      ["2027-02-02", "to_come"],
    ]);
    expect(events[1]?.text).toBe("Sent to desk@cedar.example");
  });

  test("a day that has passed without an answer is trouble, not something to come", () => {
    const due = orderEvents({ ...sent, state: "overdue" }, "2026-12-10").find((event) =>
      event.text.startsWith("The answer was due"),
    );
    expect(due?.kind).toBe("trouble");
  });

  test("nothing comes any more once it was answered or withdrawn", () => {
    for (const state of ["answered", "withdrawn"] as const)
      expect(
        orderEvents({ ...sent, state }, "2026-11-20").filter((event) => event.kind === "to_come"),
      ).toEqual([]);
  });

  test("one that was sent before it stood here was recorded, not drafted", () => {
    const events = orderEvents({ ...sent, sentOn: "2026-03-03", delivery: null }, "2026-11-20");
    expect(events.slice(0, 2).map(({ text }) => text)).toEqual([
      "Sent by other means",
      "Recorded here",
    ]);
  });

  test("a mail nobody has handed over was not sent", () => {
    const texts = orderEvents({ ...sent, state: "held" }, "2026-11-20").map(({ text }) => text);
    expect(texts).toContain("Mail to desk@cedar.example written; it waits to be handed over");
  });

  test("a link that was handed over names nobody's mailbox", () => {
    const { delivery } = sent;
    const handed = delivery === null ? null : { ...delivery, toAddress: null };
    const texts = orderEvents({ ...sent, delivery: handed }, "2026-11-20").map(({ text }) => text);
    expect(texts).toContain("Link made for Cedar IT, to be handed over");
  });

  test("every reminder that was sent is on it, whatever the state", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("2026-11-03", "2026-11-28", "2027-01-05")),
        fc.constantFrom("withdrawn", "answered", "overdue", "opened"),
        (days, state) => {
          const reminders = days.map((on) => ({ on, kind: "by_hand", sent: true }) as const);
          const events = orderEvents({ ...sent, reminders, state }, "2026-11-20");
          expect(events.filter((event) => event.text.startsWith("Reminder"))).toHaveLength(
            days.length,
          );
        },
      ),
    );
  });
});
