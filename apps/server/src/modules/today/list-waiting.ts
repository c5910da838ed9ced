/** What waits for whom beside the lines: requests we made, requests we were asked, releases that came. */
import type { WaitingItem } from "@throughline/contract";
import { may, type Work } from "../../platform/api.ts";
import { listAsked } from "../answering/index.ts";
import { gatherPage } from "../requests/index.ts";
import { readUnseenReleases } from "./today.store.ts";
import { sayRelease, sortWaiting, waitingOfAsked, waitingOfRequest } from "./waiting.policy.ts";

/** Nobody does more in a day; Requests lists the rest. */
const most = 100;

export async function listWaiting(work: Work): Promise<WaitingItem[]> {
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
  return sortWaiting([...made, ...asked, ...releases]);
}
