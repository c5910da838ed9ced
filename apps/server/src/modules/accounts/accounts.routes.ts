/** Joins the account's endpoints to their use cases. What belongs to a person is for sessions, not for tokens. */
import { api } from "../../platform/api.ts";
import { changePassword } from "./change-password.ts";
import { createToken } from "./create-token.ts";
import { describeMe } from "./describe-me.ts";
import { listSessions, revokeSession } from "./keep-sessions.ts";
import { beginTotp, confirmTotp, removeTotp } from "./keep-totp.ts";
import { listTokens } from "./list-tokens.ts";
import { revokeToken } from "./revoke-token.ts";
import { signInPerson } from "./sign-in-person.ts";
import { signOutPerson } from "./sign-out-person.ts";

const group = api.account;

export const accountRoutes = {
  signIn: group.signIn.handler(({ input, context }) => signInPerson(context, input)),
  signOut: group.signOut.handler(({ context }) => signOutPerson(context)),
  me: group.me.handler(({ context }) => describeMe(context)),
  listSessions: group.listSessions.handler(({ context }) => listSessions(context)),
  revokeSession: group.revokeSession.handler(({ input, context }) => revokeSession(context, input)),
  changePassword: group.changePassword.handler(({ input, context }) =>
    changePassword(context, input),
  ),
  beginTotp: group.beginTotp.handler(({ input, context }) => beginTotp(context, input)),
  confirmTotp: group.confirmTotp.handler(({ input, context }) => confirmTotp(context, input)),
  removeTotp: group.removeTotp.handler(({ input, context }) => removeTotp(context, input)),
  listTokens: group.listTokens.handler(({ context }) => listTokens(context)),
  createToken: group.createToken.handler(({ input, context }) => createToken(context, input)),
  revokeToken: group.revokeToken.handler(({ input, context }) => revokeToken(context, input)),
};
