import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { AccountHeading } from "./account-heading.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { SessionList } from "./session-list.tsx";

/** How one signs in: sessions, password, second factor. */
export function AccountScreen(): ReactNode {
  return (
    <>
      <AccountHeading title={t("account.title")} />
      <div className="stack">
        <SessionList />
        <SecondFactor />
        <PasswordForm />
      </div>
    </>
  );
}
