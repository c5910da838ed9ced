import { Radio, RadioGroup, TextField } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { DateField } from "../../components/date-field.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

/** How a request reaches its addressee, while it is typed. */
export interface SendDraft {
  readonly way: "mail" | "link";
  readonly toName: string;
  readonly toAddress: string;
  readonly dueOn: string;
}

type SendRead =
  | { readonly ok: false; readonly faults: readonly FormFault[] }
  | {
      readonly ok: true;
      readonly to: {
        readonly toName: string;
        readonly toAddress: string | null;
        readonly dueOn: string | null;
      };
    };

// As much as tells a mail address from a slip of the hand; the server judges.
const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Reads it, or says which fields are at fault. */
export function readSend(draft: SendDraft): SendRead {
  const faults: FormFault[] = [];
  const toName = draft.toName.trim();
  const toAddress = draft.toAddress.trim();
  if (toName === "")
    faults.push({
      field: "send-name",
      message: t("fault.required", { field: t("request.addressee").toLowerCase() }),
    });
  if (draft.way === "mail" && !looksLikeAddress.test(toAddress))
    faults.push({ field: "send-address", message: t("send.addressFault") });
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    to: {
      toName,
      toAddress: draft.way === "mail" ? toAddress : null,
      dueOn: draft.dueOn === "" ? null : draft.dueOn,
    },
  };
}

/** By mail or by link and code, to whom, and by when an answer is asked for. */
export function SendFields({
  draft,
  faults,
  why,
  onChange,
}: {
  readonly draft: SendDraft;
  readonly faults: readonly FormFault[];
  /** Why the day is proposed. */
  readonly why: string | null;
  readonly onChange: (draft: SendDraft) => void;
}): ReactNode {
  return (
    <>
      <RadioGroup
        size="small"
        legend={t("send.how")}
        value={draft.way}
        onChange={(value: string) =>
          onChange({ ...draft, way: value === "link" ? "link" : "mail" })
        }
      >
        <Radio value="mail">{t("send.byMail")}</Radio>
        <Radio value="link">{t("send.byLink")}</Radio>
      </RadioGroup>
      <div className="form-grid">
        <TextField
          id="send-name"
          size="small"
          label={t("send.name")}
          description={t("send.nameHelp")}
          value={draft.toName}
          error={faultOf(faults, "send-name")}
          onChange={(event) => onChange({ ...draft, toName: event.target.value })}
        />
        {draft.way === "mail" && (
          <TextField
            id="send-address"
            size="small"
            inputMode="email"
            autoComplete="off"
            label={t("send.address")}
            description={t("send.noAccount")}
            value={draft.toAddress}
            error={faultOf(faults, "send-address")}
            onChange={(event) => onChange({ ...draft, toAddress: event.target.value })}
          />
        )}
      </div>
      <div className="stack-small">
        <DateField
          id="send-due"
          label={`${t("send.dueOn")} ${t("form.optional")}`}
          value={draft.dueOn}
          error={faultOf(faults, "send-due")}
          onChange={(dueOn) => onChange({ ...draft, dueOn })}
        />
        {why !== null && why !== "" && <p className="small quiet">{why}</p>}
      </div>
    </>
  );
}
