import { Button } from "@navikt/ds-react";
import { queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import type { ContractFromAward, Organisation } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { useGo } from "../../routing/use-go.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { readAwarded, startAwarded, type AwardedDraft } from "./award-draft.ts";
import { AwardedFields } from "./awarded-fields.tsx";
import { procurementQuery, useProcurementId, type Procurement } from "./queries.ts";

type AwardInput = Parameters<typeof api.procurements.award>[0];
type How = ContractFromAward["promises"][number]["how"];

const ownOrganisationQuery = queryOptions({
  queryKey: ["organisation"],
  queryFn: () => api.organisations.get(),
});

const tones: Record<How, Tone> = {
  already: "good",
  raised: "good",
  in_words: "good",
  added: "good",
  by_hand: "care",
};

function Carried({ contract }: { readonly contract: ContractFromAward }): ReactNode {
  return (
    <section className="card stack-small" aria-label={contract.title}>
      <h3 className="item-title">
        {contract.title} <span className="small quiet">{contract.reference}</span>
      </h3>
      <p>{t("award.conditions", { n: contract.conditions.length })}</p>
      <ul>
        {contract.conditions.map((condition, at) => (
          <li key={`${condition.clause} ${at}`}>
            {condition.clause === "" ? "" : `${condition.clause}: `}
            {condition.summary}
          </li>
        ))}
      </ul>
      {contract.promises.length > 0 && (
        <>
          <h4 className="item-title">{t("award.promises")}</h4>
          <ul className="bare stack-small">
            {contract.promises.map((promise) => (
              <li key={promise.promiseId}>
                <ToneTag tone={tones[promise.how]}>{t(`award.how.${promise.how}`)}</ToneTag>{" "}
                {promise.sentence.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function AwardForm({
  procurement,
  own,
  onReload,
}: {
  readonly procurement: Procurement;
  readonly own: Organisation;
  readonly onReload: () => void;
}): ReactNode {
  const { id, version } = procurement;
  const [awardedOn, setAwardedOn] = useState(todayHere());
  const [drafts, setDrafts] = useState<readonly AwardedDraft[]>([startAwarded(procurement, 0)]);
  const [nextKey, setNextKey] = useState(1);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const go = useGo();
  const preview = useMutation({ mutationFn: (input: AwardInput) => api.procurements.award(input) });
  const award = useChange(async (input: AwardInput) => {
    const made = await api.procurements.award(input);
    // Gone before what is on screen is asked anew: an awarded one has no form for this any more.
    go(`/procurements/${id}`);
    return made;
  });
  const shown = preview.data?.contracts ?? null;

  function change(next: readonly AwardedDraft[]): void {
    setDrafts(next);
    // What was shown is not what would be made any more.
    preview.reset();
  }
  function submit(dryRun: boolean): void {
    const read = readAwarded(drafts, own);
    const found: FormFault[] = [
      ...(awardedOn === "" ? [{ field: "award-on", message: t("award.fault.on") }] : []),
      ...(read.ok ? [] : read.faults),
    ];
    setFaults(found);
    if (!read.ok || found.length > 0) return;
    const input = { id, version, awardedOn, contracts: read.contracts, dryRun };
    if (dryRun) preview.mutate(input);
    else award.mutate(input);
  }
  const error = award.error ?? preview.error;
  return (
    <form
      className="stack"
      noValidate
      style={{ maxWidth: "60rem" }}
      onSubmit={(event) => {
        event.preventDefault();
        submit(shown === null);
      }}
    >
      <FormFaults faults={faults} />
      {error !== null && faults.length === 0 && (
        <ProblemNotice
          error={error}
          onReload={() => {
            award.reset();
            preview.reset();
            onReload();
          }}
        />
      )}
      <DateField
        id="award-on"
        label={t("award.on")}
        max={todayHere()}
        value={awardedOn}
        error={faultOf(faults, "award-on")}
        onChange={(on) => {
          setAwardedOn(on);
          preview.reset();
        }}
      />
      {drafts.map((one, index) => (
        <AwardedFields
          key={one.key}
          procurement={procurement}
          one={one}
          number={index + 1}
          faults={faults}
          onChange={(next) =>
            change(drafts.map((other) => (other.key === next.key ? next : other)))
          }
          onRemove={
            drafts.length === 1
              ? null
              : () => change(drafts.filter((other) => other.key !== one.key))
          }
        />
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="tertiary"
          onClick={() => {
            change([...drafts, startAwarded(procurement, nextKey)]);
            setNextKey(nextKey + 1);
          }}
        >
          {t("award.addOne")}
        </Button>
      </div>
      {shown !== null && (
        <div className="stack" role="status">
          <h2 className="section-title">{t("award.preview")}</h2>
          {shown.map((contract) => (
            <Carried key={contract.reference} contract={contract} />
          ))}
        </div>
      )}
      <div className="row">
        <Button type="submit" loading={preview.isPending || award.isPending}>
          {shown === null ? t("award.see") : t("award.do", { n: drafts.length })}
        </Button>
      </div>
    </form>
  );
}

/** Makes the contracts of an award, after showing what each would carry. */
export function AwardScreen(): ReactNode {
  const id = useProcurementId();
  const procurement = useQuery(procurementQuery(id));
  const own = useQuery(ownOrganisationQuery);
  return (
    <Loaded query={procurement} lines={8} page>
      {(detail) => (
        <>
          <PageHeading
            title={t("award.title")}
            lead={<p className="measure">{t("award.what")}</p>}
            crumbs={[
              { href: "/procurements", text: t("procurements.title") },
              { href: `/procurements/${id}`, text: detail.facts.title },
            ]}
          />
          {detail.can.award ? (
            <Loaded query={own} lines={6}>
              {(organisation) => (
                <AwardForm
                  procurement={detail}
                  own={organisation}
                  onReload={() => void procurement.refetch()}
                />
              )}
            </Loaded>
          ) : (
            <EmptyState title={t("award.mayNot")} what={detail.stageSays.text} />
          )}
        </>
      )}
    </Loaded>
  );
}
