/** Joins the contract endpoints to their use cases. */
import { act, api } from "../../platform/api.ts";
import { showContractLine } from "../line/index.ts";
import { addProducts } from "./add-products.ts";
import { createContract } from "./create-contract.ts";
import { grantFramework } from "./grant-framework.ts";
import { importContractFile } from "./import-contract-file.ts";
import { importNotice } from "./import-notice.ts";
import { listAskable } from "./list-askable.ts";
import { listContracts } from "./list-contracts.ts";
import { removeContract } from "./remove-contract.ts";
import { removeProduct } from "./remove-product.ts";
import { reviseContract } from "./revise-contract.ts";
import { reviseProduct } from "./revise-product.ts";
import { setConditions } from "./set-conditions.ts";
import { showContract } from "./show-contract.ts";

const done = { done: true } as const;

export const contractRoutes = {
  list: api.contracts.list.handler(({ input, context }) =>
    act(context, "contract.read", (work) => listContracts(work, input)),
  ),
  get: api.contracts.get.handler(({ input, context }) =>
    act(context, "contract.read", (work) => showContract(work, input.id)),
  ),
  create: api.contracts.create.handler(({ input, context }) =>
    act(context, "contract.write", async (work) => ({
      id: (await createContract(work, input)).id,
    })),
  ),
  importFile: api.contracts.importFile.handler(({ input, context }) =>
    act(context, "contract.write", async (work) => {
      const made = await importContractFile(work, input.file);
      return { ...made, disclosureIds: [...made.disclosureIds] };
    }),
  ),
  importNotice: api.contracts.importNotice.handler(({ input, context }) =>
    act(context, "contract.write", async (work) => ({
      items: await importNotice(work, input.notice),
    })),
  ),
  revise: api.contracts.revise.handler(({ input, context }) =>
    act(context, "contract.write", (work) => reviseContract(work, input)),
  ),
  remove: api.contracts.remove.handler(({ input, context }) =>
    act(context, "contract.remove", async (work) => {
      await removeContract(work, input);
      return done;
    }),
  ),
  setConditions: api.contracts.setConditions.handler(({ input, context }) =>
    act(context, "contract.write", (work) => setConditions(work, input)),
  ),
  addProducts: api.contracts.addProducts.handler(({ input, context }) =>
    act(context, "contract.write", (work) => addProducts(work, input)),
  ),
  reviseProduct: api.contracts.reviseProduct.handler(({ input, context }) =>
    act(context, "contract.write", (work) => reviseProduct(work, input)),
  ),
  removeProduct: api.contracts.removeProduct.handler(({ input, context }) =>
    act(context, "contract.write", async (work) => {
      await removeProduct(work, input.productId);
      return done;
    }),
  ),
  grantFramework: api.contracts.grantFramework.handler(({ input, context }) =>
    act(context, "contract.write", async (work) => {
      await grantFramework(work, input);
      return done;
    }),
  ),
  line: api.contracts.line.handler(({ input, context }) =>
    act(context, "contract.read", (work) => showContractLine(work, input)),
  ),
  askable: api.contracts.askable.handler(({ input, context }) =>
    act(context, "contract.read", async (work) => ({ items: await listAskable(work, input.id) })),
  ),
};
