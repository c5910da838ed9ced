import type { Parameter, ParameterValue } from "@throughline/domain";
import type { ReactNode } from "react";
import { formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { rankOptions, type Choice, type Option } from "./rank-options.ts";

function Here(): ReactNode {
  return <strong className="rung-here">◀ {t("requirement.ladder.here")}</strong>;
}

function ChoiceLadder({
  type,
  value,
}: {
  readonly type: Choice;
  readonly value: ParameterValue | undefined;
}): ReactNode {
  const { rungs, plain, apart } = rankOptions(type);
  const one = ({ key, label }: Option): ReactNode => (
    <>
      {label} {value === key && <Here />}
    </>
  );
  return (
    <>
      {rungs.length > 0 && (
        <ol className="ladder" aria-label={t("requirement.ladder")}>
          {rungs.map((rung) => (
            <li key={rung.map(({ option }) => option.key).join(" ")}>
              {rung.map(({ option, asksMoreThan }) => (
                <span key={option.key} className="rung">
                  {one(option)}
                  {!plain && asksMoreThan.length > 0 && (
                    <span className="sub">
                      {t("requirement.ladder.asksMoreThan", { options: asksMoreThan.join(", ") })}
                    </span>
                  )}
                </span>
              ))}
            </li>
          ))}
        </ol>
      )}
      {apart.length > 0 && (
        <>
          <p className="small quiet">{t("requirement.ladder.incomparable")}</p>
          <ul className="plain-list small">
            {apart.map((option) => (
              <li key={option.key}>{one(option)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function FlagLadder({
  stricter,
  value,
}: {
  readonly stricter: "yes" | "no" | "none";
  readonly value: ParameterValue | undefined;
}): ReactNode {
  const words = {
    yes: t("requirement.ladder.yes"),
    no: t("requirement.ladder.no"),
  };
  const held = typeof value === "boolean" ? (value ? "yes" : "no") : null;
  const order = stricter === "no" ? (["no", "yes"] as const) : (["yes", "no"] as const);
  if (stricter === "none") return <p className="small">{`${words.yes} / ${words.no}`}</p>;
  return (
    <ol className="ladder" aria-label={t("requirement.ladder")}>
      {order.map((word) => (
        <li key={word}>
          <span className="rung">
            {words[word]} {held === word && <Here />}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** One parameter's values from the one that asks most, with the place of our house among them. */
export function ParameterLadder({
  parameter: { type },
  value,
}: {
  readonly parameter: Parameter;
  readonly value: ParameterValue | undefined;
}): ReactNode {
  if (type.kind === "choice") return <ChoiceLadder type={type} value={value} />;
  if (type.kind === "flag") return <FlagLadder stricter={type.stricter} value={value} />;
  if (type.kind === "text")
    return (
      <p className="small">
        {t("requirement.ladder.text")}{" "}
        {value !== undefined && (
          <>
            “{String(value)}” <Here />
          </>
        )}
      </p>
    );
  if (type.kind === "number") {
    const unit = t(`parameter.unit.${type.unit}`);
    return (
      <div className="stack-small">
        <p className="small">
          {t(`requirement.ladder.number.${type.stricter}`, {
            minimum: formatNumber(type.minimum),
            maximum: formatNumber(type.maximum),
            unit,
          })}
        </p>
        {typeof value === "number" && (
          <p>
            {t("requirement.value", { value: formatNumber(value), unit })} <Here />
          </p>
        )}
      </div>
    );
  }
  const chosen = Array.isArray(value) ? value : [];
  const options = type.options ?? chosen.map((key) => ({ key, label: key }));
  return (
    <div className="stack-small">
      <p className="small">{t(`requirement.ladder.set.${type.stricter}`)}</p>
      {type.options === null && <p className="small">{t("requirement.ladder.set.any")}</p>}
      <ul className="set-options small">
        {options.map(({ key, label }) => (
          <li key={key} data-chosen={chosen.includes(key)}>
            {label} {chosen.includes(key) && <Here />}
          </li>
        ))}
      </ul>
    </div>
  );
}
