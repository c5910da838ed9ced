/**
 * Joins by an invitation link, once: with a new account, which is then signed in, or as who is signed in already.
 * The account is made before the joining; when the joining fails it is taken back, so that the link can be used again.
 */
import type { Database } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { makeWork, requireSession, type ApiContext } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sendCookies } from "../../platform/call-library.ts";
import {
  createPerson,
  erasePerson,
  findPerson,
  forgetTokens,
  type NewPerson,
} from "../../platform/keep-people.ts";
import { countTries, invitationPerAddress } from "../../platform/limit-tries.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { lockOpenedInvitation, markAccepted } from "./invitations.store.ts";
import { hashSecret } from "./make-invitation.ts";
import { insertMember } from "./members.store.ts";
import { readInvitation } from "./open-invitation.ts";
import { stateOfInvitation } from "./organisations.policy.ts";
import { listMemberships } from "./organisations.store.ts";

export interface InvitationToAccept {
  readonly secret: string;
  readonly account?: NewPerson | undefined;
}

export async function acceptInvitation(
  context: ApiContext,
  input: InvitationToAccept,
): Promise<{ organisationId: string }> {
  return countTries(context, [[invitationPerAddress, context.clientAddress]], async () => {
    const { organisationId } = await readInvitation(context, input.secret);
    if (input.account === undefined) {
      const { personId } = requireSession(context);
      await joinAs(context, personId, organisationId, input.secret);
    } else {
      await joinWithAccount(context, input.account, organisationId, input.secret);
    }
    return { organisationId };
  });
}

async function joinWithAccount(
  context: ApiContext,
  account: NewPerson,
  organisationId: string,
  secret: string,
): Promise<void> {
  const { database, signIn } = context;
  const personId = await createPerson(database, account);
  try {
    await joinAs(context, personId, organisationId, secret);
  } catch (error) {
    await erasePerson(database, personId);
    throw error;
  }
  const { headers } = await signIn.library.api.signInEmail({
    body: { email: account.email, password: account.password },
    headers: userAgentOf(context),
    returnHeaders: true,
  });
  sendCookies(context, headers);
}

function userAgentOf(context: ApiContext): Headers {
  return new Headers({ "user-agent": context.requestHeaders.get("user-agent") ?? "" });
}

async function joinAs(
  context: ApiContext,
  personId: string,
  organisationId: string,
  secret: string,
): Promise<void> {
  const person = await findPerson(context.database, personId);
  if (person === undefined) throw new AppError("not_signed_in");
  await refuseMember(context.database, personId, organisationId);
  // Tokens of an earlier membership must not come back to life.
  await forgetTokens(context.database, personId, organisationId);
  const invitationHash = hashSecret(secret);
  await context.database.withActor(
    { organisationId: null, personId, invitationHash },
    async (tx) => {
      const invitation = await lockOpenedInvitation(tx, invitationHash);
      if (invitation === undefined || stateOfInvitation(invitation, context.now) !== "open") {
        throw new AppError("invitation_not_valid");
      }
      const { role } = invitation;
      await insertMember(tx, organisationId, {
        personId,
        role,
        name: person.name,
        email: person.email,
      });
      const work = makeWork({
        tx,
        actor: { organisationId, personId, role, scopes: null, requestId: context.requestId },
        tokenId: null,
        now: context.now,
      });
      await recordAudit(work, {
        action: "join-organisation",
        subjectKind: "member",
        subjectId: personId,
        after: {
          role,
          invitationId: invitation.id,
          name: await sealPersonal(work, personId, person.name),
        },
      });
      // Last: the rules of joining hold only while the invitation is open.
      await markAccepted(tx, invitationHash, personId, context.now);
    },
  );
}

async function refuseMember(
  database: Database,
  personId: string,
  organisationId: string,
): Promise<void> {
  const memberships = await database.withActor({ organisationId: null, personId }, (tx) =>
    listMemberships(tx, personId),
  );
  if (memberships.some((one) => one.organisationId === organisationId)) {
    throw new AppError("already_exists", "You are a member of this organisation already.");
  }
}
