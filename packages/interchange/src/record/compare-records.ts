/**
 * What differs between two contents of a record, cell by cell: last year's and this year's, a release and the record
 * today, a workbook sent out and the one that came back.
 */
import {
  nameFamily,
  type RecordAnswer,
  type RecordChange,
  type RecordContent,
  type RecordLink,
  type RecordProduct,
  type RecordSite,
} from "@throughline/domain";

type Subject = RecordChange["subject"];
/** A value as a person reads it; `null` when there is none. */
type Cell = string | null;

/** One thing that is compared: its key, what it is called, its cells. */
interface Item {
  readonly key: string;
  readonly label: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

const formWords =
  /\b(?:co|company|ltd|limited|inc|incorporated|corp|corporation|pvt|private|pte|sdn|bhd|llc|gmbh|plc)\b/gu;

/** Lower case, without accents, punctuation and blanks: two texts with one key say the same. */
export function textKey(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** {@link textKey} of a company's name, without the words of its legal form. */
export function companyKey(name: string): string {
  const words = name.toLowerCase().replace(/[.,()]/gu, " ");
  return textKey(words.replace(formWords, " ")) || textKey(name);
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}

function siteItem(site: RecordSite, label: string): Item {
  const masked = site.masked;
  return {
    key: site.key,
    label,
    cells: {
      name: site.name,
      address: site.address,
      country: site.country,
      latitude: site.latitude === null ? null : String(site.latitude),
      longitude: site.longitude === null ? null : String(site.longitude),
      osId: site.osId,
      workers: site.workers === null ? null : String(site.workers),
      flags: site.flags.length === 0 ? null : site.flags.join(" | "),
      confirmedOn: site.confirmedOn,
      verification: site.verification,
      masked:
        masked === null
          ? null
          : `kept by ${masked.keptBy}; legal name: ${yesNo(masked.legalName)}; full address: ${yesNo(masked.fullAddress)}; precision: ${masked.precision}`,
    },
  };
}

function productItem(product: RecordProduct): Item {
  return {
    key: product.key,
    label: nameFamily(product),
    cells: {
      brand: product.brand,
      family: product.family,
      partNumbers: product.partNumbers.length === 0 ? null : product.partNumbers.join(" | "),
    },
  };
}

function linkItem(link: RecordLink, content: RecordContent): Item {
  const product = content.products.find((one) => one.key === link.productKey);
  const site = content.sites.find((one) => one.key === link.siteKey);
  const what = link.component === null ? "" : `${link.component} of `;
  return {
    key: [link.productKey, link.siteKey, link.tier, link.component ?? ""].join("|"),
    label: `${what}${product === undefined ? link.productKey : nameFamily(product)} at ${site?.name ?? link.siteKey}`,
    cells: { kind: link.kind, from: link.from, to: link.to },
  };
}

function answerItem(answer: RecordAnswer): Item {
  return {
    key: answer.key,
    label: answer.reason.length > 80 ? `${answer.reason.slice(0, 79)}…` : answer.reason,
    cells: {
      productKey: answer.productKey,
      answer: answer.answer,
      saidBy: answer.saidBy,
      reason: answer.reason,
      document: answer.document,
      answeredOn: answer.answeredOn,
      selfReported: yesNo(answer.selfReported),
    },
  };
}

/** What each site is called: its name; with the address where several bear one name. */
function nameSites(sites: readonly RecordSite[]): (site: RecordSite) => string {
  const bearing = new Map<string, number>();
  for (const { name } of sites) bearing.set(name, (bearing.get(name) ?? 0) + 1);
  return ({ name, address }) =>
    (bearing.get(name) ?? 0) > 1 && address !== null ? `${name}, ${address}` : name;
}

function itemsOf(content: RecordContent): Record<Subject, Item[]> {
  const siteName = nameSites(content.sites);
  const productByKey = new Map(content.products.map((one) => [one.key, one]));
  const siteByKey = new Map(content.sites.map((one) => [one.key, one]));
  return {
    site: content.sites.map((site) => siteItem(site, siteName(site))),
    product: content.products.map(productItem),
    link: content.links.map((link) => {
      const product = productByKey.get(link.productKey);
      const site = siteByKey.get(link.siteKey);
      return linkItem(link, {
        ...content,
        products: product === undefined ? [] : [product],
        sites: site === undefined ? [] : [site],
      });
    }),
    answer: content.answers.map(answerItem),
  };
}

/** Items by key; a key that stands several times (a link in two periods) counts up. */
function index(items: readonly Item[]): Map<string, Item> {
  const map = new Map<string, Item>();
  const seen = new Map<string, number>();
  for (const item of items) {
    const nth = seen.get(item.key) ?? 0;
    seen.set(item.key, nth + 1);
    map.set(`${item.key}\u0000${nth}`, item);
  }
  return map;
}

function perhapsSame(field: string, before: Item, after: Item): RecordChange["perhaps"] {
  const same = (cell: string, key: (text: string) => string): boolean => {
    const [one, other] = [before.cells[cell] ?? "", after.cells[cell] ?? ""];
    return key(one) !== "" && key(one) === key(other);
  };
  if (field === "name" && same("address", textKey)) return "renamed";
  if (field === "address" && before.cells["address"] !== null && same("name", companyKey))
    return "moved";
  return null;
}

function compareItem(subject: Subject, before: Item, after: Item): RecordChange[] {
  const changes: RecordChange[] = [];
  for (const [field, cell] of Object.entries(after.cells)) {
    const stood = before.cells[field] ?? null;
    if (stood === cell) continue;
    changes.push({
      subject,
      change: "changed",
      key: after.key,
      label: after.label,
      field,
      before: stood,
      after: cell,
      perhaps: subject === "site" ? perhapsSame(field, before, after) : null,
    });
  }
  return changes;
}

interface Unmatched {
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** Pairs of a removed and an added site with the same key; only where each stands once. */
function pairUp({ removed, added }: Unmatched, keyOf: (item: Item) => string): Map<Item, Item> {
  const once = (items: readonly Item[]): Map<string, Item | null> => {
    const map = new Map<string, Item | null>();
    for (const item of items) {
      const key = keyOf(item);
      if (key !== "") map.set(key, map.has(key) ? null : item);
    }
    return map;
  };
  const [gone, come] = [once(removed), once(added)];
  const pairs = new Map<Item, Item>();
  for (const [key, item] of gone) {
    const other = come.get(key);
    if (item === null || other === null || other === undefined) continue;
    pairs.set(item, other).set(other, item);
  }
  return pairs;
}

function wholeChanges(subject: Subject, { removed, added }: Unmatched): RecordChange[] {
  const place = (item: Item): string => item.cells["country"] ?? "";
  const byAddress =
    subject === "site"
      ? pairUp({ removed, added }, (item) => {
          const address = textKey(item.cells["address"] ?? "");
          return address === "" ? "" : `${address}|${place(item)}`;
        })
      : new Map<Item, Item>();
  const free = (items: readonly Item[]): Item[] => items.filter((item) => !byAddress.has(item));
  const byName =
    subject === "site"
      ? pairUp(
          { removed: free(removed), added: free(added) },
          (item) => `${companyKey(item.label)}|${place(item)}`,
        )
      : new Map<Item, Item>();
  const toChange = (item: Item, change: "added" | "removed"): RecordChange => {
    const renamed = byAddress.get(item);
    const other = renamed ?? byName.get(item);
    return {
      subject,
      change,
      key: item.key,
      label: item.label,
      field: null,
      before: change === "added" ? (other?.label ?? null) : null,
      after: change === "removed" ? (other?.label ?? null) : null,
      perhaps: other === undefined ? null : renamed === undefined ? "moved" : "renamed",
    };
  };
  return [
    ...removed.map((item) => toChange(item, "removed")),
    ...added.map((item) => toChange(item, "added")),
  ];
}

/**
 * What changed from `before` to `after`: things removed, things added, and each cell that differs. Things are the same
 * when their keys are; their order does not matter. A removed and an added site at one address are perhaps one that was
 * *renamed*, of one name in one country perhaps one that *moved*; then `after` of the removed and `before` of the added
 * name the other. It is a guess for a person, and both stay in the list.
 *
 * `ignoreConfirmations` leaves out the days on which rows were confirmed, so that a refresh without a change is none.
 *
 * @example compareRecords(content, content) // → []
 */
export function compareRecords(
  before: RecordContent,
  after: RecordContent,
  { ignoreConfirmations = false }: { readonly ignoreConfirmations?: boolean } = {},
): RecordChange[] {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  return (["site", "product", "link", "answer"] as const).flatMap((subject) => {
    const [stood, stands] = [index(old[subject]), index(now[subject])];
    const removed = [...stood].filter(([key]) => !stands.has(key)).map(([, item]) => item);
    const added = [...stands].filter(([key]) => !stood.has(key)).map(([, item]) => item);
    const changed = [...stands].flatMap(([key, item]) => {
      const one = stood.get(key);
      return one === undefined ? [] : compareItem(subject, one, item);
    });
    const kept = ignoreConfirmations
      ? changed.filter((change) => change.field !== "confirmedOn")
      : changed;
    return [...wholeChanges(subject, { removed, added }), ...kept];
  });
}
