import { Button } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { formatDate, formatMoney } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";

type Party = ContractDetail["brands"][number];

function PartyName({ party }: { readonly party: Party }): ReactNode {
  return (
    <>
      <strong>{party.name}</strong>
      {party.invented && ` ${t("contract.invented")}`}
    </>
  );
}

function Brands({ brands }: { readonly brands: readonly Party[] }): ReactNode {
  if (brands.length === 0) return null;
  return (
    <>
      , {t("contract.madeBy")}{" "}
      {brands.map((brand, index) => (
        <span key={brand.name}>
          {index > 0 && (index === brands.length - 1 ? ` ${t("contract.and")} ` : ", ")}
          <PartyName party={brand} />
        </span>
      ))}
    </>
  );
}

/** Facts that follow the parties, those that are known. */
function factsOf(contract: ContractDetail): string[] {
  const { followUp } = contract;
  const name = followUp?.name ?? null;
  return [
    contract.reference,
    contract.value === null ? null : formatMoney(contract.value),
    contract.endsOn === null ? null : t("contract.ends", { date: formatDate(contract.endsOn) }),
    name === null ? t("contract.nobody") : t("contract.followed", { name }),
    followUp?.hoursPerMonth == null ? null : t("contract.hours", { hours: followUp.hoursPerMonth }),
  ].filter((part) => part !== null);
}

/** What can be done with the record itself. */
export function ContractButtons({
  contract,
  mayChange,
  onRemove,
}: {
  readonly contract: ContractDetail;
  readonly mayChange: boolean;
  readonly onRemove: () => void;
}): ReactNode {
  if (!mayChange) return <span />;
  return (
    <div className="row no-print">
      <ButtonLink size="small" variant="secondary" href={`/contracts/${contract.id}/edit`}>
        {t("contract.edit")}
      </ButtonLink>
      {contract.can.remove && (
        <Button size="small" variant="tertiary" data-color="danger" onClick={onRemove}>
          {t("contract.remove")}
        </Button>
      )}
    </div>
  );
}

/** Who buys what from whom; whose parties are invented is said. */
export function ContractHeading({ contract }: { readonly contract: ContractDetail }): ReactNode {
  const buyer = contract.buyer ?? contract.authority;
  return (
    <PageHeading
      title={contract.title}
      crumbs={[
        { href: "/contracts", text: t("contracts.title") },
        ...(contract.framework === null
          ? []
          : [{ href: `/contracts/${contract.framework.id}`, text: contract.framework.title }]),
      ]}
      lead={
        <>
          <p>
            <Sides buyer={buyer} supplier={contract.supplier} />
            <Brands brands={contract.brands} /> · {factsOf(contract).join(" · ")}
          </p>
          {contract.callOffs.length > 0 && (
            <p className="small">
              <AppLink href={`/contracts?framework=${contract.id}`}>
                {t("contract.callOffs")}
              </AppLink>
              : {contract.callOffs.length}
            </p>
          )}
        </>
      }
    />
  );
}

/** Who buys from whom, as far as that is recorded. */
function Sides({
  buyer,
  supplier,
}: {
  readonly buyer: Party | null;
  readonly supplier: Party | null;
}): ReactNode {
  if (buyer !== null && supplier !== null)
    return (
      <>
        <PartyName party={buyer} /> {t("contract.buysFromWord")} <PartyName party={supplier} />
      </>
    );
  if (supplier !== null)
    return (
      <>
        {t("contract.boughtFrom")} <PartyName party={supplier} /> · {t("contract.buyerMissing")}
      </>
    );
  return (
    <>
      {buyer === null ? t("contract.unknownBuyer") : <PartyName party={buyer} />} ·{" "}
      {t("contract.unknownSupplier")}
    </>
  );
}
