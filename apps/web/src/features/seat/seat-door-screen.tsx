import { Button, TextField } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { keepLink, takeKeptLink } from "../../api/keep-link.ts";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { openedSeatQuery } from "./queries.ts";

const signIn = `/sign-in?${new URLSearchParams({ to: "/seat" }).toString()}`;
const shortestWord = 8;

/** Link, code and word; whoever opens it first chooses the word. */
function DoorForm({ secret }: { readonly secret: string }): ReactNode {
  const go = useGo();
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const [code, setCode] = useState("");
  const [word, setWord] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const open = useMutation({
    mutationFn: () => api.dialogues.openSeat({ secret, code: code.trim(), word }),
    onSuccess: ({ seriesId }) => {
      // Whatever was open here before is another's.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
      go(`/seat/series/${seriesId}`, { replace: true });
    },
  });
  const take = useMutation({
    mutationFn: () =>
      api.dialogues.takeSeat({ secret, code: code.trim(), ...(word === "" ? {} : { word }) }),
    // From here on everything is a member's: the page begins anew.
    onSuccess: ({ seriesId }) => globalThis.location.assign(`/dialogue/series/${seriesId}`),
  });
  const acting = me.data?.acting ?? null;
  function check(needsWord: boolean): boolean {
    const found: FormFault[] = [];
    if (code.replace(/[\s-]/gu, "").length !== 8)
      found.push({ field: "seat-code", message: t("door.codeFault") });
    if (needsWord && word.length < shortestWord)
      found.push({ field: "seat-word", message: t("mySeat.wordFault", { n: shortestWord }) });
    setFaults(found);
    return found.length === 0;
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (check(true)) open.mutate();
  }
  const error = open.error ?? take.error;
  return (
    <form className="card stack" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      {error !== null && faults.length === 0 && <ProblemNotice error={error} />}
      <TextField
        id="seat-code"
        label={t("door.code")}
        description={t("door.codeHelp")}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        error={faultOf(faults, "seat-code")}
        onChange={(event) => setCode(event.target.value)}
        style={{ maxWidth: "14rem" }}
      />
      <TextField
        id="seat-word"
        type="password"
        label={t("mySeat.word")}
        description={t("mySeat.wordHelp")}
        autoComplete="current-password"
        value={word}
        error={faultOf(faults, "seat-word")}
        onChange={(event) => setWord(event.target.value)}
        style={{ maxWidth: "24rem" }}
      />
      <div className="row">
        <Button type="submit" loading={open.isPending}>
          {t("mySeat.open")}
        </Button>
        {acting !== null && (
          <Button
            type="button"
            variant="secondary"
            loading={take.isPending || take.isSuccess}
            onClick={() => {
              if (check(false)) take.mutate();
            }}
          >
            {t("mySeat.takeAs", { name: acting.organisationName })}
          </Button>
        )}
      </div>
      {me.isError && (
        <p className="small">
          {t("door.haveAccount")}{" "}
          <AppLink href={signIn} onClick={() => keepLink(secret)}>
            {t("mySeat.signInFirst")}
          </AppLink>
        </p>
      )}
    </form>
  );
}

/** What is open in this browser already, when the address carries no link. */
function GoOn(): ReactNode {
  const go = useGo();
  const opened = useQuery(openedSeatQuery);
  const [only] = opened.data?.items ?? [];
  useEffect(() => {
    if (only !== undefined) go(`/seat/series/${only.id}`, { replace: true });
  }, [only, go]);
  if (opened.isPending || only !== undefined) return <p role="status">{t("app.loading")}</p>;
  return (
    <div className="notice">
      <h2>{t("mySeat.noLink")}</h2>
      <p>{t("mySeat.noLinkWhat")}</p>
    </div>
  );
}

/** Opens a seat by its link. */
export function SeatDoorScreen(): ReactNode {
  const hash = useRouterState({ select: (state) => state.location.hash });
  const [kept] = useState(takeKeptLink);
  const secret = hash === "" ? kept : hash;
  return (
    <div className="stack door">
      <PageHeading title={t("mySeat.title")} lead={<p className="measure">{t("mySeat.what")}</p>} />
      {secret === "" ? <GoOn /> : <DoorForm key={secret} secret={secret} />}
    </div>
  );
}
