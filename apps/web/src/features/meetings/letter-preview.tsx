import type { ReactNode } from "react";
import type { api } from "../../api/client.ts";
import { t } from "../../texts/t.ts";

type Letter = Awaited<ReturnType<typeof api.meetings.previewLetter>>;

/** A letter as the other side reads it, who gets it, and who gets nothing and why. */
export function LetterPreview({ letter }: { readonly letter: Letter }): ReactNode {
  return (
    <section className="card stack" aria-labelledby="letter-preview">
      <h3 id="letter-preview">{t("letter.title")}</h3>
      <div>
        <p className="quiet">{t("letter.to")}</p>
        {letter.to.length === 0 ? (
          <p className="care-text">{t("letter.toNobody")}</p>
        ) : (
          <ul>
            {letter.to.map((one) => (
              <li key={`${one.name} ${one.address ?? ""}`}>
                {one.name} {one.address !== null && <span className="quiet">{one.address}</span>}
                {" · "}
                {t(`letter.side.${one.side}`)}
              </li>
            ))}
          </ul>
        )}
        {letter.without.length > 0 && (
          <ul className="care-text">
            {letter.without.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      <p>
        <span className="quiet">{t("letter.subject")}</span> {letter.subject}
      </p>
      <div className="letter">
        {letter.body
          .replaceAll("{{link}}", t("letter.linkStands"))
          .replaceAll("{{code}}", t("letter.codeStands"))}
      </div>
    </section>
  );
}
