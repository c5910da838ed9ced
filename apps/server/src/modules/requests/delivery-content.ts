/** What the addressee of a request is told, as it stands in its delivery. Nothing else of the requester is seen. */
import { CountryCode, Tier } from "@throughline/domain";
import { z } from "zod";

export const DeliveryContent = z.strictObject({
  requester: z.strictObject({
    name: z.string(),
    country: CountryCode.nullable(),
    invented: z.boolean(),
  }),
  /** The organisation asked, as the requester calls it: a workspace is named by it. The mail may go to a person there. */
  addressee: z.string().nullable().default(null),
  subject: z.string(),
  body: z.string(),
  contracts: z.array(z.strictObject({ reference: z.string(), title: z.string() })),
  clauses: z.array(z.strictObject({ clause: z.string(), summary: z.string() })),
  tiers: z.array(Tier),
  components: z.array(z.string()),
  /** Why it was withdrawn, where it was. */
  withdrawnReason: z.string().nullable().default(null),
});
export type DeliveryContent = z.infer<typeof DeliveryContent>;
