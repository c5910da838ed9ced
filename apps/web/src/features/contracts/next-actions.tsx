import { Button } from "@navikt/ds-react";
import type { Line, LineBreak, NextAction } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { ButtonLink } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { usePrinting } from "../../components/use-printing.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import { draftedRequestOf } from "./task-of-action.ts";

const shownAtFirst = 6;

/** What was said and promised has pages of its own; a dialogue that lapsed leads to its series, where a day is agreed. */
function tablePlace({ kind, refs }: NextAction): string | null {
  const idOf = (about: NextAction["refs"][number]["kind"]): string | undefined =>
    refs.find((ref) => ref.kind === about)?.id;
  switch (kind) {
    case "remind_of_commitment":
    case "confirm_commitment":
      return `/commitments/${idOf("commitment") ?? ""}`;
    case "send_minutes":
    case "prepare_meeting": {
      const meeting = idOf("meeting");
      return meeting === undefined
        ? `/dialogue/series/${idOf("series") ?? ""}`
        : `/meetings/${meeting}`;
    }
    default:
      return null;
  }
}

/** Decisions are made on the review screens, tenders and duties have their own; everything else is done here. */
function reviewPlace(action: NextAction, contractId: string): string | null {
  if (action.kind === "align_tender") {
    const tender = action.refs.find((ref) => ref.kind === "procurement");
    return tender === undefined ? "/procurements" : `/procurements/${tender.id}`;
  }
  const atTable = tablePlace(action);
  if (atTable !== null) return atTable;
  if (action.kind === "record_duty") return `/duties?contract=${contractId}`;
  if (action.kind === "decide_match") return `/reviews?contract=${contractId}`;
  if (action.kind !== "decide_hit") return null;
  const hit = action.refs.find((ref) => ref.kind === "screening");
  return hit === undefined ? "/reviews/hits" : `/reviews/hits?hit=${hit.id}`;
}

function mayDo(action: NextAction, can: ContractDetail["can"]): boolean {
  switch (action.kind) {
    case "decide_hit":
      return can.decideHits;
    case "add_disclosure":
    case "screen_sites":
    case "decide_match":
      return can.addDisclosure;
    case "align_tender":
    case "record_duty":
    case "prepare_meeting":
    case "send_minutes":
    case "remind_of_commitment":
    case "confirm_commitment":
    case "edit_conditions":
    case "add_products":
    case "assign_follow_up":
      return can.write;
    default:
      return can.request;
  }
}

function ActionButton({
  action,
  contract,
  primary,
  onAct,
}: {
  readonly action: NextAction;
  readonly contract: ContractDetail;
  readonly primary: boolean;
  readonly onAct: (action: NextAction) => void;
}): ReactNode {
  const place = reviewPlace(action, contract.id);
  const variant = primary ? "primary" : "secondary";
  if (place !== null) {
    return (
      <ButtonLink size="small" variant={variant} href={place}>
        {t(`next.${action.kind}`)}
      </ButtonLink>
    );
  }
  const drafted = draftedRequestOf(action, contract) !== undefined;
  return (
    <Button size="small" variant={variant} onClick={() => onAct(action)}>
      {drafted ? t("next.recordSent") : t(`next.${action.kind}`)}
    </Button>
  );
}

const longestWhy = 170;

/** A short reason is read at once; a long one opens. */
function Why({ text }: { readonly text: string }): ReactNode {
  if (text.length <= longestWhy) return <p className="small quiet">{text}</p>;
  return (
    <details className="small quiet">
      <summary>{t("next.whyMore")}</summary>
      {text}
    </details>
  );
}

function ActionCard({
  asOf,
  one,
  contract,
  primary,
  onAct,
}: {
  readonly asOf: string;
  readonly one: LineBreak;
  readonly contract: ContractDetail;
  readonly primary: boolean;
  readonly onAct: ((action: NextAction) => void) | null;
}): ReactNode {
  const { action } = one;
  const late = action.dueOn !== null && action.dueOn < asOf;
  return (
    <li>
      <article className={`card action-card is-${one.severity}`}>
        <h3>{action.sentence.text}</h3>
        <p className="small">{one.sentence.text}</p>
        <Why text={action.why.text} />
        <p className={late ? "small break-text" : "small quiet"}>
          {[
            action.dueOn === null ? null : t("line.dueStart", { date: formatDate(action.dueOn) }),
            action.owner ?? t("line.noOwner"),
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </p>
        {onAct !== null && mayDo(action, contract.can) && (
          <div className="foot no-print">
            <ActionButton action={action} contract={contract} primary={primary} onAct={onAct} />
          </div>
        )}
      </article>
    </li>
  );
}

/** What to do next, most severe first, each done from here. `onAct` is null where the past is shown. */
export function NextActions({
  line,
  contract,
  onAct,
}: {
  readonly line: Line;
  readonly contract: ContractDetail;
  readonly onAct: ((action: NextAction) => void) | null;
}): ReactNode {
  const [all, setAll] = useState(false);
  const onPaper = usePrinting();
  const shown = all || onPaper ? line.breaks : line.breaks.slice(0, shownAtFirst);
  return (
    <section className="stack" aria-labelledby="next">
      <h2 className="section-title" id="next">
        {t("next.title")}
      </h2>
      {line.breaks.length === 0 && (
        <EmptyState level={3} title={t("next.none")} what={t("next.noneWhat")} />
      )}
      <ul className="action-grid">
        {shown.map((one, index) => (
          <ActionCard
            key={one.id}
            asOf={line.asOf}
            one={one}
            contract={contract}
            primary={index === 0}
            onAct={onAct}
          />
        ))}
      </ul>
      {!all && line.breaks.length > shownAtFirst && (
        <div className="no-print">
          <Button size="small" variant="tertiary" onClick={() => setAll(true)}>
            {t("next.more", { n: line.breaks.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
