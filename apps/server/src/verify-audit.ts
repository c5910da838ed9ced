/**
 * Recomputes the audit's hash chain of every organisation; started by `throughline audit-verify`, beside a running
 * server or alone. Exit code 0 when all chains hold, 1 when one does not, 2 when the database cannot be reached.
 */
import { connectBeside } from "@throughline/db";
import { explainFailure } from "./platform/explain-failure.ts";
import { verifyAllChains } from "./platform/seal-audit.ts";
import { readSettings } from "./platform/settings.ts";

const json = process.argv.includes("--json");

try {
  const settings = readSettings(process.env);
  const connected = await connectBeside(settings);
  try {
    const chains = await verifyAllChains(connected.database);
    if (json) {
      process.stdout.write(`${JSON.stringify({ chains }, null, 2)}\n`);
    } else {
      for (const chain of chains) process.stdout.write(`${describe(chain)}\n`);
      if (chains.length === 0) process.stdout.write("There is no audit entry yet.\n");
    }
    process.exitCode = chains.every((chain) => chain.intact) ? 0 : 1;
  } finally {
    await connected.close();
  }
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 2;
}

function describe(chain: Awaited<ReturnType<typeof verifyAllChains>>[number]): string {
  const waiting = chain.unsealed === 0 ? "" : `, ${chain.unsealed} waiting for their seal`;
  if (chain.firstFault !== null)
    return `✕ organisation ${chain.organisationId}: ${chain.firstFault.what}`;
  return `✓ organisation ${chain.organisationId}: ${chain.sealed} entries sealed${waiting}; the chain holds. Newest seal ${chain.head ?? "none"}`;
}
