import { describe, expect, it } from "vitest";
import { readCountryFromAddress } from "./read-country-from-address.ts";
import { recogniseCountry } from "./recognise-country.ts";

describe("recogniseCountry", () => {
  it.each([
    ["P.R. China", "CN"],
    ["P.R.O.C.", "CN"],
    ["P.R.China", "CN"],
    ["中国", "CN"],
    ["China (CN)", "CN"],
    ["chn", "CN"],
    ["cn", "CN"],
    ["Kina", "CN"],
    ["USA", "US"],
    ["Viet Nam", "VN"],
    ["Korea", "KR"],
    ["대한민국", "KR"],
    ["UK", "GB"],
    ["England", "GB"],
    ["Deutschland", "DE"],
    ["Alemania", "DE"],
    ["Tyskland", "DE"],
    ["Allemagne", "DE"],
    ["Duitsland", "DE"],
    ["Côte d'Ivoire", "CI"],
    ["Türkiye", "TR"],
    ["Taiwan, Province of China", "TW"],
    ["Hong Kong SAR, China", "HK"],
    ["UAE", "AE"],
    ["Guinea-Bissau", "GW"],
  ])("%s is %s", (written, code) => {
    expect(recogniseCountry(written)).toBe(code);
  });

  it.each(["", "Chinaa", "Guangdong", "XX", "factory", "China / Vietnam"])(
    "does not guess at '%s'",
    (written) => {
      expect(recogniseCountry(written)).toBeNull();
    },
  );
});

describe("readCountryFromAddress", () => {
  it.each([
    ["905 Adams Street, Hutchinson, Minnesota, USA", "US"],
    ["Nantong City,Jiangsu,China,226000", "CN"],
    ["18#, Zongbao Road, Shapinba District Chongqing, P.R.China", "CN"],
    ["No.18-9, Baohong Avenue, Yubei District, Chongqing (China)", "CN"],
    ["7/F, Tai Nan West Street, KOWLOON,HONG KONG.", "HK"],
    ["Science Park, Shatin, Hong Kong, China", "HK"],
    ["Unit 3 Shatin Hong Kong China", "HK"],
    ["Hsinchu 30078, Taiwan, R.O.C.", "TW"],
    ["台北市内湖区", "TW"],
    ["深圳市龙华区", "CN"],
    ["London SW1A 1AA, UK", "GB"],
    ["Albuquerque, New Mexico", "US"],
    ["Shenzhen, CN", "CN"],
    ["1 Rue, Lyon, France Tel. +33 1 222", "FR"],
    ["5 Taiwan Road, Shanghai", "CN"],
  ])("%s lies in %s", (address, code) => {
    expect(readCountryFromAddress(address)?.country).toBe(code);
  });

  it.each([
    "Atlanta, Georgia",
    "Hong Kong Middle Road 5, Qingdao",
    "Berlin, DE",
    "Austin TX 78701",
    "Linz, 4021",
    "",
    "Bangalore -560030.",
  ])("stays silent on '%s'", (address) => {
    expect(readCountryFromAddress(address)).toBeNull();
  });
});
