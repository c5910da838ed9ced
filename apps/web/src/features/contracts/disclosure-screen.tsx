import { Button, Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatCountry, formatDate, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { DisclosureRows } from "./disclosure-rows.tsx";
import { contractQuery, disclosureQuery, useContractId, useDisclosureId } from "./queries.ts";

function WithdrawDialog({
  disclosureId,
  title,
  onClose,
}: {
  readonly disclosureId: string;
  readonly title: string;
  readonly onClose: () => void;
}): ReactNode {
  const [withdrawnOn, setWithdrawnOn] = useState(todayHere());
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const withdraw = useChange((input: Parameters<typeof api.disclosures.withdraw>[0]) =>
    api.disclosures.withdraw(input),
  );
  function save(): void {
    const found =
      reason.trim() === ""
        ? [{ field: "withdraw-reason", message: t("disclosure.withdrawReasonMissing") }]
        : [];
    setFaults(found);
    if (found.length === 0 && withdrawnOn !== "")
      withdraw.mutate({ disclosureId, withdrawnOn, reason: reason.trim() }, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t("disclosure.withdrawTitle")}
      save={t("disclosure.withdrawDo")}
      busy={withdraw.isPending}
      error={withdraw.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("disclosure.withdrawWhat", { title })}</p>
      <DateField
        label={t("disclosure.withdrawnOn")}
        max={todayHere()}
        value={withdrawnOn}
        onChange={setWithdrawnOn}
      />
      <Textarea
        id="withdraw-reason"
        size="small"
        label={t("disclosure.withdrawReason")}
        value={reason}
        error={faultOf(faults, "withdraw-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

/** One disclosure with every row: accepted, corrected, rejected. */
export function DisclosureScreen(): ReactNode {
  const contractId = useContractId();
  const disclosureId = useDisclosureId();
  const disclosure = useQuery(disclosureQuery(disclosureId));
  const contract = useQuery(contractQuery(contractId));
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <Loaded query={disclosure} lines={8} page>
      {(data) => (
        <>
          <PageHeading
            title={data.title}
            crumbs={[
              { href: "/contracts", text: t("contracts.title") },
              { href: `/contracts/${contractId}`, text: contract.data?.title ?? "…" },
            ]}
            lead={
              <p className="quiet">
                {t("disclosure.declared", {
                  by: data.declaredBy,
                  date: formatDate(data.receivedOn),
                })}
                {data.asOf !== null &&
                  ` · ${t("disclosure.asOfDate", { date: formatDate(data.asOf) })}`}
                {data.fileName !== null && ` · ${data.fileName}`}
              </p>
            }
            actions={
              contract.data?.can.addDisclosure === true && data.withdrawnOn === null ? (
                <Button
                  size="small"
                  variant="tertiary"
                  data-color="danger"
                  onClick={() => setWithdrawing(true)}
                >
                  {t("disclosure.withdraw")}
                </Button>
              ) : undefined
            }
          />
          <div className="card stack">
            {data.withdrawnOn !== null && (
              <div>
                <ToneTag tone="break">
                  {t("disclosure.withdrawn", { date: formatDate(data.withdrawnOn) })}
                </ToneTag>
              </div>
            )}
            <p>
              <strong>{t("disclosure.rows", data.counts)}</strong>{" "}
              {data.alternatives && t("disclosure.alternatives")}{" "}
              {data.truncated && t("disclosure.truncated")}{" "}
              {data.foreignMarket !== null &&
                t("disclosure.foreignMarket", { country: formatCountry(data.foreignMarket) })}
            </p>
            {data.notes.length > 0 && (
              <ul style={{ paddingLeft: "1.25rem" }}>
                {data.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
            <DisclosureRows rows={data.rows} name={data.title} />
          </div>
          {withdrawing && (
            <WithdrawDialog
              disclosureId={disclosureId}
              title={data.title}
              onClose={() => setWithdrawing(false)}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
