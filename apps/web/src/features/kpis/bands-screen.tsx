import { Button, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormFaults, faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatShare } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { BandTag } from "./band-tag.tsx";
import { KpiHeading } from "./kpi-heading.tsx";
import { bandOrder, bandsQuery, type Bands } from "./queries.ts";

type BandSettings = Awaited<ReturnType<typeof api.kpis.getBands>>;

/** From which share of the target on a band holds, in a sentence. */
function sayBand(band: (typeof bandOrder)[number], bands: Bands): string {
  return t(`bands.says.${band}`, {
    approaching: formatShare(bands.approachingFrom),
    improvement: formatShare(bands.improvementFrom),
  });
}

function BandForm({ settings }: { readonly settings: BandSettings }): ReactNode {
  const [labels, setLabels] = useState<Record<string, string>>(settings.bands.labels);
  const [approaching, setApproaching] = useState(
    String(Math.round(settings.bands.approachingFrom * 100)),
  );
  const [improvement, setImprovement] = useState(
    String(Math.round(settings.bands.improvementFrom * 100)),
  );
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const change = useChange((bands: Bands) =>
    api.kpis.setBands({ version: settings.version, bands }),
  );
  function save(event: FormEvent): void {
    event.preventDefault();
    const from = { approaching: Number(approaching) / 100, improvement: Number(improvement) / 100 };
    const found: FormFault[] = bandOrder
      .filter((band) => (labels[band] ?? "").trim() === "")
      .map((band) => ({ field: `band-${band}`, message: t("bands.labelFault") }));
    if (!(from.approaching > 0 && from.approaching < 1))
      found.push({ field: "band-approaching", message: t("bands.shareFault") });
    if (!(from.improvement > 0 && from.improvement < from.approaching))
      found.push({ field: "band-improvement", message: t("bands.orderFault") });
    setFaults(found);
    if (found.length > 0) return;
    change.mutate({
      labels: {
        good: (labels["good"] ?? "").trim(),
        approaching_target: (labels["approaching_target"] ?? "").trim(),
        requires_improvement: (labels["requires_improvement"] ?? "").trim(),
        inadequate: (labels["inadequate"] ?? "").trim(),
        other: (labels["other"] ?? "").trim(),
      },
      approachingFrom: from.approaching,
      improvementFrom: from.improvement,
    });
  }
  return (
    <form className="card stack" onSubmit={save} noValidate>
      <FormFaults faults={faults} />
      {change.isError && <ProblemNotice error={change.error} />}
      {change.isSuccess && (
        <p role="status" className="notice notice-good">
          {t("form.saved")}
        </p>
      )}
      {bandOrder.map((band) => (
        <TextField
          key={band}
          id={`band-${band}`}
          size="small"
          maxLength={80}
          label={t("bands.label", { band: t(`kpis.band.${band}`) })}
          description={sayBand(band, settings.bands)}
          error={faultOf(faults, `band-${band}`)}
          value={labels[band] ?? ""}
          onChange={(event) => setLabels({ ...labels, [band]: event.target.value })}
          style={{ maxWidth: "24rem" }}
        />
      ))}
      <div className="row-end">
        <TextField
          id="band-approaching"
          size="small"
          inputMode="numeric"
          label={t("bands.approaching")}
          error={faultOf(faults, "band-approaching")}
          value={approaching}
          onChange={(event) => setApproaching(event.target.value)}
          style={{ maxWidth: "8rem" }}
        />
        <TextField
          id="band-improvement"
          size="small"
          inputMode="numeric"
          label={t("bands.improvement")}
          error={faultOf(faults, "band-improvement")}
          value={improvement}
          onChange={(event) => setImprovement(event.target.value)}
          style={{ maxWidth: "8rem" }}
        />
      </div>
      <div>
        <Button size="small" type="submit" loading={change.isPending}>
          {t("form.save")}
        </Button>
      </div>
    </form>
  );
}

/** Names and thresholds of the bands, for the whole organisation. */
export function BandsScreen(): ReactNode {
  const query = useQuery(bandsQuery);
  return (
    <>
      <KpiHeading />
      <div className="stack">
        <p className="quiet measure">{t("bands.what")}</p>
        <Loaded query={query} lines={6}>
          {(settings) =>
            settings.can.write ? (
              <BandForm key={settings.version} settings={settings} />
            ) : (
              <ul className="plain-cards stack-small">
                {bandOrder.map((band) => (
                  <li key={band}>
                    <BandTag band={band} bands={settings.bands} /> {sayBand(band, settings.bands)}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
