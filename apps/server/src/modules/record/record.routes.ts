import { api } from "../../platform/api.ts";
import { actAsAnswerer } from "../../platform/guest.ts";
import { addAnswer } from "./add-answer.ts";
import { addSites } from "./add-sites.ts";
import { confirmSites } from "./confirm-sites.ts";
import { listProducts } from "./list-products.ts";
import { listSites } from "./list-sites.ts";
import { readAnswers } from "./record-links.store.ts";
import { removeAnswer } from "./remove-answer.ts";
import { removeProduct } from "./remove-product.ts";
import { removeSite, restoreSite } from "./remove-site.ts";
import { reviseSite } from "./revise-site.ts";
import { saveProduct } from "./save-product.ts";
import { setLinks } from "./set-links.ts";
import { showGrid } from "./show-grid.ts";

const done = { done: true } as const;

export const recordRoutes = {
  listSites: api.record.listSites.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => listSites(work, input)),
  ),
  addSites: api.record.addSites.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", (work) => addSites(work, input)),
  ),
  reviseSite: api.record.reviseSite.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", (work) => reviseSite(work, input)),
  ),
  removeSite: api.record.removeSite.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", async (work) => {
      await removeSite(work, input);
      return done;
    }),
  ),
  restoreSite: api.record.restoreSite.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", async (work) => {
      await restoreSite(work, input);
      return done;
    }),
  ),
  confirm: api.record.confirm.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", (work) => confirmSites(work, input)),
  ),
  listProducts: api.record.listProducts.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => listProducts(work, input)),
  ),
  saveProduct: api.record.saveProduct.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", (work) => saveProduct(work, input)),
  ),
  removeProduct: api.record.removeProduct.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", async (work) => {
      await removeProduct(work, input);
      return done;
    }),
  ),
  getGrid: api.record.getGrid.handler(({ input, context }) =>
    actAsAnswerer(context, "record.read", (work) => showGrid(work, input)),
  ),
  setLinks: api.record.setLinks.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", (work) => setLinks(work, input)),
  ),
  listAnswers: api.record.listAnswers.handler(({ context }) =>
    actAsAnswerer(context, "record.read", async (work) => ({ items: await readAnswers(work) })),
  ),
  addAnswer: api.record.addAnswer.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", (work) => addAnswer(work, input)),
  ),
  removeAnswer: api.record.removeAnswer.handler(({ input, context }) =>
    actAsAnswerer(context, "record.write", async (work) => {
      await removeAnswer(work, input);
      return done;
    }),
  ),
};
