/** A release as tables: what the CSV and the workbook are written from. */
import {
  nameFamily,
  type RecordLink,
  type RecordSite,
  type ReleaseSnapshot,
} from "@throughline/domain";
import { countryName } from "../country/country-names.ts";
import type { TableCell, WrittenTable } from "./write-tables.ts";

const words = (code: string): string => code.replaceAll("_", " ");

function nameCountry(code: string | null): string | null {
  return code === null ? null : countryName(code);
}

const siteTitles = [
  "Name",
  "Address",
  "Country",
  "Latitude",
  "Longitude",
  "OS ID",
  "Workers",
  "Flags",
  "Confirmed on",
  "Verification",
  "Identity",
] as const;

function siteCells(site: RecordSite): TableCell[] {
  return [
    site.name,
    site.address,
    nameCountry(site.country),
    site.latitude,
    site.longitude,
    site.osId,
    site.workers,
    site.flags.map(words).join("; "),
    site.confirmedOn,
    words(site.verification),
    site.masked === null ? "named" : `kept by ${site.masked.keptBy}`,
  ];
}

const linkTitles = ["Product", "Tier", "Component", "Kind", "From", "To"] as const;

function linkCells(link: RecordLink, products: ReadonlyMap<string, string>): TableCell[] {
  return [
    products.get(link.productKey) ?? null,
    words(link.tier),
    link.component,
    link.kind === "confirmed" ? "confirmed" : "one of several",
    link.from,
    link.to,
  ];
}

const answerTitles = [
  "About",
  "Answer",
  "Said by",
  "Reason",
  "Document",
  "Answered on",
  "Reported by the supplier itself",
] as const;

function namesOf({ content }: ReleaseSnapshot): Map<string, string> {
  return new Map(content.products.map((product) => [product.key, nameFamily(product)]));
}

function answerRows(snapshot: ReleaseSnapshot): TableCell[][] {
  const products = namesOf(snapshot);
  return snapshot.content.answers.map((answer) => [
    answer.productKey === null
      ? "everything asked"
      : (products.get(answer.productKey) ?? answer.productKey),
    words(answer.answer),
    answer.saidBy,
    answer.reason,
    answer.document,
    answer.answeredOn,
    answer.selfReported ? "yes" : "no",
  ]);
}

function aboutRows(snapshot: ReleaseSnapshot, digest: string): TableCell[][] {
  const { supplier, onBehalfOf, content } = snapshot;
  const masked = content.sites.filter((site) => site.masked !== null).length;
  return [
    ["Supplier", supplier.invented ? `${supplier.name} (invented)` : supplier.name],
    ["Country", nameCountry(supplier.country)],
    ["On behalf of", onBehalfOf],
    ["Release", snapshot.number],
    ["Released at", snapshot.releasedAt],
    ["As of", snapshot.asOf],
    ["Valid until", snapshot.expiresOn],
    ["Sites", content.sites.length],
    ["of them with their identity kept", masked],
    ["Products", content.products.length],
    ["Answers that are no sites", content.answers.length],
    ["SHA-256 of what was released", digest],
  ];
}

/** The sheets of a release: about it, its sites, what is made where, products, answers. */
export function layRelease(snapshot: ReleaseSnapshot, digest: string): WrittenTable[] {
  const { content } = snapshot;
  const products = namesOf(snapshot);
  const sites = new Map(content.sites.map((site) => [site.key, site]));
  return [
    { name: "About", titles: ["What", "Value"], rows: aboutRows(snapshot, digest) },
    { name: "Sites", titles: siteTitles, rows: content.sites.map(siteCells) },
    {
      name: "Made where",
      titles: ["Site", "Address", "Country", ...linkTitles],
      rows: content.links.map((link) => {
        const site = sites.get(link.siteKey);
        return [
          site?.name ?? null,
          site?.address ?? null,
          nameCountry(site?.country ?? null),
          ...linkCells(link, products),
        ];
      }),
    },
    {
      name: "Products",
      titles: ["Brand", "Family", "Part numbers"],
      rows: content.products.map((one) => [one.brand, one.family, one.partNumbers.join("; ")]),
    },
    { name: "Answers", titles: answerTitles, rows: answerRows(snapshot) },
  ];
}

/** Everything in one table: a row for each site and what it makes, then a row for each answer. */
export function flattenRelease(snapshot: ReleaseSnapshot): WrittenTable {
  const products = namesOf(snapshot);
  const linksOf = Map.groupBy(snapshot.content.links, ({ siteKey }) => siteKey);
  const noLink: TableCell[] = linkTitles.map(() => null);
  const noSite: TableCell[] = siteTitles.map(() => null);
  const noAnswer: TableCell[] = answerTitles.map(() => null);
  const rows = snapshot.content.sites.flatMap((site) => {
    const links = linksOf.get(site.key) ?? [];
    const made = links.length === 0 ? [noLink] : links.map((link) => linkCells(link, products));
    return made.map((cells) => [...siteCells(site), ...cells, ...noAnswer]);
  });
  const answers = answerRows(snapshot).map((cells) => [...noSite, ...noLink, ...cells]);
  return {
    name: "Release",
    titles: [...siteTitles, ...linkTitles, ...answerTitles],
    rows: [...rows, ...answers],
  };
}
