import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { Sentence } from "@throughline/domain";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useGo } from "../../routing/use-go.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { policyQuery, rowQuery, useRowId, type Row } from "./queries.ts";
import { RowForm } from "./row-form.tsx";

interface Written {
  readonly id: string;
  readonly warnings: readonly Sentence[];
}

/** What is worth knowing about a row just written; without anything one goes to the row. */
function Kept({ written }: { readonly written: Written }): ReactNode {
  return (
    <div className="notice stack-small" role="status">
      <h2>{t("policyRow.warnings")}</h2>
      <ul>
        {written.warnings.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div>
        <ButtonLink size="small" href={`/policy/rows/${written.id}`}>
          {t("policyCheck.openRow")}
        </ButtonLink>
      </div>
    </div>
  );
}

function useWritten(): [Written | null, (written: Written) => void] {
  const [written, setWritten] = useState<Written | null>(null);
  const go = useGo();
  return [
    written,
    (next) => {
      if (next.warnings.length === 0) go(`/policy/rows/${next.id}`);
      else setWritten(next);
    },
  ];
}

const crumbs = [{ href: "/policy", text: t("policy.title") }];

/** Adds a row to the policy. */
export function NewRowScreen(): ReactNode {
  const head = useQuery(policyQuery);
  const [written, setWritten] = useWritten();
  const add = useChange((input: Parameters<typeof api.policies.addRow>[0]) =>
    api.policies.addRow(input),
  );
  return (
    <>
      <PageHeading title={t("policyRow.newTitle")} crumbs={crumbs} />
      {written !== null ? (
        <Kept written={written} />
      ) : (
        <Loaded query={head} lines={10}>
          {({ currency }) => (
            <RowForm
              row={null}
              from={todayHere()}
              changes={false}
              currency={currency}
              busy={add.isPending}
              error={add.error}
              onSave={(input) => add.mutate(input, { onSuccess: setWritten })}
              onReload={() => add.reset()}
            />
          )}
        </Loaded>
      )}
    </>
  );
}

/** From when a change may count: today, or the day after the row began, whichever is later; a draft keeps its day. */
function changeFrom(row: Row): string {
  const today = todayHere();
  if (row.effectiveFrom > today) return row.effectiveFrom;
  return today;
}

/** Changes a row from a day on. */
export function ChangeRowScreen(): ReactNode {
  const id = useRowId();
  const head = useQuery(policyQuery);
  const found = useQuery(rowQuery(id));
  const [written, setWritten] = useWritten();
  const change = useChange((input: Parameters<typeof api.policies.changeRow>[0]) =>
    api.policies.changeRow(input),
  );
  return (
    <>
      <PageHeading
        title={t("policyRow.changeTitle")}
        crumbs={[
          ...crumbs,
          ...(found.data === undefined
            ? []
            : [{ href: `/policy/rows/${id}`, text: found.data.title }]),
        ]}
      />
      {written !== null ? (
        <Kept written={written} />
      ) : (
        <Loaded query={found} lines={10}>
          {(row) => (
            <RowForm
              key={`${row.id} ${row.version}`}
              row={row}
              from={changeFrom(row)}
              changes={row.state === "in_force"}
              currency={head.data?.currency ?? "EUR"}
              busy={change.isPending}
              error={change.error}
              onSave={(input) =>
                change.mutate(
                  { ...input, id: row.id, version: row.version },
                  { onSuccess: setWritten },
                )
              }
              onReload={() => void found.refetch()}
            />
          )}
        </Loaded>
      )}
    </>
  );
}
