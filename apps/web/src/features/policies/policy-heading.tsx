import { Button, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { SectionNav } from "../../components/section-nav.tsx";
import { t } from "../../texts/t.ts";
import { policyQuery, type Head } from "./queries.ts";

function DescribeDialog({
  head,
  onClose,
}: {
  readonly head: Head;
  readonly onClose: () => void;
}): ReactNode {
  const [words, setWords] = useState({
    title: head.title,
    currency: head.currency,
    months: String(head.noticeMonths),
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const describe = useChange((input: Parameters<typeof api.policies.describe>[0]) =>
    api.policies.describe(input),
  );
  function save(): void {
    const months = Number(words.months);
    const currency = words.currency.trim().toUpperCase();
    const found = [
      ...(words.title.trim() === ""
        ? [{ field: "policy-name", message: t("policy.fault.name") }]
        : []),
      ...(/^[A-Z]{3}$/.test(currency)
        ? []
        : [{ field: "policy-currency", message: t("policy.fault.currency") }]),
      ...(Number.isInteger(months) && months >= 0 && months <= 120
        ? []
        : [{ field: "policy-months", message: t("policy.fault.months") }]),
    ];
    setFaults(found);
    if (found.length === 0)
      describe.mutate(
        { version: head.version, title: words.title.trim(), currency, noticeMonths: months },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t("policy.describeTitle")}
      save={t("form.save")}
      busy={describe.isPending}
      error={describe.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
    >
      <TextField
        id="policy-name"
        size="small"
        label={t("policy.name")}
        value={words.title}
        error={faultOf(faults, "policy-name")}
        onChange={(event) => setWords({ ...words, title: event.target.value })}
      />
      <TextField
        id="policy-currency"
        size="small"
        label={t("policy.currency")}
        description={t("policy.currencyHelp")}
        value={words.currency}
        error={faultOf(faults, "policy-currency")}
        onChange={(event) => setWords({ ...words, currency: event.target.value })}
      />
      <TextField
        id="policy-months"
        size="small"
        inputMode="numeric"
        label={t("policy.notice")}
        description={t("policy.noticeHelp")}
        value={words.months}
        error={faultOf(faults, "policy-months")}
        onChange={(event) => setWords({ ...words, months: event.target.value })}
      />
    </FormDialog>
  );
}

/** What all parts of the policy have above them: its name, what it promises, and the way to the other parts. */
export function PolicyHeading({
  title,
  what,
  actions,
}: {
  /** Left out: the policy's own name. */
  readonly title?: string;
  readonly what: string;
  readonly actions?: ReactNode;
}): ReactNode {
  const head = useQuery(policyQuery).data;
  const [describing, setDescribing] = useState(false);
  const main = title === undefined;
  return (
    <>
      <PageHeading
        title={title ?? head?.title ?? t("policy.title")}
        {...(main ? {} : { crumbs: [{ href: "/policy", text: t("policy.title") }] })}
        lead={
          <>
            <p className="quiet measure">{what}</p>
            {main && head !== undefined && (
              <p className="small">
                {t("policy.counts", head.counts)}{" "}
                {head.noticeMonths === 0
                  ? t("policy.noticeNone")
                  : t("policy.noticeSays", { n: head.noticeMonths })}
              </p>
            )}
          </>
        }
        actions={
          <>
            {actions}
            {main && head?.can.write === true && (
              <Button variant="tertiary" onClick={() => setDescribing(true)}>
                {t("policy.describe")}
              </Button>
            )}
          </>
        }
      />
      <SectionNav
        label={t("policy.parts")}
        entries={[
          { href: "/policy", text: t("policy.part.table") },
          { href: "/policy/try", text: t("policy.part.try") },
          { href: "/policy/scale-up", text: t("policy.part.scaleUp") },
          { href: "/policy/check", text: t("policy.part.check") },
        ]}
      />
      {describing && head !== undefined && (
        <DescribeDialog head={head} onClose={() => setDescribing(false)} />
      )}
    </>
  );
}
