import { Button } from "@navikt/ds-react";
import type { Line } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { t } from "../../texts/t.ts";

const tones = {
  yes: "banner",
  no: "banner banner-break",
  not_applicable: "banner banner-quiet",
} as const;

/** May it be extended? With the reasons: what the contract makes a condition, and what is only worth settling. */
export function ReadinessBanner({
  line,
  breakCount,
}: {
  readonly line: Line;
  readonly breakCount: number;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const { readiness, breaks } = line;
  const severe = breaks.filter((one) => one.severity === "severe");
  const hasWhy = readiness.gates.length + readiness.advice.length > 0;
  const tone =
    readiness.ready === "yes" && breaks.length > 0 ? "banner banner-care" : tones[readiness.ready];
  return (
    <div className={tone}>
      <div>
        <p>
          <strong>{readiness.sentence.text}</strong>{" "}
          {breaks.length === 0 ? t("readiness.noBreaks") : t("readiness.breaks", { n: breakCount })}{" "}
          {severe.slice(0, 1).map((one) => `${one.sentence.text} `)}
        </p>
        {open && (
          <div className="stack-small" id="why">
            {readiness.gates.length > 0 && (
              <div>
                <h2 className="small">
                  <strong>{t("readiness.gates")}</strong>
                </h2>
                <ul>
                  {readiness.gates.map((gate) => (
                    <li key={gate.text}>{gate.text}</li>
                  ))}
                </ul>
              </div>
            )}
            {readiness.advice.length > 0 && (
              <div>
                <h2 className="small">
                  <strong>{t("readiness.advice")}</strong>
                </h2>
                <ul>
                  {readiness.advice.map((advice) => (
                    <li key={advice.text}>{advice.text}</li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        )}
      </div>
      {hasWhy && (
        <Button
          size="small"
          variant="secondary"
          className="no-print"
          aria-expanded={open}
          aria-controls={open ? "why" : undefined}
          onClick={() => setOpen(!open)}
        >
          {t(open ? "readiness.whyHide" : "readiness.why")}
        </Button>
      )}
    </div>
  );
}
