import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { SupplierDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { StillLine } from "../../components/still-line.tsx";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { supplierQuery, useSupplierId } from "./queries.ts";
import { SupplierDialogue } from "./supplier-dialogue.tsx";
import { SupplierAnswers, SupplierReach } from "./supplier-facts.tsx";
import { SupplierContracts, SupplierReleases, SupplierRequests } from "./supplier-parts.tsx";
import { SupplierReachDialog } from "./supplier-reach-dialog.tsx";

function Lead({ supplier }: { readonly supplier: SupplierDetail }): ReactNode {
  const parts = [
    ...supplier.roles.map((role) => t(`suppliers.role.${role}`)),
    ...(supplier.country === null ? [] : [formatCountry(supplier.country)]),
  ];
  return (
    <p className="quiet">
      {parts.join(" · ")} {supplier.invented && t("supplier.invented")}
    </p>
  );
}

/** One supplier: the sum of its lines, its contracts, what it was asked, what it released, how to reach it. */
export function SupplierScreen(): ReactNode {
  const id = useSupplierId();
  const supplier = useQuery(supplierQuery(id));
  const mayReadAudit = useQuery(meQuery).data?.can.includes("audit.read") ?? false;
  const [editing, setEditing] = useState(false);
  return (
    <Loaded query={supplier} lines={8} page>
      {(data) => (
        <div className="stack-large">
          <PageHeading
            title={data.name}
            crumbs={[{ href: "/suppliers", text: t("suppliers.title") }]}
            lead={<Lead supplier={data} />}
            actions={
              data.can.request ? (
                <ButtonLink href={`/requests/new?supplier=${data.id}`}>
                  {t("supplier.ask")}
                </ButtonLink>
              ) : undefined
            }
          />
          <section className="stack" aria-labelledby="supplier-line">
            <div>
              <h2 className="section-title" id="supplier-line">
                {t("supplier.line")}
              </h2>
              <p className="quiet">{t("supplier.lineWhat")}</p>
            </div>
            <StillLine label={t("supplier.line")} stations={data.line} />
          </section>
          <SupplierContracts contracts={data.contractList} />
          <div className="two-columns">
            <div className="stack">
              <SupplierRequests supplier={data} />
              <SupplierReleases releases={data.releases} />
            </div>
            <div className="stack">
              <SupplierDialogue dialogue={data.dialogue} />
              <SupplierAnswers supplier={data} />
              <SupplierReach supplier={data}>
                {data.can.write && (
                  <div className="no-print">
                    <Button size="small" variant="secondary" onClick={() => setEditing(true)}>
                      {t("supplier.edit")}
                    </Button>
                  </div>
                )}
              </SupplierReach>
            </div>
          </div>
          <div className="row no-print">
            <AppLink href={`/dialogue?supplier=${data.id}`}>
              {t("dialogues.withThisSupplier")}
            </AppLink>
            <AppLink href={`/laws?supplier=${data.id}`}>{t("laws.ofSupplier")}</AppLink>
            {mayReadAudit && (
              <AppLink href={`/audit?subject=${data.id}`}>{t("supplier.history")}</AppLink>
            )}
          </div>
          {editing && <SupplierReachDialog supplier={data} onClose={() => setEditing(false)} />}
        </div>
      )}
    </Loaded>
  );
}
