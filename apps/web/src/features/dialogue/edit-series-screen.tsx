import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { seriesQuery, type Series } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { useSeriesId } from "./queries.ts";
import { draftOf, readSeries, type SeriesFields } from "./series-draft.ts";
import { SeriesFieldsets } from "./series-form.tsx";

function EditSeriesForm({
  series,
  onReload,
}: {
  readonly series: Series;
  readonly onReload: () => void;
}): ReactNode {
  const { id, version } = series;
  const [draft, setDraft] = useState(() => draftOf(series));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const go = useGo();
  const update = useChange(async (fields: SeriesFields) => {
    await api.dialogues.update({ id, version, ...fields });
    go(`/dialogue/series/${id}`);
  });
  function submit(): void {
    const read = readSeries(draft);
    setFaults(read.ok ? [] : read.faults);
    if (read.ok) update.mutate(read.fields);
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
      {update.isError && faults.length === 0 && (
        <ProblemNotice
          error={update.error}
          onReload={() => {
            update.reset();
            onReload();
          }}
        />
      )}
      <SeriesFieldsets draft={draft} faults={faults} onChange={setDraft} />
      <div className="row">
        <Button type="submit" loading={update.isPending}>
          {t("form.save")}
        </Button>
        <ButtonLink variant="tertiary" href={`/dialogue/series/${id}`}>
          {t("form.cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}

/** Changes what a series rests on, its issues and its rhythm; both sides see the change. */
export function EditSeriesScreen(): ReactNode {
  const id = useSeriesId();
  const series = useQuery(seriesQuery(id));
  return (
    <Loaded query={series} lines={8} page>
      {(data) => (
        <>
          <PageHeading
            title={t("dialogues.editTitle")}
            crumbs={[
              { href: "/dialogue", text: t("dialogues.title") },
              { href: `/dialogue/series/${id}`, text: data.title },
            ]}
          />
          {data.can.host && data.can.write ? (
            <EditSeriesForm
              key={data.version}
              series={data}
              onReload={() => void series.refetch()}
            />
          ) : (
            <EmptyState title={t("dialogues.mayNotEdit")} what={t("dialogues.mayNotEditWhat")} />
          )}
        </>
      )}
    </Loaded>
  );
}
