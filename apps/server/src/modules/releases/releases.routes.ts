import { act, api, requireCaller, type ApiContext } from "../../platform/api.ts";
import { actAsAnswerer } from "../../platform/guest.ts";
import { countTries } from "../../platform/limit-tries.ts";
import { compareHeld } from "./compare-held.ts";
import { listChangesSince, showRecord } from "./compare-with-record.ts";
import { listGiven, listReceived } from "./list-releases.ts";
import { openRelease } from "./open-release.ts";
import { previewRelease } from "./preview-release.ts";
import { releaseRecord } from "./release-record.ts";
import { releaseTriesPerAddress, releaseTriesPerPerson } from "./share-code.ts";
import { showRelease } from "./show-release.ts";
import { takeOverRelease } from "./take-over-release.ts";
import { takeRelease } from "./take-release.ts";
import { withdrawRelease } from "./withdraw-release.ts";

/** Whose tries are counted: a guest's workspace has no person. */
function whoTries(context: ApiContext): string {
  return context.guest ?? requireCaller(context).personId;
}

export const releaseRoutes = {
  list: api.releases.list.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => listGiven(work, input)),
  ),
  listReceived: api.releases.listReceived.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => listReceived(work, input)),
  ),
  get: api.releases.get.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => showRelease(work, input)),
  ),
  preview: api.releases.preview.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", (work) => previewRelease(work, input)),
  ),
  release: api.releases.release.handler(({ input, context }) =>
    actAsAnswerer(context, "release.write", (work) => releaseRecord(work, input)),
  ),
  withdraw: api.releases.withdraw.handler(({ input, context }) =>
    actAsAnswerer(context, "release.write", async (work) => {
      await withdrawRelease(work, input);
      return { done: true } as const;
    }),
  ),
  open: api.releases.open.handler(async ({ input, context }) =>
    countTries(
      context,
      [
        [releaseTriesPerPerson, whoTries(context)],
        [releaseTriesPerAddress, context.clientAddress],
      ],
      () => actAsAnswerer(context, "record.read", (work) => openRelease(work, input)),
    ),
  ),
  compare: api.releases.compare.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => compareHeld(work, input)),
  ),
  take: api.releases.take.handler(({ input, context }) =>
    act(context, "disclosure.write", (work) => takeRelease(work, input)),
  ),
};

/** Endpoints about the record that stand on its releases. */
export const recordReleaseRoutes = {
  get: api.record.get.handler(({ context }) =>
    actAsAnswerer(context, "record.read", (work) => showRecord(work)),
  ),
  takeOver: api.record.takeOver.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", (work) => takeOverRelease(work, input)),
  ),
  changesSince: api.record.changesSince.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => listChangesSince(work, input)),
  ),
};
