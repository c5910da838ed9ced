/** Writes a request and, unless it is to be kept as a draft, sends it. */
import { api } from "../../api/client.ts";
import type { Sent } from "./sent-outcome.tsx";

export type WriteInput = Parameters<typeof api.requests.write>[0];
export type SendTo = Omit<Parameters<typeof api.requests.send>[0], "requestId">;

export interface AskOutcome {
  readonly requestId: string;
  /** `null` where it was kept as a draft, or could not be sent. */
  readonly sent: Sent | null;
  /** Why it could not be sent; it is kept as a draft then. */
  readonly error: unknown;
}

/** Written and sent are two steps: where the second fails, the first stays and nothing is written twice. */
export async function askSupplier({
  words,
  to,
}: {
  readonly words: WriteInput;
  readonly to: SendTo | null;
}): Promise<AskOutcome> {
  const { requestId } = await api.requests.write(words);
  if (to === null) return { requestId, sent: null, error: null };
  try {
    const { link, code, mailId } = await api.requests.send({ requestId, ...to });
    return { requestId, sent: { requestId, link, code, mailId, to: to.toAddress }, error: null };
  } catch (error) {
    return { requestId, sent: null, error };
  }
}
