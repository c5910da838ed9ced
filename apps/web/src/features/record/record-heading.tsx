import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { PageHeading } from "../../components/page-heading.tsx";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";

/** Whether one may write the record; the server decides again. */
export function useMayWrite(): boolean {
  return useQuery(meQuery).data?.can.includes("record.write") ?? false;
}

/** Heading of the parts of Our record. */
export function RecordHeading({
  title,
  lead,
  actions,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}): ReactNode {
  const part = title !== t("record.title");
  return (
    <>
      <PageHeading
        title={title}
        crumbs={part ? [{ href: "/record", text: t("record.title") }] : []}
        lead={lead}
        {...(actions === undefined ? {} : { actions })}
      />
      <SectionNav
        label={t("record.parts")}
        entries={[
          { href: "/record", text: t("record.part.overview") },
          { href: "/record/sites", text: t("record.part.sites") },
          { href: "/record/products", text: t("record.part.products") },
          { href: "/record/made-where", text: t("record.part.grid") },
          { href: "/record/other-answers", text: t("record.part.answers") },
        ]}
      />
    </>
  );
}
