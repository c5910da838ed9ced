import { Button } from "@navikt/ds-react";
import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { libraryQuery, libraryRequirementQuery, versionOf } from "../../api/requirement-library.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import type { FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import {
  aboutRequirement,
  newCondition,
  readCondition,
  startCondition,
  type ConditionDraft,
} from "./condition-draft.ts";
import { ConditionFields } from "./condition-fields.tsx";
import type { ContractDetail } from "./contract-draft.ts";
import { contractQuery, membersQuery } from "./queries.ts";

/** Sets the contract's own conditions; those of its framework are changed there. */
export default function ConditionsDialog({
  contract,
  onClose,
}: {
  readonly contract: ContractDetail;
  readonly onClose: () => void;
}): ReactNode {
  const own = contract.conditions.filter((condition) => condition.inheritedFrom === null);
  const [list, setList] = useState<readonly ConditionDraft[]>(() => own.map(startCondition));
  const [nextKey, setNextKey] = useState(own.length);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [asking, setAsking] = useState<unknown>(null);
  const queries = useQueryClient();
  const current = useQuery(contractQuery(contract.id));
  const members = useQuery(membersQuery);
  const library = useQuery(libraryQuery);
  const held = library.data?.items ?? [];
  const keys = [...new Set(list.map(({ requirement }) => requirement))].filter((key) =>
    held.some((entry) => entry.key === key),
  );
  const details = useQueries({ queries: keys.map(libraryRequirementQuery) });
  const set = useChange((input: Parameters<typeof api.contracts.setConditions>[0]) =>
    api.contracts.setConditions(input),
  );

  function requirementOf({ requirement, version }: ConditionDraft) {
    const found = details[keys.indexOf(requirement)]?.data;
    return found === undefined ? undefined : versionOf(found, version);
  }
  function change(changed: ConditionDraft): void {
    setList(list.map((other) => (other.key === changed.key ? changed : other)));
  }
  async function choose(draft: ConditionDraft, key: string): Promise<void> {
    setAsking(null);
    try {
      const found = await queries.fetchQuery(libraryRequirementQuery(key));
      change(aboutRequirement(draft, found.requirement, found.adoption?.values ?? {}));
    } catch (error) {
      setAsking(error);
    }
  }
  function save(): void {
    const read = list.map((draft) => readCondition(draft, requirementOf(draft)?.parameters ?? []));
    const found = read.flatMap((one) => one.faults);
    setFaults(found);
    if (found.length === 0)
      set.mutate(
        {
          id: contract.id,
          version: contract.version,
          conditions: read.map(({ input }) => input),
        },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t("conditions.title")}
      save={t("form.save")}
      busy={set.isPending}
      error={set.error ?? asking}
      faults={faults}
      onSave={save}
      onClose={onClose}
      wide
      onReload={() => {
        set.reset();
        void current.refetch();
      }}
    >
      {own.length < contract.conditions.length && (
        <p className="quiet">{t("conditions.inheritedNote")}</p>
      )}
      {list.map((draft, index) => (
        <ConditionFields
          key={draft.key}
          draft={draft}
          number={index + 1}
          requirement={requirementOf(draft)}
          library={held}
          members={members.data?.items ?? []}
          faults={faults}
          onRequirement={(key) => void choose(draft, key)}
          onChange={change}
          onRemove={() => setList(list.filter((other) => other.key !== draft.key))}
        />
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => {
            setList([...list, newCondition(nextKey)]);
            setNextKey(nextKey + 1);
          }}
        >
          {t("conditions.add")}
        </Button>
      </div>
    </FormDialog>
  );
}
