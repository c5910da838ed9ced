import type { CommandAdder } from "../command-adder.ts";
import { runServerProgram } from "./run-server-program.ts";

/** `throughline audit-verify`: recomputes the audit's hash chain of every organisation. */
export const verifyAuditCommand: CommandAdder = (program, _terminal, finish) => {
  program
    .command("audit-verify")
    .description(
      "Recompute the audit's hash chain of every organisation, beside a running server or alone.",
    )
    .option("--json", "print the result as JSON")
    .addHelpText("after", "\nExit codes: 0 all chains hold, 1 one does not, 2 no database.\n")
    .action(async (options: { json?: boolean }) =>
      finish(await runServerProgram("verify-audit", options.json === true ? ["--json"] : [])),
    );
};
