import { Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { BeginForm } from "./begin-form.tsx";
import { contractsToFillQuery, contractToFillQuery, useIntakeBase } from "./queries.ts";

const ScreenState = z.object({
  contract: z.uuid().optional().catch(undefined),
  products: z.string().max(20_000).optional().catch(undefined),
  target: z.enum(["contract", "record"]).catch("contract").default("contract"),
  delivery: z.uuid().optional().catch(undefined),
});

function ChooseContract({
  onChoose,
}: {
  readonly onChoose: (id: string | undefined) => void;
}): ReactNode {
  const contracts = useQuery(contractsToFillQuery);
  return (
    <section className="card stack" aria-labelledby="begin-for">
      <div>
        <h2 className="section-title" id="begin-for">
          {t("begin.for")}
        </h2>
        <p className="quiet">{t("begin.forWhat")}</p>
      </div>
      <Loaded query={contracts} lines={2}>
        {({ items }) => (
          <div style={{ maxWidth: "34rem" }}>
            <Select
              size="small"
              label={t("begin.contract")}
              value=""
              onChange={(event) =>
                onChoose(event.target.value === "" ? undefined : event.target.value)
              }
            >
              <option value="">{t("begin.contractChoose")}</option>
              {items.map((item) => (
                <option key={item.id} value={item.id}>
                  {item.title} ({item.reference})
                </option>
              ))}
            </Select>
          </div>
        )}
      </Loaded>
    </section>
  );
}

/** Begins to take in a list: for a contract of ours, or into our record. */
export function NewIntakeScreen(): ReactNode {
  const [state, setState] = useUrlState(ScreenState);
  const { base, guest } = useIntakeBase();
  const contract = useQuery({
    ...contractToFillQuery(state.contract ?? ""),
    enabled: state.contract !== undefined,
  });
  const record = guest || state.target === "record";
  const productIds = (state.products ?? "")
    .split(",")
    .filter((id) => z.uuid().safeParse(id).success);
  return (
    <>
      <PageHeading
        title={t(record ? "begin.titleRecord" : "begin.title")}
        crumbs={
          guest
            ? []
            : record
              ? [{ href: "/record", text: t("intakes.forRecord") }]
              : [{ href: base, text: t("intakes.title") }]
        }
      />
      {record ? (
        <BeginForm aim={{ target: "record", deliveryId: state.delivery ?? null }} />
      ) : state.contract === undefined ? (
        <ChooseContract onChoose={(id) => setState({ contract: id }, { push: true })} />
      ) : (
        <Loaded query={contract} lines={4}>
          {(found) => <BeginForm aim={{ target: "contract", contract: found, productIds }} />}
        </Loaded>
      )}
    </>
  );
}
