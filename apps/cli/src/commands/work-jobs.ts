import type { CommandAdder } from "../command-adder.ts";
import { runServerProgram } from "./run-server-program.ts";

/** `throughline work`: works off jobs on a machine of its own; ends with the worker's exit code. */
export const workJobsCommand: CommandAdder = (program, _terminal, finish) => {
  program
    .command("work")
    .description(
      "Work off jobs (mail, reminders, imports) for servers started with THROUGHLINE_WORKER=0 on the same DATABASE_URL.",
    )
    .action(async () => finish(await runServerProgram("worker", [])));
};
