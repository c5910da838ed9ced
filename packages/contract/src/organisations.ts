/** Organisations, members, invitations, audit. */
import { CountryCode, IsoInstant, MemberRole, OrganisationRole } from "@throughline/domain";
import { z } from "zod";
import { Password } from "./account.ts";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Organisation";

export const Identifier = z.object({
  scheme: z.string().min(1).max(40),
  value: z.string().min(1).max(80),
});
export const Organisation = z.object({
  id: RecordId,
  name: z.string(),
  country: CountryCode.nullable(),
  roles: z.array(OrganisationRole),
  /** Recommendation 2003/361/EC. */
  sizeClass: z.enum(["micro", "small", "medium", "large"]).nullable(),
  foiSubject: z.boolean().nullable(),
  invented: z.boolean(),
  identifiers: z.array(Identifier.extend({ checkDigitVerified: z.boolean() })),
  version: z.int(),
  can: z.object({
    write: z.boolean(),
    invite: z.boolean(),
    readAudit: z.boolean(),
    openOrganisations: z.boolean(),
  }),
});
export type Organisation = z.infer<typeof Organisation>;

export const Member = z.object({
  personId: RecordId,
  name: z.string(),
  email: z.string(),
  role: MemberRole,
  joinedAt: IsoInstant,
  you: z.boolean(),
});

export const Invitation = z.object({
  id: RecordId,
  email: z.string().nullable(),
  role: MemberRole,
  createdAt: IsoInstant,
  expiresAt: IsoInstant,
  state: z.enum(["open", "accepted", "revoked", "expired"]),
});

export const AuditEntry = z.object({
  id: RecordId,
  at: IsoInstant,
  actor: z.object({
    kind: z.enum(["person", "token", "system"]),
    personId: RecordId.nullable(),
    name: z.string().nullable(),
  }),
  requestId: z.string(),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  before: z.unknown(),
  after: z.unknown(),
  /** Position in the organisation's hash chain; null until sealed. */
  sequence: z.int().nullable(),
});

export const organisations = {
  get: endpoint("GET", "/organisation", tag, "The acting organisation").output(Organisation),
  describe: endpoint(
    "PATCH",
    "/organisation",
    tag,
    "Change what the organisation says about itself",
  )
    .input(
      z.object({
        version: z.int(),
        name: z.string().min(1).max(300).optional(),
        country: CountryCode.nullable().optional(),
        roles: z.array(OrganisationRole).optional(),
        sizeClass: z.enum(["micro", "small", "medium", "large"]).nullable().optional(),
        foiSubject: z.boolean().nullable().optional(),
        identifiers: z.array(Identifier).max(30).optional(),
      }),
    )
    .output(Organisation),
  open: endpoint(
    "POST",
    "/organisations",
    tag,
    "Open a workspace for another organisation (hub operators); gives the first owner's link",
  )
    .input(
      z.object({
        name: z.string().min(1).max(300),
        country: CountryCode.nullable(),
        roles: z.array(OrganisationRole).min(1),
        invented: z.boolean().default(false),
      }),
    )
    .output(z.object({ organisationId: RecordId, invitationLink: z.string() })),
  listMembers: endpoint("GET", "/members", tag, "Members of the acting organisation").output(
    z.object({ items: z.array(Member) }),
  ),
  changeRole: endpoint("PATCH", "/members/{personId}", tag, "Change a member's role")
    .input(z.object({ personId: RecordId, role: MemberRole }))
    .output(Done),
  removeMember: endpoint(
    "DELETE",
    "/members/{personId}",
    tag,
    "Remove a member; erases name and e-mail, destroys the key that sealed them in the audit, and ends an account that is a member nowhere else",
  )
    .input(z.object({ personId: RecordId }))
    .output(Done),
  listInvitations: endpoint("GET", "/invitations", tag, "Invitations").output(
    z.object({ items: z.array(Invitation) }),
  ),
  invite: endpoint("POST", "/invitations", tag, "Invite someone by link; the link is shown once")
    .input(
      z.object({
        email: z.email().max(254).nullable(),
        role: MemberRole,
        expiresInDays: z.int().min(1).max(60).default(14),
      }),
    )
    .output(z.object({ invitation: Invitation, link: z.string() })),
  revokeInvitation: endpoint("DELETE", "/invitations/{id}", tag, "Withdraw an invitation")
    .input(z.object({ id: RecordId }))
    .output(Done),
  openInvitation: endpoint(
    "POST",
    "/invitations/open",
    tag,
    "What an invitation link is for (no account needed)",
  )
    .input(z.object({ secret: z.string().min(20).max(200) }))
    .output(
      z.object({
        organisationName: z.string(),
        role: MemberRole,
        email: z.string().nullable(),
        expiresAt: IsoInstant,
      }),
    ),
  acceptInvitation: endpoint(
    "POST",
    "/invitations/accept",
    tag,
    "Join by an invitation link: with a new account, or signed in with `account` left out",
  )
    .input(
      z.object({
        secret: z.string().min(20).max(200),
        account: z
          .object({
            name: z.string().min(1).max(200),
            email: z.email().max(254),
            password: Password,
          })
          .optional(),
      }),
    )
    .output(z.object({ organisationId: RecordId })),
  listAudit: endpoint("GET", "/audit", "Audit", "Audit entries, newest first")
    .input(
      PageInput.extend({
        subjectKind: z.string().max(60).optional(),
        subjectId: z.string().max(80).optional(),
        action: z.string().max(80).optional(),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
      }),
    )
    .output(pageOf(AuditEntry)),
  verifyAudit: endpoint(
    "POST",
    "/audit/verify",
    "Audit",
    "Recompute the acting organisation's hash chain",
  ).output(
    z.object({
      sealed: z.int(),
      unsealed: z.int(),
      intact: z.boolean(),
      firstFault: z.object({ sequence: z.int(), what: z.string() }).nullable(),
      head: z.string().nullable(),
    }),
  ),
};
