/**
 * The agenda, which both sides write. What the host adds is its own until it is sent; what others add stands on the table
 * at once. Everybody changes its own items; the host puts all in order.
 */
import { AppError } from "@throughline/domain";
import type { AgendaItemInput } from "@throughline/contract";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import {
  findItem,
  insertItem,
  keepOrigin,
  placeItems,
  readAgenda,
  removeItem,
  updateItem,
} from "./agenda.store.ts";
import { requireMeeting, requireOwnMeeting, requirePlanning } from "./find-meeting.ts";
import { updateMeeting } from "./meetings.store.ts";
import { orderAgenda } from "./order-agenda.ts";

/** Nobody speaks about more in one meeting. */
const mostItems = 100;

export async function addItems(
  work: Work,
  input: { readonly id: string; readonly items: readonly AgendaItemInput[] },
): Promise<{ ids: string[] }> {
  const found = await requireMeeting(work, input.id);
  await requirePlanning(work, found);
  const { meeting, sitting } = found;
  const standing = orderAgenda(await readAgenda(work, input.id), meeting.agendaPlaces);
  if (standing.length + input.items.length > mostItems)
    throw new AppError("input_invalid", undefined, [
      { path: "/items", message: `A meeting has at most ${mostItems} items.` },
    ]);
  const ids: string[] = [];
  for (const { contractId, breakId, ...words } of input.items) {
    const id = await insertItem(
      work,
      {
        seriesId: meeting.seriesId,
        meetingId: meeting.id,
        side: sitting.side,
        by: sitting.name,
        position: standing.length + ids.length + 1,
        sharedAt: sitting.hosts ? null : work.now,
      },
      words,
    );
    await keepOrigin(work, id, { contractId, breakId });
    ids.push(id);
  }
  await recordAudit(work, {
    action: "add-agenda-items",
    subjectKind: "meeting",
    subjectId: meeting.id,
    after: { itemIds: ids, sources: input.items.map(({ source }) => source) },
  });
  return { ids };
}

/** An item of our own, of a meeting that can still be planned. */
async function requireOwnItem(work: Work, itemId: string): Promise<string> {
  const item = await findItem(work, itemId);
  if (item === undefined) throw new AppError("not_found", "There is no such item here.");
  const found = await requireMeeting(work, item.meetingId);
  if (!item.mine) throw new AppError("not_allowed", "Whoever put it on the agenda changes it.");
  await requirePlanning(work, found);
  return item.meetingId;
}

export async function changeItem(
  work: Work,
  { itemId, contractId, breakId, ...words }: AgendaItemInput & { readonly itemId: string },
): Promise<void> {
  const meetingId = await requireOwnItem(work, itemId);
  await updateItem(work, itemId, words);
  await keepOrigin(work, itemId, { contractId, breakId });
  await recordAudit(work, {
    action: "change-agenda-item",
    subjectKind: "meeting",
    subjectId: meetingId,
    after: { itemId, source: words.source, minutes: words.minutes, contractId, breakId },
  });
}

export async function takeItemOff(work: Work, itemId: string): Promise<void> {
  const meetingId = await requireOwnItem(work, itemId);
  await removeItem(work, itemId);
  await recordAudit(work, {
    action: "remove-agenda-item",
    subjectKind: "meeting",
    subjectId: meetingId,
    before: { itemId },
  });
}

/** Puts all items in order; every one that stands is named once. */
export async function orderItems(
  work: Work,
  input: { readonly id: string; readonly itemIds: readonly string[] },
): Promise<void> {
  const found = await requireOwnMeeting(work, input.id);
  await requirePlanning(work, found);
  const standing = orderAgenda(await readAgenda(work, input.id), found.meeting.agendaPlaces);
  const known = new Map(standing.map((item) => [item.id, item]));
  const named = new Set(input.itemIds);
  if (input.itemIds.some((id) => !known.has(id)))
    throw new AppError("reference_unknown", "An item is not on this agenda.", [
      { path: "/itemIds", message: "Name items of this agenda." },
    ]);
  if (named.size !== input.itemIds.length || named.size !== known.size)
    throw new AppError("conflict", "The agenda has other items by now. Load it again.");
  const places = Object.fromEntries(
    input.itemIds.flatMap((id, at) => (known.get(id)?.mine === true ? [] : [[id, at + 1]])),
  );
  await placeItems(work, input.itemIds);
  await updateMeeting(work, input.id, null, { agenda_places: JSON.stringify(places) });
  await recordAudit(work, {
    action: "order-agenda",
    subjectKind: "meeting",
    subjectId: input.id,
    after: { itemIds: [...input.itemIds] },
  });
}
