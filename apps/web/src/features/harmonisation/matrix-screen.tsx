import { Button, Radio, RadioGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { groupQuery, matrixQuery, usePart } from "./queries.ts";
import { ExportFiles } from "../../components/export-files.tsx";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { BurdenTable } from "./burden-table.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import { OrderLayers } from "./order-layers.tsx";
import { ProposalsSection } from "./proposals-section.tsx";

const objectives = ["most_ambitious", "least_movement"] as const;

function ProposeDialog({
  groupId,
  requirement,
  onClose,
}: {
  readonly groupId: string;
  readonly requirement: string;
  readonly onClose: () => void;
}): ReactNode {
  const go = useGo();
  const [objective, setObjective] = useState<(typeof objectives)[number]>("most_ambitious");
  const propose = useChange(() => api.harmonisation.propose({ groupId, requirement, objective }));
  return (
    <FormDialog
      title={t("proposal.make")}
      save={t("proposal.compute")}
      busy={propose.isPending}
      error={propose.error}
      onSave={() =>
        propose.mutate(undefined, {
          onSuccess: ({ proposalId }) => go(`/harmonisation/proposals/${proposalId}`),
        })
      }
      onClose={onClose}
    >
      <p className="measure">{t("proposal.makeWhat")}</p>
      <RadioGroup
        legend={t("proposal.objective")}
        size="small"
        value={objective}
        onChange={(value: (typeof objectives)[number]) => setObjective(value)}
      >
        {objectives.map((one) => (
          <Radio key={one} value={one} description={t(`proposal.objective.${one}.what`)}>
            {t(`proposal.objective.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
    </FormDialog>
  );
}

/** How the buyers of a group ask one requirement: side by side, in order, how different, at what cost to resellers. */
export function MatrixScreen(): ReactNode {
  const groupId = usePart("groupId");
  const requirement = usePart("requirement");
  const group = useQuery(groupQuery(groupId));
  const query = useQuery(matrixQuery(groupId, requirement));
  const [proposing, setProposing] = useState(false);
  return (
    <Loaded query={query} lines={10} page>
      {(matrix) => (
        <div className="stack-large">
          <PageHeading
            title={matrix.title}
            crumbs={[
              { href: "/harmonisation", text: t("harmonisation.title") },
              {
                href: `/harmonisation/groups/${groupId}`,
                text: group.data?.title ?? t("harmonisation.group"),
              },
            ]}
            lead={<p className="measure">{matrix.diversity.says.text}</p>}
            actions={
              group.data?.can.propose === true && matrix.variants.length > 0 ? (
                <Button onClick={() => setProposing(true)}>{t("proposal.make")}</Button>
              ) : undefined
            }
          />
          <section className="stack" aria-labelledby="matrix-table">
            <div className="spread">
              <div>
                <h2 className="section-title" id="matrix-table">
                  {t("matrix.title")}
                </h2>
                <p className="quiet measure">{t("matrix.what")}</p>
              </div>
              <ExportFiles
                path={`/harmonisation/${groupId}/matrix-file`}
                query={{ requirement }}
                name={requirement}
              />
            </div>
            <MatrixTable matrix={matrix} />
            {matrix.notAsking.length > 0 && (
              <p>{t("matrix.notAsking", { buyers: matrix.notAsking.join(", ") })}</p>
            )}
          </section>
          <OrderLayers matrix={matrix} />
          <section className="stack" aria-labelledby="matrix-burden">
            <div>
              <h2 className="section-title" id="matrix-burden">
                {t("burden.title")}
              </h2>
              <p className="quiet measure">{t("burden.what")}</p>
            </div>
            <BurdenTable burden={matrix.burden} />
          </section>
          <ProposalsSection groupId={groupId} requirement={requirement} />
          {proposing && (
            <ProposeDialog
              groupId={groupId}
              requirement={requirement}
              onClose={() => setProposing(false)}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}
