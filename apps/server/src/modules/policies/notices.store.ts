/** Rows to come that the market has not been told of, by the day their notice begins. */
import type { IsoDate } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";
import { readHead } from "./policies.store.ts";

export interface NoticeToGive {
  readonly rowId: string;
  readonly title: string;
  readonly effectiveFrom: IsoDate;
  readonly noticeMonths: number;
  /** Last day on which telling the market keeps the notice promised. */
  readonly beginsOn: IsoDate;
}

/** Those whose notice begins up to a day, or has begun untold, the next first. Two queries. */
export async function listNoticesToGive(
  work: Work,
  until: IsoDate,
  limit: number,
): Promise<NoticeToGive[]> {
  const { noticeMonths: usual } = await readHead(work);
  const months = sql<number>`coalesce(notice_months, ${usual}::integer)`;
  const begins = sql<IsoDate>`(effective_from - make_interval(months => ${months}))::date`;
  const rows = await work.tx
    .selectFrom("policy_rows")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("effective_from", ">", work.today)
    .where(months, ">", 0)
    .where(begins, "<=", until)
    .where((where) =>
      where.or([where("announced_on", "is", null), where("announced_on", ">", work.today)]),
    )
    .orderBy(begins)
    .orderBy("id")
    .limit(limit)
    .select(["id", "title", "effective_from", months.as("months"), begins.as("begins_on")])
    .execute();
  return rows.map((row) => ({
    rowId: row.id,
    title: row.title,
    effectiveFrom: row.effective_from,
    noticeMonths: row.months,
    beginsOn: row.begins_on,
  }));
}
