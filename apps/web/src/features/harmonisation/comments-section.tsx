import { Button, Radio, RadioGroup, Textarea } from "@navikt/ds-react";
import type { Proposal } from "@throughline/contract";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

const stances = ["agree", "change", "disagree"] as const;
type Stance = (typeof stances)[number];
const tones = { agree: "good", change: "care", disagree: "break" } as const;

/** What the organisations of the group say; a later word of the same one takes the place of the earlier. */
export function CommentsSection({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const [stance, setStance] = useState<Stance | "">("");
  const [text, setText] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const comment = useChange((input: { stance: Stance; text: string }) =>
    api.harmonisation.comment({ proposalId: proposal.id, ...input }),
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found: FormFault[] = [];
    if (stance === "") found.push({ field: "comment-stance", message: t("comment.stanceFault") });
    if (stance !== "agree" && text.trim() === "")
      found.push({ field: "comment-text", message: t("comment.textFault") });
    setFaults(found);
    if (found.length === 0 && stance !== "")
      comment.mutate(
        { stance, text: text.trim() },
        {
          onSuccess: () => {
            setText("");
            setStance("");
          },
        },
      );
  }
  return (
    <section className="stack" aria-labelledby="proposal-comments">
      <div>
        <h2 className="section-title" id="proposal-comments">
          {t("comment.title")}
        </h2>
        <p className="quiet" role="status">
          {t("proposal.stances", proposal.stances)}
        </p>
      </div>
      {proposal.comments.length === 0 ? (
        <p className="quiet">{t("comment.none")}</p>
      ) : (
        <ul className="plain-cards stack">
          {proposal.comments.map((one) => (
            <li key={one.id} className="card stack-small">
              <p>
                <strong>
                  {one.own ? t("harmonisation.us", { name: one.organisation }) : one.organisation}
                </strong>{" "}
                <ToneTag tone={one.replaced ? "quiet" : tones[one.stance]}>
                  {t(`comment.stance.${one.stance}`)}
                </ToneTag>
                <span className="sub">
                  {t(`harmonisation.kind.${one.kind}`)} · {formatInstant(one.on)}
                  {one.replaced && ` · ${t("comment.replaced")}`}
                </span>
              </p>
              {one.text !== "" && <p className="measure wrap-anywhere">{one.text}</p>}
            </li>
          ))}
        </ul>
      )}
      {proposal.can.comment && (
        <form className="stack no-print" onSubmit={submit} noValidate>
          <FormFaults faults={faults} />
          {comment.isError && <ProblemNotice error={comment.error} />}
          <RadioGroup
            id="comment-stance"
            tabIndex={-1}
            legend={t("comment.say")}
            description={t("comment.sayWhat")}
            size="small"
            value={stance}
            onChange={(value: Stance) => setStance(value)}
          >
            {stances.map((one) => (
              <Radio key={one} value={one}>
                {t(`comment.stance.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          <Textarea
            id="comment-text"
            size="small"
            minRows={2}
            maxLength={4000}
            label={t("comment.text")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div>
            <Button type="submit" size="small" loading={comment.isPending}>
              {t("comment.send")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
