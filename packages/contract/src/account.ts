/** Signing in and what belongs to a person: sessions, second factor, API tokens. */
import { IsoInstant, MemberRole, OrganisationRole, Permission } from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, RecordId } from "./endpoint.ts";

const tag = "Account";

export const Password = z.string().min(12).max(200);

export const Membership = z.object({
  organisationId: RecordId,
  organisationName: z.string(),
  organisationRoles: z.array(OrganisationRole),
  invented: z.boolean(),
  role: MemberRole,
});
export type Membership = z.infer<typeof Membership>;

export const Me = z.object({
  person: z.object({ id: RecordId, name: z.string(), email: z.string(), totpEnabled: z.boolean() }),
  memberships: z.array(Membership),
  /** The organisation this request acts for: the `throughline-organisation` header or cookie, else the first membership. */
  acting: Membership.nullable(),
  /** What the acting role may do; the interface shows only that. */
  can: z.array(Permission),
});
export type Me = z.infer<typeof Me>;

export const SessionInfo = z.object({
  id: RecordId,
  current: z.boolean(),
  startedAt: IsoInstant,
  lastSeenAt: IsoInstant,
  expiresAt: IsoInstant,
  device: z.string().nullable(),
});
export type SessionInfo = z.infer<typeof SessionInfo>;

export const TokenInfo = z.object({
  id: RecordId,
  name: z.string(),
  /** First characters, to recognise it by; the rest is not kept. */
  start: z.string().nullable(),
  organisationId: RecordId,
  scopes: z.array(Permission),
  createdAt: IsoInstant,
  expiresAt: IsoInstant,
  lastUsedAt: IsoInstant.nullable(),
});
export type TokenInfo = z.infer<typeof TokenInfo>;

export const account = {
  signIn: endpoint(
    "POST",
    "/sign-in",
    tag,
    "Sign in with e-mail and password; `totp` (or a `backupCode`, which is then used up) when a second factor is on",
  )
    .input(
      z.object({
        email: z.email().max(254),
        password: z.string().max(200),
        totp: z
          .string()
          .regex(/^\d{6}$/)
          .optional(),
        backupCode: z.string().min(6).max(40).optional(),
      }),
    )
    .output(z.object({ status: z.enum(["signed_in", "totp_needed"]) })),
  signOut: endpoint("POST", "/sign-out", tag, "End this session").output(Done),
  me: endpoint("GET", "/me", tag, "Who I am, where I am a member, what I may do").output(Me),
  listSessions: endpoint("GET", "/me/sessions", tag, "My sessions").output(
    z.object({ items: z.array(SessionInfo) }),
  ),
  revokeSession: endpoint("DELETE", "/me/sessions/{id}", tag, "End one of my sessions")
    .input(z.object({ id: RecordId }))
    .output(Done),
  changePassword: endpoint(
    "POST",
    "/me/password",
    tag,
    "Change my password; ends my other sessions",
  )
    .input(z.object({ current: z.string().max(200), next: Password }))
    .output(Done),
  beginTotp: endpoint("POST", "/me/totp", tag, "Begin setting up a second factor")
    .input(z.object({ password: z.string().max(200) }))
    .output(z.object({ otpauthUri: z.string(), backupCodes: z.array(z.string()) })),
  confirmTotp: endpoint(
    "POST",
    "/me/totp/confirm",
    tag,
    "Confirm the second factor with a first code",
  )
    .input(z.object({ totp: z.string().regex(/^\d{6}$/) }))
    .output(Done),
  removeTotp: endpoint("DELETE", "/me/totp", tag, "Turn the second factor off")
    .input(z.object({ password: z.string().max(200) }))
    .output(Done),
  listTokens: endpoint("GET", "/me/tokens", tag, "My API tokens").output(
    z.object({ items: z.array(TokenInfo) }),
  ),
  createToken: endpoint(
    "POST",
    "/me/tokens",
    tag,
    "Make an API token for the acting organisation; the secret is shown once",
  )
    .input(
      z.object({
        name: z.string().min(1).max(80),
        scopes: z.array(Permission).min(1),
        expiresInDays: z.int().min(1).max(365),
      }),
    )
    .output(z.object({ token: TokenInfo, secret: z.string() })),
  revokeToken: endpoint("DELETE", "/me/tokens/{id}", tag, "Revoke one of my API tokens")
    .input(z.object({ id: RecordId }))
    .output(Done),
};
