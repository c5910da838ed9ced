import { Checkbox, Select, Textarea } from "@navikt/ds-react";
import type { Wording } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { readParameters, startParameters } from "../../components/parameter-draft.ts";
import { ParameterFields } from "../../components/parameter-fields.tsx";
import { formatDate } from "../../texts/format.ts";
import { languageNames } from "../../texts/list-languages.ts";
import { t } from "../../texts/t.ts";
import type { Detail, Version } from "./queries.ts";

type WordingDraft = Readonly<Record<string, Wording>>;

/** Words of our own, one language at a time. */
function OwnWords({
  base,
  words,
  onChange,
}: {
  readonly base: Version;
  readonly words: WordingDraft;
  readonly onChange: (words: WordingDraft) => void;
}): ReactNode {
  const [language, setLanguage] = useState(base.wordings[0]?.language ?? "en");
  const librarys = base.wordings.find((wording) => wording.language === language);
  const name = languageNames().find(([code]) => code === language)?.[1] ?? language;
  const own = words[language];
  function put(text: string, status: Wording["status"]): void {
    const { [language]: _, ...rest } = words;
    // The library's text unchanged, or none, is no text of our own.
    const same = text.trim() === "" || (text === librarys?.text && status === librarys.status);
    onChange(same ? rest : { ...rest, [language]: { language, text, status } });
  }
  const shown = own ?? librarys;
  return (
    <fieldset className="plain stack">
      <legend>{t("hold.wordings")}</legend>
      <p className="small quiet">{t("hold.wordingsWhat")}</p>
      <Select
        size="small"
        label={t("hold.wordingLanguage")}
        value={language}
        onChange={(event) => setLanguage(event.target.value)}
        style={{ maxWidth: "16rem" }}
      >
        {languageNames().map(([code, label]) => (
          <option key={code} value={code}>
            {words[code] === undefined ? label : `${label} ✎`}
          </option>
        ))}
      </Select>
      <Textarea
        key={language}
        size="small"
        lang={language}
        minRows={4}
        maxRows={14}
        label={t("hold.wordingText", { language: name })}
        {...(own === undefined && librarys !== undefined ? { description: t("hold.same") } : {})}
        value={shown?.text ?? ""}
        onChange={(event) => put(event.target.value, "drafted")}
      />
      <Checkbox
        size="small"
        checked={shown?.status === "checked"}
        disabled={shown === undefined}
        onChange={(event) => put(shown?.text ?? "", event.target.checked ? "checked" : "drafted")}
      >
        {t("hold.wordingChecked")}
      </Checkbox>
    </fieldset>
  );
}

/** Takes a canonical requirement up as it is with values of our own, or adapts it in words too and says why. */
export function HoldDialog({
  detail,
  kind,
  version,
  onClose,
  onDone,
}: {
  readonly detail: Detail;
  readonly kind: "adopt" | "adapt";
  /** Version of the library the dialog begins with. */
  readonly version: number;
  readonly onClose: () => void;
  readonly onDone: (held: { readonly version: number }) => void;
}): ReactNode {
  const { adoption, key } = detail;
  const [chosen, setChosen] = useState(version);
  const base = detail.versions.find((one) => one.version === chosen) ?? detail.requirement;
  const [draft, setDraft] = useState(() =>
    startParameters(base.parameters, adoption?.values ?? {}),
  );
  const [words, setWords] = useState<WordingDraft>(() =>
    Object.fromEntries((adoption?.wordings ?? []).map((one) => [one.language, one])),
  );
  const [reason, setReason] = useState(adoption?.reason ?? "");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const adopt = useChange((input: Parameters<typeof api.requirements.adopt>[0]) =>
    api.requirements.adopt(input),
  );
  const adapt = useChange((input: Parameters<typeof api.requirements.adapt>[0]) =>
    api.requirements.adapt(input),
  );
  const change = kind === "adopt" ? adopt : adapt;
  function save(): void {
    const read = readParameters(base.parameters, draft, "hold");
    const found = [
      ...read.faults,
      ...(kind === "adapt" && reason.trim() === ""
        ? [{ field: "hold-reason", message: t("hold.reasonMissing") }]
        : []),
    ];
    setFaults(found);
    if (found.length > 0) return;
    const input = {
      key,
      libraryVersion: base.version,
      values: read.values,
      version: adoption?.version ?? null,
    };
    if (kind === "adopt")
      adopt.mutate(
        { ...input, reason: reason.trim() === "" ? null : reason.trim() },
        { onSuccess: onDone },
      );
    else
      adapt.mutate(
        { ...input, wordings: Object.values(words), reason: reason.trim() },
        { onSuccess: onDone },
      );
  }
  return (
    <FormDialog
      title={t(kind === "adopt" ? "hold.adoptTitle" : "hold.adaptTitle")}
      save={t(kind === "adopt" ? "hold.adopt" : "hold.adapt")}
      busy={change.isPending}
      error={change.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
      wide
    >
      <p>{t(kind === "adopt" ? "hold.adoptWhat" : "hold.adaptWhat")}</p>
      {detail.versions.length > 1 && (
        <Select
          size="small"
          label={t("hold.version")}
          value={chosen}
          onChange={(event) => setChosen(Number(event.target.value))}
          style={{ maxWidth: "20rem" }}
        >
          {detail.versions.map((one) => (
            <option key={one.version} value={one.version}>
              {t("requirement.version", {
                version: one.version,
                date: formatDate(one.publishedOn),
              })}
            </option>
          ))}
        </Select>
      )}
      <fieldset className="plain">
        <legend>{t("hold.values")}</legend>
        <ParameterFields
          id="hold"
          parameters={base.parameters}
          draft={draft}
          faults={faults}
          onChange={setDraft}
        />
      </fieldset>
      {kind === "adapt" && <OwnWords base={base} words={words} onChange={setWords} />}
      <Textarea
        id="hold-reason"
        size="small"
        minRows={2}
        label={kind === "adapt" ? t("hold.reason") : `${t("hold.reason")} ${t("form.optional")}`}
        description={t("hold.reasonHelp")}
        value={reason}
        error={faultOf(faults, "hold-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
