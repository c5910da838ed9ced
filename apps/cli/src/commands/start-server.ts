import type { CommandAdder } from "../command-adder.ts";
import { runServerProgram } from "./run-server-program.ts";

/** `throughline serve`: starts the server and ends with its exit code. */
export const startServerCommand: CommandAdder = (program, _terminal, finish) => {
  program
    .command("serve")
    .description("Start the server: web and API on one port (4400, or PORT).")
    .action(async () => finish(await runServerProgram("main", [])));
};
