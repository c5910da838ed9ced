import { formatCountry, formatShare } from "../../texts/format.ts";
import type { ReactNode, Ref } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { t } from "../../texts/t.ts";
import { PairMap } from "./pair-map.tsx";
import { compareTexts, type TextPart } from "./compare-texts.ts";
import type { Review } from "./queries.ts";
import { capitalise, sayComparison, sayWeightWithOdds } from "./say-weight.ts";

function Marked({ parts }: { readonly parts: readonly TextPart[] }): ReactNode {
  return parts.map((part, index) =>
    part.differs ? (
      <mark key={index} className="differs-word">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

function FieldRow({
  name,
  a,
  b,
}: {
  readonly name: string;
  readonly a: string;
  readonly b: string;
}): ReactNode {
  const [ofA, ofB] = compareTexts(a, b);
  const differs = [...ofA, ...ofB].some((part) => part.differs);
  return (
    <tr>
      <th scope="row">
        {name}
        {differs && <span className="differs">{t("matches.differs")}</span>}
      </th>
      <td data-label={t("matches.first")}>
        <Marked parts={ofA} />
      </td>
      <td data-label={t("matches.second")}>
        <Marked parts={ofB} />
      </td>
    </tr>
  );
}

const reasons: readonly DataColumn<Review["explanation"][number]>[] = [
  {
    id: "compared",
    header: t("matches.compared"),
    value: (one) => sayComparison(one.comparison),
    names: true,
  },
  {
    id: "said",
    header: t("matches.said"),
    value: (one) => one.level,
    cell: (one) => (
      <>
        {capitalise(one.level)}
        <Words label={t("matches.wordsAgree")} words={one.agreed} />
        <Words label={t("matches.wordsDiffer")} words={one.differed} differ />
      </>
    ),
  },
  {
    id: "weight",
    header: t("matches.weight"),
    value: (one) => sayWeightWithOdds(one.comparison, one.bits),
  },
];

function Words({
  label,
  words,
  differ = false,
}: {
  readonly label: string;
  readonly words: readonly string[];
  readonly differ?: boolean;
}): ReactNode {
  if (words.length === 0) return null;
  return (
    <span className="reason-words quiet">
      {label}{" "}
      {words.map((word, index) => (
        <span key={index}>
          {index > 0 && ", "}
          {differ ? <mark className="differs-word">{word}</mark> : word}
        </span>
      ))}
    </span>
  );
}

/** Two records side by side, with what differs marked and why they may be one. */
export function PairCard({
  review,
  headingRef,
}: {
  readonly review: Review;
  readonly headingRef: Ref<HTMLHeadingElement>;
}): ReactNode {
  const { a, b } = review;
  return (
    <article className="card stack" aria-labelledby="pair-question">
      <div>
        <h2 className="section-title" id="pair-question" ref={headingRef} tabIndex={-1}>
          {t("matches.question")}
        </h2>
        <p className="quiet">
          {t("matches.alike", { share: formatShare(review.probability) })} {t("matches.marked")}
        </p>
      </div>
      <table className="pair-table">
        <caption className="aksel-sr-only">{t("matches.question")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("matches.field")}</th>
            <th scope="col">{t("matches.first")}</th>
            <th scope="col">{t("matches.second")}</th>
          </tr>
        </thead>
        <tbody>
          <FieldRow name={t("site.name")} a={a.name} b={b.name} />
          <FieldRow
            name={t("site.address")}
            a={a.address ?? t("sites.noAddress")}
            b={b.address ?? t("sites.noAddress")}
          />
          <FieldRow
            name={t("site.country")}
            a={formatCountry(a.country)}
            b={formatCountry(b.country)}
          />
          <tr>
            <th scope="row">{t("site.publicId")}</th>
            {[a, b].map((site, index) => (
              <td key={site.id} data-label={t(index === 0 ? "matches.first" : "matches.second")}>
                <AppLink href={`/sites/${site.publicId}`}>{site.publicId}</AppLink>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <details className="plain" open>
        <summary>{t("matches.why")}</summary>
        <DataTable
          caption={t("matches.why")}
          columns={reasons}
          rows={review.explanation}
          rowKey={(one) => one.comparison + one.level}
        />
      </details>
      <PairMap review={review} />
    </article>
  );
}
