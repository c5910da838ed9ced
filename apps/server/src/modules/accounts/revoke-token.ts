/** Revokes one of the caller's API tokens: the next request with it is refused. One transaction with its audit entry. */
import type { Tx } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { makeWork, requireSession, type ApiContext } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { forgetToken } from "../../platform/keep-people.ts";
import { listMemberships } from "../organisations/index.ts";
import { readTokens } from "./list-tokens.ts";

/** Somebody else's token and a made-up id are both `not_found`. */
export async function revokeToken(
  context: ApiContext,
  input: { readonly id: string },
): Promise<{ done: true }> {
  const { personId } = requireSession(context);
  const token = (await readTokens(context)).find((one) => one.id === input.id);
  if (token === undefined) throw new AppError("not_found");
  // The organisation of the token, which need not be the acting one.
  const { organisationId } = token;
  const record = async (tx: Tx): Promise<void> => {
    const membership = (await listMemberships(tx, personId)).find(
      (one) => one.organisationId === organisationId,
    );
    // Somebody who has left writes nothing into that organisation's audit any more.
    if (membership === undefined) return;
    const actor = {
      organisationId,
      personId,
      role: membership.role,
      scopes: null,
      requestId: context.requestId,
    };
    const work = makeWork({ tx, actor, tokenId: null, now: context.now });
    await recordAudit(work, {
      action: "revoke-token",
      subjectKind: "token",
      subjectId: token.id,
      before: { scopes: token.scopes, expiresAt: token.expiresAt },
    });
  };
  await context.database.withActor({ organisationId, personId }, record, (tx) =>
    forgetToken(tx, personId, token.id),
  );
  return { done: true };
}
