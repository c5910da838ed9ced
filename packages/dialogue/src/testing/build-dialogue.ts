/** Builders of series, meetings and a small line for tests. */
import type { Line, LineBreak, MeetingFact, SeriesFact } from "@throughline/domain";

/** A series with Cedar IT, opened on 1 January 2026, meeting every three months. */
export function buildSeries(over: Partial<SeriesFact> = {}): SeriesFact {
  return {
    id: "series-1",
    title: "Cedar IT on laptops",
    counterpart: "Cedar IT",
    counterpartRole: "reseller",
    basis: "contract",
    issues: ["working_hours"],
    cadenceMonths: 3,
    openedOn: "2026-01-01",
    closedOn: null,
    ...over,
  };
}

/** A meeting of it on 10 March 2026, planned in January and not held yet. */
export function buildMeeting(over: Partial<MeetingFact> = {}): MeetingFact {
  return {
    id: "meeting-1",
    seriesId: "series-1",
    number: 1,
    title: "First meeting",
    on: "2026-03-10",
    plannedOn: "2026-01-15",
    heldOn: null,
    cancelledOn: null,
    agendaSentOn: null,
    leadDays: 10,
    fitConfirmedOn: null,
    minutesSentOn: null,
    minutesConfirmedOn: null,
    topics: [],
    ...over,
  };
}

/** A break that asks something of somebody. */
export function buildBreak(code: string, text: string, over: Partial<LineBreak> = {}): LineBreak {
  const sentence = { code: `break.${code}`, params: {}, text };
  const refs = over.refs ?? [{ kind: "product", id: "product-1" } as const];
  return {
    id: `break-${code}`,
    station: "traced",
    severity: "serious",
    sentence,
    owner: null,
    dueOn: null,
    refs,
    action: {
      id: `action-${code}`,
      kind: "draft_request",
      sentence: { code: `action.${code}`, params: {}, text: "Ask." },
      why: { code: `why.${code}`, params: {}, text: "It matters." },
      owner: null,
      dueOn: null,
      refs,
    },
    ...over,
  };
}

/** As much of a line as an agenda reads. */
export function buildLine(over: Partial<Line> = {}): Line {
  const none = { numerator: 0, denominator: 0, value: null };
  return {
    asOf: "2026-11-20",
    contract: { id: "contract-1", reference: "NBU-2026-014", title: "Laptops" },
    stations: [],
    products: [],
    sites: [],
    completeness: {
      productsTraced: none,
      productsWithAnySite: none,
      spendTraced: none,
      productsWithoutSpend: 0,
      tiersCovered: { asked: [], covered: [], ratio: none },
      componentsNamed: { asked: [], covered: [], ratio: none },
      nameAndAddress: none,
      addressPrecision: {},
      verification: {},
      ageDays: null,
      screened: none,
    },
    breaks: [],
    readiness: {
      ready: "not_applicable",
      sentence: { code: "readiness.none", params: {}, text: "No extension." },
      gates: [],
      advice: [],
    },
    ...over,
  };
}
