import { readDisclosure, readDisclosureText } from "@throughline/interchange";
import { act, api } from "../../platform/api.ts";
import { refuseLongList } from "./disclosures.policy.ts";
import { getDisclosure, listDisclosures } from "./show-disclosures.ts";
import { takeDisclosure } from "./take-disclosure.ts";
import { withdrawDisclosure } from "./withdraw-disclosure.ts";

export const disclosureRoutes = {
  list: api.disclosures.list.handler(({ input, context }) =>
    act(context, "disclosure.read", (work) => listDisclosures(work, input)),
  ),
  get: api.disclosures.get.handler(({ input, context }) =>
    act(context, "disclosure.read", (work) => getDisclosure(work, input)),
  ),
  readText: api.disclosures.readText.handler(({ input, context }) =>
    act(context, "disclosure.read", async () => readDisclosureText(input.text)),
  ),
  takeText: api.disclosures.takeText.handler(({ input: { id, text, ...about }, context }) =>
    act(context, "disclosure.write", (work) => {
      const read = readDisclosureText(text);
      refuseLongList(read);
      return takeDisclosure(work, id, about, read, {
        bytes: Buffer.from(text, "utf8"),
        mediaType: "text/plain; charset=utf-8",
        fileName: null,
      });
    }),
  ),
  takeForm: api.disclosures.takeForm.handler(({ input: { id, sites, ...about }, context }) =>
    act(context, "disclosure.write", async (work) =>
      takeDisclosure(work, id, about, await readDisclosure({ kind: "form", places: sites }), {
        bytes: Buffer.from(JSON.stringify(sites), "utf8"),
        mediaType: "application/json",
        fileName: null,
      }),
    ),
  ),
  withdraw: api.disclosures.withdraw.handler(({ input, context }) =>
    act(context, "disclosure.write", async (work) => {
      await withdrawDisclosure(work, input);
      return { done: true } as const;
    }),
  ),
};
