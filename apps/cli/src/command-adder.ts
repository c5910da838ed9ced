import type { Command } from "commander";
import type { Terminal } from "./terminal/terminal.ts";

/** 0 fine, 1 breaks found with `--strict`, 2 bad input; `serve` passes on the server's own. */
export type ExitCode = number;

/** A command adds itself to the program and gives its exit code to `finish`. */
export type CommandAdder = (
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
) => void;
