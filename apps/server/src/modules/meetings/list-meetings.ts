/** Meetings of all tables at which we sit: as a list, and for export. */
import type { MeetingSummary } from "@throughline/contract";
import { toLocalDay, type IsoDate } from "@throughline/domain";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { decodeCursor, encodeCursor } from "../../platform/keyset.ts";
import { compareKeys, keyOf, type MeetingSort } from "./meetings.policy.ts";
import { readMeetings, type MeetingFilter } from "./meetings.store.ts";
import { summariseMeeting } from "./summarise-meetings.ts";

export interface MeetingWish extends Omit<MeetingFilter, "ids"> {
  readonly waiting?: boolean | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly sort: MeetingSort;
}

const Cursor = z.tuple([z.string(), z.iso.datetime(), z.uuid()]);

/** All that pass, in order. Days are those of the place where a meeting is held. */
export async function selectMeetings(work: Work, wish: MeetingWish): Promise<MeetingSummary[]> {
  return (await selectKeyed(work, wish)).map(({ summary }) => summary);
}

async function selectKeyed(work: Work, { waiting, from, to, sort, ...filter }: MeetingWish) {
  const rows = await readMeetings(work, filter);
  return rows
    .filter(({ startsAt, timeZone }) => {
      const day = toLocalDay(startsAt, timeZone);
      return (from === undefined || day >= from) && (to === undefined || day <= to);
    })
    .map((row) => ({ summary: summariseMeeting(row, work.today), key: keyOf(row, sort) }))
    .filter(({ summary }) => waiting === undefined || (summary.next !== null) === waiting)
    .toSorted((a, b) => compareKeys(a.key, b.key, sort));
}

/** One page; the total is of all that pass. */
export async function listMeetings(
  work: Work,
  input: MeetingWish & { readonly after?: string | undefined; readonly limit: number },
): Promise<{
  items: MeetingSummary[];
  next: string | null;
  total: number;
  can: { write: boolean };
}> {
  const { after, limit, ...wish } = input;
  const from = after === undefined ? null : decodeCursor(after, Cursor);
  const all = await selectKeyed(work, wish);
  const rest = from === null ? all : all.filter(({ key }) => compareKeys(key, from, wish.sort) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ summary }) => summary),
    next: rest.length > limit && last !== undefined ? encodeCursor(last.key) : null,
    total: all.length,
    can: { write: may(work, "dialogue.write") },
  };
}
