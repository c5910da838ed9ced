import { errorCatalogue } from "@throughline/domain";
import { contractFileJsonSchema } from "@throughline/interchange";
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";

const Description = z.object({
  openapi: z.string().regex(/^3\.1\./),
  paths: z.record(z.string(), z.record(z.string(), z.object({ summary: z.string() }))),
});

let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("the API's description", () => {
  it("describes every endpoint, files included, as OpenAPI 3.1", async () => {
    const answer = await server.call({ method: "GET", url: "/api/openapi.json" });
    const document = Description.parse(answer.json());
    const operations = Object.values(document.paths).flatMap((path) => Object.keys(path));
    expect(operations.length).toBeGreaterThanOrEqual(60);
    expect(document.paths["/contracts/{id}/disclosures/file"]?.["post"]?.summary).toContain(
      "multipart",
    );
  });

  it("publishes the schema of contract files", async () => {
    const answer = await server.call({ method: "GET", url: "/api/schemas/contract-file.json" });
    expect(answer.headers["content-type"]).toContain("application/schema+json");
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(contractFileJsonSchema())));
  });
});

describe("problems on the wire", () => {
  it("are RFC 9457 documents whose code is in the catalogue, for an address that is none and a body that is no JSON", async () => {
    const nowhere = await server.call({ method: "GET", url: "/api/nowhere" });
    expect(nowhere.statusCode).toBe(404);
    expect(nowhere.headers["content-type"]).toContain("application/problem+json");
    expect(nowhere.json()).toMatchObject({
      code: "not_found",
      whatToDo: errorCatalogue.not_found.whatToDo,
    });
    const broken = await server.app.http.inject({
      method: "POST",
      url: "/api/sign-in",
      headers: { "content-type": "application/json" },
      payload: "{not json",
    });
    expect(broken.statusCode).toBe(422);
    expect(broken.json()).toMatchObject({ code: "input_invalid" });
  });
});
