/** Dialogs about sites of our record: add several, change one. */
import { Button } from "@navikt/ds-react";
import type { OwnSite } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { t } from "../../texts/t.ts";
import { FormDialog } from "../form-dialog.tsx";
import type { FormFault } from "../form-faults.tsx";
import { emptySite, isEmpty, readSite, startSite, type SiteValues } from "./site-draft.ts";
import { SiteFields } from "./site-fields.tsx";

/** Types in one site or several. */
export function AddSitesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [drafts, setDrafts] = useState([emptySite]);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const add = useChange((sites: SiteValues[]) => api.record.addSites({ sites }));
  function save(): void {
    const typed = drafts
      .map((draft, index) => ({ draft, prefix: `site-${index}` }))
      .filter(({ draft }, index) => index === 0 || !isEmpty(draft));
    const read = typed.map(({ draft, prefix }) => readSite(draft, prefix));
    const found = read.flatMap((one) => (one.ok ? [] : one.faults));
    setFaults(found);
    if (found.length === 0)
      add.mutate(
        read.flatMap((one) => (one.ok ? [one.site] : [])),
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t("ownSite.addTitle")}
      save={t("ownSite.addDo", { n: Math.max(1, drafts.filter((one) => !isEmpty(one)).length) })}
      busy={add.isPending}
      error={add.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      wide
    >
      {drafts.map((draft, index) => (
        // Sites that are being typed have no identity but their place in the list.
        <fieldset key={index} className="plain">
          <legend>{t("ownSite.n", { n: index + 1 })}</legend>
          <SiteFields
            prefix={`site-${index}`}
            draft={draft}
            faults={faults}
            onChange={(changed) =>
              setDrafts(drafts.map((one, at) => (at === index ? changed : one)))
            }
          />
        </fieldset>
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => setDrafts([...drafts, emptySite])}
        >
          {t("ownSite.another")}
        </Button>
      </div>
    </FormDialog>
  );
}

/** Changes one site; releases that hold it stay as they are. */
export function ReviseSiteDialog({
  site,
  onClose,
}: {
  readonly site: OwnSite;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState(() => startSite(site));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const revise = useChange((values: SiteValues) =>
    api.record.reviseSite({ siteId: site.id, version: site.version, ...values }),
  );
  function save(): void {
    const read = readSite(draft, "site");
    setFaults(read.ok ? [] : read.faults);
    if (read.ok) revise.mutate(read.site, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t("ownSite.reviseTitle")}
      save={t("form.save")}
      busy={revise.isPending}
      error={revise.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
      wide
    >
      {site.from !== null && (
        <p className="quiet">{t("ownSite.from", { supplier: site.from.supplier })}</p>
      )}
      <SiteFields prefix="site" draft={draft} faults={faults} onChange={setDraft} />
      <p className="small quiet">{t("ownSite.reviseWhat")}</p>
    </FormDialog>
  );
}
