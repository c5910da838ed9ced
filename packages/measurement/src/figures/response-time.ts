/** R1: how long the supplier takes to answer. Silence is told apart: it has no length yet. */
import type { IsoDate, KpiPeriod, KpiRow, RequestFact } from "@throughline/domain";
import type { RequestReply } from "@throughline/tracing";
import { median, workdaysFrom } from "../days-between.ts";
import type { MeasuringFacts } from "../facts/measuring-facts.ts";
import { sayKpi } from "../texts/say.ts";
import { noData, type FigureRule } from "./figure.ts";

interface Asked extends RequestReply {
  readonly days: number | null;
}

function askedIn(facts: MeasuringFacts, { from, to }: KpiPeriod): Asked[] {
  return facts.replies().flatMap((one) =>
    one.sentOn < from || one.sentOn > to
      ? []
      : [
          {
            ...one,
            days:
              one.reply === null ? null : workdaysFrom(one.sentOn, one.reply.on, facts.calendar),
          },
        ],
  );
}

/** Sent in the period and withdrawn since: shown, not counted. */
function withdrawnIn(facts: MeasuringFacts, { from, to }: KpiPeriod): KpiRow[] {
  return facts.facts.requests.flatMap((request): KpiRow[] => {
    const { sentOn, withdrawnOn } = request;
    if (sentOn === null || sentOn < from || sentOn > to || sentOn > facts.asOf) return [];
    if (withdrawnOn === null || withdrawnOn > facts.asOf) return [];
    return [
      {
        ...about(request, sentOn),
        counts: "left_out",
        numerator: 0,
        denominator: 0,
        value: null,
        says: sayKpi("row.R1.withdrawn", { on: withdrawnOn }),
      },
    ];
  });
}

function about(
  request: RequestFact,
  sentOn: IsoDate,
): Pick<KpiRow, "kind" | "id" | "label" | "date"> {
  const { addressee, brand } = request;
  return {
    kind: "request",
    id: request.id,
    label: sayKpi("row.R1.label", { addressee, brand: brand === addressee ? null : brand }).text,
    date: sentOn,
  };
}

function sayReply({ request, sentOn, reply, days }: Asked): KpiRow["says"] {
  if (reply === null) return sayKpi("row.R1.unanswered", { who: request.addressee, since: sentOn });
  const params = { who: reply.by, title: reply.disclosure, on: reply.on, days };
  if (reply.disclosure !== null)
    return sayKpi(days === 0 ? "row.R1.disclosed_same_day" : "row.R1.disclosed", params);
  return sayKpi(days === 0 ? "row.R1.same_day" : "row.R1.answered", params);
}

/** R1: working days from a request to the first answer or disclosure about it, in the middle. */
export const responseTime: FigureRule = (facts, period) => {
  const asked = askedIn(facts, period);
  const withdrawn = withdrawnIn(facts, period);
  if (asked.length === 0)
    return noData(sayKpi("R1.none"), { rowCount: withdrawn.length, rows: () => withdrawn });
  const days = asked.flatMap((one) => one.days ?? []);
  const value = median(days);
  const [n, of] = [days.length, asked.length];
  return {
    numerator: n,
    denominator: of,
    value,
    says:
      value === null
        ? sayKpi("R1.none_answered", { of })
        : sayKpi("R1.median", { days: value, n, of }),
    besides: asked.flatMap(({ reply, request, sentOn }) =>
      reply === null ? [sayKpi("R1.besides", { who: request.addressee, since: sentOn })] : [],
    ),
    rowCount: of + withdrawn.length,
    rows: () => [
      ...asked.map((one): KpiRow => ({
        ...about(one.request, one.sentOn),
        counts: one.days === null ? "denominator" : "numerator",
        numerator: one.days === null ? 0 : 1,
        denominator: 1,
        value: one.days,
        says: sayReply(one),
      })),
      ...withdrawn,
    ],
  };
};
