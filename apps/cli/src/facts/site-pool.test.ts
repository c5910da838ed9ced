import { describe, expect, it } from "vitest";
import { readDisclosureText } from "@throughline/interchange";
import { poolSites, type NamedPlace } from "./site-pool.ts";

function place(disclosureId: string, text: string, row = 0): NamedPlace {
  const read = readDisclosureText(`name,address,country\n${text}\n`).rows[row];
  if (read === undefined) throw new Error("The list has no such row.");
  return { id: `${disclosureId}/${row}`, disclosureId, row: read };
}

const compal = "Compal Information (Kunshan) Co. Ltd.";

describe("pooling the sites of several lists", () => {
  it("joins the same place, keeping the fullest address", () => {
    const pool = poolSites([
      place("d1", `${compal},"No. 15 Third Avenue, Kunshan, Jiangsu",China`),
      place(
        "d2",
        `COMPAL INFORMATION (KUNSHAN) CO LTD,"No.15, Third Avenue, Kunshan, Jiangsu, 215300",China`,
      ),
    ]);
    expect(pool.sites).toHaveLength(1);
    expect(pool.sites[0]?.address).toContain("215300");
    expect(pool.siteIdOf.get("d2/0")).toBe("d1/0");
  });

  it("offers one company at two addresses for review and never merges it", () => {
    const pool = poolSites([
      place("d1", `${compal},"No. 15 Third Avenue, Kunshan, Jiangsu",China`),
      place("d2", `${compal},"No. 58 1st Street, Kunshan, Jiangsu",China`),
    ]);
    expect(pool.sites).toHaveLength(2);
    expect(pool.sites[0]?.reviewWith.map((pair) => pair.siteId)).toEqual(["d2/0"]);
  });

  it("believes one list that its rows are different places", () => {
    const list = `${compal},"No. 15 Third Avenue, Kunshan, Jiangsu",China\n${compal},"No. 58 1st Street, Kunshan, Jiangsu",China`;
    const pool = poolSites([place("d1", list, 0), place("d1", list, 1)]);
    expect(pool.sites).toHaveLength(2);
  });
});
