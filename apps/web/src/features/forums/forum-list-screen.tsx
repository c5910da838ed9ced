import { Button, Textarea, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ForumSummary } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { DateField } from "../../components/date-field.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useGo } from "../../routing/use-go.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { forumsQuery } from "./queries.ts";

/** How a session stands, in a word. */
export function stateWord({
  state,
  publishedOn,
}: Pick<ForumSummary, "state" | "publishedOn">): string {
  return t(`forums.state.${publishedOn === null ? state : "published"}`);
}

const columns: readonly DataColumn<ForumSummary>[] = [
  {
    id: "title",
    header: t("forums.col.title"),
    value: ({ title }) => title,
    cell: ({ id, title }) => <AppLink href={`/forums/${id}`}>{title}</AppLink>,
    names: true,
    sortable: true,
  },
  {
    id: "heldOn",
    header: t("forums.col.heldOn"),
    value: ({ heldOn }) => heldOn,
    cell: ({ heldOn }) => formatDate(heldOn),
    sortable: true,
  },
  { id: "state", header: t("forums.col.state"), value: stateWord, sortable: true },
  {
    id: "invited",
    header: t("forums.col.invited"),
    value: ({ invited }) => invited,
    numeric: true,
    sortable: true,
  },
  {
    id: "tickets",
    header: t("forums.col.tickets"),
    value: ({ tickets }) => tickets,
    numeric: true,
    sortable: true,
  },
];

const Sorting = z.object({
  sort: z.enum(["title", "heldOn", "state", "invited", "tickets"]).catch("heldOn"),
  down: z.enum(["1", "0"]).catch("1"),
});

/** Sessions we host. */
export function ForumListScreen(): ReactNode {
  const query = useQuery(forumsQuery);
  const [creating, setCreating] = useState(false);
  const [{ sort: column, down }, setSorting] = useUrlState(Sorting);
  const sort = { column, descending: down === "1" };
  const create = query.data?.can.create === true && (
    <Button size="small" onClick={() => setCreating(true)}>
      {t("forums.create")}
    </Button>
  );
  return (
    <>
      <PageHeading
        title={t("forums.title")}
        lead={<p className="quiet measure">{t("forums.what")}</p>}
        actions={create === false ? undefined : create}
      />
      <Loaded query={query} lines={6}>
        {({ forums }) =>
          forums.length === 0 ? (
            <EmptyState title={t("forums.empty")} what={t("forums.emptyWhat")} />
          ) : (
            <div className="stack">
              <DataTable
                caption={t("forums.title")}
                columns={columns}
                rows={forums}
                rowKey={({ id }) => id}
                sort={sort}
                onSort={(next) =>
                  setSorting({
                    sort: Sorting.shape.sort.parse(next.column),
                    down: next.descending ? "1" : "0",
                  })
                }
              />
              <div className="row no-print">
                <ExportRows name="forums" columns={columns} rows={forums} sort={sort} />
              </div>
            </div>
          )
        }
      </Loaded>
      {creating && <ForumDialog onClose={() => setCreating(false)} />}
    </>
  );
}

/** Prepares a session, or changes what one is about. */
export function ForumDialog({
  forum,
  onClose,
}: {
  readonly forum?: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly purpose: string;
    readonly heldOn: string;
  };
  readonly onClose: () => void;
}): ReactNode {
  const go = useGo();
  const [draft, setDraft] = useState({
    title: forum?.title ?? "",
    purpose: forum?.purpose ?? "",
    heldOn: forum?.heldOn ?? "",
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const save = useChange(async (input: typeof draft) => {
    if (forum === undefined) return (await api.forums.create(input)).forumId;
    await api.forums.revise({ forumId: forum.id, version: forum.version, ...input });
    return null;
  });
  function check(): void {
    const found = (
      [
        ["title", t("forums.nameFault")],
        ["purpose", t("forums.purposeFault")],
        ["heldOn", t("forums.heldOnFault")],
      ] as const
    )
      .filter(([field]) => draft[field].trim() === "")
      .map(([field, message]) => ({ field: `forum-${field}`, message }));
    setFaults(found);
    if (found.length > 0) return;
    save.mutate(draft, {
      onSuccess: (forumId) => (forumId === null ? onClose() : go(`/forums/${forumId}`)),
    });
  }
  return (
    <FormDialog
      title={t(forum === undefined ? "forums.create" : "forums.edit")}
      save={t(forum === undefined ? "forums.createDo" : "forums.editDo")}
      busy={save.isPending}
      error={save.error}
      faults={faults}
      onSave={check}
      onClose={onClose}
    >
      <TextField
        id="forum-title"
        size="small"
        maxLength={200}
        label={t("forums.name")}
        value={draft.title}
        error={faultOf(faults, "forum-title")}
        onChange={(event) => setDraft({ ...draft, title: event.target.value })}
      />
      <Textarea
        id="forum-purpose"
        size="small"
        minRows={3}
        maxLength={2000}
        label={t("forums.purpose")}
        description={t("forums.purposeHelp")}
        value={draft.purpose}
        error={faultOf(faults, "forum-purpose")}
        onChange={(event) => setDraft({ ...draft, purpose: event.target.value })}
      />
      <DateField
        id="forum-heldOn"
        label={t("forums.heldOn")}
        value={draft.heldOn}
        error={faultOf(faults, "forum-heldOn")}
        onChange={(heldOn) => setDraft({ ...draft, heldOn })}
      />
    </FormDialog>
  );
}
