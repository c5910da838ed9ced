import { ContractInput, type ApiClient } from "@throughline/contract";
import {
  memberRoles,
  permissionsOfRole,
  type MemberRole,
  type Permission,
} from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, product } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let id: string;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  buyer = await plantOrganisation(db.database, "Testing City");
  const { people, organisationId } = buyer;
  id = (await server.as(people.owner, organisationId).contracts.create(contractInput())).id;
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const reads: readonly ((client: ApiClient) => Promise<unknown>)[] = [
  (client) => client.contracts.list({}),
  (client) => client.contracts.get({ id }),
  (client) => client.contracts.line({ id }),
  (client) => client.contracts.askable({ id }),
];
const writes: readonly ((client: ApiClient) => Promise<unknown>)[] = [
  (client) => client.contracts.create(contractInput()),
  (client) => client.contracts.addProducts({ id, products: [product("A", "B")] }),
  (client) =>
    client.contracts.importNotice({
      notice: { ocid: `ocds-${Math.random()}`, title: "Laptops", buyer: { name: "Testing City" } },
    }),
  (client) =>
    client.contracts.importFile({
      file: { reference: `F-${Math.random()}`, title: "Laptops", kind: "stand_alone" },
    }),
];

/** Each takes a contract of its own, so that one caller's removal is not the next one's "not found". */
async function changes(client: ApiClient): Promise<(() => Promise<unknown>)[]> {
  const owner = server.as(buyer.people.owner, buyer.organisationId);
  const own = await owner.contracts.create(
    ContractInput.parse({ ...contractInput(), kind: "framework" }),
  );
  const { ids } = await owner.contracts.addProducts({ id: own.id, products: [product("A", "B")] });
  const [productId = ""] = ids;
  return [
    () => client.contracts.revise({ id: own.id, version: 1, title: "Changed" }),
    () => client.contracts.setConditions({ id: own.id, version: 2, conditions: [] }),
    () => client.contracts.reviseProduct({ productId, version: 1, family: "C" }),
    () => client.contracts.removeProduct({ productId }),
    () => client.contracts.grantFramework({ id: own.id, organisationId: buyer.organisationId }),
    () => client.contracts.remove({ id: own.id, version: 3 }),
  ];
}

async function tries(
  client: ApiClient,
  role: MemberRole,
  scopes: readonly Permission[] | null,
): Promise<void> {
  const may = (permission: Permission): boolean =>
    permissionsOfRole[role].includes(permission) && (scopes?.includes(permission) ?? true);
  const code = permissionsOfRole[role].includes("contract.write")
    ? "token_scope_missing"
    : "not_allowed";
  for (const read of reads) {
    if (may("contract.read")) expect(await read(client)).toBeDefined();
    else await refuses("token_scope_missing", read(client));
  }
  for (const write of writes) {
    if (may("contract.write")) expect(await write(client)).toBeDefined();
    else await refuses(code, write(client));
  }
  for (const change of await changes(client)) {
    if (may("contract.write")) expect(await change()).toBeDefined();
    else await refuses(code, change());
  }
}

describe("who may do what with contracts", () => {
  it.each(memberRoles)("a session of the role %s", async (role) => {
    const client = server.as(buyer.people[role], buyer.organisationId);
    await tries(client, role, null);
    expect((await client.contracts.get({ id })).can.write).toBe(role !== "reader");
  });

  it.each<[readonly Permission[]]>([[["contract.read"]], [["contract.write"]], [["site.read"]]])(
    "a token with %s",
    async (scopes) => {
      const token = await server.tokenFor(buyer.people.owner, buyer.organisationId, scopes);
      await tries(server.withToken(token), "owner", scopes);
    },
  );

  it("a token never gives more than the role behind it", async () => {
    const token = await server.tokenFor(buyer.people.reader, buyer.organisationId, [
      "contract.read",
      "contract.write",
    ]);
    await tries(server.withToken(token), "reader", ["contract.read", "contract.write"]);
  });

  it("nobody without signing in", async () => {
    for (const call of [...reads, ...writes])
      await refuses("not_signed_in", call(server.anonymous()));
  });
});

describe("what the address bar may send", () => {
  it("refuses input of the wrong form as input_invalid, with the place", async () => {
    const client = server.as(buyer.people.owner, buyer.organisationId);
    const { errors } = await refuses("input_invalid", client.contracts.get({ id: "no-uuid" }));
    expect(errors[0]?.path).toBe("/id");
    const headers = await server.headersOf(buyer.people.owner, buyer.organisationId);
    const answer = await server.call({
      method: "GET",
      url: `/api/contracts/${id}/line?asOf=2026-02-30`,
      headers,
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: "input_invalid" });
    await refuses("date_in_future", client.contracts.line({ id, asOf: "2999-01-01" }));
  });

  it("revises over the wire without touching what was left out", async () => {
    const client = server.as(buyer.people.owner, buyer.organisationId);
    const made = await client.contracts.create(
      contractInput({ cpv: ["30213100"], endsOn: "2030-01-01" }),
    );
    await client.contracts.revise({ id: made.id, version: 1, title: "Only this" });
    expect(await client.contracts.get({ id: made.id })).toMatchObject({
      title: "Only this",
      cpv: ["30213100"],
      endsOn: "2030-01-01",
    });
  });
});
