/** The members of the acting organisation. */
import type { Work } from "../../platform/api.ts";
import { listMemberRows } from "./members.store.ts";
import type { MemberRole } from "@throughline/domain";

export interface ListedMember {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly joinedAt: string;
  readonly you: boolean;
}

export async function listMembers(work: Work): Promise<{ items: ListedMember[] }> {
  const rows = await listMemberRows(work.tx, work.actor.organisationId);
  return {
    items: rows.map((row) => ({
      personId: row.person_id,
      name: row.name,
      email: row.email,
      role: row.role,
      joinedAt: row.joined_at.toISOString(),
      you: row.person_id === work.actor.personId,
    })),
  };
}
