import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import type { Asked } from "./queries.ts";

/** Of whom something is asked: "of small resellers, brands". */
export function sayBidders({ bidders }: Pick<Asked, "bidders">): string {
  if (bidders.length === 0) return t("policyTry.askedOfAll");
  return t("policyTry.askedOf", {
    who: bidders
      .map(({ bidderRole, size }) =>
        [
          ...(size === null ? [] : [t(`bidderSize.${size}`)]),
          t(`requirement.variant.${bidderRole ?? "anyBidder"}`),
        ].join(" "),
      )
      .join(", "),
  });
}

export const askedKey = (asked: Asked): string =>
  `${asked.requirement} ${asked.role} ${sayBidders(asked)}`;

/** What the rows ask together, requirement by requirement. */
export function AskedList({
  asked,
  rowTitle,
}: {
  readonly asked: readonly Asked[];
  /** Name of a row, where it is known here. */
  readonly rowTitle: (id: string) => string | undefined;
}): ReactNode {
  return (
    <ul className="facts">
      {asked.map((one) => {
        const rows = one.rowIds.flatMap((id) => {
          const title = rowTitle(id);
          return title === undefined ? [] : [{ id, title }];
        });
        return (
          <li key={askedKey(one)}>
            <strong>
              <AppLink href={`/requirements/${one.requirement}`}>{one.title}</AppLink>
            </strong>{" "}
            <span className="quiet">{t(`requirementRole.${one.role}`)}</span>
            <p>{one.asks.text}</p>
            <p className="from">
              {sayBidders(one)}
              {rows.map(({ id, title }) => (
                <span key={id}>
                  {" "}
                  · <AppLink href={`/policy/rows/${id}`}>{title}</AppLink>
                </span>
              ))}
            </p>
            {one.undecided.length > 0 && (
              <p>
                <ToneTag tone="care">{t("policyTry.conflicts")}</ToneTag>{" "}
                {t("policyTry.undecided", { parameters: one.undecided.join(", ") })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
