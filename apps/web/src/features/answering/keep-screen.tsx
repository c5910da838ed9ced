import { Button, Select, TextField } from "@navikt/ds-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { AskedDetail } from "@throughline/contract";
import { useState, type FormEvent, type ReactNode } from "react";
import { actFor, api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { listCountries } from "../../texts/list-countries.ts";
import { t } from "../../texts/t.ts";
import { AnswerPage } from "./answer-page.tsx";
import type { AnswerPlace } from "./queries.ts";

function ClaimForm({
  asked,
  person,
}: {
  readonly asked: AskedDetail;
  readonly person: string;
}): ReactNode {
  const [name, setName] = useState(asked.answerer.name);
  const [country, setCountry] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const claim = useMutation({
    mutationFn: () =>
      api.answering.claim({ name: name.trim(), country: country === "" ? null : country }),
    onSuccess: ({ organisationId }) => actFor(organisationId),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = name.trim() === "" ? [{ field: "keep-name", message: t("org.nameMissing") }] : [];
    setFaults(found);
    if (found.length === 0) claim.mutate();
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <FormFaults faults={faults} />
      {claim.error !== null && faults.length === 0 && <ProblemNotice error={claim.error} />}
      <p>{t("keep.signedIn", { name: person })}</p>
      <div className="form-grid">
        <TextField
          id="keep-name"
          label={t("org.name")}
          value={name}
          maxLength={300}
          error={faultOf(faults, "keep-name")}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={t("org.country")}
          value={country}
          onChange={(event) => setCountry(event.target.value)}
        >
          <option value="">{t("org.noCountry")}</option>
          {listCountries().map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </Select>
      </div>
      <div>
        <Button type="submit" loading={claim.isPending || claim.isSuccess}>
          {t("keep.do")}
        </Button>
      </div>
    </form>
  );
}

function Keep({
  asked,
  place,
}: {
  readonly asked: AskedDetail;
  readonly place: AnswerPlace;
}): ReactNode {
  const me = useQuery(meQuery);
  if (!asked.can.claim && me.data !== undefined)
    return <p className="measure">{t("keep.cannot")}</p>;
  return (
    <section className="card stack" aria-labelledby="keep">
      <div>
        <h2 className="section-title" id="keep">
          {t("keep.title")}
        </h2>
        <p className="measure">{t("keep.what")}</p>
      </div>
      {me.data !== undefined ? (
        <ClaimForm asked={asked} person={me.data.person.name} />
      ) : (
        !me.isPending && (
          <>
            <p className="measure">{t("keep.signIn")}</p>
            <div>
              <ButtonLink
                href={`/sign-in?${new URLSearchParams({ to: `${place.base}/keep` }).toString()}`}
              >
                {t("signIn.do")}
              </ButtonLink>
            </div>
          </>
        )
      )}
    </section>
  );
}

/** Makes what was typed without an account the record of an organisation. */
export function KeepScreen(): ReactNode {
  return (
    <AnswerPage here={null}>{(asked, place) => <Keep asked={asked} place={place} />}</AnswerPage>
  );
}
