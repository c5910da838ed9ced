import { requestStates } from "@throughline/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseCode } from "../../platform/guest.ts";
import { fillTemplate, findUnknownPlaceholders } from "./fill-template.ts";
import {
  expiryOf,
  instantOf,
  isCurrent,
  planReminders,
  reminderKinds,
} from "./reminders.policy.ts";
import { codeAlphabet, deriveSecrets } from "./request-secrets.ts";
import { decideRequestState, openStates, type RequestFacts } from "./request-state.policy.ts";
import { addDays, checkExtension } from "./requests.policy.ts";

const today = "2026-11-20";
const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days));
const count = fc.nat(6);
const facts: fc.Arbitrary<RequestFacts> = fc.record({
  addressee: fc.constant("Cedar IT"),
  draftedOn: day,
  sentOn: fc.option(day),
  dueOn: fc.option(day),
  withdrawn: fc.option(fc.record({ on: day, reason: fc.constant("bought no more") })),
  delivery: fc.option(
    fc.record({
      mail: fc.constantFrom("queued", "held", "sent", "bounced", "failed", null),
      bounce: fc.option(fc.constant("550 mailbox unknown")),
      progress: fc.option(
        fc.record({
          firstOpenedOn: day,
          productsAsked: count,
          productsAnswered: count,
          sitesNamed: count,
          passedOn: count,
          passedOnAnswered: count,
          answeredOn: fc.option(day),
        }),
      ),
    }),
  ),
  answer: fc.option(fc.record({ on: day, whole: fc.boolean(), products: count, of: count })),
});

const sent: RequestFacts = {
  addressee: "Cedar IT",
  draftedOn: "2026-03-01",
  sentOn: "2026-03-03",
  dueOn: "2026-12-18",
  withdrawn: null,
  delivery: { mail: "sent", bounce: null, progress: null },
  answer: null,
};
const opened = {
  firstOpenedOn: "2026-03-05",
  productsAsked: 6,
  productsAnswered: 0,
  sitesNamed: 0,
  passedOn: 0,
  passedOnAnswered: 0,
  answeredOn: null,
};
const withProgress = (
  progress: Partial<typeof opened>,
  more: Partial<RequestFacts> = {},
): string => {
  const given = { ...sent, ...more };
  return decideRequestState(
    { ...given, delivery: { mail: "sent", bounce: null, progress: { ...opened, ...progress } } },
    today,
  ).sentence.text;
};

describe("where a request stands", () => {
  it("is exactly one state with a sentence that has no gap, whatever is known", () => {
    fc.assert(
      fc.property(facts, (known) => {
        const { state, sentence } = decideRequestState(known, today);
        expect(requestStates).toContain(state);
        expect(sentence.text.length).toBeGreaterThan(10);
        expect(sentence.text).not.toMatch(/undefined|null|NaN|  | \.|[{}[\]]/);
        // Never late with what never arrived, what was withdrawn, or what came.
        const { dueOn, withdrawn, sentOn, delivery } = known;
        const progress = delivery?.progress ?? null;
        const answered =
          progress !== null &&
          progress.answeredOn !== null &&
          progress.productsAnswered >= progress.productsAsked;
        const late = dueOn !== null && dueOn < today;
        expect(state !== "overdue" || (late && withdrawn === null && !answered)).toBe(true);
        expect(state === "withdrawn").toBe(withdrawn !== null);
        expect(!openStates.has(state) || sentOn !== null).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("waits for the rest when a release is about some of the products asked about", () => {
    const progress = {
      firstOpenedOn: "2026-11-01",
      productsAsked: 7,
      productsAnswered: 3,
      sitesNamed: 2,
      passedOn: 0,
      passedOnAnswered: 0,
      answeredOn: "2026-11-10",
    };
    const at = (productsAnswered: number, dueOn: string): string =>
      decideRequestState(
        {
          ...sent,
          dueOn,
          delivery: { mail: "sent", bounce: null, progress: { ...progress, productsAnswered } },
        },
        today,
      ).state;
    expect([at(3, "2026-11-21"), at(3, "2026-11-19"), at(7, "2026-11-19")]).toEqual([
      "part_filled",
      "overdue",
      "answered",
    ]);
  });

  it("turns overdue exactly when the day has passed, for what arrived and waits", () => {
    const on = (dueOn: string): string => decideRequestState({ ...sent, dueOn }, today).state;
    expect([on("2026-11-19"), on("2026-11-20"), on("2026-11-21")]).toEqual([
      "overdue",
      "not_opened",
      "not_opened",
    ]);
  });

  it("says why nothing is happening", () => {
    const say = (more: Partial<RequestFacts>): string =>
      decideRequestState({ ...sent, dueOn: null, ...more }, today).sentence.text;
    expect(say({})).toBe("Sent on 3 March 2026; never opened.");
    expect(say({ delivery: { mail: "bounced", bounce: "mailbox unknown", progress: null } })).toBe(
      "The mail of 3 March 2026 did not arrive (mailbox unknown).",
    );
    expect(say({ delivery: { mail: "held", bounce: null, progress: null } })).toContain(
      "not handed over",
    );
    expect(say({ delivery: { mail: null, bounce: null, progress: null } })).toBe(
      "Link and code were made on 3 March 2026; never opened.",
    );
    expect(say({ delivery: null })).toBe(
      "Sent on 3 March 2026 by other means; whether it was read is not known here.",
    );
    expect(say({ sentOn: null, delivery: null })).toBe("Written on 1 March 2026; not sent.");
    expect(withProgress({ productsAnswered: 4 })).toBe(
      "Opened on 5 March 2026; four of six products have an answer.",
    );
    expect(withProgress({ passedOn: 2, passedOnAnswered: 1 })).toBe(
      "Cedar IT passed it on to two others; one has answered.",
    );
    expect(withProgress({ sitesNamed: 1, productsAsked: 0 })).toBe(
      "Opened on 5 March 2026; one site named so far.",
    );
    expect(withProgress({ productsAnswered: 4 }, { dueOn: "2026-04-01" })).toBe(
      "Overdue since 1 April 2026: four of six products have an answer.",
    );
    expect(
      say({
        dueOn: "2026-04-01",
        delivery: { mail: "bounced", bounce: null, progress: null },
      }),
    ).toBe("The mail of 3 March 2026 did not arrive. The answer was due on 1 April 2026.");
  });
});

describe("reminders", () => {
  it("fall thirty, seven and one day before the day and the day after it, never today or before", () => {
    expect(planReminders("2026-12-31", today)).toEqual([
      { kind: "due_in_30", on: "2026-12-01" },
      { kind: "due_in_7", on: "2026-12-24" },
      { kind: "due_in_1", on: "2026-12-30" },
      { kind: "overdue", on: "2027-01-01" },
    ]);
    expect(planReminders(null, today)).toEqual([]);
    fc.assert(
      fc.property(day, (dueOn) => {
        for (const { on } of planReminders(dueOn, today)) {
          expect(on > today).toBe(true);
          expect(instantOf(on).toISOString().slice(0, 10)).toBe(on);
        }
      }),
    );
  });

  it("say what is so when a worker was away: one at most speaks on any day", () => {
    fc.assert(
      fc.property(day, (dueOn) => {
        const current = reminderKinds.filter((kind) => isCurrent(kind, dueOn, today));
        expect(current.length).toBeLessThanOrEqual(1);
        expect(dueOn >= today || current[0] === "overdue").toBe(true);
      }),
    );
    for (const { kind, on } of planReminders("2026-12-31", today))
      expect(isCurrent(kind, "2026-12-31", on)).toBe(true);
  });

  it("come before the link expires, and an extension is later than what it extends", () => {
    fc.assert(
      fc.property(day, fc.option(day), (dueOn, before) => {
        expect(expiryOf(today, dueOn) > addDays(dueOn, 1)).toBe(true);
        expect(checkExtension(before, dueOn, today).ok).toBe(
          dueOn >= today && (before === null || dueOn > before),
        );
      }),
    );
  });
});

describe("link and code", () => {
  const parts = {
    secret: "a-secret-for-tests-only-0123456789abcdef",
    publicUrl: "https://hub.example/",
  };

  it("differ for every delivery, generation and server, and are the same each time", () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.uuid(),
        fc.integer({ min: 1, max: 50 }),
        (one, other, generation) => {
          const made = deriveSecrets(parts, one, generation);
          expect(deriveSecrets(parts, one, generation)).toEqual(made);
          expect(made.link).toBe(`https://hub.example/answer#${made.linkSecret}`);
          expect(made.code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
          expect(Buffer.from(made.linkSecret, "base64url")).toHaveLength(32);
          const others = [
            deriveSecrets(parts, one, generation + 1),
            deriveSecrets({ ...parts, secret: "b".repeat(40) }, one, generation),
            ...(one === other ? [] : [deriveSecrets(parts, other, generation)]),
          ];
          for (const different of others) {
            expect(different.linkSecret).not.toBe(made.linkSecret);
            expect(different.hash).not.toBe(made.hash);
          }
        },
      ),
    );
  });

  it("use thirty-two signs without look-alikes, each about as often", () => {
    expect(new Set(codeAlphabet).size).toBe(32);
    expect(codeAlphabet).not.toMatch(/[01IO]/);
    const seen = new Map<string, number>();
    for (let at = 0; at < 4000; at += 1)
      for (const sign of normaliseCode(deriveSecrets(parts, `delivery-${at}`, 1).code))
        seen.set(sign, (seen.get(sign) ?? 0) + 1);
    // 32,000 signs over 32: a thousand each, with a standard deviation of about 31.
    expect(seen.size).toBe(32);
    for (const often of seen.values()) expect(Math.abs(often - 1000)).toBeLessThan(190);
  });
});

describe("templates", () => {
  const values = {
    supplier: "Cedar IT",
    contracts: "Laptops (C-1)",
    products: "Aster Book",
    due: "18 December 2026",
    clause: "clause 14.2",
    sender: "Northbridge",
  };

  it("fill what is known, with blanks or without, and say what is not", () => {
    expect(fillTemplate("Dear {{supplier}}, by {{ due }}: {{products}}", values)).toBe(
      "Dear Cedar IT, by 18 December 2026: Aster Book",
    );
    expect(
      findUnknownPlaceholders({ subject: "{{Supplier}}", body: "{{due}} {{deadline}} {{}}" }),
    ).toEqual([
      { path: "/subject", message: "{{Supplier}} is not known." },
      { path: "/body", message: "{{deadline}} is not known." },
      { path: "/body", message: "{{}} is not known." },
    ]);
  });

  it("put nothing into a text that has no braces, and never fill what a value brought along", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll("{{", "{");
        expect(fillTemplate(plain.replaceAll("{{", ""), values)).toBe(plain.replaceAll("{{", ""));
      }),
    );
    expect(fillTemplate("{{supplier}}", { ...values, supplier: "{{due}} $& $1" })).toBe(
      "{{due}} $& $1",
    );
  });
});
