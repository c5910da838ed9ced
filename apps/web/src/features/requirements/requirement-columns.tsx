import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import type { LibraryRow } from "./queries.ts";
import { issueName, sayUses } from "./say-requirement.ts";

const sayRoles = (row: LibraryRow): string =>
  row.roles.map((role) => t(`requirementRole.${role}`)).join(", ");

const isOlder = (row: LibraryRow): boolean =>
  row.newestVersion !== null && row.newestVersion > row.version;

/** Columns of the library: what is shown is what is exported. */
export const requirementColumns: readonly DataColumn<LibraryRow>[] = [
  {
    id: "title",
    header: t("requirements.col.title"),
    names: true,
    sortable: true,
    value: (row) => row.title,
    cell: (row) => (
      <>
        <AppLink href={`/requirements/${row.key}`}>
          <strong>{row.title}</strong>
        </AppLink>
        {row.needsBrand && <span className="sub">{t("requirements.needsBrandShort")}</span>}
      </>
    ),
  },
  {
    id: "standing",
    header: t("requirements.col.standing"),
    sortable: true,
    value: (row) => t(`standing.${row.standing}`),
    cell: (row) => (
      <>
        {row.standing === "available" ? (
          <span className="quiet">{t("standing.available")}</span>
        ) : (
          <ToneTag tone="good">{t(`standing.${row.standing}`)}</ToneTag>
        )}
        <span className="sub">{t("requirements.versionShort", { version: row.version })}</span>
        {isOlder(row) && (
          <ToneTag tone="care">
            {t("requirements.newer", { version: row.newestVersion ?? row.version })}
          </ToneTag>
        )}
      </>
    ),
  },
  {
    id: "uses",
    header: t("requirements.col.uses"),
    sortable: true,
    value: sayUses,
    cell: (row) =>
      sayUses(row) === t("requirements.uses.none") ? (
        <span className="quiet">{sayUses(row)}</span>
      ) : (
        sayUses(row)
      ),
  },
  { id: "roles", header: t("requirements.col.roles"), value: sayRoles },
  {
    id: "issues",
    header: t("requirements.col.issues"),
    value: (row) => row.issues.map(issueName).join("; "),
    cell: (row) => <span className="small">{row.issues.map(issueName).join("; ")}</span>,
  },
  {
    id: "verification",
    header: t("requirements.col.verification"),
    sortable: true,
    value: (row) => t(`verification.${row.minimumVerification}`),
  },
];

/** For the export: key, version and purpose, small on screen or on a page of their own, stand in columns. */
export const requirementExportColumns: readonly DataColumn<LibraryRow>[] =
  requirementColumns.flatMap((column) =>
    column.id === "title"
      ? [
          column,
          { id: "key", header: t("requirements.col.key"), value: (row: LibraryRow) => row.key },
        ]
      : column.id === "standing"
        ? [
            column,
            {
              id: "version",
              header: t("requirements.col.version"),
              value: (row: LibraryRow) => row.version,
            },
          ]
        : [column],
  );
