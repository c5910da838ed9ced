/** Reads from a release schema how its fields are merged, so that the rules we keep can be held against the standard. */

/** Paths without array positions, joined by `/`: `parties/additionalIdentifiers`. */
export interface MergeRules {
  /** Left out of compiled and versioned releases. */
  readonly omit: ReadonlySet<string>;
  /** Arrays that the later release replaces as a whole. */
  readonly wholeList: ReadonlySet<string>;
}

type Schema = { readonly [key: string]: unknown };

const isSchema = (value: unknown): value is Schema =>
  value !== null && typeof value === "object" && !Array.isArray(value);

function typesOf(schema: Schema): readonly unknown[] {
  const type = schema["type"];
  return type === undefined ? [] : Array.isArray(type) ? type : [type];
}

/**
 * Rules by the standard (merging, 1.1): `omitWhenMerged` outranks all; `wholeListMerge` counts on arrays only and
 * outranks what is nested; arrays of anything but objects, and of objects whose schema has no `id`, are replaced whole.
 * A definition that holds itself is followed once.
 */
export function deriveMergeRules(schema: unknown): MergeRules {
  const omit = new Set<string>();
  const wholeList = new Set<string>();
  const root = isSchema(schema) ? schema : {};

  function resolve(value: unknown): Schema {
    if (!isSchema(value)) return {};
    const target = value["$ref"];
    if (typeof target !== "string" || !target.startsWith("#/")) return value;
    let found: unknown = root;
    for (const part of target.slice(2).split("/"))
      found = isSchema(found) ? found[part] : undefined;
    // Keywords beside a reference count too: the standard puts `wholeListMerge` there.
    return isSchema(found) ? { ...found, ...value, $ref: undefined } : value;
  }

  function walk(properties: unknown, path: string, within: readonly unknown[]): void {
    if (!isSchema(properties) || within.includes(properties)) return;
    for (const [key, value] of Object.entries(properties)) {
      const field = resolve(value);
      const at = path === "" ? key : `${path}/${key}`;
      const types = typesOf(field);
      if (field["omitWhenMerged"] === true) omit.add(at);
      else if (types.includes("array") && field["wholeListMerge"] === true) wholeList.add(at);
      else if (isSchema(field["properties"]))
        walk(field["properties"], at, [...within, properties]);
      else if (types.includes("array")) {
        const items = resolve(field["items"]);
        const itemTypes = typesOf(items);
        const inner = items["properties"];
        if (itemTypes.some((type) => type !== "object")) wholeList.add(at);
        else if (isSchema(inner) && inner["id"] === undefined) wholeList.add(at);
        else walk(inner, at, [...within, properties]);
      }
    }
  }
  walk(root["properties"], "", []);
  return { omit, wholeList };
}
