import { Button } from "@navikt/ds-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { actFor, actForNobody, api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { NewAccountForm } from "./new-account-form.tsx";
import { invitationQuery, join, type Invitation } from "./queries.ts";

function Joining({
  invitation,
  secret,
}: {
  readonly invitation: Invitation;
  readonly secret: string;
}): ReactNode {
  const me = useQuery(meQuery);
  const joining = useMutation({
    mutationFn: join,
    onSuccess: ({ organisationId, signedIn }) => {
      if (signedIn) actFor(organisationId);
    },
  });
  const signOut = useMutation({
    mutationFn: () => api.account.signOut(),
    onSuccess: () => {
      actForNobody();
      // The address keeps the invitation behind its #.
      globalThis.location.reload();
    },
  });
  if (joining.data?.signedIn === false) {
    return (
      <div className="card stack">
        <p>{t("join.joined", { organisation: invitation.organisationName })}</p>
        <ButtonLink href="/sign-in">{t("join.signInNow")}</ButtonLink>
      </div>
    );
  }
  return (
    <>
      <div className="stack-small">
        <p>
          {t("join.to", {
            organisation: invitation.organisationName,
            role: t(`role.${invitation.role}`),
          })}
        </p>
        <p className="quiet">
          {t("role.text", {
            role: t(`role.${invitation.role}`),
            may: t(`role.${invitation.role}.may`),
          })}
        </p>
        <p className="quiet small wrap-anywhere">
          {t("join.until", { date: formatDate(invitation.expiresAt) })}{" "}
          {invitation.email !== null && t("join.forAddress", { email: invitation.email })}
        </p>
      </div>
      {joining.isError && <ProblemNotice error={joining.error} />}
      {signOut.isError && <ProblemNotice error={signOut.error} />}
      {me.data !== undefined ? (
        <section className="card stack">
          <p>{t("join.signedIn", { name: me.data.person.name })}</p>
          <div>
            <Button
              loading={joining.isPending || joining.isSuccess}
              onClick={() => joining.mutate({ secret })}
            >
              {t("join.withThis")}
            </Button>
          </div>
          <p className="small quiet">{t("join.otherAccount")}</p>
          <div>
            <Button
              size="small"
              variant="secondary"
              loading={signOut.isPending}
              onClick={() => signOut.mutate()}
            >
              {t("join.signOut")}
            </Button>
          </div>
        </section>
      ) : (
        !me.isPending && (
          <section className="card stack" aria-labelledby="new-account">
            <h2 className="section-title" id="new-account">
              {t("join.newAccount")}
            </h2>
            <NewAccountForm
              email={invitation.email}
              busy={joining.isPending || joining.isSuccess}
              onJoin={(account) => joining.mutate({ secret, account })}
            />
            <p className="small">
              {t("join.haveAccount")} <AppLink href="/sign-in">{t("join.signIn")}</AppLink>.{" "}
              {t("join.signInThen")}
            </p>
          </section>
        )
      )}
    </>
  );
}

/** Opens an invitation link: says what it is for, and joins with a new account or the one signed in. */
export function JoinScreen(): ReactNode {
  const secret = useRouterState({ select: (state) => state.location.hash });
  const invitation = useQuery(invitationQuery(secret));
  useEffect(() => {
    document.title = t("app.title", { page: t("join.title") });
  }, []);
  return (
    <div className="sign-in">
      <main className="stack">
        <div>
          <p className="quiet">{t("app.name")}</p>
          <h1>{t("join.title")}</h1>
        </div>
        {secret === "" && (
          <div className="notice">
            <h2>{t("join.noSecret")}</h2>
            <p>{t("join.noSecretWhat")}</p>
          </div>
        )}
        {secret !== "" && invitation.isPending && <p role="status">{t("join.reading")}</p>}
        {invitation.isError && <ProblemNotice error={invitation.error} />}
        {invitation.data !== undefined && <Joining invitation={invitation.data} secret={secret} />}
      </main>
    </div>
  );
}
