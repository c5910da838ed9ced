/**
 * Answering a request: by link and code without an account (a guest), or as an organisation. Both work on a record of
 * their own and release from it. A guest's calls carry the header `throughline-as: guest`; a signed cookie says which was opened.
 */
import { IsoDate, IsoInstant, RecordKey, Sentence } from "@throughline/domain";
import { z } from "zod";
import { endpoint, Done, PageInput, pageOf, RecordId } from "./endpoint.ts";
import { RequestProgress } from "./requests.ts";

const tag = "Answering";

/** A request as its addressee sees it. */
export const AskedRequest = z.object({
  deliveryId: RecordId,
  requester: z.object({ name: z.string(), country: z.string().nullable(), invented: z.boolean() }),
  subject: z.string(),
  sentAt: IsoInstant,
  dueOn: IsoDate.nullable(),
  state: z.enum(["new", "opened", "part_filled", "passed_on", "answered", "overdue", "withdrawn"]),
  stateSentence: Sentence,
  progress: RequestProgress,
});
export type AskedRequest = z.infer<typeof AskedRequest>;

/** One product asked about, with what is answered so far. */
export const AskedProduct = z.object({
  key: RecordKey,
  brand: z.string(),
  family: z.string(),
  partNumber: z.string().nullable(),
  /** The product of our record that answers for it. */
  productId: RecordId.nullable(),
  sites: z.int(),
  answer: z.enum([
    "nothing_yet",
    "sites",
    "one_of_several",
    "asked_and_refused",
    "cannot_because",
    "shown_false",
  ]),
  /** Passed on to, where it was. */
  passedOnTo: z.array(z.string()),
});
export type AskedProduct = z.infer<typeof AskedProduct>;

export const AskedDetail = AskedRequest.extend({
  body: z.string(),
  language: z.string(),
  /** What the requester's contracts say, in its words. */
  contracts: z.array(z.object({ reference: z.string(), title: z.string() })),
  clauses: z.array(z.object({ clause: z.string(), summary: z.string() })),
  tiers: z.array(z.string()),
  components: z.array(z.string()),
  withdrawnReason: z.string().nullable(),
  products: z.array(AskedProduct),
  passedOn: z.array(
    z.object({
      requestId: RecordId,
      addressee: z.string(),
      state: z.string(),
      stateSentence: Sentence,
      /** Releases that came back for it and are not yet in our record. */
      releaseIds: z.array(RecordId),
    }),
  ),
  releases: z.array(
    z.object({
      id: RecordId,
      number: z.int(),
      code: z.string(),
      releasedAt: IsoInstant,
      state: z.string(),
    }),
  ),
  /** The workspace the answer is written in. `guest`: nobody has claimed it yet. */
  answerer: z.object({ name: z.string(), guest: z.boolean() }),
  can: z.object({
    write: z.boolean(),
    release: z.boolean(),
    passOn: z.boolean(),
    claim: z.boolean(),
  }),
});
export type AskedDetail = z.infer<typeof AskedDetail>;

const secret = z.string().min(20).max(200);
const code = z.string().trim().min(8).max(20);

export const answering = {
  open: endpoint(
    "POST",
    "/answering/open",
    tag,
    "Open a request by its link's secret and code; a signed cookie keeps it open. Tries are limited",
  )
    .input(z.object({ secret, code }))
    .output(z.object({ deliveryId: RecordId, signedInCanTakeOver: z.boolean() })),
  leave: endpoint("POST", "/answering/leave", tag, "Forget link and code in this browser").output(
    Done,
  ),
  takeOver: endpoint(
    "POST",
    "/answering/take-over",
    tag,
    "Answer the opened request as the organisation one is signed in for",
  )
    .input(z.object({ secret, code }))
    .output(z.object({ deliveryId: RecordId })),
  claim: endpoint(
    "POST",
    "/answering/claim",
    tag,
    "Make the guest's workspace an organisation with the signed-in person as its owner",
  )
    .input(
      z.object({
        name: z.string().trim().min(1).max(300),
        country: z.string().length(2).nullable(),
      }),
    )
    .output(z.object({ organisationId: RecordId })),
  list: endpoint("GET", "/answering/requests", tag, "Requests this organisation was asked")
    .input(PageInput.extend({ open: z.stringbool().optional() }))
    .output(pageOf(AskedRequest)),
  get: endpoint(
    "GET",
    "/answering/requests/{deliveryId}",
    tag,
    "One request one was asked, with what is answered so far",
  )
    .input(z.object({ deliveryId: RecordId }))
    .output(AskedDetail),
  setProducts: endpoint(
    "PUT",
    "/answering/requests/{deliveryId}/products",
    tag,
    "Say which product of the record answers for which product asked about; `make` adds it to the record",
  )
    .input(
      z.object({
        deliveryId: RecordId,
        items: z
          .array(
            z.object({
              askedKey: RecordKey,
              productId: RecordId.nullable(),
              make: z.boolean().default(false),
            }),
          )
          .max(5000),
      }),
    )
    .output(Done),
  passOn: endpoint(
    "POST",
    "/answering/requests/{deliveryId}/pass-on",
    tag,
    "Pass a request on to whoever knows: a brand, a component maker",
  )
    .input(
      z.object({
        deliveryId: RecordId,
        toName: z.string().trim().min(1).max(300),
        toAddress: z.email().max(320).nullable(),
        askedKeys: z.array(RecordKey).max(5000),
        subject: z.string().trim().min(1).max(300),
        body: z.string().trim().min(1).max(20_000),
        dueOn: IsoDate.nullable(),
        /** Whether the requester is named to them. */
        nameRequester: z.boolean(),
      }),
    )
    .output(
      z.object({
        requestId: RecordId,
        link: z.url(),
        code: z.string(),
        mailId: RecordId.nullable(),
      }),
    ),
  draftPassOn: endpoint(
    "POST",
    "/answering/requests/{deliveryId}/pass-on/draft",
    tag,
    "Draft the letter that passes a request on; nothing is saved",
  )
    .input(
      z.object({
        deliveryId: RecordId,
        toName: z.string().max(300),
        askedKeys: z.array(RecordKey).max(5000),
        nameRequester: z.boolean(),
      }),
    )
    .output(z.object({ subject: z.string(), body: z.string(), dueOn: IsoDate.nullable() })),
};
