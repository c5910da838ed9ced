/** Says a JSON Schema in a few words. */
import { t } from "../../texts/t.ts";
import type { Schema } from "./read-description.ts";

const mostValues = 14;

function sayObject(schema: Schema, deep: number): string {
  const names = Object.keys(schema.properties ?? {});
  if (names.length === 0) return t("api.object");
  return deep > 1 ? t("api.object") : `{ ${names.join(", ")} }`;
}

/** "list of { id, name } or null". Nested objects are named, not spelled out. */
export function sayType(schema: Schema | boolean, deep = 0): string {
  if (typeof schema === "boolean") return t("api.anything");
  if (schema.const !== undefined) return t("api.fixed", { value: JSON.stringify(schema.const) });
  if (schema.enum !== undefined) {
    const shown = schema.enum.slice(0, mostValues).map(String).join(" | ");
    return schema.enum.length > mostValues ? `${shown} | …` : shown;
  }
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) {
    const said = branches.map((branch) => sayType(branch, deep));
    const others = [...new Set(said.filter((one) => one !== "null"))].join(" | ");
    return said.includes("null") ? t("api.orNull", { what: others }) : others;
  }
  if (typeof schema.type === "object") {
    const others = schema.type.filter((type) => type !== "null");
    const what = others.map((type) => sayType({ ...schema, type }, deep)).join(" | ");
    return schema.type.includes("null") ? t("api.orNull", { what }) : what;
  }
  if (schema.contentMediaType !== undefined) return t("api.file");
  switch (schema.type) {
    case "array":
      return t("api.listOf", { what: sayType(schema.items ?? true, deep + 1) });
    case "object":
      return sayObject(schema, deep);
    case undefined:
      return schema.properties === undefined ? t("api.anything") : sayObject(schema, deep);
    default:
      return schema.format === undefined ? schema.type : `${schema.type} (${schema.format})`;
  }
}
