/** What the invitation is for. The secret stands behind the `#` of the address, which browsers never send on their own. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

export type Invitation = Awaited<ReturnType<typeof api.organisations.openInvitation>>;

export function invitationQuery(secret: string) {
  return queryOptions({
    queryKey: ["invitation", secret],
    queryFn: () => api.organisations.openInvitation({ secret }),
    enabled: secret !== "",
    staleTime: Infinity,
    gcTime: 0,
  });
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Joins, with a new account or as whoever is signed in; a new account is signed in at once. */
export async function join(input: {
  readonly secret: string;
  readonly account?: NewAccount;
}): Promise<{ readonly organisationId: string; readonly signedIn: boolean }> {
  const { organisationId } = await api.organisations.acceptInvitation(input);
  if (input.account === undefined) return { organisationId, signedIn: true };
  try {
    const { email, password } = input.account;
    const { status } = await api.account.signIn({ email, password });
    return { organisationId, signedIn: status === "signed_in" };
  } catch {
    // The account is made and the invitation used; signing in can be tried again on its own screen.
    return { organisationId, signedIn: false };
  }
}
