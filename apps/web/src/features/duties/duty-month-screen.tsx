import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { meQuery } from "../../api/me.ts";
import { Loaded } from "../../components/loaded.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { DutiesHeading } from "./duties-heading.tsx";
import { DutyFilters, dutyFilters, filterInput } from "./duty-filters.tsx";
import { DutyTag } from "./duty-tag.tsx";
import { layMonth, moveMonth } from "./lay-month.ts";
import { dutyMonthQuery, type DutyRow } from "./queries.ts";
import { RecordDialog } from "./record-dialog.tsx";

const MonthState = z.object({
  ...dutyFilters,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

const monthNames = new Intl.DateTimeFormat("en-GB", {
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const dayNames = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/** The days of a month with what falls due on them; days without anything stand there only where there is room. */
export function DutyMonthScreen(): ReactNode {
  const [state, setState] = useUrlState(MonthState);
  const today = todayHere();
  const month = state.month ?? today.slice(0, 7);
  const query = useQuery(dutyMonthQuery({ ...filterInput(state), month }));
  const mayWrite = useQuery(meQuery).data?.can.includes("contract.write") ?? false;
  const [duty, setDuty] = useState<DutyRow | null>(null);
  const name = monthNames.format(new Date(`${month}-01T00:00:00Z`));
  const go = (steps: number): void => setState({ month: moveMonth(month, steps) }, { push: true });
  return (
    <>
      <DutiesHeading />
      <div className="stack">
        <DutyFilters state={state} onChange={(change) => setState(change, { push: true })} />
        <div className="spread">
          <h2 className="section-title">{name}</h2>
          <div className="row no-print">
            <Button size="small" variant="secondary" onClick={() => go(-1)}>
              {t("duties.previous")}
            </Button>
            <Button
              size="small"
              variant="tertiary"
              onClick={() => setState({ month: undefined }, { push: true })}
            >
              {t("duties.thisMonth")}
            </Button>
            <Button size="small" variant="secondary" onClick={() => go(1)}>
              {t("duties.next")}
            </Button>
          </div>
        </div>
        <Loaded query={query} lines={8}>
          {({ days, leftOut }) => {
            const due = new Map(days.map((day) => [day.on, day.duties]));
            const shown = days.reduce((sum, day) => sum + day.duties.length, 0);
            return (
              <>
                <p className="quiet" role="status">
                  {shown === 0
                    ? t("duties.monthNone", { month: name })
                    : t("duties.monthShown", { n: shown, month: name })}{" "}
                  {leftOut > 0 && t("duties.withoutDay", { n: leftOut })}
                </p>
                <ol className="month" aria-label={name}>
                  {layMonth(month).map(({ on, column }) => {
                    const here = due.get(on) ?? [];
                    return (
                      <li
                        key={on}
                        className={here.length === 0 ? "day day-free" : "day"}
                        style={column === null ? undefined : { gridColumnStart: column }}
                        {...(on === today ? { "aria-current": "date" as const } : {})}
                      >
                        <span className="day-name">
                          {dayNames.format(new Date(`${on}T00:00:00Z`))}
                          {on === today && ` · ${t("duties.today")}`}
                        </span>
                        {here.length > 0 && (
                          <ul className="plain-list">
                            {here.map((one) => (
                              <li key={one.key}>
                                <DutyTag state={one.state} />{" "}
                                {mayWrite ? (
                                  <button
                                    type="button"
                                    className="link-button"
                                    onClick={() => setDuty(one)}
                                  >
                                    {one.what}
                                  </button>
                                ) : (
                                  one.what
                                )}
                                <span className="sub">{one.contract.reference}</span>
                              </li>
                            ))}
                          </ul>
                        )}
                      </li>
                    );
                  })}
                </ol>
              </>
            );
          }}
        </Loaded>
      </div>
      {duty !== null && <RecordDialog duties={[duty]} onClose={() => setDuty(null)} />}
    </>
  );
}
