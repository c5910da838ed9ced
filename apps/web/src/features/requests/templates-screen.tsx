import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { RequestTemplate } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { RequestsNav } from "../../components/requests-nav.tsx";
import { t } from "../../texts/t.ts";
import { templatesQuery } from "./queries.ts";
import { TemplateDialog } from "./template-dialog.tsx";

function TemplateCard({
  template,
  mayWrite,
  onEdit,
  onRemove,
}: {
  readonly template: RequestTemplate;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}): ReactNode {
  return (
    <li className="card stack-small">
      <h2 className="section-title">{template.name}</h2>
      <p lang={template.language}>
        <strong>{template.subject}</strong>
      </p>
      <div className="letter" lang={template.language}>
        {template.body}
      </div>
      {mayWrite && (
        <div className="row no-print">
          <ButtonLink
            size="small"
            variant="secondary"
            href={`/requests/new?template=${template.id}`}
          >
            {t("templates.use")}
          </ButtonLink>
          <Button size="small" variant="tertiary" onClick={onEdit}>
            {t("templates.edit")}
          </Button>
          <Button size="small" variant="tertiary" data-color="danger" onClick={onRemove}>
            {t("templates.remove")}
          </Button>
        </div>
      )}
    </li>
  );
}

function RemoveTemplate({
  template,
  onClose,
}: {
  readonly template: RequestTemplate;
  readonly onClose: () => void;
}): ReactNode {
  const remove = useChange(() => api.requests.removeTemplate({ id: template.id }));
  return (
    <ConfirmDialog
      title={t("templates.removeTitle")}
      what={t("templates.removeWhat", { name: template.name })}
      doIt={t("templates.removeDo")}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate(undefined, { onSuccess: onClose })}
    />
  );
}

/** The organisation's own words for requests. */
export function TemplatesScreen(): ReactNode {
  const templates = useQuery(templatesQuery);
  const mayWrite = useQuery(meQuery).data?.can.includes("request.write") ?? false;
  const [edited, setEdited] = useState<RequestTemplate | "new" | null>(null);
  const [removed, setRemoved] = useState<RequestTemplate | null>(null);
  const write = mayWrite && <Button onClick={() => setEdited("new")}>{t("templates.new")}</Button>;
  return (
    <>
      <PageHeading
        title={t("templates.title")}
        lead={<p className="quiet">{t("templates.what")}</p>}
        actions={write === false ? undefined : write}
      />
      <RequestsNav />
      <Loaded query={templates}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("templates.empty")} what={t("templates.emptyWhat")}>
              {write}
            </EmptyState>
          ) : (
            <ul className="stack plain-cards">
              {items.map((template) => (
                <TemplateCard
                  key={template.id}
                  template={template}
                  mayWrite={mayWrite}
                  onEdit={() => setEdited(template)}
                  onRemove={() => setRemoved(template)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited !== null && (
        <TemplateDialog
          template={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {removed !== null && <RemoveTemplate template={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}
