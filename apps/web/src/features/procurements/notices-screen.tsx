import { Button, Checkbox } from "@navikt/ds-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { NoticePreview } from "@throughline/contract";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { sendFile } from "../../api/send-file.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import { NoticeCard } from "./notice-card.tsx";

type TakeInput = Parameters<typeof api.procurements.takeNotices>[0];
type Taken = Awaited<ReturnType<typeof api.procurements.takeNotices>>;

async function readNotices(file: File): Promise<NoticePreview> {
  const form = new FormData();
  form.set("file", file);
  return sendFile("/procurements/read-notices", form, NoticePreview);
}

function TakenList({ items }: { readonly items: Taken["items"] }): ReactNode {
  return (
    <div className="stack" role="status">
      <h2 className="section-title">{t("notice.taken", { n: items.length })}</h2>
      <ul className="card bare stack-small">
        {items.map((item) => (
          <li key={item.id}>
            <ToneTag tone={item.what === "same" ? "quiet" : "good"}>
              {t(`notice.what.${item.what}`)}
            </ToneTag>{" "}
            <AppLink href={`/procurements/${item.id}`}>{item.title}</AppLink>
            {item.notes.length > 0 && (
              <ul className="small">
                {item.notes.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the file holds, to choose from; nothing is taken before it is said. */
function ChooseNotices({ preview }: { readonly preview: NoticePreview }): ReactNode {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const take = useChange((input: TakeInput) => api.procurements.takeNotices(input));
  const chosen = preview.notices.filter((_, at) => !left.has(at));
  if (take.data !== undefined) return <TakenList items={take.data.items} />;
  if (preview.notices.length === 0)
    return <EmptyState title={t("notice.none")} what={t("notice.noneWhat")} />;
  return (
    <div className="stack">
      <h2 className="section-title">{t("notice.found", { n: preview.notices.length })}</h2>
      {preview.leftOut > 0 && (
        <p className="notice notice-care">{t("notice.leftOut", { n: preview.leftOut })}</p>
      )}
      {preview.notices.map((one, at) => (
        <NoticeCard key={at} found={one}>
          <Checkbox
            size="small"
            checked={!left.has(at)}
            onChange={(event) => {
              const next = new Set(left);
              if (event.target.checked) next.delete(at);
              else next.add(at);
              setLeft(next);
            }}
          >
            {t(one.existing === null ? "notice.takeNew" : "notice.takeFurther")}
          </Checkbox>
        </NoticeCard>
      ))}
      {take.error !== null && <ProblemNotice error={take.error} />}
      <div className="row">
        <Button
          disabled={chosen.length === 0}
          loading={take.isPending}
          onClick={() => take.mutate({ notices: chosen.map(({ notice }) => notice) })}
        >
          {t("notice.take", { n: chosen.length })}
        </Button>
      </div>
    </div>
  );
}

/** Reads public notices (OCDS, eForms), shows what is in them, and takes what is chosen. */
export function NoticesScreen(): ReactNode {
  const mayWrite = useQuery(meQuery).data?.can.includes("procurement.write");
  const [file, setFile] = useState<File | null>(null);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const read = useMutation({ mutationFn: readNotices });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (file === null)
      return setFaults([{ field: "notice-file", message: t("notice.fault.file") }]);
    setFaults([]);
    read.mutate(file);
  }
  return (
    <>
      <PageHeading
        title={t("notice.title")}
        lead={<p className="quiet measure">{t("notice.whatFor")}</p>}
        crumbs={[{ href: "/procurements", text: t("procurements.title") }]}
      />
      {mayWrite === false ? (
        <EmptyState title={t("procurement.mayNot")} what={t("procurement.mayNotWhat")} />
      ) : (
        <div className="stack-large" style={{ maxWidth: "60rem" }}>
          <form className="card stack" noValidate onSubmit={submit}>
            <FormFaults faults={faults} />
            {read.error !== null && faults.length === 0 && <ProblemNotice error={read.error} />}
            <FileDrop
              id="notice-file"
              label={t("notice.file")}
              help={t("notice.fileHelp")}
              accept=".json,.jsonl,.xml,application/json,application/xml,text/xml"
              file={file}
              error={faults[0]?.message}
              onChange={(next) => {
                setFile(next);
                read.reset();
              }}
            />
            <div>
              <Button type="submit" loading={read.isPending}>
                {t("notice.read")}
              </Button>
            </div>
          </form>
          {read.data !== undefined && <ChooseNotices preview={read.data} />}
        </div>
      )}
    </>
  );
}
