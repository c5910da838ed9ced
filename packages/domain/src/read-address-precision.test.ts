import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowFlags } from "./disclosure-rows.ts";
import { readAddressPrecision } from "./read-address-precision.ts";
import { addressPrecisions } from "./vocabulary.ts";

describe("the precision of an address", () => {
  it.each([
    [
      "No.4088 Jiuxiu Road National Hefei economic & technology development area Hefei Anhui China",
      "CN",
      "street",
    ],
    ["18#, Zongbao Road, Shapinba District Chongqing, P.R.China", "CN", "street"],
    ["Hauptstraße, Berlin", "DE", "street"],
    ["深圳市龙华区观澜街道高新路", "CN", "street"],
    ["Kunshan, Jiangsu, 215300, China", "CN", "locality"],
    ["Jiangsu, China", "CN", "region"],
    ["China", "CN", "country"],
    ["P.R. China", "CN", "country"],
    ["VIETNAM", "VN", "country"],
    ["U.S.A.", "US", "country"],
    ["", "CN", "country"],
    ["", null, "none"],
    [" - ", null, "none"],
  ])("%s is known to its %s %s", (address, country, expected) => {
    expect(readAddressPrecision(address, country, [])).toBe(expected);
  });

  it("is no street for a post-office box or a region standing in for an address", () => {
    expect(readAddressPrecision("P.O. Box 12, Leeds", "GB", ["po_box"])).toBe("locality");
    expect(readAddressPrecision("Henan, Guangdong", "CN", ["address_missing"])).toBe("region");
  });

  it("is always one of the list, and never rises when the address is taken away", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("CN", "DE", null),
        fc.subarray([...rowFlags]),
        (address, country, flags) => {
          const precision = readAddressPrecision(address, country, flags);
          expect(addressPrecisions).toContain(precision);
          expect(addressPrecisions.indexOf(precision)).toBeGreaterThanOrEqual(
            addressPrecisions.indexOf(readAddressPrecision(null, country, flags)),
          );
        },
      ),
    );
  });
});
