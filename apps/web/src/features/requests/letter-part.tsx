import { Textarea, TextField } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

export interface Letter {
  readonly addressee: string;
  readonly subject: string;
  readonly body: string;
}

/** The letter as it will be read; everything in it may be changed. */
export function LetterPart({
  letter,
  faults,
  onChange,
}: {
  readonly letter: Letter;
  readonly faults: readonly FormFault[];
  readonly onChange: (letter: Letter) => void;
}): ReactNode {
  return (
    <>
      <TextField
        id="ask-addressee"
        size="small"
        label={t("request.addressee")}
        value={letter.addressee}
        error={faultOf(faults, "ask-addressee")}
        onChange={(event) => onChange({ ...letter, addressee: event.target.value })}
      />
      <TextField
        id="ask-subject"
        size="small"
        label={t("request.subject")}
        value={letter.subject}
        error={faultOf(faults, "ask-subject")}
        onChange={(event) => onChange({ ...letter, subject: event.target.value })}
      />
      <Textarea
        id="ask-body"
        size="small"
        minRows={12}
        maxRows={28}
        label={t("request.body")}
        value={letter.body}
        error={faultOf(faults, "ask-body")}
        onChange={(event) => onChange({ ...letter, body: event.target.value })}
      />
    </>
  );
}

/** Which parts of a letter are missing. */
export function faultsOfLetter(letter: Letter): FormFault[] {
  return (["addressee", "subject", "body"] as const)
    .filter((name) => letter[name].trim() === "")
    .map((name) => ({
      field: `ask-${name}`,
      message: t("fault.required", { field: t(`request.${name}`).toLowerCase() }),
    }));
}
