import { Command, CommanderError } from "commander";
import type { CommandAdder, ExitCode } from "./command-adder.ts";
import { dedupeListCommand } from "./commands/dedupe-list.ts";
import { examineInstallationCommand } from "./commands/examine-installation.ts";
import { importListCommand } from "./commands/import-list.ts";
import { matchListsCommand } from "./commands/match-lists.ts";
import { measureKpisCommand } from "./commands/measure-kpis.ts";
import { readDisclosureCommand } from "./commands/read-disclosure.ts";
import { readNoticeCommand } from "./commands/read-notice.ts";
import { releaseCommand } from "./commands/release.ts";
import { requestCommand } from "./commands/request.ts";
import { screenListCommand } from "./commands/screen-list.ts";
import { startServerCommand } from "./commands/start-server.ts";
import { traceContractCommand } from "./commands/trace-contract.ts";
import { verifyAuditCommand } from "./commands/verify-audit.ts";
import { workJobsCommand } from "./commands/work-jobs.ts";
import { printError } from "./terminal/print-error.ts";
import type { Terminal } from "./terminal/terminal.ts";

const commands: readonly CommandAdder[] = [
  traceContractCommand,
  measureKpisCommand,
  readDisclosureCommand,
  readNoticeCommand,
  screenListCommand,
  matchListsCommand,
  dedupeListCommand,
  importListCommand,
  requestCommand,
  releaseCommand,
  startServerCommand,
  workJobsCommand,
  verifyAuditCommand,
  examineInstallationCommand,
];

/**
 * The program with all its commands. `run` answers with the exit code and never throws.
 *
 * @example await buildProgram(openTerminal()).run(["trace", "contract.json"])
 */
export function buildProgram(terminal: Terminal): {
  run(args: readonly string[]): Promise<ExitCode>;
} {
  let code: ExitCode = 0;
  const program = new Command("throughline")
    .description(
      "Draws the line of a public contract: what was asked, shown, traced and checked, and where it is broken.",
    )
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .showHelpAfterError("Run with --help to see what there is.")
    .addHelpText("after", "\nExit codes: 0 fine, 1 breaks found (with --strict), 2 bad input.\n")
    .exitOverride();
  for (const add of commands) add(program, terminal, (answered) => (code = answered));
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  return {
    async run(args) {
      try {
        if (args.length === 0) {
          program.outputHelp({ error: true });
          return 2;
        }
        await program.parseAsync([...args], { from: "user" });
        return code;
      } catch (error) {
        if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
        return printError(terminal, error);
      }
    },
  };
}
