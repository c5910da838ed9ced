import { Button, Select } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useGo } from "../routing/use-go.ts";
import type { Me } from "@throughline/contract";
import type { ReactNode } from "react";
import { actFor, actForNobody, api } from "../api/client.ts";
import { AppLink } from "../components/app-link.tsx";
import { t } from "../texts/t.ts";
import { themeChoices, useThemeChoice } from "./theme-choice.ts";

/** Who is signed in, for whom they act, how it looks, and the way out. */
export function SideFoot({ me }: { readonly me: Me }): ReactNode {
  const [theme, setTheme] = useThemeChoice();
  const go = useGo();
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => api.account.signOut(),
    onSuccess: () => {
      actForNobody();
      queries.clear();
      go("/sign-in");
    },
  });
  const nameOf = ({ organisationName, invented }: Me["memberships"][number]): string =>
    invented ? `${organisationName} (${t("organisation.invented")})` : organisationName;
  return (
    <div className="side-foot">
      <div>
        <span className="who">{me.person.name}</span>
        <div>
          <AppLink href="/account">{t("nav.account")}</AppLink>
        </div>
        {me.memberships.length === 1 && me.acting !== null && <div>{nameOf(me.acting)}</div>}
      </div>
      {me.memberships.length > 1 && (
        <Select
          label={t("organisation.acting")}
          size="small"
          value={me.acting?.organisationId ?? ""}
          onChange={(event) => actFor(event.target.value)}
        >
          {me.memberships.map((membership) => (
            <option key={membership.organisationId} value={membership.organisationId}>
              {nameOf(membership)}
            </option>
          ))}
        </Select>
      )}
      <Select
        label={t("theme.label")}
        size="small"
        value={theme}
        onChange={(event) =>
          setTheme(themeChoices.find((choice) => choice === event.target.value) ?? "system")
        }
      >
        {themeChoices.map((choice) => (
          <option key={choice} value={choice}>
            {t(`theme.${choice}`)}
          </option>
        ))}
      </Select>
      <Button
        size="small"
        variant="secondary"
        data-color="neutral"
        loading={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {t("signOut.do")}
      </Button>
    </div>
  );
}
