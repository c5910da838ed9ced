import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { useChange } from "../../api/use-change.ts";
import { AimFields, faultsOfAim, type AimText } from "../../components/dialogue/aim-dialog.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { CounterpartFields, type CounterpartDraft } from "./counterpart-fields.tsx";
import { contractToTalkOfQuery, supplierToMeetQuery } from "./queries.ts";
import { readSeries, startSeries, type SeriesDraft } from "./series-draft.ts";
import { SeriesFieldsets } from "./series-form.tsx";

const ScreenState = z.object({
  supplier: z.uuid().optional().catch(undefined),
  contract: z.uuid().optional().catch(undefined),
  programme: z.uuid().optional().catch(undefined),
});

type CreateInput = Parameters<typeof api.dialogues.create>[0];

function NewSeriesForm({
  begin,
  beginWith,
}: {
  readonly begin: SeriesDraft;
  readonly beginWith: CounterpartDraft;
}): ReactNode {
  const [draft, setDraft] = useState(begin);
  const [counterpart, setCounterpart] = useState(beginWith);
  const [aim, setAim] = useState<AimText>({ purpose: "", hopedOutcome: "", brings: "" });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const go = useGo();
  const create = useChange(async (input: CreateInput) => {
    const { id } = await api.dialogues.create(input);
    go(`/dialogue/series/${id}`);
  });
  function submit(): void {
    const read = readSeries(draft);
    const found: FormFault[] = [
      ...(counterpart.supplier === null && counterpart.name.trim() === ""
        ? [{ field: "series-counterpart", message: t("dialogues.fault.counterpart") }]
        : []),
      ...(read.ok ? [] : read.faults),
      ...faultsOfAim(aim),
    ];
    setFaults(found);
    if (!read.ok || found.length > 0) return;
    create.mutate({
      ...read.fields,
      supplierId: counterpart.supplier?.id ?? null,
      ...(counterpart.supplier === null ? { counterpartName: counterpart.name.trim() } : {}),
      purpose: aim.purpose.trim(),
      hopedOutcome: aim.hopedOutcome.trim(),
      brings: aim.brings.trim(),
    });
  }
  return (
    <form
      className="stack"
      style={{ maxWidth: "56rem" }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FormFaults faults={faults} />
      {create.isError && faults.length === 0 && <ProblemNotice error={create.error} />}
      <CounterpartFields counterpart={counterpart} faults={faults} onChange={setCounterpart} />
      <SeriesFieldsets draft={draft} faults={faults} onChange={setDraft} />
      <fieldset className="plain card stack">
        <legend>{t("dialogues.ourAim")}</legend>
        <p className="measure">{t("dialogues.ourAimWhat")}</p>
        <AimFields aim={aim} faults={faults} onChange={setAim} />
      </fieldset>
      <p className="quiet measure">{t("dialogues.beginWhat")}</p>
      <div>
        <Button type="submit" loading={create.isPending}>
          {t("dialogues.begin")}
        </Button>
      </div>
    </form>
  );
}

/** Begins a series with one counterpart; from a supplier's or a contract's page with it filled in. */
export function NewSeriesScreen(): ReactNode {
  const [state] = useUrlState(ScreenState);
  const me = useQuery(meQuery);
  const supplier = useQuery(supplierToMeetQuery(state.supplier ?? ""));
  const contract = useQuery(contractToTalkOfQuery(state.contract ?? ""));
  const waiting =
    state.supplier !== undefined && supplier.data === undefined
      ? supplier
      : state.contract !== undefined && contract.data === undefined
        ? contract
        : { data: true, isError: false, error: null, refetch: async () => undefined };
  return (
    <>
      <PageHeading
        title={t("dialogues.newTitle")}
        crumbs={[{ href: "/dialogue", text: t("dialogues.title") }]}
        lead={<p className="measure quiet">{t("dialogues.newWhat")}</p>}
      />
      {me.data !== undefined && !me.data.can.includes("dialogue.write") ? (
        <EmptyState title={t("dialogues.mayNot")} what={t("new.mayNotWhat")} />
      ) : (
        <Loaded<unknown> query={waiting} lines={8}>
          {() => (
            <NewSeriesForm
              begin={{
                ...startSeries(),
                programmeId: state.programme ?? "",
                cpv: contract.data?.cpv.join(", ") ?? "",
                contracts:
                  contract.data === undefined
                    ? []
                    : [{ id: contract.data.id, title: contract.data.title }],
              }}
              beginWith={{
                supplier:
                  supplier.data === undefined
                    ? null
                    : { id: supplier.data.id, name: supplier.data.name },
                name: supplier.data === undefined ? (contract.data?.supplier?.name ?? "") : "",
              }}
            />
          )}
        </Loaded>
      )}
    </>
  );
}
