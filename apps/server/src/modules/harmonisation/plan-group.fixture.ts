/** Three buyers, a reference member and an outsider, for tests. */
import type { ApiClient } from "@throughline/contract";
import type { Actor, MemberRole, ParameterValues } from "@throughline/domain";
import type { TestApp } from "../../test/start-test-app.ts";

const who = ["first", "second", "third", "reference", "outsider"] as const;
type Who = (typeof who)[number];

/** An organisation as the test kit plants it. */
interface Planted {
  readonly organisationId: string;
  readonly people: Readonly<Record<MemberRole, string>>;
  actor(role?: MemberRole): Actor;
}

export interface PlannedGroup extends Readonly<Record<Who, ApiClient>> {
  readonly groupId: string;
  readonly organisations: Readonly<Record<Who, Planted>>;
  headersOf(one: Who): Promise<Record<string, string>>;
}

/** Plants them and lets all but the outsider join; the first convenes. */
export async function planGroup(
  plant: (name: string) => Promise<Planted>,
  server: TestApp,
): Promise<PlannedGroup> {
  const organisations = {
    first: await plant("First"),
    second: await plant("Second"),
    third: await plant("Third"),
    reference: await plant("Reference reseller"),
    outsider: await plant("Outsider"),
  };
  const clientOf = (one: Who): ApiClient =>
    server.as(organisations[one].people.owner, organisations[one].organisationId);
  const first = clientOf("first");
  const { groupId } = await first.harmonisation.convene({
    title: "Laptops",
    purpose: "Ask for the sites of laptops in the same words.",
    lawfulPurpose: "Buyers align social conditions; prices and awards are not spoken of.",
  });
  for (const [one, kind] of [
    ["second", "buyer"],
    ["third", "buyer"],
    ["reference", "reference"],
  ] as const) {
    const { code } = await first.harmonisation.invite({ groupId, kind });
    await clientOf(one).harmonisation.join({ code });
  }
  return {
    groupId,
    organisations,
    first,
    second: clientOf("second"),
    third: clientOf("third"),
    reference: clientOf("reference"),
    outsider: clientOf("outsider"),
    headersOf: (one) =>
      server.headersOf(organisations[one].people.owner, organisations[one].organisationId),
  };
}

/** Shares how a buyer asks for sites. */
export async function shareSites(
  client: ApiClient,
  groupId: string,
  values: ParameterValues,
  requirement = "disclose_sites",
  floor: { readonly values: ParameterValues; readonly reason: string } | null = null,
): Promise<void> {
  await client.harmonisation.share({
    groupId,
    instances: [{ requirement, role: "clause", version: null, values, floor }],
    dryRun: false,
  });
}
