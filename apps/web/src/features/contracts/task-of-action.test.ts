import type { NextAction } from "@throughline/domain";
import { expect, test } from "vitest";
import type { ContractDetail } from "./contract-draft.ts";
import { taskOf } from "./task-of-action.ts";

const said = (params: Record<string, string>) => ({ code: "action", params, text: "…" });

function action(
  kind: NextAction["kind"],
  refs: NextAction["refs"],
  params: Record<string, string> = {},
): NextAction {
  return { id: "a", kind, sentence: said(params), why: said({}), owner: null, dueOn: null, refs };
}

const party = (name: string) => ({ name, country: null, invented: true, identifiers: [] });
const product = (id: string, brand: string) => ({
  id,
  brand,
  family: "F",
  partNumber: null,
  quantity: null,
  value: null,
  cpv: null,
  version: 1,
});
const request = (id: string, sentOn: string | null) => ({
  id,
  addressee: "Cedar IT",
  brand: null,
  subject: "s",
  body: "b",
  productIds: [],
  draftedAt: "2026-03-01T09:00:00Z",
  sentOn,
  dueOn: null,
  sentBy: null,
});

const contract: Pick<ContractDetail, "products" | "brands" | "requests"> = {
  products: [product("p1", "Aster"), product("p2", "Aster"), product("p3", "HP")],
  brands: [party("Aster"), party("Voltara Motors")],
  requests: [request("r1", null), request("r2", "2026-03-03")],
};

test("asks about the products that are named, and of their brand when it is one", () => {
  const refs = [
    { kind: "product" as const, id: "p1" },
    { kind: "product" as const, id: "p2" },
  ];
  expect(taskOf(action("draft_request", refs), contract)).toEqual({
    kind: "request",
    brand: "Aster",
    productIds: ["p1", "p2"],
    reminderOf: null,
  });
  expect(
    taskOf(action("ask_which_site", [...refs, { kind: "product", id: "p3" }]), contract),
  ).toMatchObject({ kind: "request", brand: null });
});

test("writes to the maker that the action names when no product is listed", () => {
  expect(
    taskOf(action("draft_request", [], { addressee: "Voltara Motors" }), contract),
  ).toMatchObject({ brand: "Voltara Motors" });
  expect(taskOf(action("draft_request", [], { addressee: "Cedar IT" }), contract)).toMatchObject({
    brand: null,
  });
});

test("records a drafted request as sent rather than drafting it again", () => {
  expect(taskOf(action("draft_request", [{ kind: "request", id: "r1" }]), contract)).toEqual({
    kind: "sent",
    requestId: "r1",
  });
  expect(taskOf(action("send_reminder", [{ kind: "request", id: "r2" }]), contract)).toMatchObject({
    kind: "request",
    reminderOf: "r2",
  });
});
