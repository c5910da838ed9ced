/** Requests and answers that a contract file tells of: they happened before, elsewhere. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAnswer, type AnswerToRecord } from "./record-answer.ts";
import type { RequestCheck } from "./requests.policy.ts";
import { checkAnswer, checkSending } from "./requests.policy.ts";
import { saveRequest, type RequestToSave } from "./save-request.ts";

function refuseAt(path: string, check: RequestCheck): void {
  if (check.ok) return;
  const details = check.details.map((detail) => ({ ...detail, path: `${path}${detail.path}` }));
  throw new AppError("contract_file_invalid", details[0]?.message, details);
}

/** Saves a request of a contract file. Its words are not in the file; who takes the file over did not make it. */
export async function saveImportedRequest(
  work: Work,
  input: Omit<RequestToSave, "id" | "subject" | "body"> & {
    readonly contractId: string;
    readonly madeBy: string | null;
    readonly title: string;
    /** Place in the file, as a JSON pointer. */
    readonly path: string;
  },
): Promise<string> {
  const { contractId, madeBy, title, path, ...request } = input;
  refuseAt(path, checkSending(request, work.today));
  return saveRequest(work, {
    ...request,
    id: contractId,
    // Several requests of one file are told apart by the brand they are about.
    subject:
      `Request for disclosure of production sites${request.brand === null ? "" : ` of ${request.brand}`}: ${title}`.slice(
        0,
        300,
      ),
    body: "Taken over from a contract file, which does not hold the text of the request.",
    madeBy: madeBy?.slice(0, 300) ?? null,
  });
}

/** Saves an answer of a contract file. */
export async function saveImportedAnswer(
  work: Work,
  input: Omit<AnswerToRecord, "id" | "requestId"> & {
    readonly contractId: string;
    readonly path: string;
  },
): Promise<string> {
  const { contractId, path, ...answer } = input;
  refuseAt(path, checkAnswer(answer, null, work.today));
  return recordAnswer(work, { ...answer, id: contractId, requestId: null });
}
