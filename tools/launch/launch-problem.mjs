/** Something a person can put right before anything was started: what is the matter, and what to do. */
export class LaunchProblem extends Error {
  /** @param {string} message @param {string} whatToDo */
  constructor(message, whatToDo) {
    super(message);
    this.name = "LaunchProblem";
    this.whatToDo = whatToDo;
  }
}

/**
 * Runs a launcher's body; a {@link LaunchProblem} becomes two lines and exit code 1, anything else keeps its stack.
 *
 * @param {() => Promise<number>} body answers with the exit code
 */
export async function launch(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (error instanceof LaunchProblem) {
      process.stderr.write(`${error.message}\n${error.whatToDo}\n`);
      process.exitCode = 1;
      return;
    }
    throw error;
  }
}
