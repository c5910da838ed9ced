import { expect, it } from "vitest";
import { draftRequest } from "./draft-request.ts";
import { buildCondition, buildContract, buildProduct } from "./testing/build-facts.ts";

const brands = ["Aster", "Birch"].map((name) => ({
  id: null,
  name,
  country: null,
  invented: true,
}));
const items = [
  { tier: "final_assembly", component: null, brand: "Aster", ask: "Where is the Aster made?" },
  { tier: "final_assembly", component: null, brand: "Birch", ask: "Where is the Birch made?" },
  { tier: "component", component: "battery", brand: null, ask: "Who makes the battery?" },
  { tier: "smelter_or_refiner", component: "cobalt", brand: null, ask: "Who refines the cobalt?" },
] as const;

it("never tells one brand about another", () => {
  const { text } = draftRequest({
    contract: buildContract({ brands }),
    products: [],
    addressee: "Aster",
    dueOn: null,
    items,
  });
  expect(text).toContain("Where is the Aster made?");
  expect(text).not.toContain("Birch");
});

it("asks the supplier about all, cites the clause and asks it to pass the question on", () => {
  const contract = buildContract({
    brands,
    conditions: [buildCondition({ components: ["display"] })],
  });
  const draft = draftRequest({
    contract,
    products: [buildProduct("p1")],
    addressee: "Cedar IT",
    dueOn: "2026-12-18",
    items,
  });
  expect(draft.subject).toBe("Request for disclosure of production sites: Laptops (NBU-2026-014)");
  expect(draft.text).toContain("To Cedar IT,");
  expect(draft.text).toContain(
    "Northbridge University asks you to disclose where Aster p1 is made.",
  );
  expect(draft.text).toContain("This rests on clause 14.2: The supplier discloses the sites.");
  expect(draft.text).toContain("Please name the sites that make these parts: display and battery.");
  expect(draft.text).toContain("as far as you know it: cobalt.");
  expect(draft.text).toContain("please pass this on to the maker");
  expect(draft.text).toContain("Please answer by 18 December 2026.");
});

it("asks once for a part that the clause and the category call by two names", () => {
  const { text } = draftRequest({
    contract: buildContract({
      brands,
      conditions: [buildCondition({ components: ["Battery pack", "batteryless sensor"] })],
    }),
    products: [],
    addressee: "Cedar IT",
    dueOn: null,
    items,
  });
  expect(text).toContain("these parts: Battery pack and batteryless sensor.");
});
