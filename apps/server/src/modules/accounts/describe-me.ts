/** Who the caller is, where a member, and what it may do where it acts. */
import type { Me } from "@throughline/contract";
import { AppError, permissions, permits } from "@throughline/domain";
import { requireCaller, type ApiContext } from "../../platform/api.ts";
import { findPerson } from "../../platform/keep-people.ts";
import { listMemberships } from "../organisations/index.ts";

/** A token shows its own organisation only. An organisation asked for where the caller is no member gives `acting: null`. */
export async function describeMe(context: ApiContext): Promise<Me> {
  const caller = requireCaller(context);
  const person = await findPerson(context.database, caller.personId);
  if (person === undefined) throw new AppError("not_signed_in");
  const all = await context.database.withActor(
    { organisationId: null, personId: caller.personId },
    (tx) => listMemberships(tx, caller.personId),
  );
  const bound = caller.tokenOrganisationId;
  const memberships = bound === null ? all : all.filter((one) => one.organisationId === bound);
  const wanted = bound ?? context.wantedOrganisationId;
  const acting =
    wanted === null ? memberships[0] : memberships.find((one) => one.organisationId === wanted);
  return {
    person,
    memberships,
    acting: acting ?? null,
    can:
      acting === undefined
        ? []
        : permissions.filter(
            (permission) => permits({ role: acting.role, scopes: caller.scopes }, permission).ok,
          ),
  };
}
