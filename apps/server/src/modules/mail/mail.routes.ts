/** Joins the outbox endpoints to their use cases. */
import { act, api, type ApiContext } from "../../platform/api.ts";
import { getMail } from "./get-mail.ts";
import { listMails } from "./list-mails.ts";
import type { MailConcerns } from "./mail-concerns.ts";
import { recordBounce } from "./record-bounce.ts";
import { resendMail } from "./resend-mail.ts";

/** Routes for the composition root, which knows whose letters the mails are. */
export function makeMailRoutes(
  makeConcerns: (parts: Pick<ApiContext, "secret" | "publicUrl">) => MailConcerns,
) {
  return {
    list: api.mails.list.handler(({ input, context }) =>
      act(context, "request.write", async (work) => ({
        ...(await listMails(work, input)),
        smtpConfigured: context.smtpConfigured,
      })),
    ),
    get: api.mails.get.handler(({ input, context }) =>
      act(context, "request.write", (work) => getMail(work, input.mailId, makeConcerns(context))),
    ),
    resend: api.mails.resend.handler(({ input, context }) =>
      act(context, "request.write", (work) => resendMail(work, input)),
    ),
    recordBounce: api.mails.recordBounce.handler(({ input, context }) =>
      act(context, "request.write", async (work) => {
        await recordBounce(work, input, makeConcerns(context));
        return { done: true } as const;
      }),
    ),
  };
}
