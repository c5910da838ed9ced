/** Says an audit entry in words. */
import { en } from "../../texts/en.ts";
import { formatDate, formatInstant, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Entry } from "./queries.ts";

const texts: Readonly<Record<string, string>> = en;

/** Stands where the key that sealed a person's data has been destroyed; the server writes this word. */
export const erased = "erased";

/** "Contract recorded"; an action that is new here is said by its own name. */
export function sayAction(action: string): string {
  const known = texts[`audit.action.${action}`];
  if (known !== undefined) return known;
  const words = action.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function sayKind(kind: string): string {
  return texts[`audit.kind.${kind}`] ?? kind.replaceAll("_", " ");
}

export function sayActor({ kind, name }: Entry["actor"]): string {
  if (kind === "system") return t("audit.system");
  const who = name ?? t("audit.nameless");
  return kind === "token" ? t("audit.viaToken", { name: who }) : who;
}

/** The field as a person reads it: `sentOn` becomes "sent on". */
export function sayPath(path: string): string {
  return path
    .replaceAll(
      /([a-z\d])([A-Z])/g,
      (_all, left: string, right: string) => `${left} ${right.toLowerCase()}`,
    )
    .replaceAll("_", " ");
}

/** A recorded value as text. */
export function sayValue(value: unknown): string {
  if (value === null || value === undefined) return t("audit.nothing");
  if (typeof value === "boolean") return t(value ? "audit.yes" : "audit.no");
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "string") {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatInstant(value);
    return value === "" ? t("audit.nothing") : value;
  }
  if (Array.isArray(value))
    return value.length === 0 ? t("audit.emptyList") : value.map(sayValue).join(", ");
  return JSON.stringify(value);
}
