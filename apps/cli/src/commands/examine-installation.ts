import type { CommandAdder } from "../command-adder.ts";
import { runServerProgram } from "./run-server-program.ts";

/** `throughline doctor`: looks whether the installation is in order. */
export const examineInstallationCommand: CommandAdder = (program, _terminal, finish) => {
  program
    .command("doctor")
    .description("Look whether this installation is in order, and say what to do where it is not.")
    .option("--json", "print the findings as JSON")
    .addHelpText(
      "after",
      "\nExit codes: 0 all is well, 1 something is not, 2 a setting is wrong.\n",
    )
    .action(async (options: { json?: boolean }) =>
      finish(await runServerProgram("doctor", options.json === true ? ["--json"] : [])),
    );
};
