import { Button, Checkbox } from "@navikt/ds-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import type { ApiClient } from "@throughline/contract";
import { useEffect, useState, type ReactNode } from "react";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatLongDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { boardClient } from "./board-client.ts";
import { ForumRecord } from "./forum-record.tsx";
import { forgetTicket, keptTicket, ticketsKept } from "./keep-ticket.ts";
import { ParticipantBoard } from "./participant-board.tsx";

type Look = Awaited<ReturnType<ApiClient["board"]["look"]>>;

const nobody = boardClient(null);

function JoinForm({
  look,
  link,
  onTaken,
}: {
  readonly look: Look;
  readonly link: string;
  readonly onTaken: (ticket: string) => void;
}): ReactNode {
  const [listInstitution, setListInstitution] = useState(false);
  const take = useMutation({
    mutationFn: async () => {
      const { takeTicket } = await import("./take-ticket.ts");
      return takeTicket(
        { hostId: look.hostId, forumId: look.forumId, publicKey: look.publicKey ?? "" },
        async (blinded) => (await nobody.join({ link, blinded, listInstitution })).blindSignature,
        Date.now(),
      );
    },
    onSuccess: onTaken,
  });
  return (
    <div className="stack">
      <section className="card stack-small" aria-labelledby="join-how">
        <h2 className="section-title" id="join-how">
          {t("joinBoard.how")}
        </h2>
        <ol className="board-how">
          <li>{t("joinBoard.how1")}</li>
          <li>{t("joinBoard.how2")}</li>
          <li>{t("joinBoard.how3")}</li>
        </ol>
        <h3>{t("joinBoard.limits")}</h3>
        <p>{t("joinBoard.limitsWhat")}</p>
        <p>
          {t("forums.mark")}: <code className="secret">{look.mark}</code>
        </p>
        <p className="quiet small">{t("forums.markWhat")}</p>
      </section>
      {take.isError && <ProblemNotice error={take.error} />}
      {globalThis.isSecureContext ? (
        <div className="stack">
          {look.institution !== null && (
            <Checkbox
              size="small"
              checked={listInstitution}
              description={t("joinBoard.institutionHelp")}
              onChange={(event) => setListInstitution(event.target.checked)}
            >
              {t("joinBoard.institution", { name: look.institution })}
            </Checkbox>
          )}
          <div className="row">
            <Button loading={take.isPending} onClick={() => take.mutate()}>
              {t("joinBoard.take")}
            </Button>
            {take.isPending && <p role="status">{t("joinBoard.taking")}</p>}
          </div>
        </div>
      ) : (
        <div className="notice" role="alert">
          <p>{t("joinBoard.insecure")}</p>
        </div>
      )}
    </div>
  );
}

function Invited({ look, link }: { readonly look: Look; readonly link: string }): ReactNode {
  const [kept] = useState(() => keptTicket(look.forumId, Date.now()));
  const [ticket, setTicket] = useState(kept?.ticket ?? null);
  const [forgotten, setForgotten] = useState(false);
  const closed = look.state === "closed";
  useEffect(() => {
    // Nothing it could admit to any more.
    if (closed) forgetTicket(look.forumId);
  }, [closed, look.forumId]);
  if (closed) return <ForumRecord look={look} />;
  if (ticket !== null)
    return (
      <ParticipantBoard
        ticket={ticket}
        mark={look.mark}
        onEnd={<Ended />}
        onForget={() => {
          forgetTicket(look.forumId);
          setTicket(null);
          setForgotten(true);
        }}
      />
    );
  const mayTake = !look.taken || (kept !== null && kept.pending !== null);
  return (
    <div className="stack door">
      <PageHeading
        title={look.title}
        lead={
          <>
            <p>{t("joinBoard.invites", { host: look.host, date: formatLongDate(look.heldOn) })}</p>
            <p className="measure board-text">{look.purpose}</p>
          </>
        }
      />
      {forgotten && (
        <p role="status" className="notice notice-good">
          {t("joinBoard.forgotten")}
        </p>
      )}
      {mayTake && !forgotten ? (
        <JoinForm look={look} link={link} onTaken={setTicket} />
      ) : (
        !forgotten && (
          <div className="notice">
            <h2>{t("joinBoard.taken")}</h2>
            <p>{t("joinBoard.takenWhat")}</p>
          </div>
        )
      )}
    </div>
  );
}

/** Where a board ends while one looks at it. */
function Ended(): ReactNode {
  return (
    <div className="stack">
      <PageHeading title={t("joinBoard.title")} />
      <div className="notice" role="status">
        <h2>{t("joinBoard.closed")}</h2>
        <p>{t("joinBoard.closedWhat")}</p>
      </div>
    </div>
  );
}

/** Without a link: the board this browser has a ticket of, if any. */
function WithoutLink(): ReactNode {
  const [kept, setKept] = useState(() => ticketsKept(Date.now())[0] ?? null);
  if (kept?.ticket != null)
    return (
      <ParticipantBoard
        ticket={kept.ticket}
        mark={null}
        onEnd={<Ended />}
        onForget={() => {
          forgetTicket(kept.forumId);
          setKept(null);
        }}
      />
    );
  return (
    <div className="stack door">
      <PageHeading title={t("joinBoard.title")} />
      <div className="notice">
        <h2>{t("joinBoard.noLink")}</h2>
        <p>{t("joinBoard.noLinkWhat")}</p>
      </div>
    </div>
  );
}

function WithLink({ link }: { readonly link: string }): ReactNode {
  const query = useQuery({
    queryKey: ["board-look", link],
    queryFn: () => nobody.look({ link }),
    retry: false,
    staleTime: Infinity,
  });
  return (
    <Loaded query={query} lines={6} page>
      {(look) => <Invited look={look} link={link} />}
    </Loaded>
  );
}

/** Takes part in a session by a personal link: a ticket first, then the board, afterwards the summary. */
export function TakePartScreen(): ReactNode {
  const link = useRouterState({ select: (state) => state.location.hash });
  return link === "" ? <WithoutLink /> : <WithLink key={link} link={link} />;
}
