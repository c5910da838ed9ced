/** Whether the one-to-one channel of a meeting's series is open, and what keeps it closed. */
import type { ChannelState } from "@throughline/contract";
import type { Work } from "../../platform/api.ts";
import { readStandingClosures } from "../dialogues/index.ts";
import { sayOfMeeting } from "./meeting-sentences.ts";

export async function describeChannel(work: Work, seriesId: string): Promise<ChannelState> {
  const closures = await readStandingClosures(work, [seriesId]);
  return {
    open: closures.length === 0,
    closures: closures.map(({ title, since, organisationId }) => ({
      title,
      since,
      byUs: organisationId === work.actor.organisationId,
      says: sayOfMeeting("channel.closed", { title, since }),
    })),
  };
}
