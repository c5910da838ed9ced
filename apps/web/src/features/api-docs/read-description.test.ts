import { expect, test } from "vitest";
import { ApiDescription, readDescription } from "./read-description.ts";
import { sayType } from "./say-type.ts";

const description = ApiDescription.parse({
  info: { version: "1" },
  components: { schemas: { Site: { type: "object", properties: { name: { type: "string" } } } } },
  paths: {
    "/sites/{id}": {
      get: {
        tags: ["Sites"],
        summary: "One site",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          "200": {
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  required: ["site"],
                  properties: { site: { $ref: "#/components/schemas/Site" } },
                },
              },
            },
          },
        },
      },
    },
    "/today": { get: { tags: ["Today"], summary: "What is due" } },
  },
});

test("endpoints are grouped by tag with what is sent and what comes back", () => {
  const parts = readDescription(description);
  expect(parts.map(({ tag, endpoints }) => [tag, endpoints.length])).toEqual([
    ["Sites", 1],
    ["Today", 1],
  ]);
  const [endpoint] = parts[0]?.endpoints ?? [];
  expect(endpoint?.sends.map(({ name, where, needed }) => [name, where, needed])).toEqual([
    ["id", "path", true],
  ]);
  expect(endpoint?.gets.map(({ name, schema }) => [name, sayType(schema)])).toEqual([
    ["site", "{ name }"],
  ]);
});

test("types are said in a few words", () => {
  expect(sayType({ type: "string", format: "uuid" })).toBe("string (uuid)");
  expect(sayType({ anyOf: [{ type: "string" }, { type: "null" }] })).toBe("string or null");
  expect(sayType({ type: ["integer", "null"] })).toBe("integer or null");
  expect(sayType({ type: "array", items: { enum: ["a", "b"] } })).toBe("list of a | b");
  expect(sayType({ const: true })).toBe("always true");
  expect(sayType({})).toBe("anything");
});
