import { Button, Radio, RadioGroup, Select, TextField } from "@navikt/ds-react";
import type { OwnLink } from "@throughline/contract";
import { tiers } from "@throughline/domain";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { DateField } from "../date-field.tsx";
import { layerKey, listLayers, type Brush, type Layer } from "./link-layers.ts";

/** A layer in words: "Component: battery". */
export function sayLayer({ tier, component }: Layer): string {
  return component === null ? t(`tier.${tier}`) : `${t(`tier.${tier}`)}: ${component}`;
}

/** What is being ticked: which tier and component, whether surely or as one of several, since when. */
export function LinkBrush({
  layer,
  brush,
  links,
  components,
  onLayer,
  onBrush,
}: {
  readonly layer: Layer;
  readonly brush: Brush;
  readonly links: readonly OwnLink[];
  /** Components the request asks about, to choose from. */
  readonly components: readonly string[];
  readonly onLayer: (layer: Layer) => void;
  readonly onBrush: (brush: Brush) => void;
}): ReactNode {
  const layers = listLayers(links, tiers, layer);
  const known = [...new Set([...components, ...links.flatMap(({ component }) => component ?? [])])];
  const countOf = (one: Layer): number =>
    links.filter((link) => layerKey(link) === layerKey(one)).length;
  return (
    <fieldset className="plain card stack-small">
      <legend>{t("grid.brush")}</legend>
      <div className="stack-small">
        {layers.length > 1 && (
          <div className="row" role="group" aria-label={t("grid.layers")}>
            {layers.map((one) => (
              <Button
                key={layerKey(one)}
                size="xsmall"
                variant={layerKey(one) === layerKey(layer) ? "primary" : "secondary"}
                aria-pressed={layerKey(one) === layerKey(layer)}
                onClick={() => onLayer(one)}
              >
                {sayLayer(one)} ({countOf(one)})
              </Button>
            ))}
          </div>
        )}
        <div className="row-end">
          <Select
            size="small"
            label={t("grid.tier")}
            value={layer.tier}
            onChange={(event) =>
              onLayer({
                ...layer,
                tier: tiers.find((tier) => tier === event.target.value) ?? layer.tier,
              })
            }
          >
            {tiers.map((tier) => (
              <option key={tier} value={tier}>
                {t(`tier.${tier}`)}
              </option>
            ))}
          </Select>
          <TextField
            size="small"
            label={`${t("grid.component")} ${t("form.optional")}`}
            list="grid-components"
            autoComplete="off"
            maxLength={120}
            value={layer.component ?? ""}
            onChange={(event) =>
              onLayer({
                ...layer,
                component: event.target.value === "" ? null : event.target.value,
              })
            }
          />
          <datalist id="grid-components">
            {known.map((component) => (
              <option key={component} value={component}>
                {component}
              </option>
            ))}
          </datalist>
        </div>
        <RadioGroup
          className="radios-in-row"
          size="small"
          legend={t("grid.kind")}
          value={brush.kind}
          onChange={(value: string) =>
            onBrush({ ...brush, kind: value === "one_of_several" ? value : "confirmed" })
          }
        >
          <Radio value="confirmed">{t("grid.confirmed")}</Radio>
          <Radio value="one_of_several">{t("grid.several")}</Radio>
        </RadioGroup>
        <details className="plain" open={brush.from !== null || brush.to !== null || undefined}>
          <summary className="small">{t("grid.period")}</summary>
          <div className="row-end">
            <DateField
              label={t("grid.from")}
              value={brush.from ?? ""}
              onChange={(from) => onBrush({ ...brush, from: from === "" ? null : from })}
            />
            <DateField
              label={t("grid.to")}
              value={brush.to ?? ""}
              onChange={(to) => onBrush({ ...brush, to: to === "" ? null : to })}
            />
          </div>
        </details>
      </div>
    </fieldset>
  );
}
