import { describe, expect, it } from "vitest";
import { readDisclosureText } from "@throughline/interchange";
import { placeRows } from "./place-rows.ts";

function listOf(disclosureId: string, ...lines: string[]): Parameters<typeof placeRows>[0][number] {
  const { rows } = readDisclosureText(`name,address,country,product\n${lines.join("\n")}\n`);
  return { disclosureId, rows };
}

const compal = "Compal Information (Kunshan) Co. Ltd.";

describe("the sites of the lists of one line", () => {
  it("are called after the row that named them first, and keep its address", () => {
    const lists = [
      listOf("d1", `${compal},"No. 15 Third Avenue, Kunshan, Jiangsu",China,Book 3`),
      listOf("d2", `COMPAL INFORMATION (KUNSHAN) CO LTD,"No.15, Third Avenue, Kunshan",China,`),
    ];
    const { sites, siteIdOf } = placeRows(lists);
    expect(sites).toMatchObject([
      { id: "d1/place-2", legalName: true, address: "No. 15 Third Avenue, Kunshan, Jiangsu" },
    ]);
    expect(lists.flatMap(({ rows }) => rows.map((row) => siteIdOf.get(row)))).toEqual([
      "d1/place-2",
      "d1/place-2",
    ]);
  });

  it("are one where a list names one place for two products, and offered where an address says less", () => {
    const { sites } = placeRows([
      listOf(
        "d1",
        `${compal},"No. 15 Third Avenue, Kunshan, Jiangsu",China,Book 3`,
        `${compal},"No. 15 Third Avenue, Kunshan, Jiangsu",China,Book 5`,
        `${compal},"Third Avenue, Kunshan, Jiangsu",China,Book 5`,
      ),
    ]);
    expect(sites.map((site) => [site.id, site.reviewWith.map((pair) => pair.siteId)])).toEqual([
      ["d1/place-2", ["d1/place-4"]],
      ["d1/place-4", []],
    ]);
  });
});
