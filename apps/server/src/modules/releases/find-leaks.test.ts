import type { RecordSite, ReleaseSnapshot } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { findLeaks } from "./find-leaks.ts";

function site(name: string, key = "s"): RecordSite {
  return {
    key,
    name,
    address: null,
    country: null,
    latitude: null,
    longitude: null,
    osId: null,
    workers: null,
    flags: [],
    confirmedOn: null,
    verification: "self_declared",
    masked: null,
  };
}

/** A release with one masked site and one answer. */
function release(
  reason: string,
  { keptBy = "the maker", saidBy = null as string | null } = {},
): ReleaseSnapshot {
  const masked = { keptBy, legalName: true, fullAddress: true, precision: "street" as const };
  return {
    format: "throughline-release/1",
    supplier: { name: "Cedar IT", country: null, invented: true },
    onBehalfOf: null,
    number: 1,
    releasedAt: "2026-11-20T09:00:00.000Z",
    asOf: "2026-11-20",
    expiresOn: "2027-11-20",
    answersFor: [],
    content: {
      sites: [{ ...site("Masked site 1", "m"), masked }],
      products: [{ key: "p", brand: "Aster", family: "Book 3", partNumbers: [] }],
      links: [],
      answers: [
        {
          key: "a",
          productKey: null,
          answer: "cannot_because",
          saidBy,
          reason,
          document: null,
          answeredOn: "2026-11-20",
          selfReported: false,
        },
      ],
    },
  };
}

describe("a masked name in an answer", () => {
  it.each([
    ["Alder Works Ltd", "We asked ALDER WORKS and they refused."],
    ["深圳富士康电子有限公司", "显示屏由深圳富士康电子生产。"],
    ["삼성디스플레이 주식회사", "삼성디스플레이는 대답하지 않았다."],
    ["บริษัท ฟูจิคอน จำกัด", "ถามบริษัท ฟูจิคอน จำกัดแล้ว"],
    ["Công ty TNHH Điện tử Bắc Ninh", "Cong ty TNHH dien tu Bac Ninh does not say."],
  ])("%s is found, whatever its script", (name, reason) => {
    expect(findLeaks(release(reason), [site(name)]).refusals).toHaveLength(1);
  });

  it("is not seen in other words", () => {
    for (const [name, reason] of [
      ["Alder Ltd", "The alderman did not say."],
      ["富士", "富士山"],
      ["Oak", "Oak is what the desks are made of."],
    ] as const)
      expect(findLeaks(release(reason), [site(name)]).refusals).toEqual([]);
  });
});

describe("the supplier that masked sites were taken over from", () => {
  const hidden = [site("Alder Works Ltd")];
  it("is not to be named by an answer", () => {
    const named = release("It cannot say.", { saidBy: "Quillbert Components" });
    expect(findLeaks(named, hidden, ["Quillbert Components"]).refusals[0]?.text).toBe(
      "“Quillbert Components” is masked, but an answer (“It cannot say.”) says it.",
    );
    expect(findLeaks(named, hidden).refusals).toEqual([]);
  });

  it("may be named where the release names it openly: as a brand, or as who keeps the identity", () => {
    const brand = release("It cannot say.", { saidBy: "Aster Inc" });
    expect(findLeaks(brand, hidden, ["Aster Inc"]).refusals).toEqual([]);
    const keeper = release("It cannot say.", {
      saidBy: "Quillbert Components",
      keptBy: "Quillbert Components",
    });
    expect(findLeaks(keeper, hidden, ["Quillbert Components"]).refusals).toEqual([]);
  });
});
