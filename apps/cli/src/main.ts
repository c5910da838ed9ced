/** The command line's door: exit code 0 fine, 1 breaks found with --strict, 2 bad input. */
import { buildProgram } from "./build-program.ts";
import { openTerminal } from "./terminal/terminal.ts";

// A reader that closes early (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 2);
});
process.exitCode = await buildProgram(openTerminal()).run(process.argv.slice(2));
