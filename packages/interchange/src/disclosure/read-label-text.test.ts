import { describe, expect, it } from "vitest";
import { readRealInput } from "../real-input.fixture.ts";
import { readLabelText } from "./read-label-text.ts";

interface RealLabel {
  readonly manufacturer_text?: string;
  readonly packer_text?: string;
  readonly importer_text?: string;
}

function realLabels(): RealLabel[] {
  const text = readRealInput("data/suppliers/product_factory_disclosures.jsonl");
  // The file is a fixed set of facts with these keys.
  return text === null
    ? []
    : text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as RealLabel);
}

describe("real labels", () => {
  it("reads seven possible places out of the run-on Lenovo text, two of them warehouses, the last cut off", () => {
    const text = realLabels()[0]?.manufacturer_text;
    if (text === undefined) return;
    const read = readLabelText(text);
    expect(read).toMatchObject({
      brand: "Lenovo",
      alternatives: true,
      truncated: true,
      foreignMarket: null,
    });
    expect(read.rows.map((row) => row.name)).toEqual([
      "Hefei Bitland Information Technology Co.,Ltd",
      "LCFC(Hefei) Electronics Technology Co., Ltd.",
      "Tech-Com(Shanghai) Computer Co Ltd",
      "Wistron InfoComm (Kunshan) Co.Ltd",
      "Compal information technology (kunshan) CO., LTD.",
      "Kunshan Hichain storage Co. Ltd",
      "Wujiang Hichain warehousing LTD",
    ]);
    expect(read.rows.slice(0, 5).map((row) => row.country)).toEqual(["CN", "CN", "CN", "CN", "CN"]);
    expect(read.rows[4]?.address).toBe(
      "No. 58, the 1st street, Kunshan Export Processing Zone, Jiangsu, P.R.O.C. CHINA",
    );
    expect(read.rows[5]?.address).toBe("No. 88 Xinxiang Road Avenue Kunshan CBZ");
    expect(read.rows.map((row) => row.flags.includes("not_manufacturing"))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(read.rows[6]).toMatchObject({ address: "", country: null });
    expect(read.rows[6]?.flags).toEqual(
      expect.arrayContaining(["warehouse", "not_manufacturing", "address_cut_off"]),
    );
    expect(read.counts).toEqual({ read: 7, accepted: 0, corrected: 7, rejected: 0 });
  });

  it("reads four numbered places out of the HP text, spelling left as it stands", () => {
    const text = realLabels()[1]?.manufacturer_text;
    if (text === undefined) return;
    const read = readLabelText(text);
    expect(read).toMatchObject({ brand: "hp", alternatives: true, truncated: false });
    expect(read.rows.map((row) => [row.name, row.country])).toEqual([
      ["Compal Information (Kunshan) Co., Ltd.", "CN"],
      ["Tech-Front (Chongqing) Computer Co., Ltd.", "CN"],
      ["Wistron Infocomillimeters ( Chongqing) Co.Ltd.", "CN"],
      ["Inventec (Chongqing) Corporation", "CN"],
    ]);
    expect(read.rows[0]?.address).toContain("Kushan");
    expect(read.rows[1]?.address).toMatch(/^18#, Zongbao/);
    expect(read.rows[3]?.address).toMatch(/^No, 66 West District/);
  });

  it("keeps packer and importer apart and names the foreign market", () => {
    const label = realLabels()[2];
    if (label === undefined) return;
    const read = readLabelText(`Packer: ${label.packer_text} Importer: ${label.importer_text}`);
    expect(read.foreignMarket).toBe("IN");
    expect(read.alternatives).toBe(false);
    expect(read.rows[0]).toMatchObject({
      name: "QUANTA CQ Tech-Front (CHongqing) computer CO.,LTD",
      country: "CN",
    });
    // A packer may make things elsewhere: it is only not said to have made this.
    expect(read.rows[0]?.flags).toContain("packer");
    expect(read.rows[0]?.flags).not.toContain("not_manufacturing");
    expect(read.rows[1]?.flags).not.toContain("packer");
    expect(read.rows[1]).toMatchObject({ name: "HP India Sales pvt limited", country: "IN" });
    expect(read.rows[1]?.flags).toContain("not_manufacturing");
  });
});

describe("other ways to write a label", () => {
  const cases: readonly [string, string, readonly [string, string | null][], boolean][] = [
    [
      "letters on lines",
      "ASUS - Made in one of these factories:\na) Pegatron Shanghai Ltd, 1 Xiu Yan Road, Shanghai, China\nb) Foxconn Chengdu, 88 Hezuo Road, Chengdu, China",
      [
        ["Pegatron Shanghai Ltd", "CN"],
        ["Foxconn Chengdu", "CN"],
      ],
      true,
    ],
    [
      "bullets in one line",
      "Dell. Manufactured at any of the following sites: • Compal Electronics (Vietnam) Co., Ltd, Lot 5, Vinh Phuc, Vietnam • Wistron Mexico S.A. de C.V., Blvd. 100, Juarez, Mexico • Dell Products (Poland) Sp. z o.o., ul. Informatyczna 1, Lodz, Poland",
      [
        ["Compal Electronics (Vietnam) Co., Ltd", "VN"],
        ["Wistron Mexico S.A. de C.V.", "MX"],
        ["Dell Products (Poland) Sp. z o.o.", "PL"],
      ],
      true,
    ],
    [
      "semicolons",
      "Acer: Manufactured by: Quanta Computer Inc., No. 188, Wenhua 2nd Rd, Taoyuan, Taiwan; Inventec Appliances Corp., 789 Pu Xing Road, Shanghai, China",
      [
        ["Quanta Computer Inc.", "TW"],
        ["Inventec Appliances Corp.", "CN"],
      ],
      false,
    ],
    [
      "name and address on lines",
      "Samsung, Manufactured by one of the following:\nSamsung Electronics Vietnam Co., Ltd.\nYen Phong Industrial Park, Bac Ninh, Vietnam\nSamsung India Electronics Pvt. Ltd.\nB-1, Sector 81, Noida, India\n",
      [
        ["Samsung Electronics Vietnam Co., Ltd.", "VN"],
        ["Samsung India Electronics Pvt. Ltd.", "IN"],
      ],
      true,
    ],
    [
      "brackets and 'or'",
      "Manufactured by (1) Alpha Tech Co Ltd, 5 Road, Penang, Malaysia (2) Beta Sdn. Bhd., Lot 3, Johor, Malaysia or (3) Gamma Warehousing Pte Ltd, 5 Pioneer Rd, Singapore",
      [
        ["Alpha Tech Co Ltd", "MY"],
        ["Beta Sdn. Bhd.", "MY"],
        ["Gamma Warehousing Pte Ltd", "SG"],
      ],
      true,
    ],
    [
      "only 'or'",
      "Made by Foo Electronics Ltd, 12 High Street, Leeds, UK or Bar Circuits Inc., 99 Main St, Austin, TX, USA",
      [
        ["Foo Electronics Ltd", "GB"],
        ["Bar Circuits Inc.", "US"],
      ],
      true,
    ],
    [
      "run on, names with a country in them",
      "Xiaomi, One of the below: Foxconn Hon Hai Technology India Mega Development Private Limited - Tower 2, Sri City, Andhra Pradesh, India Rising Stars Mobile India Private Limited - Block 380, Belerica Road, Sri City 517646, India",
      [
        ["Foxconn Hon Hai Technology India Mega Development Private Limited", "IN"],
        ["Rising Stars Mobile India Private Limited", "IN"],
      ],
      true,
    ],
    [
      "Chinese, address labels",
      "制造商：联宝（合肥）电子科技有限公司 地址：安徽省合肥市云谷路3188-1号；合肥宝龙达信息技术有限公司 地址：安徽省合肥市锦绣大道4088号",
      [
        ["联宝(合肥)电子科技有限公司", "CN"],
        ["合肥宝龙达信息技术有限公司", "CN"],
      ],
      false,
    ],
    [
      "Chinese, one of",
      "本产品由以下工厂之一生产：1、富士康精密电子（太原）有限公司，山西省太原市龙飞街1号 2、昌硕科技（上海）有限公司，上海市浦东新区秀沿路3768号",
      [
        ["富士康精密电子(太原)有限公司", "CN"],
        ["昌硕科技(上海)有限公司", "CN"],
      ],
      true,
    ],
    [
      "German",
      "Hergestellt von einem der folgenden Werke: Bosch GmbH, Robert-Bosch-Platz 1, Gerlingen, Deutschland; Flex Kft., Hangár u. 5, Budapest, Ungarn",
      [
        ["Bosch GmbH", "DE"],
        ["Flex Kft.", "HU"],
      ],
      true,
    ],
    [
      "Swedish, dashes",
      "Tillverkad av en av följande: - Ericsson AB, Torshamnsgatan 21, Kista, Sverige - Jabil Poland Sp. z o.o., ul. Lotnicza 2, Kwidzyn, Polen",
      [
        ["Ericsson AB", "SE"],
        ["Jabil Poland Sp. z o.o.", "PL"],
      ],
      true,
    ],
  ];
  it.each(cases)("%s", (_what, text, places, alternatives) => {
    const read = readLabelText(text);
    expect(read.rows.map((row) => [row.name, row.country])).toEqual(places);
    expect(read.alternatives).toBe(alternatives);
    expect(read.truncated).toBe(false);
  });

  it.each([
    [
      "Chinese numbers and a warehouse",
      "制造商（以下之一）：\n1. 比亚迪股份有限公司 广东省深圳市坪山区比亚迪路3009号\n2. 惠州比亚迪电子有限公司 广东省惠州市响水河\n仓库：惠州物流有限公司 广东省惠州市\n",
      ["比亚迪股份有限公司", "惠州比亚迪电子有限公司", "惠州物流有限公司"],
    ],
    [
      "bare names",
      "This product was manufactured at one of: Foxconn (Chengdu) / Pegatron (Shanghai)",
      ["Foxconn (Chengdu)", "Pegatron (Shanghai)"],
    ],
    [
      "labelled names and addresses",
      "Name: Foo Electronics Ltd\nAddress: 12 High Street, Leeds, UK\nName: Bar Circuits\nAddress: 5 Rue X, Lyon, France",
      ["Foo Electronics Ltd", "Bar Circuits"],
    ],
    [
      "roman numbers",
      "Dell: manufactured by any of the following - (i) Compal Display Co Ltd., No 38 Jinxi Rd, Kunshan, China; (ii) Wistron Corp., 88 Hsintai 5th Rd, New Taipei City, Taiwan.",
      ["Compal Display Co Ltd.", "Wistron Corp."],
    ],
    [
      "a registered office",
      "Manufactured by: Foo Co., Ltd., 129 Samsung-ro, Suwon, Republic of Korea. Registered Office: Foo India Pvt Ltd, 20th Floor, Gurgaon, India",
      ["Foo Co., Ltd.", "Foo India Pvt Ltd"],
    ],
  ])("%s", (_what, text, names) => {
    expect(readLabelText(text).rows.map((row) => row.name)).toEqual(names);
  });

  it("takes 'Made in China' as a statement and not as part of an address", () => {
    const read = readLabelText(
      "Apple Inc. One Apple Park Way, Cupertino, CA 95014 USA. Made in China",
    );
    expect(read.rows).toHaveLength(1);
    expect(read.rows[0]?.country).toBe("US");
    expect(read.notes).toContain("The text gives 'China' as the country of origin.");
  });

  it("says that a text ending in a comma or an ellipsis is cut off", () => {
    for (const end of [",", " …", " -", " and"]) {
      const read = readLabelText(
        `One of the below: A Co., Ltd., 1 Road, Leeds, UK; B Co., Ltd., 2 Long Road${end}`,
      );
      expect(read.truncated).toBe(true);
      expect(read.rows.at(-1)?.flags).toContain("address_cut_off");
      expect(read.rows[0]?.flags).not.toContain("address_cut_off");
    }
  });

  it("refuses an empty text", () => {
    expect(() => readLabelText(" \n ")).toThrow(expect.objectContaining({ code: "file_empty" }));
  });
});
