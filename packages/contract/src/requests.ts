/** Requests for disclosure, as the requester sees them: written, sent by link and code, reminded of, extended, withdrawn. */
import { disclosureAnswers, IsoDate, IsoInstant, Sentence } from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Requests";

/** A request as a contract shows it. */
export const RequestRecord = z.object({
  id: RecordId,
  addressee: z.string(),
  brand: z.string().nullable(),
  subject: z.string(),
  body: z.string(),
  productIds: z.array(RecordId),
  draftedAt: IsoInstant,
  sentOn: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  sentBy: z.string().nullable(),
});
export const AnswerRecord = z.object({
  id: RecordId,
  requestId: RecordId.nullable(),
  answeredBy: z.string(),
  brand: z.string().nullable(),
  answer: z.enum(disclosureAnswers),
  reason: z.string().nullable(),
  answeredOn: IsoDate,
  document: z.string().nullable(),
  selfReported: z.boolean(),
  productIds: z.array(RecordId),
});

/**
 * Where a request stands. `held`: written and not handed over, no mail server being set up. `passed_on`: the addressee
 * waits for somebody else. `overdue` replaces the open ones once the due day has passed.
 */
export const requestStates = [
  "draft",
  "held",
  "sent",
  "bounced",
  "not_opened",
  "opened",
  "part_filled",
  "passed_on",
  "answered",
  "overdue",
  "withdrawn",
] as const;
export const RequestState = z.enum(requestStates);
export type RequestState = z.infer<typeof RequestState>;

/** How far the addressee is; counts only, never what was typed. */
export const RequestProgress = z.object({
  firstOpenedAt: IsoInstant.nullable(),
  lastOpenedAt: IsoInstant.nullable(),
  productsAsked: z.int(),
  productsAnswered: z.int(),
  sitesNamed: z.int(),
  passedOn: z.int(),
  passedOnAnswered: z.int(),
  answeredAt: IsoInstant.nullable(),
});
export type RequestProgress = z.infer<typeof RequestProgress>;

export const RequestSummary = z.object({
  id: RecordId,
  addressee: z.string(),
  supplierId: RecordId.nullable(),
  brand: z.string().nullable(),
  subject: z.string(),
  contracts: z.array(z.object({ id: RecordId, reference: z.string(), title: z.string() })),
  draftedAt: IsoInstant,
  sentOn: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  state: RequestState,
  /** Why nothing is happening, or what did: "Opened on 3 March; 4 of 6 products have an answer." */
  stateSentence: Sentence,
  /** True where it passes on what somebody asked us. */
  passesOn: z.boolean(),
});
export type RequestSummary = z.infer<typeof RequestSummary>;

export const RequestDetail = RequestSummary.extend({
  version: z.int(),
  body: z.string(),
  language: z.string(),
  dueBecause: z.string().nullable(),
  products: z.array(
    z.object({
      id: RecordId.nullable(),
      contractId: RecordId.nullable(),
      brand: z.string(),
      family: z.string(),
      partNumber: z.string().nullable(),
    }),
  ),
  withdrawnOn: IsoDate.nullable(),
  withdrawnReason: z.string().nullable(),
  delivery: z
    .object({
      id: RecordId,
      toName: z.string(),
      toAddress: z.string().nullable(),
      sentAt: IsoInstant,
      expiresOn: IsoDate,
      bouncedAt: IsoInstant.nullable(),
      bounceReason: z.string().nullable(),
      progress: RequestProgress.nullable(),
    })
    .nullable(),
  /** Reminders that were sent and those still to come. */
  reminders: z.array(
    z.object({
      on: IsoDate,
      kind: z.enum(["due_in_30", "due_in_7", "due_in_1", "overdue", "by_hand"]),
      sent: z.boolean(),
    }),
  ),
  extensions: z.array(
    z.object({
      at: IsoInstant,
      by: z.string().nullable(),
      before: IsoDate.nullable(),
      after: IsoDate,
      reason: z.string(),
    }),
  ),
  answers: z.array(AnswerRecord.extend({ contractId: RecordId })),
  releaseIds: z.array(RecordId),
  /** The request this one passes on, for whoever passes on. */
  passesOnDeliveryId: RecordId.nullable(),
  can: z.object({
    edit: z.boolean(),
    send: z.boolean(),
    remind: z.boolean(),
    extend: z.boolean(),
    withdraw: z.boolean(),
    revealLink: z.boolean(),
    recordAnswer: z.boolean(),
  }),
});
export type RequestDetail = z.infer<typeof RequestDetail>;

const words = {
  subject: z.string().trim().min(1).max(300),
  body: z.string().trim().min(1).max(20_000),
};
const ContractsAsked = z
  .array(z.object({ contractId: RecordId, productIds: z.array(RecordId).max(5000).default([]) }))
  .min(1)
  .max(200);

/** A letter with what filled it in. */
const DraftedLetter = z.object({
  addressee: z.string(),
  brand: z.string().nullable(),
  subject: z.string(),
  body: z.string(),
  productIds: z.array(RecordId),
  dueOn: IsoDate.nullable(),
  dueBecause: z.string(),
});

/** Link and code, shown to whoever hands them over. */
export const LinkAndCode = z.object({ link: z.url(), code: z.string() });

export const RequestTemplate = z.object({
  id: RecordId,
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  language: z.string(),
  version: z.int(),
});
export type RequestTemplate = z.infer<typeof RequestTemplate>;

export const requests = {
  list: endpoint(
    "GET",
    "/requests",
    tag,
    "Requests this organisation makes, with where each stands and why",
  )
    .input(
      PageInput.extend({
        state: RequestState.optional(),
        /** Only those that wait for somebody. */
        open: z.stringbool().optional(),
        supplierId: RecordId.optional(),
        contractId: RecordId.optional(),
        search: z.string().max(200).optional(),
        sort: z.enum(["drafted", "due"]).default("drafted"),
      }),
    )
    .output(pageOf(RequestSummary)),
  get: endpoint(
    "GET",
    "/requests/{requestId}",
    tag,
    "One request: words, delivery, progress, reminders, answers",
  )
    .input(z.object({ requestId: RecordId }))
    .output(RequestDetail),
  draft: endpoint(
    "POST",
    "/contracts/{id}/requests/draft",
    tag,
    "Draft a request for disclosure from the line's breaks; nothing is saved",
  )
    .input(
      z.object({
        id: RecordId,
        brand: z.string().max(200).nullable().default(null),
        productIds: z.array(RecordId).max(5000).default([]),
      }),
    )
    .output(DraftedLetter),
  draftForMany: endpoint(
    "POST",
    "/requests/draft",
    tag,
    "Draft one request about several contracts, in the words of a template; nothing is saved",
  )
    .input(
      z.object({
        contracts: ContractsAsked,
        brand: z.string().max(200).nullable().default(null),
        templateId: RecordId.nullable().default(null),
      }),
    )
    .output(DraftedLetter),
  save: endpoint(
    "POST",
    "/contracts/{id}/requests",
    tag,
    "Keep a request about one contract; with `sentOn` it is recorded as sent by other means",
  )
    .input(
      z.object({
        id: RecordId,
        addressee: z.string().trim().min(1).max(300),
        brand: z.string().max(200).nullable(),
        ...words,
        productIds: z.array(RecordId).max(5000),
        dueOn: IsoDate.nullable(),
        sentOn: IsoDate.nullable(),
      }),
    )
    .output(z.object({ requestId: RecordId })),
  write: endpoint(
    "POST",
    "/requests",
    tag,
    "Write a request about one or many contracts; it stays a draft until it is sent",
  )
    .input(
      z.object({
        addressee: z.string().trim().min(1).max(300),
        supplierId: RecordId.nullable().default(null),
        brand: z.string().max(200).nullable().default(null),
        contracts: ContractsAsked,
        ...words,
        dueOn: IsoDate.nullable(),
        dueBecause: z.string().max(500).nullable().default(null),
        language: z.string().length(2).default("en"),
      }),
    )
    .output(z.object({ requestId: RecordId })),
  revise: endpoint("PATCH", "/requests/{requestId}", tag, "Change a draft")
    .input(
      z.object({
        requestId: RecordId,
        version: z.int(),
        addressee: z.string().trim().min(1).max(300).optional(),
        subject: words.subject.optional(),
        body: words.body.optional(),
        dueOn: IsoDate.nullable().optional(),
      }),
    )
    .output(z.object({ version: z.int() })),
  send: endpoint(
    "POST",
    "/requests/{requestId}/send",
    tag,
    "Send it by mail with link and code, or, without an address, make the link to hand over",
  )
    .input(
      z.object({
        requestId: RecordId,
        toName: z.string().trim().min(1).max(300),
        toAddress: z.email().max(320).nullable(),
        /** Due day; left out: the draft's own. */
        dueOn: IsoDate.nullable().optional(),
      }),
    )
    .output(
      z.object({ deliveryId: RecordId, mailId: RecordId.nullable() }).extend(LinkAndCode.shape),
    ),
  revealLink: endpoint(
    "GET",
    "/requests/{requestId}/link",
    tag,
    "Link and code of a sent request; that they were shown is audited",
  )
    .input(z.object({ requestId: RecordId }))
    .output(LinkAndCode),
  renewLink: endpoint(
    "POST",
    "/requests/{requestId}/link",
    tag,
    "Make a new link and code; the old ones stop working",
  )
    .input(z.object({ requestId: RecordId }))
    .output(LinkAndCode),
  remind: endpoint("POST", "/requests/{requestId}/remind", tag, "Send a reminder now")
    .input(z.object({ requestId: RecordId }))
    .output(z.object({ mailId: RecordId.nullable() })),
  extend: endpoint(
    "POST",
    "/requests/{requestId}/extend",
    tag,
    "Move the due day, with the reason; the addressee is told",
  )
    .input(
      z.object({
        requestId: RecordId,
        version: z.int(),
        dueOn: IsoDate,
        reason: z.string().trim().min(1).max(2000),
      }),
    )
    .output(z.object({ version: z.int() })),
  withdraw: endpoint(
    "POST",
    "/requests/{requestId}/withdraw",
    tag,
    "Withdraw a request; its link stops working, the addressee is told",
  )
    .input(
      z.object({
        requestId: RecordId,
        version: z.int(),
        reason: z.string().trim().min(1).max(2000),
      }),
    )
    .output(z.object({ version: z.int() })),
  recordSent: endpoint(
    "POST",
    "/requests/{requestId}/sent",
    tag,
    "Record that a drafted request was sent by other means",
  )
    .input(z.object({ requestId: RecordId, sentOn: IsoDate, dueOn: IsoDate.nullable() }))
    .output(Done),
  recordAnswer: endpoint(
    "POST",
    "/contracts/{id}/answers",
    tag,
    "Record what came back: refused, cannot because, withdrawn, shown false …",
  )
    .input(
      z.object({
        id: RecordId,
        requestId: RecordId.nullable(),
        answeredBy: z.string().trim().min(1).max(300),
        brand: z.string().max(200).nullable(),
        answer: z.enum([
          "disclosed",
          "asked_and_refused",
          "cannot_because",
          "withdrawn",
          "shown_false",
        ]),
        reason: z.string().trim().max(2000).nullable(),
        answeredOn: IsoDate,
        document: z.string().max(400).nullable(),
        selfReported: z.boolean().default(false),
        productIds: z.array(RecordId).max(5000),
      }),
    )
    .output(z.object({ answerId: RecordId })),
  listTemplates: endpoint(
    "GET",
    "/request-templates",
    tag,
    "Templates of this organisation; {{supplier}}, {{contracts}}, {{products}}, {{due}}, {{clause}}, {{sender}} are filled in",
  ).output(z.object({ items: z.array(RequestTemplate) })),
  saveTemplate: endpoint(
    "PUT",
    "/request-templates",
    tag,
    "Keep a template; the same name replaces it",
  )
    .input(
      z.object({
        id: RecordId.nullable().default(null),
        version: z.int().default(1),
        name: z.string().trim().min(1).max(120),
        ...words,
        language: z.string().length(2).default("en"),
      }),
    )
    .output(z.object({ id: RecordId, version: z.int() })),
  removeTemplate: endpoint("DELETE", "/request-templates/{id}", tag, "Remove a template")
    .input(z.object({ id: RecordId }))
    .output(Done),
};
