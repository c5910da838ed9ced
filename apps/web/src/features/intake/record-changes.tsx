import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ChangeTable } from "../../components/change-table.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { t } from "../../texts/t.ts";
import { intakeChangesQuery } from "./queries.ts";

/** What taking the list would change in the record, cell by cell, before anything is taken. */
export function RecordChanges({ intakeId }: { readonly intakeId: string }): ReactNode {
  const changes = useQuery(intakeChangesQuery(intakeId));
  return (
    <section className="card stack" aria-labelledby="record-changes">
      <h2 className="section-title" id="record-changes">
        {t("take.changes")}
      </h2>
      <Loaded query={changes} lines={4}>
        {(found) =>
          found.changes.length === 0 ? (
            <p>{t("take.noChanges")}</p>
          ) : (
            <ChangeTable changes={found.changes} />
          )
        }
      </Loaded>
    </section>
  );
}
