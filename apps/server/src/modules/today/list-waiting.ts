/** What waits for whom beside the lines: requests we made, requests we were asked, releases that came, meetings, promises. */
import type { WaitingItem } from "@throughline/contract";
import { isoDate, may, type Work } from "../../platform/api.ts";
import { listAsked } from "../answering/index.ts";
import { listNoticesToGive } from "../policies/index.ts";
import { listProcurements } from "../procurements/index.ts";
import { gatherPage } from "../requests/index.ts";
import { listDialogue } from "./list-dialogue.ts";
import { readUnseenReleases } from "./today.store.ts";
import {
  soonDays,
  waitingOfDuties,
  waitingOfNotice,
  waitingOfTender,
  type ContractDuties,
} from "./waiting-duties.policy.ts";
import { sayRelease, sortWaiting, waitingOfAsked, waitingOfRequest } from "./waiting.policy.ts";

/** Nobody does more in a day; Requests lists the rest. */
const most = 100;

/** Drafts that are looked at: those whose bidders answer first. */
const mostTenders = 25;

/** @param told ids of meetings, series and promises that stand on a line of the page already */
export async function listWaiting(
  work: Work,
  contracts: readonly ContractDuties[],
  told: ReadonlySet<string>,
): Promise<WaitingItem[]> {
  const { today, actor } = work;
  const { requests } = await gatherPage(work, { open: true, sort: "due", limit: most });
  const made = requests.flatMap(({ summary }) => waitingOfRequest(summary, today) ?? []);
  const asked = may(work, "record.read")
    ? (await listAsked(work, { open: true, limit: most })).items.map((item) =>
        waitingOfAsked(item, today),
      )
    : [];
  const releases = (await readUnseenReleases(work.tx, actor.organisationId, today, most)).map(
    (release): WaitingItem => {
      const who = release.supplier;
      return {
        kind: "release_to_look_at",
        who,
        subject: release.subject,
        sentence: sayRelease(who, release.released_on, release.sites, release.answers),
        dueOn: null,
        daysLeft: null,
        link: { kind: "release", id: release.id },
      };
    },
  );
  const due = contracts.flatMap((contract) => waitingOfDuties(contract, today));
  return sortWaiting([
    ...made,
    ...asked,
    ...releases,
    ...due.slice(0, most),
    ...(await listTenders(work)),
    ...(await listNotices(work)),
    ...(await listDialogue(work, told)).slice(0, most),
  ]);
}

async function listTenders(work: Work): Promise<WaitingItem[]> {
  if (!may(work, "procurement.read")) return [];
  const page = { stage: "drafting", sort: "deadline", limit: mostTenders } as const;
  const { items } = await listProcurements(work, page);
  return items.flatMap((item) => waitingOfTender(item, work.today) ?? []);
}

async function listNotices(work: Work): Promise<WaitingItem[]> {
  if (!may(work, "requirement.read")) return [];
  const until = isoDate(new Date(work.now.getTime() + soonDays * 86_400_000));
  const rows = await listNoticesToGive(work, until, most);
  return rows.map((row) => waitingOfNotice(row, work.today));
}
