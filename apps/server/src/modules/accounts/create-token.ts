/**
 * Makes an API token for the acting organisation. A token cannot make tokens. The token's row lies in the sign-in
 * schema, which a use case's transaction cannot reach: the audit entry follows at once, and when it cannot be written
 * the token is taken back. A server killed in between leaves a token whose secret nobody was told.
 */
import type { TokenInfo } from "@throughline/contract";
import { AppError, type Permission } from "@throughline/domain";
import { act, type ApiContext, memberOf, requireSession } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { decideScopes } from "./accounts.policy.ts";
import { describeToken } from "./list-tokens.ts";

const daySeconds = 86_400;

export interface TokenToMake {
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly expiresInDays: number;
}

export async function createToken(
  context: ApiContext,
  input: TokenToMake,
): Promise<{ token: TokenInfo; secret: string }> {
  const { personId } = requireSession(context);
  const { library } = context.signIn;
  const { organisationId, scopes } = await act(context, "organisation.read", async (work) => {
    const decided = decideScopes(memberOf(work.actor).role, input.scopes);
    if (!decided.ok) {
      throw new AppError(decided.code, `Your role does not allow: ${decided.beyond.join(", ")}.`);
    }
    return { organisationId: work.actor.organisationId, scopes: decided.scopes };
  });
  const made = await library.api.createApiKey({
    body: {
      name: input.name,
      userId: personId,
      expiresIn: input.expiresInDays * daySeconds,
      metadata: { organisationId, scopes },
    },
  });
  const token = describeToken(made);
  if (token === null)
    throw new Error("The sign-in library made a token of another shape than asked for.");
  try {
    await act(context, "organisation.read", (work) =>
      recordAudit(work, {
        action: "create-token",
        subjectKind: "token",
        subjectId: token.id,
        after: { scopes, expiresAt: token.expiresAt },
      }),
    );
  } catch (error) {
    await library.api.deleteApiKey({ body: { keyId: token.id }, headers: context.requestHeaders });
    throw error;
  }
  return { token, secret: made.key };
}
