/** Joins the endpoints of commitments and obstacles to their use cases. A counterpart may be a guest. */
import { act, api } from "../../platform/api.ts";
import { actAsAnswerer } from "../../platform/guest.ts";
import { recordAsAnswer, requestFromObstacle } from "./act-on-obstacle.ts";
import { discardCommitment } from "./discard-commitment.ts";
import { getCommitment } from "./get-commitment.ts";
import { listCommitments } from "./list-commitments.ts";
import { listObstacles } from "./list-obstacles.ts";
import { makeCommitment } from "./make-commitment.ts";
import { reportObstacle, resolveObstacle } from "./report-obstacle.ts";
import { sayOfCommitment } from "./say-of-commitment.ts";

const group = api.commitments;

export const commitmentRoutes = {
  list: group.list.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.read", (work) => listCommitments(work, input)),
  ),
  get: group.get.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.read", (work) => getCommitment(work, input.id)),
  ),
  make: group.make.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", async (work) => ({
      id: await makeCommitment(work, input),
    })),
  ),
  say: group.say.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", (work) => sayOfCommitment(work, input)),
  ),
  discard: group.discard.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", async (work) => {
      await discardCommitment(work, input.id);
      return { done: true } as const;
    }),
  ),
  listObstacles: group.listObstacles.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.read", (work) => listObstacles(work, input)),
  ),
  reportObstacle: group.reportObstacle.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", async (work) => ({
      id: await reportObstacle(work, input),
    })),
  ),
  resolveObstacle: group.resolveObstacle.handler(({ input, context }) =>
    actAsAnswerer(context, "dialogue.write", async (work) => {
      await resolveObstacle(work, input);
      return { done: true } as const;
    }),
  ),
  requestFromObstacle: group.requestFromObstacle.handler(({ input, context }) =>
    act(context, "dialogue.write", async (work) => ({
      requestId: await requestFromObstacle(work, input),
    })),
  ),
  recordAsAnswer: group.recordAsAnswer.handler(({ input, context }) =>
    act(context, "dialogue.write", async (work) => ({
      answerId: await recordAsAnswer(work, input),
    })),
  ),
};
