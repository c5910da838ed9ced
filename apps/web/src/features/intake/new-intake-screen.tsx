import { Search } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type ReactNode } from "react";
import { z } from "zod";
import { AppLink } from "../../components/app-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { BeginForm } from "./begin-form.tsx";
import { crumbsOf } from "./onward-of.ts";
import { contractsToFillQuery, contractToFillQuery, useIntakeBase } from "./queries.ts";

const ScreenState = z.object({
  contract: z.uuid().optional().catch(undefined),
  products: z.string().max(20_000).optional().catch(undefined),
  target: z.enum(["contract", "record"]).catch("contract").default("contract"),
  delivery: z.uuid().optional().catch(undefined),
});

function ChooseContract(): ReactNode {
  const [text, setText] = useState("");
  const contracts = useQuery(contractsToFillQuery(useDeferredValue(text.trim())));
  return (
    <section className="card stack" aria-labelledby="begin-for">
      <div>
        <h2 className="section-title" id="begin-for">
          {t("begin.for")}
        </h2>
        <p className="quiet">{t("begin.forWhat")}</p>
      </div>
      <div style={{ maxWidth: "28rem" }}>
        <Search
          label={t("begin.contract")}
          hideLabel={false}
          size="small"
          variant="simple"
          value={text}
          onChange={setText}
        />
      </div>
      <Loaded query={contracts} lines={4}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <p role="status">{t("begin.contractNone")}</p>}
            <ul className="find-results">
              {items.map((item) => (
                <li key={item.id}>
                  <AppLink href={`/intakes/new?contract=${item.id}`}>
                    <strong>{item.title}</strong>{" "}
                    <span className="quiet">
                      {item.reference}
                      {item.supplier !== null && ` · ${item.supplier}`}
                    </span>
                  </AppLink>
                </li>
              ))}
            </ul>
            {next !== null && <p className="small quiet">{t("begin.contractMany")}</p>}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Begins to take in a list: for a contract of ours, or into our record. */
export function NewIntakeScreen(): ReactNode {
  const [state] = useUrlState(ScreenState);
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
          record && !guest && state.delivery === undefined
            ? [{ href: "/record", text: t("intakes.forRecord") }]
            : crumbsOf(base, guest, state.delivery)
        }
      />
      {record ? (
        <BeginForm aim={{ target: "record", deliveryId: state.delivery ?? null }} />
      ) : state.contract === undefined ? (
        <ChooseContract />
      ) : (
        <Loaded query={contract} lines={4}>
          {(found) => <BeginForm aim={{ target: "contract", contract: found, productIds }} />}
        </Loaded>
      )}
    </>
  );
}
