/**
 * The grid as it is ticked: sites against products, one layer at a time.
 *
 * - **layer**: a tier with a component, or without one; the same product may be made at one site in several layers.
 * - **mark**: what a cell of a layer says: made here, or one of several that may.
 * - **pending**: ticks that are not saved yet; they stand in for what the server said.
 */
import type { OwnLink } from "@throughline/contract";
import type { Tier } from "@throughline/domain";

export interface Layer {
  readonly tier: Tier;
  readonly component: string | null;
}

export type Mark = OwnLink["kind"];

/** What a new tick says besides its place. */
export interface Brush {
  readonly kind: Mark;
  readonly from: string | null;
  readonly to: string | null;
}

interface Place {
  readonly productId: string;
  readonly siteId: string;
}

/** Ticks by place and layer; `null` takes one out. */
export type Pending = ReadonlyMap<string, OwnLink | (Place & Layer & { readonly kind: null })>;

export function layerKey({ tier, component }: Layer): string {
  return `${tier}|${component ?? ""}`;
}

/** Names one link among all: place and layer. */
export function linkKey(link: Place & Layer): string {
  return `${link.productId}|${link.siteId}|${layerKey(link)}`;
}

/** Layers that hold a link, the last tier first; the chosen one is among them even when it is empty. */
export function listLayers(
  links: readonly (Place & Layer)[],
  tiers: readonly Tier[],
  chosen: Layer,
): Layer[] {
  const layers = new Map<string, Layer>();
  for (const one of [...links, chosen]) {
    const layer = { tier: one.tier, component: one.component };
    layers.set(layerKey(layer), layer);
  }
  return [...layers.values()].sort(
    (a, b) =>
      tiers.indexOf(b.tier) - tiers.indexOf(a.tier) ||
      (a.component ?? "").localeCompare(b.component ?? ""),
  );
}

/** All links with the pending ticks laid over them, by key. */
export function layOver(links: readonly OwnLink[], pending: Pending): ReadonlyMap<string, OwnLink> {
  const laid = new Map(links.map((link) => [linkKey(link), link]));
  for (const [key, link] of pending) {
    if (link.kind === null) laid.delete(key);
    else laid.set(key, link);
  }
  return laid;
}

/**
 * What ticking some cells does: cells that do not say what the brush says yet are set; where all of them do, all are
 * taken out. So one key turns a cell, a row or a column on and off.
 */
export function tick(
  laid: ReadonlyMap<string, OwnLink>,
  places: readonly Place[],
  layer: Layer,
  brush: Brush,
): Pending {
  const cells = places.map((place) => ({ ...place, tier: layer.tier, component: layer.component }));
  const open = cells.filter((cell) => laid.get(linkKey(cell))?.kind !== brush.kind);
  return open.length === 0
    ? new Map(cells.map((cell) => [linkKey(cell), { ...cell, kind: null }]))
    : new Map(
        open.map((cell) => [
          linkKey(cell),
          { ...cell, kind: brush.kind, from: brush.from, to: brush.to },
        ]),
      );
}

/** Links by product and site, in every layer. */
export function groupByPlace(links: Iterable<OwnLink>): ReadonlyMap<string, readonly OwnLink[]> {
  const groups = new Map<string, OwnLink[]>();
  for (const link of links) {
    const key = `${link.productId}|${link.siteId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [link]);
    else group.push(link);
  }
  return groups;
}

/** The pending ticks as the API takes them. */
export function splitPending(pending: Pending): {
  readonly set: OwnLink[];
  readonly remove: Pick<OwnLink, "productId" | "siteId" | "tier" | "component">[];
} {
  const set: OwnLink[] = [];
  const remove: Pick<OwnLink, "productId" | "siteId" | "tier" | "component">[] = [];
  for (const link of pending.values()) {
    if (link.kind === null)
      remove.push({
        productId: link.productId,
        siteId: link.siteId,
        tier: link.tier,
        component: link.component,
      });
    else set.push(link);
  }
  return { set, remove };
}
