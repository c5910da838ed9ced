/** Writes `contract-file.schema.json`. Run: `node packages/interchange/src/contract-file/write-json-schema.ts`. */
import { writeFileSync } from "node:fs";
import { contractFileJsonSchema } from "./parse-contract-file.ts";

writeFileSync(
  new URL("../../contract-file.schema.json", import.meta.url),
  `${JSON.stringify(contractFileJsonSchema(), null, 2)}\n`,
);
