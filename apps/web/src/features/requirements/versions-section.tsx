import { Button, Checkbox } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { placeHref } from "./place-href.ts";
import { oldPlacesQuery, type Detail, type UpgradePlace, type Version } from "./queries.ts";
import { tellValues } from "./tell-values.ts";

function keyOf({ kind, id, instanceId }: UpgradePlace): string {
  return `${kind} ${id} ${instanceId}`;
}

function Changes({ version }: { readonly version: Version }): ReactNode {
  const labelOf = (key: string): string =>
    version.parameters.find((parameter) => parameter.key === key)?.label ?? key;
  if (version.version === 1 || version.changes.length === 0)
    return (
      <p className="quiet small">
        {t(version.version === 1 ? "requirement.version.first" : "requirement.version.unchanged")}
      </p>
    );
  return (
    <ul className="facts">
      {version.changes.map(({ parameter, note, lookAgain }) => (
        <li key={`${parameter ?? ""} ${note}`}>
          {parameter !== null && <strong>{labelOf(parameter)}: </strong>}
          {note}{" "}
          <ToneTag tone={lookAgain ? "care" : "good"}>
            {t(lookAgain ? "requirement.version.lookAgain" : "requirement.version.stands")}
          </ToneTag>
        </li>
      ))}
    </ul>
  );
}

/** What comes of a place, under a newer version. */
function PlaceAfter({
  place,
  version,
}: {
  readonly place: UpgradePlace;
  readonly version: Version;
}): ReactNode {
  const after = tellValues(version.parameters, place.kept);
  return (
    <>
      {after.length > 0 && (
        <p className="from">
          {t("requirement.places.after")}:{" "}
          {after.map(({ label, text }) => `${label}: ${text}`).join("; ")}
        </p>
      )}
      {place.lookAgain.length === 0 ? (
        <p className="from">{t("requirement.places.fits")}</p>
      ) : (
        <ul className="plain-list small">
          {place.lookAgain.map((sentence) => (
            <li key={sentence.text}>
              <ToneTag tone="care">{t("requirement.version.lookAgain")}</ToneTag> {sentence.text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function BringDialog({
  detail,
  version,
  places,
  onClose,
  onDone,
}: {
  readonly detail: Detail;
  readonly version: Version;
  readonly places: readonly UpgradePlace[];
  readonly onClose: () => void;
  readonly onDone: (n: number) => void;
}): ReactNode {
  const upgrade = useChange((input: Parameters<typeof api.requirements.upgrade>[0]) =>
    api.requirements.upgrade(input),
  );
  const n = places.length;
  return (
    <FormDialog
      title={t("requirement.places.confirmTitle", { n })}
      save={t("requirement.places.bring", { n, version: version.version })}
      busy={upgrade.isPending}
      error={upgrade.error}
      wide
      onClose={onClose}
      onSave={() =>
        upgrade.mutate(
          {
            key: detail.key,
            to: version.version,
            places: places.map(({ kind, id, instanceId }) => ({ kind, id, instanceId })),
            dryRun: false,
          },
          { onSuccess: () => onDone(n) },
        )
      }
    >
      <p>{t("requirement.places.confirmWhat")}</p>
      <ul className="facts">
        {places.map((place) => (
          <li key={keyOf(place)}>
            <strong>{place.title}</strong> {place.place}
            <PlaceAfter place={place} version={version} />
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}

function OldPlaces({
  detail,
  version,
  places,
}: {
  readonly detail: Detail;
  readonly version: Version;
  readonly places: readonly UpgradePlace[];
}): ReactNode {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const picked = places.filter((place) => place.changeable && chosen.includes(keyOf(place)));
  return (
    <div className="stack-small">
      <h3>{t("requirement.places", { version: version.version })}</h3>
      {done !== null && (
        <p className="notice notice-good" role="status">
          {t("requirement.places.done", { n: done, version: version.version })}
        </p>
      )}
      {places.length === 0 ? (
        <p className="quiet small">{t("requirement.places.none", { version: version.version })}</p>
      ) : (
        <>
          <p className="quiet small">{t("requirement.places.what")}</p>
          <ul className="facts">
            {places.map((place) => (
              <li key={keyOf(place)}>
                {place.changeable && detail.can.write ? (
                  <Checkbox
                    size="small"
                    className="no-print"
                    checked={chosen.includes(keyOf(place))}
                    onChange={(event) =>
                      setChosen(
                        event.target.checked
                          ? [...chosen, keyOf(place)]
                          : chosen.filter((one) => one !== keyOf(place)),
                      )
                    }
                  >
                    {t("requirement.places.choose", {
                      title: [place.title, place.kind === "policy" ? "" : place.place]
                        .filter((part) => part !== "")
                        .join(", "),
                    })}
                  </Checkbox>
                ) : (
                  <p>
                    <strong>{place.title}</strong> {place.place}{" "}
                    {!place.changeable && (
                      <span className="quiet small">{t("requirement.places.fixed")}</span>
                    )}
                  </p>
                )}
                <p className="from">
                  {t(`requirement.use.kind.${place.kind}`)} ·{" "}
                  {place.version === null
                    ? t("requirement.use.versionUnknown")
                    : t("requirements.versionShort", { version: place.version })}{" "}
                  · <AppLink href={placeHref(place)}>{t("today.open")}</AppLink>
                </p>
                <PlaceAfter place={place} version={version} />
              </li>
            ))}
          </ul>
          {detail.can.write && places.some(({ changeable }) => changeable) && (
            <div className="row no-print">
              <Button
                size="small"
                variant="secondary"
                disabled={picked.length === 0}
                onClick={() => setAsking(true)}
              >
                {t("requirement.places.bring", { n: picked.length, version: version.version })}
              </Button>
              {picked.length === 0 && (
                <span className="quiet small">{t("requirement.places.chooseFirst")}</span>
              )}
            </div>
          )}
        </>
      )}
      {asking && (
        <BringDialog
          detail={detail}
          version={version}
          places={picked}
          onClose={() => setAsking(false)}
          onDone={(n) => {
            setAsking(false);
            setChosen([]);
            setDone(n);
          }}
        />
      )}
    </div>
  );
}

/** Versions with what has to be looked at again, and our places that stand in an older one. */
export function VersionsSection({ detail }: { readonly detail: Detail }): ReactNode {
  const [newest] = detail.versions;
  const places = useQuery(oldPlacesQuery(detail.key, newest?.version ?? 1));
  if (newest === undefined) return null;
  return (
    <section className="card stack" aria-labelledby="versions">
      <h2 id="versions" className="section-title">
        {t("requirement.versions")}
      </h2>
      {detail.versions.map((version) => (
        <div key={version.version} className="stack-small">
          <h3>
            {t("requirement.version", {
              version: version.version,
              date: formatDate(version.publishedOn),
            })}
          </h3>
          <Changes version={version} />
        </div>
      ))}
      {newest.version > 1 && (
        <Loaded query={places} lines={2}>
          {(found) => (
            <OldPlaces
              detail={detail}
              version={newest}
              // A row of the policy that names no version asks in the one our house holds: it moves with the house.
              places={found.places.filter(
                ({ kind, version }) => kind !== "policy" || version !== null,
              )}
            />
          )}
        </Loaded>
      )}
    </section>
  );
}
