import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { Problem } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import Fastify, { type FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantContract, workOf, type PlantedContract } from "../../test/plant-contract.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { problemFrom } from "../../platform/problem.ts";
import type { ApiContext } from "../../platform/api.ts";
import { registerDisclosureFiles } from "./disclosure-files.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let contract: PlantedContract;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database);
  contract = await db.database.withActor(org.actor(), (tx) =>
    plantContract(workOf(tx, org.actor()), [["Acme", "Book 3"]]),
  );
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const csv =
  'name,address,country\nLeeds Mill Ltd,"1 Mill Road, Leeds",GB\n,"2 Mill Road, York",GB\n';
const about = JSON.stringify({
  title: "Sites 2026",
  declaredBy: "Acme",
  receivedOn: "2020-01-01",
  kind: "confirmed",
});
const boundary = "----planted";

function body(parts: readonly { name: string; text: string; fileName?: string }[]): string {
  return (
    parts
      .map(
        ({ name, text, fileName }) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? "" : `; filename="${fileName}"\r\nContent-Type: text/csv`}\r\n\r\n${text}\r\n`,
      )
      .join("") + `--${boundary}--\r\n`
  );
}

const file = { name: "file", text: csv, fileName: "C:\\lists\\sites.csv" };

async function send(
  url: string,
  payload: string,
  more: { role?: "owner" | "reader"; type?: string; http?: FastifyInstance; headers?: object } = {},
) {
  const headers = await server.headersOf(org.people[more.role ?? "owner"], org.organisationId);
  return (more.http ?? server.app.http).inject({
    method: "POST",
    url,
    headers: {
      ...headers,
      "content-type": more.type ?? `multipart/form-data; boundary=${boundary}`,
      ...more.headers,
    },
    payload,
  });
}

const takeUrl = (): string => `/api/contracts/${contract.contractId}/disclosures/file`;
const leftInTemp = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`throughline-upload-${process.pid}-`));

describe("a file", () => {
  it("is read without being saved", async () => {
    const answer = await send("/api/disclosures/read-file", body([file]), { role: "reader" });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      format: "csv",
      counts: { read: 2, accepted: 1, corrected: 0, rejected: 1 },
    });
    const kept = await db.asOwner("select id from disclosures");
    expect(kept).toEqual([]);
    expect(leftInTemp()).toEqual([]);
  });

  it("is taken with its name and its bytes", async () => {
    const answer = await send(takeUrl(), body([{ name: "about", text: about }, file]));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      counts: { read: 2, rejected: 1 },
      sites: { new: 1 },
      links: 1,
    });
    const [source] = await db.asOwner<{ bytes: Buffer; file_name: string; media_type: string }>(
      "select s.bytes, s.media_type, d.file_name from disclosure_sources s join disclosures d on d.id = s.disclosure_id",
    );
    expect(source?.bytes.toString("utf8")).toBe(csv);
    expect(source).toMatchObject({ file_name: "sites.csv", media_type: "text/csv" });
    expect(leftInTemp()).toEqual([]);
  });

  it.each([
    ["no file", () => body([{ name: "about", text: about }]), "input_invalid"],
    ["no description", () => body([file]), "input_invalid"],
    [
      "a description that is no JSON",
      () => body([{ name: "about", text: "{" }, file]),
      "input_invalid",
    ],
    [
      "a description that lacks its title",
      () => body([{ name: "about", text: "{}" }, file]),
      "input_invalid",
    ],
    [
      "a picture",
      () =>
        body([
          { name: "about", text: about },
          { ...file, text: "GIF89a…" },
        ]),
      "file_not_a_list",
    ],
    [
      "an empty file",
      () =>
        body([
          { name: "about", text: about },
          { ...file, text: "" },
        ]),
      "file_empty",
    ],
    [
      "a table without names",
      () =>
        body([
          { name: "about", text: about },
          {
            ...file,
            text: "1,2,3\n".repeat(40_000),
          },
        ]),
      "columns_not_recognised",
    ],
    [
      "half a message",
      () => body([{ name: "about", text: about }, file]).slice(0, 220),
      "input_invalid",
    ],
    ["two files", () => body([{ name: "about", text: about }, file, file]), "input_invalid"],
  ])("with %s is refused and leaves nothing behind", async (_, payload, code) => {
    const before = await db.asOwner("select id from disclosures");
    const answer = await send(takeUrl(), payload());
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    const problem = Problem.parse(answer.json());
    expect(problem.code, problem.detail).toBe(code);
    expect(answer.statusCode).toBe(problem.status);
    expect(JSON.stringify(problem)).not.toContain("throughline-upload-");
    expect(await db.asOwner("select id from disclosures")).toEqual(before);
    expect(leftInTemp()).toEqual([]);
  });

  it("must be sent as multipart", async () => {
    const answer = await send(takeUrl(), csv, { type: "text/csv" });
    expect(Problem.parse(answer.json()).code).toBe("input_invalid");
  });

  it("that is too large is stopped on the way, and nothing is left", async () => {
    const http = Fastify();
    http.setErrorHandler(async (error, request, reply) => {
      const found = problemFrom(error, request.id, pino({ level: "silent" }));
      return reply.status(found.status).send(found);
    });
    await registerDisclosureFiles(
      http,
      async (): Promise<ApiContext> => ({
        database: db.database,
        databaseKind: "embedded",
        secret: server.secret,
        smtpConfigured: false,
        signIn: server.app.signIn,
        requestId: "planted",
        now: new Date(),
        publicUrl: "http://localhost",
        clientAddress: "127.0.0.1",
        caller: {
          personId: org.people.owner,
          sessionId: "planted",
          tokenId: null,
          tokenOrganisationId: null,
          scopes: null,
        },
        guest: null,
        wantedOrganisationId: org.organisationId,
        requestHeaders: new Headers(),
        resHeaders: new Headers(),
      }),
      { file: 1000, about: 500 },
    );
    const large = { ...file, text: "x".repeat(1500) };
    for (const payload of [
      body([{ name: "about", text: about }, large]),
      // So large that its announced length alone is enough.
      body([
        { name: "about", text: about },
        { ...file, text: "x".repeat(5000) },
      ]),
      body([{ name: "about", text: "y".repeat(600) }, file]),
    ]) {
      const answer = await send(takeUrl(), payload, { http });
      expect(answer.statusCode).toBe(413);
      expect(Problem.parse(answer.json()).code).toBe("file_too_large");
    }
    expect(leftInTemp()).toEqual([]);
    await http.close();
  });
});

describe("who may", () => {
  it("is asked before the body is read: no one, a reader, another's contract", async () => {
    const nobody = await server.call({ method: "POST", url: takeUrl(), body: {} });
    expect(Problem.parse(nobody.json()).code).toBe("not_signed_in");
    const nobodyReads = await server.call({
      method: "POST",
      url: "/api/disclosures/read-file",
      body: {},
    });
    expect(Problem.parse(nobodyReads.json()).code).toBe("not_signed_in");
    // Not even well-formed: nobody has looked at it.
    const reader = await send(takeUrl(), "broken", { role: "reader" });
    expect(Problem.parse(reader.json()).code).toBe("not_allowed");

    const other = await plantOrganisation(db.database, "Other");
    const theirs = await db.database.withActor(other.actor(), (tx) =>
      plantContract(workOf(tx, other.actor())),
    );
    const answers = [];
    for (const id of [theirs.contractId, randomUUID()]) {
      const answer = await send(`/api/contracts/${id}/disclosures/file`, "broken");
      answers.push({ ...Problem.parse(answer.json()), requestId: "" });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.code).toBe("not_found");
  });

  it("follows the token's scopes", async () => {
    const token = await server.tokenFor(org.people.owner, org.organisationId, ["disclosure.read"]);
    const ask = async (url: string) => {
      const answer = await server.app.http.inject({
        method: "POST",
        url,
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": `multipart/form-data; boundary=${boundary}`,
        },
        payload: body([file]),
      });
      return answer.statusCode === 200 ? "done" : Problem.parse(answer.json()).code;
    };
    expect(await ask("/api/disclosures/read-file")).toBe("done");
    expect(await ask(takeUrl())).toBe("token_scope_missing");
  });
});
