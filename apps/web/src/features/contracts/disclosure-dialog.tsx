import { Button, Modal, Textarea, ToggleGroup } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import type { DisclosureAbout, DisclosureTaken } from "@throughline/contract";
import type { ReadDisclosure } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import type { z } from "zod";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { useGo } from "../../routing/use-go.ts";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { AboutFields } from "../../components/about-fields.tsx";
import type { ContractDetail } from "./contract-draft.ts";
import { readAbout, startAbout, withSource } from "../../components/disclosure-about.ts";
import { DisclosureRows } from "./disclosure-rows.tsx";
import { emptySite, SiteFields, type TypedSite } from "./site-fields.tsx";

const ways = ["text", "file", "form"] as const;
type Way = (typeof ways)[number];
type Taken = z.infer<typeof DisclosureTaken>;
interface Source {
  readonly way: Way;
  readonly text: string;
  readonly sites: readonly TypedSite[];
}

function readSource({ text }: Source): Promise<ReadDisclosure> {
  return api.disclosures.readText({ text });
}

function takeSource({
  id,
  source,
  about,
}: {
  readonly id: string;
  readonly source: Source;
  readonly about: DisclosureAbout;
}): Promise<Taken> {
  if (source.way === "text") return api.disclosures.takeText({ ...about, id, text: source.text });
  return api.disclosures.takeForm({
    ...about,
    id,
    sites: source.sites.filter((site) => site.name.trim() !== ""),
  });
}

function Remarks({ read }: { readonly read: ReadDisclosure }): ReactNode {
  const remarks = [
    ...(read.alternatives ? [t("disclosure.alternatives")] : []),
    ...(read.truncated ? [t("disclosure.truncated")] : []),
    ...(read.foreignMarket === null
      ? []
      : [t("disclosure.foreignMarket", { country: formatCountry(read.foreignMarket) })]),
  ];
  const notes = [...remarks, ...read.notes];
  if (notes.length === 0) return null;
  return (
    <ul style={{ paddingLeft: "1.25rem" }}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function TakenNotice({
  taken,
  contractId,
  hasProducts,
  onClose,
}: {
  readonly taken: Taken;
  readonly contractId: string;
  readonly hasProducts: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal open onClose={onClose} header={{ heading: t("disclosure.title") }}>
      <Modal.Body>
        <div className="stack" role="status">
          <p>
            {t("disclosure.taken", {
              n: taken.counts.accepted + taken.counts.corrected,
              fresh: taken.sites.new,
              same: taken.sites.same,
              review: taken.sites.review,
              links: taken.links,
              hits: taken.hits,
            })}
          </p>
          {taken.links === 0 && (
            <p>{t(hasProducts ? "disclosure.noLinks" : "disclosure.noProducts")}</p>
          )}
          <p>
            <AppLink href={`/contracts/${contractId}/disclosures/${taken.disclosureId}`}>
              {t("disclosure.showRows")}
            </AppLink>
          </p>
        </div>
      </Modal.Body>
      <Modal.Footer>
        <Button onClick={onClose}>{t("form.close")}</Button>
      </Modal.Footer>
    </Modal>
  );
}

/** Where a file is taken in: read, columns confirmed, rows looked at. */
function intakeOf(contractId: string, productIds: readonly string[]): string {
  return `/intakes/new?${new URLSearchParams({
    contract: contractId,
    ...(productIds.length === 0 ? {} : { products: productIds.join(",") }),
  }).toString()}`;
}

/** Read → look at every row → take. Nothing is saved before the last step. */
export default function DisclosureDialog({
  contract,
  productIds,
  onClose,
}: {
  readonly contract: ContractDetail;
  readonly productIds: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const [source, setSource] = useState<Source>({
    way: "text",
    text: "",
    sites: [emptySite],
  });
  const [about, setAbout] = useState(() => startAbout(contract, productIds));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const go = useGo();
  const read = useMutation({ mutationFn: readSource });
  const take = useChange(takeSource);
  const looking = source.way === "form" || read.data !== undefined;
  const usable =
    source.way === "form"
      ? source.sites.filter((site) => site.name.trim() !== "").length
      : (read.data?.counts.accepted ?? 0) + (read.data?.counts.corrected ?? 0);

  function begin(): void {
    const fault =
      source.text.trim() === ""
        ? { field: "disclosure-text", message: t("disclosure.missing.text") }
        : null;
    setFaults(fault === null ? [] : [fault]);
    if (fault === null)
      read.mutate(source, {
        onSuccess: (found) => setAbout(withSource(about, found)),
      });
  }
  function finish(): void {
    const checked = readAbout(about);
    const found = [
      ...(source.way === "form" && usable === 0
        ? [{ field: "site-name-0", message: t("disclosure.missing.site") }]
        : []),
      ...(checked.ok ? [] : checked.faults),
    ];
    setFaults(found);
    if (found.length === 0 && checked.ok && usable > 0)
      take.mutate({ id: contract.id, source, about: checked.about });
  }
  function changeSource(next: Source): void {
    setSource(next);
    read.reset();
    take.reset();
  }

  if (take.data !== undefined)
    return (
      <TakenNotice
        taken={take.data}
        contractId={contract.id}
        hasProducts={contract.products.length > 0}
        onClose={onClose}
      />
    );
  return (
    <FormDialog
      title={t("disclosure.title")}
      save={
        source.way === "file"
          ? t("disclosure.fileGo")
          : looking
            ? t("disclosure.take", { n: usable })
            : t("disclosure.read")
      }
      busy={read.isPending || take.isPending}
      error={take.error ?? read.error}
      faults={faults}
      onSave={
        source.way === "file"
          ? () => go(intakeOf(contract.id, productIds))
          : looking
            ? finish
            : begin
      }
      onClose={onClose}
      wide
      also={
        looking && source.way !== "form" ? (
          <Button type="button" variant="secondary" onClick={() => changeSource(source)}>
            {t("disclosure.change")}
          </Button>
        ) : undefined
      }
    >
      {read.data === undefined && (
        <ToggleGroup
          label={t("disclosure.how")}
          size="small"
          value={source.way}
          onChange={(value) =>
            changeSource({ ...source, way: ways.find((way) => way === value) ?? "text" })
          }
        >
          {ways.map((way) => (
            <ToggleGroup.Item key={way} value={way} label={t(`disclosure.${way}`)} />
          ))}
        </ToggleGroup>
      )}
      {source.way === "text" && !looking && (
        <Textarea
          id="disclosure-text"
          label={t("disclosure.textField")}
          description={t("disclosure.textHelp")}
          minRows={7}
          maxRows={16}
          value={source.text}
          error={faultOf(faults, "disclosure-text")}
          onChange={(event) => setSource({ ...source, text: event.target.value })}
        />
      )}
      {source.way === "file" && <p>{t("disclosure.fileWhat")}</p>}
      {source.way === "form" && (
        <SiteFields sites={source.sites} onChange={(sites) => setSource({ ...source, sites })} />
      )}
      {read.data !== undefined && (
        <section className="stack-small" aria-label={t("disclosure.preview")}>
          <p role="status">
            <strong>{t("disclosure.counts", read.data.counts)}</strong>
          </p>
          <Remarks read={read.data} />
          {usable === 0 && <p className="break-text">{t("disclosure.takeNone")}</p>}
          <DisclosureRows rows={read.data.rows} name={contract.reference} />
        </section>
      )}
      {looking && (
        <AboutFields about={about} contract={contract} faults={faults} onChange={setAbout} />
      )}
    </FormDialog>
  );
}
