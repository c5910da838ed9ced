import { useQuery } from "@tanstack/react-query";
import type { InstanceInput } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { libraryQuery, libraryRequirementQuery, versionOf } from "../../api/requirement-library.ts";
import { useChange } from "../../api/use-change.ts";
import { FollowUpFields, FollowUpPerson } from "../../components/follow-up-fields.tsx";
import { readFollowUp } from "../../components/follow-up-draft.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import type { FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { t } from "../../texts/t.ts";
import {
  readInstance,
  startInstance,
  withRequirement,
  type InstanceDraft,
} from "./instance-draft.ts";
import { LawfulFields, ValueFields, WordingFields } from "./instance-fields.tsx";
import { membersQuery, procurementQuery, type Instance, type Procurement } from "./queries.ts";
import { sayPlace } from "./say-place.ts";

type Detail = Awaited<ReturnType<typeof api.requirements.get>>;

interface DialogProps {
  readonly procurement: Procurement;
  /** `null`: a new one. */
  readonly instance: Instance | null;
  readonly onClose: () => void;
}

async function saveInstance(input: {
  readonly procurement: Procurement;
  readonly instance: Instance | null;
  readonly content: InstanceInput;
}): Promise<unknown> {
  const { id, version } = input.procurement;
  return input.instance === null
    ? api.procurements.addInstances({ id, version, instances: [input.content] })
    : api.procurements.reviseInstance({
        ...input.content,
        id,
        version,
        instanceId: input.instance.id,
      });
}

/** The values a requirement begins with: what stands in the instance, else what our house asks. */
function valuesOf(instance: Instance | null, detail: Detail): Instance["values"] {
  return instance !== null && instance.requirement === detail.key
    ? instance.values
    : (detail.adoption?.values ?? {});
}

function InstanceForm({
  procurement,
  instance,
  begun,
  onClose,
}: DialogProps & { readonly begun: Detail | null }): ReactNode {
  const library = useQuery(libraryQuery);
  const members = useQuery(membersQuery);
  const current = useQuery(procurementQuery(procurement.id));
  const [detail, setDetail] = useState(begun);
  const [asking, setAsking] = useState<unknown>(null);
  const [draft, setDraft] = useState<InstanceDraft>(() => {
    const start = startInstance(instance);
    return begun === null
      ? start
      : withRequirement(start, versionOf(begun, start.version), valuesOf(instance, begun));
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const save = useChange(saveInstance);
  const requirement = detail === null ? null : versionOf(detail, draft.version);
  const change = (part: Partial<InstanceDraft>): void => setDraft({ ...draft, ...part });

  async function choose(key: string): Promise<void> {
    setAsking(null);
    // What the library filled in goes with its requirement; what was typed stays.
    const filled = {
      title: draft.title === requirement?.title ? "" : draft.title,
      wording: requirement?.wordings.some(({ text }) => text === draft.wording)
        ? ""
        : draft.wording,
    };
    if (key === "") {
      setDetail(null);
      setDraft({ ...draft, ...filled, requirement: "", version: null, parameters: {} });
      return;
    }
    try {
      const found = await api.requirements.get({ key });
      setDetail(found);
      const version = instance?.requirement === key ? instance.version : null;
      setDraft(
        withRequirement(
          { ...draft, ...filled, version },
          versionOf(found, version),
          valuesOf(instance, found),
        ),
      );
    } catch (error) {
      setAsking(error);
    }
  }
  function submit(): void {
    const read = readInstance(draft, requirement, instance);
    setFaults(read.ok ? [] : read.faults);
    if (read.ok)
      save.mutate({ procurement, instance, content: read.input }, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={instance === null ? t("instance.add") : sayPlace(instance)}
      save={instance === null ? t("form.add") : t("form.save")}
      busy={save.isPending}
      error={save.error ?? asking}
      faults={faults}
      onSave={submit}
      onClose={onClose}
      onReload={() => {
        save.reset();
        void current.refetch();
      }}
      wide
    >
      <WordingFields
        draft={draft}
        faults={faults}
        library={library.data?.items ?? []}
        onRequirement={(key) => void choose(key)}
        onChange={change}
      />
      {requirement !== null && (
        <ValueFields draft={draft} faults={faults} requirement={requirement} onChange={change} />
      )}
      {draft.role === "clause" && (
        <FollowUpFields
          id="instance-follow"
          draft={draft.followUp}
          faults={faults}
          kpis={requirement?.kpis ?? []}
          evidenceTypes={requirement?.evidenceTypes ?? []}
          members={members.data?.items ?? []}
          onChange={(followUp) => change({ followUp })}
        />
      )}
      <LawfulFields draft={draft} faults={faults} lots={procurement.facts.lots} onChange={change} />
    </FormDialog>
  );
}

/** After publication only who looks after a clause can change: the market has the rest. */
function PersonForm({
  procurement,
  instance,
  onClose,
}: DialogProps & { readonly instance: Instance }): ReactNode {
  const members = useQuery(membersQuery);
  const [draft, setDraft] = useState(() => startInstance(instance).followUp);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const save = useChange((input: Parameters<typeof api.procurements.reviseInstance>[0]) =>
    api.procurements.reviseInstance(input),
  );
  const asks = procurement.asks.find(({ instanceId }) => instanceId === instance.id);
  function submit(): void {
    const read = readFollowUp(draft, "instance-follow");
    setFaults(read.faults);
    if (read.faults.length === 0)
      save.mutate(
        {
          id: procurement.id,
          version: procurement.version,
          instanceId: instance.id,
          followUp: read.followUp,
        },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={sayPlace(instance)}
      save={t("form.save")}
      busy={save.isPending}
      error={save.error}
      faults={faults}
      onSave={submit}
      onClose={onClose}
      wide
    >
      <p className="quiet">{t("instance.onlyPerson")}</p>
      {instance.wording !== "" && <p>{instance.wording}</p>}
      {asks !== undefined && asks.sentence.text !== "" && <p>{asks.sentence.text}</p>}
      <FollowUpPerson
        id="instance-follow"
        draft={draft}
        faults={faults}
        members={members.data?.items ?? []}
        onChange={setDraft}
      />
    </FormDialog>
  );
}

/** What a criterion or clause says, for those who may not change it. */
function Readout({
  procurement,
  instance,
  onClose,
}: DialogProps & { readonly instance: Instance }): ReactNode {
  const asks = procurement.asks.find(({ instanceId }) => instanceId === instance.id);
  return (
    <FormDialog
      title={sayPlace(instance)}
      save={t("form.close")}
      busy={false}
      error={null}
      onSave={onClose}
      onClose={onClose}
      wide
    >
      <p>{instance.wording === "" ? t("instance.noWording") : instance.wording}</p>
      {asks !== undefined && asks.sentence.text !== "" && <p>{asks.sentence.text}</p>}
      {instance.subjectMatterLink !== null && (
        <p className="small quiet">{instance.subjectMatterLink}</p>
      )}
    </FormDialog>
  );
}

/** Adds or changes a criterion or clause; what can be changed depends on where the procurement stands. */
export default function InstanceDialog(props: DialogProps): ReactNode {
  const { instance } = props;
  const { can } = props.procurement;
  const key = instance?.requirement ?? null;
  const begun = useQuery({
    ...libraryRequirementQuery(key ?? ""),
    enabled: key !== null && can.change,
  });
  if (instance !== null && !can.change)
    return can.write && instance.role === "clause" ? (
      <PersonForm {...props} instance={instance} />
    ) : (
      <Readout {...props} instance={instance} />
    );
  if (key === null) return <InstanceForm {...props} begun={null} />;
  // A requirement that is not in the library any more leaves its values as they are.
  if (begun.isError) return <InstanceForm {...props} begun={null} />;
  return (
    <Loaded query={begun} lines={1}>
      {(detail) => <InstanceForm {...props} begun={detail} />}
    </Loaded>
  );
}
