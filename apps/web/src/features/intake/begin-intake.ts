/** Begins an intake: a file goes as multipart beside the typed client, pasted text through it. */
import type { DisclosureAbout } from "@throughline/contract";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { sendFile } from "../../api/send-file.ts";

export type IntakeSource =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "text"; readonly text: string };

export type IntakeAim =
  | {
      readonly target: "contract";
      readonly contractId: string;
      readonly about: DisclosureAbout;
    }
  | { readonly target: "record"; readonly deliveryId: string | null };

const Begun = z.object({ intakeId: z.uuid() });

/** Begins it and says which intake it is; reading goes on by itself. */
export async function beginIntake({
  source,
  aim,
  onSent,
}: {
  readonly source: IntakeSource;
  readonly aim: IntakeAim;
  /** Told which share of the file has left. */
  readonly onSent: (share: number) => void;
}): Promise<string> {
  if (source.kind === "text") {
    const begun = await api.intakes.startText({
      text: source.text,
      ...(aim.target === "contract"
        ? { contractId: aim.contractId, about: aim.about }
        : { deliveryId: aim.deliveryId }),
    });
    return begun.intakeId;
  }
  const form = new FormData();
  // What the file is goes before it: the server reads them in this order, as a stream.
  if (aim.target === "contract") form.set("about", JSON.stringify(aim.about));
  else if (aim.deliveryId !== null) form.set("deliveryId", aim.deliveryId);
  form.set("file", source.file);
  const path =
    aim.target === "contract" ? `/contracts/${aim.contractId}/intakes` : "/record/intakes";
  return (await sendFile(path, form, Begun, onSent)).intakeId;
}
