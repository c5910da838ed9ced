import { AppError } from "@throughline/domain";
import { act, api } from "../../platform/api.ts";
import { actAsAnswerer } from "../../platform/guest.ts";
import { actOnIntakes } from "./act-on-intakes.ts";
import { cancelIntake } from "./cancel-intake.ts";
import { confirmColumns } from "./confirm-columns.ts";
import { decideCheck } from "./decide-check.ts";
import { decideRow } from "./decide-row.ts";
import { getIntake } from "./get-intake.ts";
import { listIntakes } from "./list-intakes.ts";
import { listRows } from "./list-rows.ts";
import { retryIntake } from "./retry-intake.ts";
import { showChanges } from "./show-changes.ts";
import { startIntake } from "./start-intake.ts";
import { takeIntake } from "./take-intake.ts";

export const intakeRoutes = {
  list: api.intakes.list.handler(({ input, context }) =>
    actOnIntakes(context, "read", (work) => listIntakes(work, input)),
  ),
  get: api.intakes.get.handler(({ input, context }) =>
    actOnIntakes(context, "read", (work) => getIntake(work, input)),
  ),
  startText: api.intakes.startText.handler(({ input, context }) => {
    const { contractId, about, deliveryId, text } = input;
    const sent = {
      bytes: Buffer.from(text, "utf8"),
      mediaType: "text/plain; charset=utf-8",
      fileName: null,
      unattended: false,
    };
    if (contractId === null)
      return actAsAnswerer(context, "record.write", (work) =>
        startIntake(work, { target: "record", deliveryId }, sent),
      );
    return act(context, "disclosure.write", async (work) => {
      if (about === null)
        throw new AppError("input_invalid", undefined, [
          { path: "/about", message: "Say what this list is and who declared it." },
        ]);
      return startIntake(work, { target: "contract", contractId, about }, sent);
    });
  }),
  confirmColumns: api.intakes.confirmColumns.handler(({ input, context }) =>
    actOnIntakes(context, "write", (work) => confirmColumns(work, input)),
  ),
  listRows: api.intakes.listRows.handler(({ input, context }) =>
    actOnIntakes(context, "read", (work) => listRows(work, input)),
  ),
  decideRow: api.intakes.decideRow.handler(({ input, context }) =>
    actOnIntakes(context, "write", (work) => decideRow(work, input)),
  ),
  decideCheck: api.intakes.decideCheck.handler(({ input, context }) =>
    actOnIntakes(context, "write", (work) => decideCheck(work, input)),
  ),
  changes: api.intakes.changes.handler(({ input, context }) =>
    actOnIntakes(context, "read", (work) => showChanges(work, input)),
  ),
  take: api.intakes.take.handler(({ input, context }) =>
    actOnIntakes(context, "write", (work) => takeIntake(work, input)),
  ),
  cancel: api.intakes.cancel.handler(({ input, context }) =>
    actOnIntakes(context, "write", (work) => cancelIntake(work, input)),
  ),
  retry: api.intakes.retry.handler(({ input, context }) =>
    actOnIntakes(context, "write", (work) => retryIntake(work, input)),
  ),
};
