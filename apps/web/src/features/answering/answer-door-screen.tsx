import { Button, TextField } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { problemOf } from "@throughline/contract";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { keepLink, takeKeptLink } from "../../api/keep-link.ts";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { askedListQuery } from "./queries.ts";

const signIn = `/sign-in?${new URLSearchParams({ to: "/answer" }).toString()}`;

interface Opened {
  readonly deliveryId: string;
  readonly signedInCanTakeOver: boolean;
}

/** Signed in, one answers as one's organisation, or goes on without. */
function Choose({
  opened,
  secret,
  code,
  onGuest,
}: {
  readonly opened: Opened;
  readonly secret: string;
  readonly code: string;
  readonly onGuest: () => void;
}): ReactNode {
  const me = useQuery(meQuery).data;
  const takeOver = useMutation({
    mutationFn: () => api.answering.takeOver({ secret, code }),
    // From here on everything is a member's: the page begins anew.
    onSuccess: ({ deliveryId }) => globalThis.location.assign(`/asked/${deliveryId}`),
  });
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section className="card stack" ref={place} tabIndex={-1} aria-labelledby="as-whom">
      <h2 className="section-title" id="as-whom">
        {t("door.asWhom")}
      </h2>
      {takeOver.error !== null && <ProblemNotice error={takeOver.error} />}
      <p>{t("door.asWhomWhat")}</p>
      <div className="row">
        {me?.acting != null && (
          <Button
            loading={takeOver.isPending || takeOver.isSuccess}
            onClick={() => takeOver.mutate()}
          >
            {t("door.asOrganisation", { name: me.acting.organisationName })}
          </Button>
        )}
        <Button variant="secondary" disabled={opened.deliveryId === ""} onClick={onGuest}>
          {t("door.asGuest")}
        </Button>
      </div>
    </section>
  );
}

function CodeForm({ secret }: { readonly secret: string }): ReactNode {
  const go = useGo();
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const [code, setCode] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const enter = (deliveryId: string): void => {
    // Whatever was open here before is another's.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    go(`/answer/requests/${deliveryId}`, { replace: true });
  };
  const open = useMutation({
    mutationFn: () => api.answering.open({ secret, code: code.trim() }),
    onSuccess: (opened) => {
      if (!opened.signedInCanTakeOver || me.data === undefined) enter(opened.deliveryId);
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found =
      code.replace(/[\s-]/gu, "").length === 8
        ? []
        : [{ field: "answer-code", message: t("door.codeFault") }];
    setFaults(found);
    if (found.length === 0) open.mutate();
  }
  if (open.data !== undefined && open.data.signedInCanTakeOver && me.data !== undefined)
    return (
      <Choose
        opened={open.data}
        secret={secret}
        code={code.trim()}
        onGuest={() => enter(open.data.deliveryId)}
      />
    );
  const needsAccount = problemOf(open.error)?.code === "not_signed_in";
  return (
    <form className="card stack" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      {open.error !== null && faults.length === 0 && <ProblemNotice error={open.error} />}
      <TextField
        id="answer-code"
        label={t("door.code")}
        description={t("door.codeHelp")}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        error={faultOf(faults, "answer-code")}
        onChange={(event) => setCode(event.target.value)}
        style={{ maxWidth: "14rem" }}
      />
      <div className="row">
        <Button type="submit" loading={open.isPending}>
          {t("door.open")}
        </Button>
      </div>
      {(needsAccount || me.isError) && (
        <p className="small">
          {t("door.haveAccount")}{" "}
          <AppLink href={signIn} onClick={() => keepLink(secret)}>
            {t("door.signInFirst")}
          </AppLink>
        </p>
      )}
    </form>
  );
}

/** What is open in this browser already, when the address carries no link. */
function GoOn(): ReactNode {
  const go = useGo();
  const list = useQuery(askedListQuery({ limit: 50 }));
  const items = list.data?.items ?? [];
  const [only] = items;
  const alone = items.length === 1 ? only?.deliveryId : undefined;
  useEffect(() => {
    if (alone !== undefined) go(`/answer/requests/${alone}`, { replace: true });
  }, [alone, go]);
  if (list.isPending) return <p role="status">{t("app.loading")}</p>;
  if (items.length === 0)
    return (
      <div className="notice">
        <h2>{t("door.noLink")}</h2>
        <p>{t("door.noLinkWhat")}</p>
      </div>
    );
  return (
    <section className="card stack-small" aria-labelledby="go-on">
      <h2 className="section-title" id="go-on">
        {t("door.goOn")}
      </h2>
      <ul className="facts">
        {items.map((item) => (
          <li key={item.deliveryId}>
            <AppLink href={`/answer/requests/${item.deliveryId}`}>{item.subject}</AppLink>
            <p className="from">
              {item.requester.name} · {item.stateSentence.text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Opens a request by its link and code. */
export function AnswerDoorScreen(): ReactNode {
  const hash = useRouterState({ select: (state) => state.location.hash });
  const [kept] = useState(takeKeptLink);
  const secret = hash === "" ? kept : hash;
  return (
    <div className="stack door">
      <PageHeading title={t("door.title")} lead={<p className="measure">{t("door.what")}</p>} />
      {secret === "" ? <GoOn /> : <CodeForm key={secret} secret={secret} />}
    </div>
  );
}
