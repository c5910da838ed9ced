import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the checkout these launchers lie in, whatever the current folder is. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
