import { Button, Checkbox, Textarea, TextField } from "@navikt/ds-react";
import type { AskedDetail } from "@throughline/contract";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { DateField } from "../../components/date-field.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { LinkAndCode } from "../../components/link-and-code.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ProductChoice } from "../../components/product-choice.tsx";
import { t } from "../../texts/t.ts";
import { AnswerPage } from "./answer-page.tsx";
import type { AnswerPlace } from "./queries.ts";

type PassOnInput = Parameters<typeof api.answering.passOn>[0];
type Passed = Awaited<ReturnType<typeof api.answering.passOn>>;

// As much as tells a mail address from a slip of the hand; the server judges.
const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function Done({
  passed,
  to,
  place,
}: {
  readonly passed: Passed;
  readonly to: string;
  readonly place: AnswerPlace;
}): ReactNode {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <div ref={notice} className="notice notice-good stack" role="status" tabIndex={-1}>
      <h2>{t("passOn.done", { to })}</h2>
      <p>{t(passed.mailId === null ? "passOn.doneLink" : "passOn.doneMail")}</p>
      <LinkAndCode link={passed.link} code={passed.code} />
      <p>
        <AppLink href={`${place.base}/other-answers`}>{t("passOn.back")}</AppLink>
      </p>
    </div>
  );
}

function PassOnForm({
  asked,
  place,
}: {
  readonly asked: AskedDetail;
  readonly place: AnswerPlace;
}): ReactNode {
  const [to, setTo] = useState({ name: "", address: "", nameRequester: false });
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [letter, setLetter] = useState<{ subject: string; body: string; dueOn: string } | null>(
    null,
  );
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const draft = useChange((input: Parameters<typeof api.answering.draftPassOn>[0]) =>
    api.answering.draftPassOn(input),
  );
  const passOn = useChange((input: PassOnInput) => api.answering.passOn(input));
  const about = {
    deliveryId: asked.deliveryId,
    toName: to.name.trim(),
    askedKeys: [...keys],
    nameRequester: to.nameRequester,
  };
  function findFaults(): FormFault[] {
    const found: FormFault[] = [];
    if (about.toName === "") found.push({ field: "pass-on-to", message: t("passOn.toFault") });
    if (to.address.trim() !== "" && !looksLikeAddress.test(to.address.trim()))
      found.push({ field: "pass-on-address", message: t("send.addressFault") });
    return found;
  }
  function writeDraft(): void {
    const found = findFaults();
    setFaults(found);
    if (found.length === 0)
      draft.mutate(about, {
        onSuccess: ({ subject, body, dueOn }) => setLetter({ subject, body, dueOn: dueOn ?? "" }),
      });
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (letter === null) return writeDraft();
    const found = findFaults();
    if (letter.subject.trim() === "")
      found.push({ field: "pass-on-subject", message: t("passOn.subjectFault") });
    if (letter.body.trim() === "")
      found.push({ field: "pass-on-body", message: t("passOn.bodyFault") });
    setFaults(found);
    if (found.length === 0)
      passOn.mutate({
        ...about,
        toAddress: to.address.trim() === "" ? null : to.address.trim(),
        subject: letter.subject.trim(),
        body: letter.body.trim(),
        dueOn: letter.dueOn === "" ? null : letter.dueOn,
      });
    return undefined;
  }
  if (passOn.data !== undefined)
    return <Done passed={passOn.data} to={about.toName} place={place} />;
  const failed = draft.error ?? passOn.error;
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <div>
        <h2 className="section-title">{t("passOn.heading")}</h2>
        <p className="quiet measure">{t("passOn.long")}</p>
      </div>
      <FormFaults faults={faults} />
      {failed !== null && faults.length === 0 && <ProblemNotice error={failed} />}
      <div className="form-grid">
        <TextField
          id="pass-on-to"
          size="small"
          label={t("passOn.to")}
          description={t("passOn.toHelp")}
          value={to.name}
          error={faultOf(faults, "pass-on-to")}
          onChange={(event) => setTo({ ...to, name: event.target.value })}
        />
        <TextField
          id="pass-on-address"
          size="small"
          inputMode="email"
          autoComplete="off"
          label={`${t("send.address")} ${t("form.optional")}`}
          description={t("passOn.addressHelp")}
          value={to.address}
          error={faultOf(faults, "pass-on-address")}
          onChange={(event) => setTo({ ...to, address: event.target.value })}
        />
      </div>
      <ProductChoice
        legend={t("passOn.products")}
        none={t("passOn.productsAll")}
        products={asked.products.map((product) => ({ ...product, id: product.key }))}
        chosen={keys}
        onChange={setKeys}
      />
      <Checkbox
        size="small"
        checked={to.nameRequester}
        onChange={(event) => setTo({ ...to, nameRequester: event.target.checked })}
      >
        {t("passOn.nameRequester", { name: asked.requester.name })}
      </Checkbox>
      {letter !== null && (
        <>
          <TextField
            id="pass-on-subject"
            size="small"
            label={t("request.subject")}
            value={letter.subject}
            error={faultOf(faults, "pass-on-subject")}
            onChange={(event) => setLetter({ ...letter, subject: event.target.value })}
          />
          <Textarea
            id="pass-on-body"
            size="small"
            minRows={8}
            maxRows={24}
            label={t("request.body")}
            value={letter.body}
            error={faultOf(faults, "pass-on-body")}
            onChange={(event) => setLetter({ ...letter, body: event.target.value })}
          />
          <DateField
            label={`${t("send.dueOn")} ${t("form.optional")}`}
            value={letter.dueOn}
            onChange={(dueOn) => setLetter({ ...letter, dueOn })}
          />
        </>
      )}
      <div className="row">
        <Button type="submit" loading={draft.isPending || passOn.isPending}>
          {t(
            letter === null
              ? "passOn.draft"
              : to.address.trim() === ""
                ? "passOn.makeLink"
                : "passOn.send",
          )}
        </Button>
        {letter !== null && (
          <Button type="button" variant="tertiary" loading={draft.isPending} onClick={writeDraft}>
            {t("ask.draftAgain")}
          </Button>
        )}
      </div>
      {letter !== null && <p className="small quiet">{t("ask.draftAgainWhat")}</p>}
    </form>
  );
}

/** Passes the request on to whoever knows. */
export function PassOnScreen(): ReactNode {
  return (
    <AnswerPage here={null}>
      {(asked, place) =>
        asked.can.passOn ? <PassOnForm asked={asked} place={place} /> : <p>{t("passOn.mayNot")}</p>
      }
    </AnswerPage>
  );
}
