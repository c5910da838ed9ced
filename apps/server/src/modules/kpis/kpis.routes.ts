/** Joins the endpoints of KPIs to their use cases. */
import { kpiCatalogue } from "@throughline/measurement";
import { act, api } from "../../platform/api.ts";
import { assignKpi, endAssignment, setBands, showBands } from "./assign-kpi.ts";
import { correctEntry, enterFigure, takeBackEntry } from "./enter-figure.ts";
import { listKpis } from "./list-kpis.ts";
import { recordMeasured } from "./perform-duties.ts";
import {
  listPublications,
  publishKpis,
  readPublication,
  showDraft,
  withdraw,
} from "./publish-kpis.ts";
import { showContractKpis, showKpi, showSeries } from "./show-kpis.ts";

const done = { done: true } as const;

export const kpiRoutes = {
  catalogue: api.kpis.catalogue.handler(({ context }) =>
    act(context, "kpi.read", async () => ({ kpis: [...kpiCatalogue] })),
  ),
  getBands: api.kpis.getBands.handler(({ context }) => act(context, "kpi.read", showBands)),
  setBands: api.kpis.setBands.handler(({ input, context }) =>
    act(context, "kpi.publish", (work) => setBands(work, input)),
  ),
  list: api.kpis.list.handler(({ input, context }) =>
    act(context, "kpi.read", (work) => listKpis(work, input)),
  ),
  ofContract: api.kpis.ofContract.handler(({ input, context }) =>
    act(context, "kpi.read", (work) => showContractKpis(work, input)),
  ),
  get: api.kpis.get.handler(({ input, context }) =>
    act(context, "kpi.read", (work) => showKpi(work, input)),
  ),
  series: api.kpis.series.handler(({ input, context }) =>
    act(context, "kpi.read", (work) => showSeries(work, input)),
  ),
  assign: api.kpis.assign.handler(({ input, context }) =>
    act(context, "kpi.write", (work) => assignKpi(work, input)),
  ),
  endAssignment: api.kpis.endAssignment.handler(({ input, context }) =>
    act(context, "kpi.write", async (work) => {
      await endAssignment(work, input);
      return done;
    }),
  ),
  enter: api.kpis.enter.handler(({ input, context }) =>
    act(context, "kpi.write", (work) => enterFigure(work, input)),
  ),
  correct: api.kpis.correct.handler(({ input, context }) =>
    act(context, "kpi.write", (work) => correctEntry(work, input)),
  ),
  takeBack: api.kpis.takeBack.handler(({ input, context }) =>
    act(context, "kpi.write", async (work) => {
      await takeBackEntry(work, input);
      return done;
    }),
  ),
  recordMeasured: api.kpis.recordMeasured.handler(({ input, context }) =>
    act(context, "kpi.write", (work) => recordMeasured(work, input)),
  ),
  listPublications: api.kpis.listPublications.handler(({ input, context }) =>
    act(context, "kpi.read", (work) => listPublications(work, input)),
  ),
  draftPublication: api.kpis.draftPublication.handler(({ input, context }) =>
    act(context, "kpi.publish", (work) => showDraft(work, input)),
  ),
  publish: api.kpis.publish.handler(({ input, context }) =>
    act(context, "kpi.publish", (work) => publishKpis(work, input)),
  ),
  withdraw: api.kpis.withdraw.handler(({ input, context }) =>
    act(context, "kpi.publish", async (work) => {
      await withdraw(work, input);
      return done;
    }),
  ),
  readPublication: api.kpis.readPublication.handler(async ({ input, context }) => {
    const { text: _text, ...told } = await readPublication(context, input.publicationId);
    return told;
  }),
};
