import type { NoticePreview } from "@throughline/contract";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { formatCountry, formatDate, minorDigits, formatMoney } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { sayNoticeCode, type NoticeCodeList } from "./say-notice-code.ts";

type Found = NoticePreview["notices"][number];
type Notice = Found["notice"];

function sayValue({ value }: Notice): string | null {
  if (value === null) return null;
  const minorUnits = Math.round(value.amount * 10 ** minorDigits(value.currency));
  return formatMoney({ minorUnits, currency: value.currency });
}

/** What is told of the whole, as pairs; what the notice does not say is left out. */
function listFacts({ notice, cpvLabels }: Found): [label: string, value: string][] {
  const labels = new Map(cpvLabels.map(({ code, label }) => [code, label]));
  const pairs: [string, string | null][] = [
    [t("notice.buyer"), notice.buyer.name === "" ? null : notice.buyer.name],
    [t("procurement.country"), notice.country === null ? null : formatCountry(notice.country)],
    [t("field.amount"), sayValue(notice)],
    [
      t("field.cpv"),
      notice.cpv.length === 0
        ? null
        : notice.cpv.map((code) => `${labels.get(code) ?? ""} (${code})`.trim()).join("; "),
    ],
    [t("notice.publishedOn"), notice.publishedOn === null ? null : formatDate(notice.publishedOn)],
    [
      t("procurement.deadlineOn"),
      notice.deadlineOn === null ? null : formatDate(notice.deadlineOn),
    ],
    [t("notice.awardedOn"), notice.awardedOn === null ? null : formatDate(notice.awardedOn)],
    [
      t("notice.suppliers"),
      notice.suppliers.length === 0 ? null : notice.suppliers.map(({ name }) => name).join("; "),
    ],
  ];
  return pairs.flatMap(([label, value]) => (value === null ? [] : [[label, value]]));
}

/** A criterion by its name; one of which only the code is told by what that means. */
function sayCoded(list: NoticeCodeList, name: string | null, code: string): string {
  return name === null || name === "" || name === code ? sayNoticeCode(list, code) : name;
}

function LotDetails({ lot }: { readonly lot: Notice["lots"][number] }): ReactNode {
  const social = [
    ...lot.strategicProcurement.map((code) => sayNoticeCode("strategic-procurement", code)),
    ...lot.socialObjectives.map((code) => sayNoticeCode("social-objective", code)),
    ...lot.environmentalImpacts.map((code) => sayNoticeCode("environmental-impact", code)),
    ...lot.innovations.map((code) => sayNoticeCode("innovative-acquisition", code)),
  ];
  return (
    <li>
      <p>{t("instance.lot", { id: lot.id, title: lot.title })}</p>
      {lot.awardCriteria.length > 0 && (
        <p className="small">
          {t("notice.awardCriteria", {
            list: lot.awardCriteria
              .map(({ name, type, weight }) =>
                weight === null
                  ? sayCoded("award-criterion-type", name, type)
                  : `${sayCoded("award-criterion-type", name, type)} ${weight} %`,
              )
              .join("; "),
          })}
        </p>
      )}
      {lot.selectionCriteria.length > 0 && (
        <p className="small">
          {t("notice.selectionCriteria", {
            list: lot.selectionCriteria
              .map(({ name, type }) => sayCoded("selection-criterion", name, type))
              .join("; "),
          })}
        </p>
      )}
      {lot.performanceTerms.length > 0 && (
        <p className="small">
          {t("notice.performanceTerms", {
            list: lot.performanceTerms.map(({ text }) => text).join("; "),
          })}
        </p>
      )}
      {social.length > 0 && (
        <p className="small">{t("notice.strategic", { list: social.join(", ") })}</p>
      )}
    </li>
  );
}

/** What one notice says, before anything of it is taken. */
export function NoticeCard({
  found,
  children,
}: {
  readonly found: Found;
  readonly children: ReactNode;
}): ReactNode {
  const { notice, existing } = found;
  const unread = Object.keys(notice.unread);
  return (
    <section className="card stack-small" aria-label={notice.title || t("notice.untitled")}>
      <h3 className="item-title wrap-anywhere">{notice.title || t("notice.untitled")}</h3>
      <p className="small quiet">
        {[
          t(`notice.source.${notice.source}`),
          t(`notice.kind.${notice.kind}`),
          ...[notice.ocid, notice.noticeId, notice.publicationId].flatMap((id) => id ?? []),
        ].join(" · ")}
      </p>
      {existing !== null && (
        <p>
          {t("notice.existing")}{" "}
          <AppLink href={`/procurements/${existing.id}`}>
            {existing.title} ({existing.reference})
          </AppLink>
        </p>
      )}
      <dl className="said">
        {listFacts(found).map(([label, value]) => (
          <div key={label} style={{ display: "contents" }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {notice.lots.length > 0 && (
        <details>
          <summary>{t("notice.lots", { n: notice.lots.length })}</summary>
          <ul className="bare stack-small">
            {notice.lots.slice(0, 200).map((lot, at) => (
              <LotDetails key={`${lot.id} ${at}`} lot={lot} />
            ))}
          </ul>
        </details>
      )}
      {notice.notes.length > 0 && (
        <ul className="small">
          {notice.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {unread.length > 0 && (
        <details>
          <summary>{t("notice.unread", { n: unread.length })}</summary>
          <p className="small quiet wrap-anywhere">{unread.slice(0, 200).join(", ")}</p>
        </details>
      )}
      {children}
    </section>
  );
}
