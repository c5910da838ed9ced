export * from "./disclosure-rows.ts";
export * from "./errors.ts";
export * from "./identifiers/index.ts";
export * from "./line-facts.ts";
export * from "./line.ts";
export * from "./permissions.ts";
export * from "./values.ts";
export * from "./vocabulary.ts";
