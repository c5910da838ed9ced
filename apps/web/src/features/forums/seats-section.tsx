import { Button, Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ForumDetail, ForumSeat } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { SecretOnce } from "../../components/secret-once.tsx";
import { t } from "../../texts/t.ts";
import { seatsQuery } from "./queries.ts";
import { readInvitees } from "./read-invitees.ts";

function nameOf({ name, address, member, withdrawn }: ForumSeat): string {
  if (withdrawn) return t("forums.withdrawn");
  return name ?? address ?? (member ? t("forums.member") : "");
}

function columnsFor(acts: (seat: ForumSeat) => ReactNode): readonly DataColumn<ForumSeat>[] {
  return [
    {
      id: "person",
      header: t("forums.seat.person"),
      value: nameOf,
      cell: (seat) => (
        <>
          {nameOf(seat)}
          {seat.name !== null && seat.address !== null && (
            <span className="sub quiet small wrap-anywhere"> {seat.address}</span>
          )}
        </>
      ),
      names: true,
    },
    {
      id: "institution",
      header: t("forums.seat.institution"),
      value: ({ institution }) => institution,
    },
    {
      id: "way",
      header: t("forums.seat.way"),
      value: ({ withdrawn, member, mailId }) =>
        withdrawn
          ? null
          : t(member ? "forums.byOwn" : mailId === null ? "forums.byHand" : "forums.byMail"),
      cell: ({ withdrawn, member, mailId }) =>
        withdrawn ? null : member ? (
          t("forums.byOwn")
        ) : mailId === null ? (
          t("forums.byHand")
        ) : (
          <AppLink href={`/requests/outbox/${mailId}`}>{t("forums.byMail")}</AppLink>
        ),
    },
    {
      id: "act",
      header: t("forums.seat.act"),
      value: () => null,
      cell: acts,
      unlabelled: true,
    },
  ];
}

/** Who is invited. Who has taken a ticket is not told. */
export function SeatsSection({ forum }: { readonly forum: ForumDetail }): ReactNode {
  const query = useQuery(seatsQuery(forum.id));
  const [inviting, setInviting] = useState(false);
  const [said, setSaid] = useState("");
  const [withdrawing, setWithdrawing] = useState<ForumSeat | null>(null);
  const [shown, setShown] = useState<{ readonly name: string; readonly link: string } | null>(null);
  const reveal = useChange((seat: ForumSeat) =>
    api.forums.revealLink({ forumId: forum.id, seatId: seat.id }),
  );
  const withdraw = useChange((seat: ForumSeat) =>
    api.forums.withdrawSeat({ forumId: forum.id, seatId: seat.id }),
  );
  const mayInvite = forum.can.write && forum.state !== "closed";
  const columns = columnsFor((seat) =>
    seat.withdrawn || !forum.can.write ? null : (
      <div className="row">
        {seat.mailId === null && !seat.member && (
          <Button
            size="xsmall"
            variant="secondary"
            aria-label={t("forums.showLinkOf", { name: nameOf(seat) })}
            loading={reveal.isPending && reveal.variables.id === seat.id}
            onClick={() =>
              reveal.mutate(seat, {
                onSuccess: ({ link }) => setShown({ name: nameOf(seat), link }),
              })
            }
          >
            {t("forums.showLink")}
          </Button>
        )}
        <Button
          size="xsmall"
          variant="tertiary"
          aria-label={t("forums.withdrawOf", { name: nameOf(seat) })}
          onClick={() => setWithdrawing(seat)}
        >
          {t("forums.withdraw")}
        </Button>
      </div>
    ),
  );
  return (
    <section className="stack" aria-labelledby="forum-seats">
      <div className="spread">
        <h2 className="section-title" id="forum-seats">
          {t("forums.seats")}
        </h2>
        {mayInvite && (
          <Button size="small" variant="secondary" onClick={() => setInviting(true)}>
            {t("forums.invite")}
          </Button>
        )}
      </div>
      <p className="quiet measure">{t("forums.seatsWhat")}</p>
      {said !== "" && (
        <p role="status" className="notice notice-good">
          {said}
        </p>
      )}
      {reveal.isError && <ProblemNotice error={reveal.error} />}
      {shown !== null && (
        <SecretOnce
          title={t("forums.linkShown", { name: shown.name })}
          what={t("forums.linkWhat")}
          secret={shown.link}
          level={3}
        />
      )}
      <Loaded query={query}>
        {({ seats }) =>
          seats.length === 0 ? (
            <p className="quiet">{t("forums.seatsNone")}</p>
          ) : (
            <DataTable
              caption={t("forums.seats")}
              columns={columns}
              rows={seats}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
      {inviting && (
        <InviteDialog
          forumId={forum.id}
          onDone={(text) => {
            setSaid(text);
            setInviting(false);
          }}
          onClose={() => setInviting(false)}
        />
      )}
      {withdrawing !== null && (
        <ConfirmDialog
          title={t("forums.withdrawOf", { name: nameOf(withdrawing) })}
          what={t("forums.withdrawWhat")}
          doIt={t("forums.withdraw")}
          busy={withdraw.isPending}
          error={withdraw.error}
          onConfirm={() => withdraw.mutate(withdrawing, { onSuccess: () => setWithdrawing(null) })}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </section>
  );
}

function InviteDialog({
  forumId,
  onDone,
  onClose,
}: {
  readonly forumId: string;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [text, setText] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const { people, unread } = readInvitees(text);
  const mailed = people.filter(({ address }) => address !== null).length;
  const invite = useChange(() => api.forums.invite({ forumId, people: [...people] }));
  function check(): void {
    const found =
      people.length === 0 ? [{ field: "invite-people", message: t("forums.inviteFault") }] : [];
    setFaults(found);
    if (found.length === 0)
      invite.mutate(undefined, {
        onSuccess: (done) => onDone(t("forums.invitedSays", { ...done })),
      });
  }
  return (
    <FormDialog
      title={t("forums.invite")}
      save={t("forums.inviteDo")}
      busy={invite.isPending}
      error={invite.error}
      faults={faults}
      onSave={check}
      onClose={onClose}
      wide
    >
      <Textarea
        id="invite-people"
        size="small"
        minRows={8}
        label={t("forums.invitePeople")}
        description={t("forums.invitePeopleHelp")}
        value={text}
        error={faultOf(faults, "invite-people")}
        onChange={(event) => setText(event.target.value)}
      />
      <p role="status">
        {text.trim() !== "" &&
          t("forums.inviteReads", {
            people: people.length,
            mailed,
            byHand: people.length - mailed,
            unread:
              unread.length === 0
                ? ""
                : t("forums.inviteUnread", {
                    n: unread.length,
                    lines: unread.map(({ line }) => line).join(", "),
                  }),
          })}
      </p>
    </FormDialog>
  );
}
