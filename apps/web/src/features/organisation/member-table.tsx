import { Button, Select } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { memberRoles, type MemberRole } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { membersQuery, type Member } from "./queries.ts";

interface Change {
  readonly member: Member;
  readonly role: MemberRole;
}

interface Acts {
  readonly mayChange: boolean;
  readonly onRole: (change: Change) => void;
  readonly onRemove: (member: Member) => void;
}

function columnsOf({ mayChange, onRole, onRemove }: Acts): readonly DataColumn<Member>[] {
  const columns: DataColumn<Member>[] = [
    {
      id: "name",
      header: t("members.name"),
      value: (member) => member.name,
      names: true,
      cell: (member) => (
        <span className="row">
          <strong>{member.name}</strong>
          {member.you && <span className="quiet">({t("members.you")})</span>}
        </span>
      ),
    },
    { id: "email", header: t("members.email"), value: (member) => member.email },
    {
      id: "role",
      header: t("members.role"),
      value: (member) => t(`role.${member.role}`),
      ...(mayChange
        ? {
            cell: (member: Member) => (
              <Select
                size="small"
                hideLabel
                label={t("members.roleOf", { name: member.name })}
                value={member.role}
                onChange={(event) => {
                  const role = memberRoles.find((known) => known === event.target.value);
                  if (role !== undefined) onRole({ member, role });
                }}
              >
                {memberRoles.map((role) => (
                  <option key={role} value={role}>
                    {t(`role.${role}`)}
                  </option>
                ))}
              </Select>
            ),
          }
        : {}),
    },
    { id: "joined", header: t("members.joined"), value: (member) => formatDate(member.joinedAt) },
  ];
  if (mayChange) {
    columns.push({
      id: "act",
      header: t("members.act"),
      unlabelled: true,
      value: () => null,
      cell: (member) => (
        <Button
          size="small"
          variant="secondary"
          aria-label={t("members.removeThat", { name: member.name })}
          onClick={() => onRemove(member)}
        >
          {t("members.remove")}
        </Button>
      ),
    });
  }
  return columns;
}

/** The members, with what may be done about each. */
export function MemberTable({
  members,
  mayChange,
  organisationName,
}: {
  readonly members: readonly Member[];
  readonly mayChange: boolean;
  readonly organisationName: string;
}): ReactNode {
  const [ownChange, setOwnChange] = useState<Change | null>(null);
  const [removing, setRemoving] = useState<Member | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const queries = useQueryClient();
  const changeRole = useMutation({
    mutationFn: ({ member, role }: Change) =>
      api.organisations.changeRole({ personId: member.personId, role }),
    onMutate: () => setSaid(null),
    onSuccess: async (_done, { member, role }) => {
      setOwnChange(null);
      setSaid(t("members.changed", { name: member.name, role: t(`role.${role}`) }));
      if (member.you) await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: membersQuery.queryKey }),
  });
  const remove = useMutation({
    mutationFn: (member: Member) => api.organisations.removeMember({ personId: member.personId }),
    onMutate: () => setSaid(null),
    onSuccess: async (_done, member) => {
      if (member.you) return globalThis.location.assign("/");
      // Said when it is seen, too: the list without the member first.
      await queries.invalidateQueries({ queryKey: membersQuery.queryKey });
      setRemoving(null);
      setSaid(t("members.removed", { name: member.name }));
    },
  });
  const columns = columnsOf({
    mayChange,
    onRole: (change) => {
      changeRole.reset();
      // One's own role is not changed by a slip of the hand.
      if (change.member.you) setOwnChange(change);
      else changeRole.mutate(change);
    },
    onRemove: (member) => {
      remove.reset();
      setRemoving(member);
    },
  });
  return (
    <div className="stack">
      {changeRole.isError && ownChange === null && <ProblemNotice error={changeRole.error} />}
      <div>
        <div role="status">{said !== null && <p className="notice notice-good">{said}</p>}</div>
        <DataTable
          caption={t("members.title")}
          columns={columns}
          rows={members}
          rowKey={(member) => member.personId}
        />
      </div>
      <ul className="small quiet" style={{ paddingLeft: "1.125rem" }}>
        {memberRoles.map((role) => (
          <li key={role}>
            {t("role.text", { role: t(`role.${role}`), may: t(`role.${role}.may`) })}
          </li>
        ))}
      </ul>
      {ownChange !== null && (
        <ConfirmDialog
          title={t("members.changeTitle")}
          what={t("members.changeWhat", { role: t(`role.${ownChange.role}`) })}
          doIt={t("members.changeDo")}
          busy={changeRole.isPending}
          error={changeRole.error}
          onConfirm={() => changeRole.mutate(ownChange)}
          onClose={() => setOwnChange(null)}
        />
      )}
      {removing !== null && (
        <ConfirmDialog
          title={t("members.removeTitle", { name: removing.name })}
          what={t("members.removeWhat", { name: removing.name, organisation: organisationName })}
          doIt={t("members.removeDo")}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(removing)}
          onClose={() => setRemoving(null)}
        >
          {removing.you && <p className="break-text">{t("members.removeSelf")}</p>}
        </ConfirmDialog>
      )}
    </div>
  );
}
