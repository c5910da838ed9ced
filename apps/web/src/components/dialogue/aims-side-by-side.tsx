import { Button } from "@navikt/ds-react";
import { dialogueSides, type DialogueSide } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import type { Series } from "../../api/dialogue.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { ToneTag } from "../tags.tsx";
import { AgreeDialog } from "./agree-dialog.tsx";
import { AimDialog, type AimText } from "./aim-dialog.tsx";

type Aim = Series["aims"][number];
type SeriesOfAims = Pick<Series, "id" | "aims" | "mySide" | "counterpart" | "host"> & {
  readonly can: Pick<Series["can"], "write" | "agree">;
};

const nothing: AimText = { purpose: "", hopedOutcome: "", brings: "" };

/** What one side said last; earlier wordings come after it. */
export function standingAim(aims: readonly Aim[], side: DialogueSide): Aim | undefined {
  return aims.find((aim) => aim.side === side);
}

function Wording({ aim }: { readonly aim: Aim }): ReactNode {
  return (
    <dl className="about stack-small">
      {(["purpose", "hopedOutcome", "brings"] as const)
        .filter((name) => aim[name] !== "")
        .map((name) => (
          <div key={name}>
            <dt>{t(`aim.${name}`)}</dt>
            <dd className="wrap-anywhere">{aim[name]}</dd>
          </div>
        ))}
    </dl>
  );
}

function OneSide({
  series,
  side,
  onSay,
  onAgree,
}: {
  readonly series: SeriesOfAims;
  readonly side: DialogueSide;
  readonly onSay: () => void;
  readonly onAgree: (aim: Aim) => void;
}): ReactNode {
  const ours = side === series.mySide;
  const who = side === "counterpart" ? series.counterpart.name : series.host.name;
  const aim = standingAim(series.aims, side);
  const other = side === "counterpart" ? series.host.name : series.counterpart.name;
  const earlier = series.aims.filter((one) => one.side === side && one.id !== aim?.id);
  return (
    <section className="card stack" aria-label={t("aim.of", { who })}>
      <div className="spread">
        <h3>{t("aim.of", { who })}</h3>
        {aim !== undefined && (
          <ToneTag tone={aim.agreed === null ? "care" : "good"}>
            {t(aim.agreed === null ? "aim.notYetAgreed" : "aim.agreed")}
          </ToneTag>
        )}
      </div>
      {aim === undefined ? (
        <p className="quiet">{t(ours ? "aim.noneOurs" : "aim.noneTheirs", { who })}</p>
      ) : (
        <>
          <Wording aim={aim} />
          <p className="small quiet">
            {t("aim.said", { by: aim.by, date: formatDate(aim.saidAt) })}{" "}
            {aim.agreed === null
              ? t("aim.waits", { other })
              : t("aim.agreedBy", { by: aim.agreed.by, date: formatDate(aim.agreed.at) })}
            {aim.agreed !== null && aim.agreed.note !== "" && ` “${aim.agreed.note}”`}
          </p>
        </>
      )}
      {ours && series.can.write && (
        <div className="no-print">
          <Button size="small" variant="secondary" onClick={onSay}>
            {t(aim === undefined ? "aim.say" : "aim.sayAgain")}
          </Button>
        </div>
      )}
      {!ours && aim !== undefined && aim.agreed === null && series.can.agree && (
        <div className="no-print">
          <Button size="small" onClick={() => onAgree(aim)}>
            {t("aim.agree")}
          </Button>
        </div>
      )}
      {earlier.length > 0 && (
        <details className="plain small">
          <summary>{t("aim.earlier", { n: earlier.length })}</summary>
          {earlier.map((one) => (
            <div key={one.id} className="stack-small">
              <p className="quiet">{t("aim.said", { by: one.by, date: formatDate(one.saidAt) })}</p>
              <Wording aim={one} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

/** What each side wants, hopes for and brings, side by side, and whether the other agreed to it. */
export function AimsSideBySide({ series }: { readonly series: SeriesOfAims }): ReactNode {
  const [saying, setSaying] = useState(false);
  const [agreeing, setAgreeing] = useState<Aim | null>(null);
  const ours = standingAim(series.aims, series.mySide);
  return (
    <>
      <div className="sides">
        {dialogueSides.map((side) => (
          <OneSide
            key={side}
            series={series}
            side={side}
            onSay={() => setSaying(true)}
            onAgree={setAgreeing}
          />
        ))}
      </div>
      {saying && (
        <AimDialog
          seriesId={series.id}
          from={ours ?? nothing}
          wasAgreed={ours !== undefined && ours.agreed !== null}
          onClose={() => setSaying(false)}
        />
      )}
      {agreeing !== null && (
        <AgreeDialog
          seriesId={series.id}
          aimId={agreeing.id}
          by={agreeing.by}
          onClose={() => setAgreeing(null)}
        />
      )}
    </>
  );
}
