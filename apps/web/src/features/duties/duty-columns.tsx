import { Button, Checkbox } from "@navikt/ds-react";
import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { DutyTag } from "./duty-tag.tsx";
import type { DutyRow } from "./queries.ts";

/** A clause of a framework makes the same duty due under several contracts. */
export function rowOf(duty: DutyRow): string {
  return `${duty.contract.id} ${duty.key}`;
}

/** The day that counts: the end of an agreed plan, else when it is due. */
export function dayOf(duty: DutyRow): string | null {
  return duty.state === "on_agreed_plan" ? duty.planUntil : duty.dueOn;
}

const shown: readonly DataColumn<DutyRow>[] = [
  {
    id: "due",
    header: t("duties.col.due"),
    value: dayOf,
    cell: (duty) => {
      const day = dayOf(duty);
      if (day === null) return <span className="quiet">{t("duties.noDay")}</span>;
      return (
        <span className={duty.state === "overdue" ? "break-text" : undefined}>
          {formatDate(day)}
        </span>
      );
    },
  },
  {
    id: "what",
    header: t("duties.col.what"),
    names: true,
    value: (duty) => duty.what,
    cell: (duty) => (
      <>
        <strong>{duty.what}</strong>
        <span className="sub">
          {t("duties.clause", { clause: duty.clause })} · {t(`duties.whose.${duty.whose}`)}
        </span>
      </>
    ),
  },
  {
    id: "stands",
    header: t("duties.col.stands"),
    value: (duty) => duty.says.text,
    cell: (duty) => (
      <>
        <DutyTag state={duty.state} /> <span>{duty.says.text}</span>
      </>
    ),
  },
  {
    id: "contract",
    header: t("duties.col.contract"),
    value: (duty) => `${duty.contract.reference} ${duty.contract.title}`,
    cell: (duty) => (
      <>
        <AppLink href={`/contracts/${duty.contract.id}`}>{duty.contract.title}</AppLink>
        {duty.supplier !== null && <span className="sub">{duty.supplier}</span>}
      </>
    ),
  },
  {
    id: "owner",
    header: t("duties.col.owner"),
    value: (duty) => duty.owner,
    cell: (duty) =>
      duty.owner === null ? (
        <span className="care-text">{t("duties.owner.nobody")}</span>
      ) : (
        <span className="duty-owner">{duty.owner}</span>
      ),
  },
];

/** Columns of the list; with what can be done in it for whoever may. */
export function dutyColumns(
  acts: {
    readonly chosen: ReadonlySet<string>;
    readonly onChoose: (duty: DutyRow, chosen: boolean) => void;
    readonly onRecord: (duty: DutyRow) => void;
  } | null,
): readonly DataColumn<DutyRow>[] {
  if (acts === null) return shown;
  return [
    {
      id: "choose",
      header: t("duties.col.choose"),
      value: () => null,
      unlabelled: true,
      cell: (duty) => (
        <Checkbox
          className="no-print"
          size="small"
          hideLabel
          checked={acts.chosen.has(rowOf(duty))}
          onChange={(event) => acts.onChoose(duty, event.target.checked)}
        >
          {t("duties.choose", { what: duty.what, contract: duty.contract.reference })}
        </Checkbox>
      ),
    },
    ...shown,
    {
      id: "act",
      header: t("duties.col.act"),
      value: () => null,
      unlabelled: true,
      cell: (duty) => (
        <Button
          className="no-print"
          size="small"
          variant="secondary"
          aria-label={t("duties.recordOf", { what: duty.what, contract: duty.contract.reference })}
          onClick={() => acts.onRecord(duty)}
        >
          {t("duties.record")}
        </Button>
      ),
    },
  ];
}
