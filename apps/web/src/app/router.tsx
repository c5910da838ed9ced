import { createRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AppLink } from "../components/app-link.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { routes as account } from "../features/account/routes.tsx";
import {
  answerRoute,
  guestRoutes as answeringAsGuest,
  routes as answering,
} from "../features/answering/routes.tsx";
import { routes as apiDocs } from "../features/api-docs/routes.tsx";
import { routes as audit } from "../features/audit/routes.tsx";
import { routes as commitments } from "../features/commitments/routes.tsx";
import { routes as contracts } from "../features/contracts/routes.tsx";
import { routes as dialogue } from "../features/dialogue/routes.tsx";
import { routes as duties } from "../features/duties/routes.tsx";
import { boardRoute, boardRoutes, routes as forums } from "../features/forums/routes.tsx";
import { routes as harmonisation } from "../features/harmonisation/routes.tsx";
import { guestRoutes as intakeAsGuest, routes as intake } from "../features/intake/routes.tsx";
import { routes as join } from "../features/join/routes.tsx";
import { publicRoutes as publishedKpis, routes as kpis } from "../features/kpis/routes.tsx";
import { routes as laws } from "../features/laws/routes.tsx";
import { routes as mails } from "../features/mails/routes.tsx";
import { routes as meetings } from "../features/meetings/routes.tsx";
import { routes as organisation } from "../features/organisation/routes.tsx";
import { routes as policies } from "../features/policies/routes.tsx";
import { routes as procurements } from "../features/procurements/routes.tsx";
import { routes as record } from "../features/record/routes.tsx";
import { routes as releases } from "../features/releases/routes.tsx";
import { routes as requests } from "../features/requests/routes.tsx";
import { routes as requirements } from "../features/requirements/routes.tsx";
import { routes as reviews } from "../features/reviews/routes.tsx";
import { routes as seat, seatRoute } from "../features/seat/routes.tsx";
import { routes as signIn } from "../features/sign-in/routes.tsx";
import { routes as sites } from "../features/sites/routes.tsx";
import { routes as suppliers } from "../features/suppliers/routes.tsx";
import { routes as today } from "../features/today/routes.tsx";
import { insideRoute, rootRoute } from "../routing/base-routes.ts";
import { t } from "../texts/t.ts";
import { queryClient } from "./query-client.ts";
import { Shell } from "./shell.tsx";

function NotFound(): ReactNode {
  return (
    <main className="shell-main">
      <h1>{t("app.notFound")}</h1>
      <p>{t("app.notFoundWhat")}</p>
      <AppLink href="/">{t("nav.today")}</AppLink>
    </main>
  );
}

function Failed({
  error,
  reset,
}: {
  readonly error: unknown;
  readonly reset: () => void;
}): ReactNode {
  return (
    <main className="shell-main">
      <h1 className="section-title">{t("error.screen")}</h1>
      <ProblemNotice error={error} onRetry={reset} />
    </main>
  );
}

// Each feature brings its routes: those that need a signed-in person, and those that do not.
const inside = [
  ...today,
  ...contracts,
  ...procurements,
  ...dialogue,
  ...meetings,
  ...duties,
  ...kpis,
  ...commitments,
  ...harmonisation,
  ...forums,
  ...laws,
  ...suppliers,
  ...requests,
  ...requirements,
  ...policies,
  ...answering,
  ...record,
  ...releases,
  ...mails,
  ...intake,
  ...sites,
  ...reviews,
  ...organisation,
  ...audit,
  ...account,
  ...apiDocs,
];
const answer = answerRoute.addChildren([...answeringAsGuest, ...intakeAsGuest(() => answerRoute)]);
const outside = [
  ...signIn,
  ...join,
  answer,
  ...publishedKpis,
  seatRoute.addChildren(seat),
  boardRoute.addChildren(boardRoutes),
];

insideRoute.update({ component: Shell });

export const router = createRouter({
  routeTree: rootRoute.addChildren([insideRoute.addChildren(inside), ...outside]),
  context: { queryClient },
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Failed,
  scrollRestoration: true,
  // Addresses are read by people and other programs: plain names and values, no JSON in them.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
    const text = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
    return text === "" ? "" : `?${text}`;
  },
});
