/**
 * The KPIs once more, counted plainly: every figure from scratch, by loops over the facts, with nothing of the engine, of the
 * line or of the dialogue. Slow on purpose; the tests hold the engine against it, the bench measures it as the peer.
 */
import type {
  AnswerFact,
  KpiFacts,
  ProductLine,
  SiteFact,
  TraceLinkFact,
} from "@throughline/domain";

/** Numerator, denominator and value, as the engine tells them. */
export interface PlainFigure {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

const fold = (text: string): string => text.toLowerCase();
const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay)))
    .toISOString()
    .slice(0, 10);
}
const percent = (n: number, of: number): PlainFigure => ({
  numerator: n,
  denominator: of,
  value: of === 0 ? null : (n / of) * 100,
});
function middle(values: number[], of: number): PlainFigure {
  values.sort((a, b) => a - b);
  const half = values.length / 2;
  const value =
    values.length === 0
      ? null
      : values.length % 2 === 1
        ? (values[Math.floor(half)] ?? null)
        : ((values[half - 1] ?? 0) + (values[half] ?? 0)) / 2;
  return { numerator: values.length, denominator: of, value };
}

/** The day on which what was said about a product was last shown false. */
function falseSince(facts: KpiFacts, product: ProductLine, day: string): string | null {
  let last: string | null = null;
  for (const answer of facts.answers) {
    if (answer.answer !== "shown_false" || answer.answeredOn > day) continue;
    if (last !== null && answer.answeredOn <= last) continue;
    const asked = facts.requests.find(
      ({ id, sentOn, withdrawnOn }) =>
        id === answer.requestId &&
        sentOn !== null &&
        sentOn <= day &&
        (withdrawnOn === null || withdrawnOn > day),
    );
    const own = answer.productIds.length > 0 || answer.brand !== null;
    const scope = own ? answer : (asked ?? answer);
    const meant =
      scope.productIds.length > 0
        ? scope.productIds.includes(product.id)
        : scope.brand === null || fold(scope.brand) === fold(product.brand);
    if (meant) last = answer.answeredOn;
  }
  return last;
}

function standsOn(facts: KpiFacts, link: TraceLinkFact, day: string): boolean {
  const product = facts.products.find(({ id }) => id === link.productId);
  if (product === undefined) return false;
  if (link.siteId !== null && !facts.sites[0]?.sites.some(({ id }) => id === link.siteId))
    return false;
  const disclosure = facts.disclosures.find(({ id }) => id === link.disclosureId);
  if (link.disclosureId !== null) {
    if (disclosure === undefined || disclosure.receivedOn > day) return false;
    if (disclosure.withdrawnOn !== null && disclosure.withdrawnOn <= day) return false;
  }
  if (link.validFrom !== null && link.validFrom > day) return false;
  if (link.validTo !== null && link.validTo < day) return false;
  const lie = falseSince(facts, product, day);
  return lie === null || (disclosure !== undefined && disclosure.receivedOn > lie);
}

const standing = (facts: KpiFacts, day: string): TraceLinkFact[] =>
  (facts.sites[0]?.links ?? []).filter((link) => standsOn(facts, link, day));
const siteOf = (facts: KpiFacts, id: string | null): SiteFact | undefined =>
  facts.sites[0]?.sites.find((site) => site.id === id);
const masked = (site: SiteFact): boolean => site.flags.includes("identity_masked");
const addressed = (site: SiteFact): boolean =>
  site.precision === "street" && (masked(site) || (site.address ?? "").trim() !== "");

function sitesOn(facts: KpiFacts, day: string): { site: SiteFact; linked: boolean }[] {
  const now = standing(facts, day);
  return (facts.sites[0]?.sites ?? []).flatMap((site): { site: SiteFact; linked: boolean }[] => {
    if (now.some(({ siteId }) => siteId === site.id)) return [{ site, linked: true }];
    if (facts.sites[0]?.links.some(({ siteId }) => siteId === site.id)) return [];
    const named = facts.sites[0]?.named.some(
      ({ siteId, disclosureId }) =>
        siteId === site.id &&
        facts.disclosures.some(
          ({ id, receivedOn, withdrawnOn }) =>
            id === disclosureId && receivedOn <= day && (withdrawnOn === null || withdrawnOn > day),
        ),
    );
    return named === true ? [{ site, linked: false }] : [];
  });
}

function makersOf(facts: KpiFacts, product: ProductLine, day: string): SiteFact[] {
  return standing(facts, day).flatMap(({ productId, tier, kind, siteId }) => {
    const site = siteOf(facts, siteId);
    if (site === undefined || productId !== product.id) return [];
    if (tier !== "final_assembly" || kind !== "confirmed") return [];
    return masked(site) || site.flags.includes("warehouse") ? [] : [site];
  });
}

const isReply = ({ answer }: AnswerFact): boolean =>
  answer === "asked_and_refused" || answer === "cannot_because" || answer === "disclosed";

/** First days on which a request was answered, and on which something was disclosed. */
function repliesTo(facts: KpiFacts, request: KpiFacts["requests"][number], asOf: string) {
  const brandsOf = (ids: readonly string[]): string[] =>
    facts.products.filter(({ id }) => ids.includes(id)).map(({ brand }) => fold(brand));
  const meets = (other: { brand: string | null; productIds: readonly string[] }): boolean => {
    const [a, b] = [request, other];
    if (a.productIds.length > 0 && b.productIds.length > 0)
      return a.productIds.some((id) => b.productIds.includes(id));
    const left =
      a.productIds.length > 0 ? brandsOf(a.productIds) : a.brand === null ? null : [fold(a.brand)];
    const right =
      b.productIds.length > 0 ? brandsOf(b.productIds) : b.brand === null ? null : [fold(b.brand)];
    return left === null || right === null || left.some((one) => right.includes(one));
  };
  const sent = request.sentOn ?? "";
  const answered = facts.answers
    .filter(
      (one) =>
        isReply(one) &&
        one.answeredOn >= sent &&
        one.answeredOn <= asOf &&
        (one.requestId === null ? meets(one) : one.requestId === request.id),
    )
    .map(({ answeredOn }) => answeredOn);
  const disclosed = facts.disclosures
    .filter(
      (one) =>
        one.receivedOn >= sent &&
        one.receivedOn <= asOf &&
        meets({ brand: one.brand, productIds: [] }),
    )
    .map(({ receivedOn }) => receivedOn)
    .sort();
  return { first: [...answered, ...disclosed].sort()[0] ?? null, disclosed: disclosed[0] ?? null };
}

interface PlainDue {
  readonly dueOn: string;
  readonly cameOn: string | null;
}

function duesOf(facts: KpiFacts, asOf: string): PlainDue[] {
  const sent = facts.requests
    .filter(
      ({ sentOn, withdrawnOn }) =>
        sentOn !== null && sentOn <= asOf && (withdrawnOn === null || withdrawnOn > asOf),
    )
    .sort((a, b) => ((a.sentOn ?? "") < (b.sentOn ?? "") ? -1 : 1));
  const brands: (string | null)[] = [...new Set(facts.products.map(({ brand }) => brand))];
  if (brands.length === 0) brands.push(null);
  const dues: PlainDue[] = [];
  for (const condition of facts.contract.conditions) {
    for (const brand of brands) {
      const about = facts.disclosures.filter((one) => {
        if (one.receivedOn > asOf || (one.withdrawnOn !== null && one.withdrawnOn <= asOf))
          return false;
        if (brand === null || one.brand === brand) return true;
        return standing(facts, asOf).some(
          (link) =>
            link.disclosureId === one.id &&
            facts.products.some(({ id, brand: made }) => id === link.productId && made === brand),
        );
      });
      const told = (one: (typeof about)[number]): string => one.asOf ?? one.receivedOn;
      let left = about.sort((a, b) =>
        `${told(a)} ${a.receivedOn} ${a.id}` < `${told(b)} ${b.receivedOn} ${b.id}` ? -1 : 1,
      );
      const brandsAsked = (ids: readonly string[]): string[] =>
        facts.products.filter(({ id }) => ids.includes(id)).map((one) => one.brand);
      const askedOn =
        sent.find(({ productIds, brand: named }) =>
          brand === null
            ? true
            : productIds.length > 0
              ? brandsAsked(productIds).includes(brand)
              : named === null || named === brand,
        )?.sentOn ?? null;
      const base =
        condition.dueFrom === "award"
          ? facts.contract.awardedOn
          : condition.dueFrom === "signature"
            ? facts.contract.signedOn
            : condition.dueFrom === "request"
              ? askedOn
              : null;
      const every = condition.refreshEveryMonths;
      let due = base === null || condition.dueDays === null ? null : shift(base, condition.dueDays);
      if (due === null && every !== null && left[0] !== undefined) {
        due = monthsLater(told(left[0]), every);
        left = left.slice(1);
      }
      while (due !== null) {
        const day: string = due;
        const before = left.filter(({ receivedOn }) => receivedOn <= day);
        const met = before.at(-1) ?? left[0];
        dues.push({ dueOn: day, cameOn: met?.receivedOn ?? null });
        if (met === undefined) break;
        left = left.slice(left.indexOf(met) + 1);
        due = every === null ? null : monthsLater(told(met), every);
      }
    }
  }
  if (dues.length > 0) return dues;
  return sent.flatMap((request) =>
    request.dueOn === null
      ? []
      : [{ dueOn: request.dueOn, cameOn: repliesTo(facts, request, asOf).disclosed }],
  );
}

function workdays(from: string, to: string): number {
  let count = 0;
  for (let day = shift(from, 1); day <= to; day = shift(day, 1))
    if (![0, 6].includes(new Date(day).getUTCDay())) count += 1;
  return count;
}

/** Counts one KPI; `null` for one that is not computed. */
export function countPlainly(kpi: string, facts: KpiFacts, asked: Asked): PlainFigure | null {
  const { from, to, asOf } = asked;
  const day = to < asOf ? to : asOf;
  const within = (date: string | null): date is string =>
    date !== null && date >= from && date <= to && date <= asOf;
  const due = (): PlainDue[] =>
    duesOf(facts, asOf).filter(
      ({ dueOn, cameOn }) =>
        dueOn >= from && dueOn <= to && (dueOn < asOf || (dueOn === asOf && cameOn !== null)),
    );
  switch (kpi) {
    case "T1":
      return percent(
        facts.products.filter((one) =>
          makersOf(facts, one, day).some((site) => site.legalName && addressed(site)),
        ).length,
        facts.products.length,
      );
    case "T10":
      return percent(
        facts.products.filter((one) => makersOf(facts, one, day).length > 0).length,
        facts.products.length,
      );
    case "T2": {
      const names = new Set(
        facts.contract.conditions.flatMap(({ components }) => components.map(fold)),
      );
      const found = [...names].filter((name) =>
        standing(facts, day).some(({ kind, component, siteId }) => {
          const site = siteOf(facts, siteId);
          return (
            kind === "confirmed" &&
            fold(component ?? "") === name &&
            site !== undefined &&
            site.legalName &&
            addressed(site)
          );
        }),
      );
      return percent(found.length, names.size);
    }
    case "T5": {
      const sites = sitesOn(facts, day);
      let filled = 0;
      for (const { site, linked } of sites) {
        if (site.legalName) filled += 1;
        if (addressed(site)) filled += 1;
        if (site.country !== null) filled += 1;
        if (linked) filled += 1;
      }
      return percent(filled, 4 * sites.length);
    }
    case "T6": {
      const sites = sitesOn(facts, day);
      return percent(
        sites.filter(({ site }) => ["street", "locality"].includes(site.precision)).length,
        sites.length,
      );
    }
    case "T8": {
      const now = sitesOn(facts, day).map(({ site }) => site.id);
      const then = sitesOn(facts, monthsLater(day, -12)).map(({ site }) => site.id);
      const changed = [
        ...now.filter((id) => !then.includes(id)),
        ...then.filter((id) => !now.includes(id)),
      ];
      return percent(changed.length, then.length);
    }
    case "T3":
    case "T4": {
      const dues = due();
      if (kpi === "T4")
        return percent(
          dues.filter(({ dueOn, cameOn }) => cameOn !== null && cameOn <= dueOn).length,
          dues.length,
        );
      const days = dues.flatMap(({ dueOn, cameOn }) =>
        cameOn === null ? [] : [(Date.parse(cameOn) - Date.parse(dueOn)) / 86_400_000],
      );
      return middle(days, dues.length);
    }
    case "T7": {
      const began = facts.contract.startsOn ?? "";
      if (began > day || (facts.contract.endsOn ?? "9999") < day) return percent(0, 0);
      const fresh = facts.disclosures.some(
        (one) =>
          one.receivedOn <= day &&
          (one.withdrawnOn === null || one.withdrawnOn > day) &&
          (one.asOf ?? one.receivedOn) > monthsLater(day, -12),
      );
      return { numerator: fresh ? 1 : 0, denominator: 1, value: fresh ? 1 : 0 };
    }
    case "R1": {
      const sent = facts.requests.filter(
        ({ sentOn, withdrawnOn }) => within(sentOn) && (withdrawnOn === null || withdrawnOn > asOf),
      );
      return middle(
        sent.flatMap((request) => {
          const { first } = repliesTo(facts, request, asOf);
          return first === null ? [] : [workdays(request.sentOn ?? "", first)];
        }),
        sent.length,
      );
    }
    case "R2": {
      const all = facts.dialogue.meetings;
      if (!all.some(({ heldOn, plannedOn }) => (heldOn ?? plannedOn) <= day)) return percent(0, 0);
      const since = monthsLater(shift(day, 1), -12);
      const held = all.filter(({ heldOn }) => heldOn !== null && heldOn >= since && heldOn <= day);
      const n = held.filter(
        ({ heldOn, fitConfirmedOn }) => fitConfirmedOn !== null && fitConfirmedOn <= (heldOn ?? ""),
      ).length;
      return { numerator: n, denominator: held.length, value: n };
    }
    case "R3": {
      // Promises as the builder makes them: made and confirmed on one day, done once.
      const theirs = facts.dialogue.commitments.flatMap(({ debtor, acts }) => {
        const [made, , done] = acts;
        const dueOn = made?.dueOn ?? "";
        if (debtor !== "counterpart" || (made?.on ?? "") > asOf || dueOn < from || dueOn > to)
          return [];
        const doneOn = done !== undefined && done.on <= asOf ? done.on : null;
        if (dueOn > asOf || (dueOn === asOf && doneOn === null)) return [];
        return [doneOn !== null && doneOn <= dueOn];
      });
      return percent(theirs.filter(Boolean).length, theirs.length);
    }
    case "R4": {
      const held = facts.dialogue.meetings.filter(({ heldOn }) => within(heldOn));
      return middle(
        held.flatMap(({ heldOn, minutesSentOn }) =>
          minutesSentOn === null || minutesSentOn > asOf
            ? []
            : [(Date.parse(minutesSentOn) - Date.parse(heldOn ?? "")) / 86_400_000],
        ),
        held.length,
      );
    }
    case "P3": {
      const there = (one: { from: string; until: string | null }): boolean =>
        one.from <= day && (one.until === null || one.until > day);
      const used = facts.evidence.filter(there);
      return percent(used.filter(({ elsewhere }) => elsewhere.some(there)).length, used.length);
    }
    default:
      return null;
  }
}
