/** The caller's API tokens, newest first. What is listed can be recognised, not used. */
import type { TokenInfo } from "@throughline/contract";
import { requireSession, type ApiContext } from "../../platform/api.ts";
import { TokenMetadata } from "../../platform/sign-in.ts";

/** A token's row as the library answers it. */
export interface LibraryToken {
  readonly id: string;
  readonly name: string | null;
  readonly start: string | null;
  readonly metadata: unknown;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastRequest: Date | null;
}

/** What is shown of a token; `null` for one that this product did not make. */
export function describeToken(token: LibraryToken): TokenInfo | null {
  const metadata = TokenMetadata.safeParse(token.metadata);
  if (!metadata.success || token.expiresAt === null) return null;
  return {
    id: token.id,
    name: token.name ?? "",
    start: token.start,
    organisationId: metadata.data.organisationId,
    scopes: metadata.data.scopes,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastRequest?.toISOString() ?? null,
  };
}

/** Reads the caller's tokens in all organisations. */
export async function readTokens(context: ApiContext): Promise<TokenInfo[]> {
  requireSession(context);
  const { apiKeys } = await context.signIn.library.api.listApiKeys({
    headers: context.requestHeaders,
    query: { sortBy: "createdAt", sortDirection: "desc" },
  });
  return apiKeys.flatMap((token) => describeToken(token) ?? []);
}

export async function listTokens(context: ApiContext): Promise<{ items: TokenInfo[] }> {
  return { items: await readTokens(context) };
}
