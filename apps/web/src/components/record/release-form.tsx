import { Button, Checkbox, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { previewQuery, productChoiceQuery, type ReleaseWish } from "../../api/record.ts";
import { useChange } from "../../api/use-change.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { ChangeTable } from "../change-table.tsx";
import { DateField } from "../date-field.tsx";
import { faultOf, FormFaults, type FormFault } from "../form-faults.tsx";
import { Loaded } from "../loaded.tsx";
import { ProblemNotice } from "../problem-notice.tsx";
import { ProductChoice } from "../product-choice.tsx";
import { MaskChoice } from "./mask-choice.tsx";
import { SnapshotView } from "./snapshot-view.tsx";
import { useSettled } from "./use-settled.ts";

interface ReleaseDraft {
  readonly recipientName: string;
  readonly onBehalfOf: string;
  readonly asOf: string;
  readonly expiresOn: string;
  readonly productIds: readonly string[];
  readonly maskSiteIds: readonly string[];
}

/** A year from today; 29 February becomes 28 February. */
export function yearFrom(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const next = `${String(Number(year) + 1).padStart(4, "0")}-${month}`;
  return month === "02" && date === "29" ? `${next}-28` : `${next}-${date}`;
}

/** Looks over what would be released, exactly as the recipient will read it, and releases it. */
export function ReleaseForm({
  deliveryId,
  recipient,
  onReleased,
}: {
  /** The request it answers; `null`: somebody is named who gets the share code. */
  readonly deliveryId: string | null;
  /** Who asked. */
  readonly recipient: string | null;
  readonly onReleased: (releaseId: string) => void;
}): ReactNode {
  const [form, setForm] = useState<ReleaseDraft>(() => ({
    recipientName: "",
    onBehalfOf: "",
    asOf: todayHere(),
    expiresOn: yearFrom(todayHere()),
    productIds: [],
    maskSiteIds: [],
  }));
  const products = useQuery({ ...productChoiceQuery, enabled: deliveryId === null });
  const [sure, setSure] = useState(false);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const name = deliveryId === null ? form.recipientName.trim() : null;
  const wish: ReleaseWish = {
    deliveryId,
    recipientName: name === "" ? null : name,
    onBehalfOf: form.onBehalfOf.trim() === "" ? null : form.onBehalfOf.trim(),
    asOf: form.asOf === "" ? todayHere() : form.asOf,
    expiresOn: form.expiresOn === "" ? null : form.expiresOn,
    productIds: [...form.productIds],
    maskSiteIds: [...form.maskSiteIds],
  };
  const ready = deliveryId !== null || name !== "";
  const asked = useSettled(wish);
  const preview = useQuery({
    ...previewQuery(asked),
    enabled: asked.deliveryId !== null || (asked.recipientName ?? null) !== null,
  });
  const release = useChange((input: ReleaseWish) => api.releases.release(input));
  function submit(): void {
    const found: FormFault[] = [];
    if (!ready) found.push({ field: "release-to", message: t("give.toFault") });
    if (form.asOf === "") found.push({ field: "release-as-of", message: t("give.asOfFault") });
    if (form.expiresOn !== "" && form.expiresOn <= todayHere())
      found.push({ field: "release-expires", message: t("give.expiresFault") });
    if (!sure) found.push({ field: "release-sure", message: t("give.sureFault") });
    setFaults(found);
    if (found.length === 0)
      release.mutate(wish, { onSuccess: ({ releaseId }) => onReleased(releaseId) });
  }
  const to = recipient ?? (name === "" || name === null ? t("give.recipient") : name);
  return (
    <div className="stack">
      <FormFaults faults={faults} />
      {release.error !== null && faults.length === 0 && <ProblemNotice error={release.error} />}
      <section className="card stack" aria-labelledby="give-about">
        <h2 className="section-title" id="give-about">
          {t("give.about")}
        </h2>
        <div className="form-grid ends-align">
          {deliveryId === null && (
            <TextField
              id="release-to"
              size="small"
              label={t("give.to")}
              description={t("give.toHelp")}
              value={form.recipientName}
              error={faultOf(faults, "release-to")}
              onChange={(event) => setForm({ ...form, recipientName: event.target.value })}
            />
          )}
          <DateField
            id="release-as-of"
            label={t("give.asOf")}
            description={t("give.asOfHelp")}
            max={todayHere()}
            value={form.asOf}
            error={faultOf(faults, "release-as-of")}
            onChange={(asOf) => setForm({ ...form, asOf })}
          />
          <DateField
            id="release-expires"
            label={t("give.expiresOn")}
            description={t("give.expiresHelp")}
            value={form.expiresOn}
            error={faultOf(faults, "release-expires")}
            onChange={(expiresOn) => setForm({ ...form, expiresOn })}
          />
          <TextField
            size="small"
            label={`${t("give.behalf")} ${t("form.optional")}`}
            description={t("give.behalfHelp")}
            value={form.onBehalfOf}
            onChange={(event) => setForm({ ...form, onBehalfOf: event.target.value })}
          />
        </div>
        {deliveryId === null && (
          <ProductChoice
            legend={t("give.products")}
            none={t("give.productsAll")}
            products={(products.data?.items ?? []).map((one) => ({ ...one, partNumber: null }))}
            chosen={form.productIds}
            onChange={(productIds) => setForm({ ...form, productIds })}
          />
        )}
        <MaskChoice
          deliveryId={deliveryId}
          chosen={form.maskSiteIds}
          onChange={(maskSiteIds) => setForm({ ...form, maskSiteIds })}
        />
      </section>
      {ready ? (
        <Loaded query={preview} lines={8}>
          {({ snapshot, previousId, changes, notes }) => (
            <>
              {notes.length > 0 && (
                <section className="banner banner-care" aria-labelledby="give-notes">
                  <div>
                    <h2 className="section-title" id="give-notes">
                      {t("give.notes")}
                    </h2>
                    <ul>
                      {notes.map((note) => (
                        <li key={note.text}>{note.text}</li>
                      ))}
                    </ul>
                  </div>
                </section>
              )}
              {previousId !== null && (
                <section className="card stack" aria-labelledby="give-changes">
                  <h2 className="section-title" id="give-changes">
                    {t("give.changes", { to })}
                  </h2>
                  {changes.length === 0 ? (
                    <p>{t("give.noChanges")}</p>
                  ) : (
                    <ChangeTable changes={changes} />
                  )}
                </section>
              )}
              <section className="stack" aria-labelledby="give-sees">
                <h2 className="section-title" id="give-sees">
                  {t("give.sees", { to })}
                </h2>
                <SnapshotView snapshot={snapshot} />
              </section>
            </>
          )}
        </Loaded>
      ) : (
        <p className="quiet">{t("give.nameFirst")}</p>
      )}
      <section className="card stack">
        <p>{t(deliveryId === null ? "give.whatCode" : "give.what", { to })}</p>
        <Checkbox
          id="release-sure"
          size="small"
          checked={sure}
          error={faultOf(faults, "release-sure") !== undefined}
          onChange={(event) => setSure(event.target.checked)}
        >
          {t("give.sure")}
        </Checkbox>
        <div>
          <Button loading={release.isPending} disabled={preview.isError} onClick={submit}>
            {t("give.do", { to })}
          </Button>
        </div>
      </section>
    </div>
  );
}
