/** Creates frameworks and contracts from public notices: what a notice says and nothing else. */
import { ContractInput, type Party } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { readNotice, type Notice, type NoticeParty } from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import { createContract } from "./create-contract.ts";

/** What was made from one notice; `notes` say in sentences what the notice leaves open. */
export interface ImportedNotice {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly notes: string[];
}

/** Imports one notice or a list: all of them or none. */
export async function importNotice(work: Work, content: unknown): Promise<ImportedNotice[]> {
  const items: ImportedNotice[] = [];
  for (const notice of readNotice(content)) {
    const { input, notes } = draftContract(notice);
    const parsed = ContractInput.safeParse(input);
    if (!parsed.success) {
      const details = parsed.error.issues.map((issue) => ({
        path: `/${issue.path.map(String).join("/")}`,
        message: issue.message,
      }));
      throw new AppError("notice_invalid", `${notice.ocid}: ${details[0]?.message ?? ""}`, details);
    }
    const { id } = await createContract(work, parsed.data).catch((error: unknown) => {
      throw error instanceof AppError && error.code === "input_invalid"
        ? new AppError("notice_invalid", `${notice.ocid}: ${error.message}`, error.details)
        : error;
    });
    items.push({ id, title: parsed.data.title, kind: parsed.data.kind, notes });
  }
  return items;
}

/** A notice of a call-off does not say which record here its framework is, so the contract stands alone until someone says. */
function draftContract(notice: Notice): {
  readonly input: unknown;
  readonly notes: string[];
} {
  const notes = [...notice.notes];
  const isFramework = notice.kind === "framework";
  if (notice.kind === "call_off")
    notes.push(
      "The notice is of a call-off and does not name its framework by an identifier; it is recorded as a contract of its own until you choose the framework.",
    );
  const [first] = notice.suppliers;
  if (notice.suppliers.length > 1)
    notes.push(
      `The notice names ${notice.suppliers.length} suppliers (${notice.suppliers.map(({ name }) => name).join(", ")}); none of them is recorded as the one supplier.`,
    );
  const { extensionYears } = notice.period;
  if (extensionYears !== null)
    notes.push(
      `It may be extended by ${extensionYears} ${extensionYears === 1 ? "year" : "years"}; the notice does not say by when that is decided.`,
    );
  const buyer = partyOf(notice.buyer);
  return {
    notes,
    input: {
      kind: isFramework ? "framework" : "stand_alone",
      reference: notice.ocid,
      ocid: notice.ocid,
      title: notice.title,
      ...(isFramework ? { authority: buyer } : { buyer }),
      supplier: first !== undefined && notice.suppliers.length === 1 ? partyOf(first) : null,
      cpv: notice.cpv,
      value: notice.value,
      awardedOn: notice.awardedOn,
      startsOn: notice.period.startsOn,
      endsOn: notice.period.endsOn,
      lots: notice.lots.map(({ number, title, supplier }) => ({
        number,
        // The lot's supplier has no field of its own yet; the notice's own wording keeps it.
        title: supplier === null ? title : `${title} (${supplier})`,
        cpv: [],
      })),
    },
  };
}

function partyOf(party: NoticeParty): Party {
  return {
    name: party.name,
    country: party.country,
    invented: false,
    identifiers: party.identifiers.map(({ scheme, value }) => ({ scheme, value })),
  };
}
