/** Reads what the page shows out of an OpenAPI 3.1 document. */
import { z } from "zod";

/** The parts of a JSON Schema that are shown. */
export interface Schema {
  readonly type?: string | readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly description?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly items?: Schema | boolean | undefined;
  readonly properties?: Readonly<Record<string, Schema | boolean>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly anyOf?: readonly (Schema | boolean)[] | undefined;
  readonly oneOf?: readonly (Schema | boolean)[] | undefined;
  readonly allOf?: readonly (Schema | boolean)[] | undefined;
  readonly $ref?: string | undefined;
  readonly contentMediaType?: string | undefined;
}

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    description: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    items: z.union([Schema, z.boolean()]).optional(),
    properties: z.record(z.string(), z.union([Schema, z.boolean()])).optional(),
    required: z.array(z.string()).optional(),
    anyOf: z.array(z.union([Schema, z.boolean()])).optional(),
    oneOf: z.array(z.union([Schema, z.boolean()])).optional(),
    allOf: z.array(z.union([Schema, z.boolean()])).optional(),
    $ref: z.string().optional(),
    contentMediaType: z.string().optional(),
  }),
);

const Content = z.record(z.string(), z.object({ schema: Schema.optional() }));
const Operation = z.object({
  summary: z.string().optional(),
  tags: z.array(z.string()).optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(["path", "query", "header", "cookie"]),
        required: z.boolean().optional(),
        schema: Schema.optional(),
      }),
    )
    .optional(),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })).optional(),
});

export const ApiDescription = z.object({
  info: z.object({ version: z.string() }),
  paths: z.record(
    z.string(),
    z.partialRecord(z.enum(["get", "post", "put", "patch", "delete"]), Operation),
  ),
  components: z.object({ schemas: z.record(z.string(), Schema).optional() }).optional(),
});
export type ApiDescription = z.infer<typeof ApiDescription>;

export interface Field {
  readonly name: string;
  readonly where: "path" | "query" | "header" | "cookie" | "body";
  readonly needed: boolean;
  readonly schema: Schema;
}

export interface Endpoint {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly sends: readonly Field[];
  readonly gets: readonly Field[];
}

export interface Part {
  readonly tag: string;
  readonly endpoints: readonly Endpoint[];
}

const schemaOf = (schema: Schema | boolean): Schema => (typeof schema === "boolean" ? {} : schema);

/** Follows a reference inside the document. */
export function resolve(description: ApiDescription, schema: Schema | boolean): Schema {
  const found = schemaOf(schema);
  const name = /^#\/components\/schemas\/(.+)$/.exec(found.$ref ?? "")?.[1];
  return name === undefined ? found : (description.components?.schemas?.[name] ?? found);
}

function fieldsOf(
  description: ApiDescription,
  content: z.infer<typeof Content> | undefined,
): Field[] {
  const schema = Object.values(content ?? {})[0]?.schema;
  if (schema === undefined) return [];
  const whole = resolve(description, schema);
  const parts = [whole, ...(whole.allOf ?? []).map((part) => resolve(description, part))];
  return parts.flatMap((part) =>
    Object.entries(part.properties ?? {}).map(([name, inner]) => ({
      name,
      where: "body" as const,
      needed: part.required?.includes(name) ?? false,
      schema: resolve(description, inner),
    })),
  );
}

/** The endpoints, grouped by tag in the order of the document. */
export function readDescription(description: ApiDescription): Part[] {
  const parts = new Map<string, Endpoint[]>();
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const answer = Object.entries(operation.responses ?? {}).find(([status]) =>
        status.startsWith("2"),
      )?.[1];
      const tag = operation.tags?.[0] ?? "";
      const endpoint: Endpoint = {
        id: `${method} ${path}`,
        method: method.toUpperCase(),
        path,
        summary: operation.summary ?? "",
        sends: [
          ...(operation.parameters ?? []).map((parameter) => ({
            name: parameter.name,
            where: parameter.in,
            needed: parameter.required ?? parameter.in === "path",
            schema: resolve(description, parameter.schema ?? {}),
          })),
          ...fieldsOf(description, operation.requestBody?.content),
        ],
        gets: fieldsOf(description, answer?.content),
      };
      parts.set(tag, [...(parts.get(tag) ?? []), endpoint]);
    }
  }
  return [...parts].map(([tag, endpoints]) => ({ tag, endpoints }));
}
