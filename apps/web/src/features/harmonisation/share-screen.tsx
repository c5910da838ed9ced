import { Button, Checkbox, Radio, RadioGroup, TextField } from "@navikt/ds-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ShareCandidate } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { candidatesQuery, groupQuery, usePart } from "./queries.ts";
import { candidateKey, noChoice, readChoices, type ShareChoice } from "./share-draft.ts";

function CandidateCard({
  candidate,
  choice,
  onChange,
}: {
  readonly candidate: ShareCandidate;
  readonly choice: ShareChoice;
  readonly onChange: (choice: ShareChoice) => void;
}): ReactNode {
  return (
    <li className="card stack-small">
      <Checkbox
        id={`chosen-${candidateKey(candidate)}`}
        size="small"
        checked={choice.chosen}
        onChange={(event) => onChange({ ...choice, chosen: event.target.checked })}
      >
        <strong>{candidate.title}</strong> ({t(`instance.role.${candidate.role}`)})
      </Checkbox>
      <p>{candidate.says.text}</p>
      <p className="quiet">
        {t(`share.source.${candidate.source.kind}`, { label: candidate.source.label })}{" "}
        {candidate.source.draft && <ToneTag tone="care">{t("share.draft")}</ToneTag>}{" "}
        {candidate.alreadyShared && <ToneTag tone="quiet">{t("share.already")}</ToneTag>}
      </p>
      {choice.chosen && (
        <>
          <RadioGroup
            legend={t("share.floor")}
            size="small"
            value={choice.floor}
            onChange={(floor: ShareChoice["floor"]) => onChange({ ...choice, floor })}
          >
            <Radio value="now">{t("share.floor.now")}</Radio>
            <Radio value="nothing">{t("share.floor.nothing")}</Radio>
          </RadioGroup>
          {choice.floor === "nothing" && (
            <TextField
              id={`reason-${candidateKey(candidate)}`}
              size="small"
              maxLength={1000}
              label={t("share.reason")}
              value={choice.reason}
              onChange={(event) => onChange({ ...choice, reason: event.target.value })}
            />
          )}
          {candidate.resellers.length > 0 && (
            <Checkbox
              size="small"
              checked={choice.nameResellers}
              onChange={(event) => onChange({ ...choice, nameResellers: event.target.checked })}
            >
              {t("share.resellers", { names: candidate.resellers.join(", ") })}
            </Checkbox>
          )}
        </>
      )}
    </li>
  );
}

/** Chooses what to give to the group, shows exactly what the others will see, and gives it. */
export function ShareScreen(): ReactNode {
  const groupId = usePart("groupId");
  const go = useGo();
  const group = useQuery(groupQuery(groupId));
  const query = useQuery(candidatesQuery(groupId));
  const [choices, setChoices] = useState<ReadonlyMap<string, ShareChoice>>(new Map());
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const instances = readChoices(query.data?.candidates ?? [], choices);
  const look = useMutation({
    mutationFn: () => api.harmonisation.share({ groupId, instances, dryRun: true }),
  });
  const give = useChange(() => api.harmonisation.share({ groupId, instances, dryRun: false }));

  function choose(candidate: ShareCandidate, choice: ShareChoice): void {
    look.reset();
    setChoices(new Map(choices).set(candidateKey(candidate), choice));
  }
  function preview(): void {
    const found = (query.data?.candidates ?? []).flatMap((candidate): FormFault[] => {
      const choice = choices.get(candidateKey(candidate)) ?? noChoice;
      return choice.chosen && choice.floor === "nothing" && choice.reason.trim() === ""
        ? [{ field: `reason-${candidateKey(candidate)}`, message: t("share.reasonFault") }]
        : [];
    });
    const first = query.data?.candidates[0];
    if (instances.length === 0 && found.length === 0 && first !== undefined)
      found.push({ field: `chosen-${candidateKey(first)}`, message: t("share.noneFault") });
    setFaults(found);
    if (found.length === 0) look.mutate();
  }
  return (
    <div className="stack-large">
      <PageHeading
        title={t("harmonisation.share")}
        crumbs={[
          { href: "/harmonisation", text: t("harmonisation.title") },
          {
            href: `/harmonisation/groups/${groupId}`,
            text: group.data?.title ?? t("harmonisation.group"),
          },
        ]}
        lead={<p className="quiet measure">{t("share.what")}</p>}
      />
      <Loaded query={query} lines={8}>
        {({ candidates }) =>
          candidates.length === 0 ? (
            <EmptyState title={t("share.empty")} what={t("share.emptyWhat")} />
          ) : (
            <>
              <FormFaults faults={faults} />
              <ul className="plain-cards stack">
                {candidates.map((candidate) => (
                  <CandidateCard
                    key={candidateKey(candidate)}
                    candidate={candidate}
                    choice={choices.get(candidateKey(candidate)) ?? noChoice}
                    onChange={(choice) => choose(candidate, choice)}
                  />
                ))}
              </ul>
              {look.isError && <ProblemNotice error={look.error} />}
              {give.isError && <ProblemNotice error={give.error} />}
              <div className="row">
                <Button
                  variant={look.data === undefined ? "primary" : "secondary"}
                  loading={look.isPending}
                  onClick={preview}
                >
                  {t("share.look")}
                </Button>
              </div>
            </>
          )
        }
      </Loaded>
      {look.data !== undefined && (
        <section className="card stack" aria-labelledby="share-seen" role="status">
          <h2 id="share-seen">{t("share.seen")}</h2>
          <ul className="stack-small">
            {look.data.seenByOthers.map((one) => (
              <li key={`${one.requirement} ${one.role}`}>
                <strong>{one.buyer}</strong>: {one.title} ({t(`instance.role.${one.role}`)}),{" "}
                {one.says.text}
                {one.floor !== null && ` ${t("share.seenFloor", { reason: one.floor.reason })}`}
                {one.resellers.length > 0 &&
                  ` ${t("share.seenResellers", { names: one.resellers.join(", ") })}`}
              </li>
            ))}
          </ul>
          <div>
            <Button
              loading={give.isPending}
              onClick={() =>
                give.mutate(undefined, {
                  onSuccess: () => go(`/harmonisation/groups/${groupId}`),
                })
              }
            >
              {t("share.give")}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
