/** Serves the API's OpenAPI description, made from the same contract that the server implements. */
import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { describedContract } from "@throughline/contract";
import { contractFileJsonSchema } from "@throughline/interchange";
import type { FastifyInstance } from "fastify";

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });

/** Makes the OpenAPI 3.1.1 document. */
export async function describeApi(): Promise<object> {
  return generator.generate(describedContract, {
    info: {
      title: "Throughline",
      version: "0.1.0",
      description:
        "Failures are application/problem+json (RFC 9457) with a `code` of the error catalogue. Sign in with a session cookie or send `Authorization: Bearer tl_…`. A member of several organisations names one with the `throughline-organisation` header.",
    },
    servers: [{ url: "/api" }],
    security: [{ token: [] }, { session: [] }],
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "throughline.session_token" },
      },
    },
  });
}

/** Adds `GET /api/openapi.json` and the published schema of contract files, `GET /api/schemas/contract-file.json`. */
export function registerApiDescription(http: FastifyInstance): void {
  let made: Promise<object> | null = null;
  http.get("/api/openapi.json", async () => {
    made ??= describeApi();
    return made;
  });
  http.get("/api/schemas/contract-file.json", async (_request, reply) =>
    reply.type("application/schema+json").send(JSON.stringify(contractFileJsonSchema())),
  );
}
