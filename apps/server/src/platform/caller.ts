import type { Permission } from "@throughline/domain";

/** Who is asking, before an organisation is chosen. */
export interface Caller {
  readonly personId: string;
  readonly sessionId: string | null;
  readonly tokenId: string | null;
  /** A token is bound to one organisation. */
  readonly tokenOrganisationId: string | null;
  readonly scopes: readonly Permission[] | null;
}
