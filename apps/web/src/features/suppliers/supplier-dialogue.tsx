import type { SupplierDialogue as Dialogue } from "@throughline/contract";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { CommitmentLines } from "../../components/dialogue/commitment-lines.tsx";
import { t } from "../../texts/t.ts";

const shownAtMost = 8;

type Promises = Dialogue["promises"][number];

/** What one side kept of what it promised; nothing due is no figure. */
function sayPromises({ side, due, keptByFirst, keptByLater, slips }: Promises): string {
  if (due === 0) return t(`supplier.promises.none.${side}`);
  return [
    t(`supplier.promises.${side}`, { kept: keptByFirst, due }),
    ...(keptByLater === 0 ? [] : [t("supplier.promises.later", { n: keptByLater })]),
    ...(slips === 0 ? [] : [t("supplier.promises.slips", { n: slips })]),
  ].join(" ");
}

/** What is open between us over contracts and years: series, promises of both sides, obstacles in the chain. */
export function SupplierDialogue({ dialogue }: { readonly dialogue: Dialogue | null }): ReactNode {
  if (dialogue === null) return null;
  const { series, open, promises, obstacles } = dialogue;
  return (
    <section className="card stack-small" aria-labelledby="supplier-dialogue">
      <h2 className="section-title" id="supplier-dialogue">
        {t("supplier.dialogue")}
      </h2>
      {series.length === 0 ? (
        <p className="quiet">{t("supplier.dialogueNone")}</p>
      ) : (
        <>
          <ul className="facts">
            {series.map((one) => (
              <li key={one.id}>
                <AppLink href={`/dialogue/series/${one.id}`}>
                  <strong>{one.title}</strong>
                </AppLink>
                <div>{one.says.text}</div>
              </li>
            ))}
          </ul>
          {promises.map((one) => (
            <p key={one.side}>{sayPromises(one)}</p>
          ))}
          <h3 className="item-title">
            {t("supplier.promisesOpen")} <span className="quiet">{open.length}</span>
          </h3>
          {open.length === 0 ? (
            <p className="quiet">{t("supplier.promisesOpenNone")}</p>
          ) : (
            <CommitmentLines commitments={open.slice(0, shownAtMost)} />
          )}
          <p>
            <AppLink href="/commitments">{t("supplier.promisesAll")}</AppLink>
          </p>
          {obstacles.length > 0 && (
            <p>
              <AppLink href="/commitments/obstacles">
                {t("supplier.obstacles", { n: obstacles.length })}
              </AppLink>
            </p>
          )}
        </>
      )}
    </section>
  );
}
