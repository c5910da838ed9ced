import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentBlock, DocumentContent } from "./document-content.ts";
import {
  lettersOf,
  readDocxHtml,
  readDocxParts,
  readDocxText,
  readPdf,
} from "./read-back.fixture.ts";
import type { StructureNode } from "./read-back.fixture.ts";
import { tidyText } from "./tidy-runs.ts";
import { writeDocx } from "./write-docx.ts";
import { writePdf } from "./write-pdf.ts";

function documentOf(
  blocks: readonly DocumentBlock[],
  more: Partial<DocumentContent> = {},
): DocumentContent {
  return {
    kind: "letter",
    language: "en-GB",
    title: "Working hours & wages <2026>",
    date: "2026-11-20",
    blocks,
    drawnUp: { by: "Northbridge University", from: "the record of contract WH-2026-07" },
    ...more,
  };
}

const commitments: DocumentBlock = {
  kind: "table",
  about: "What both sides promised",
  columns: [
    { heading: "Who", share: 2 },
    { heading: "What", share: 5 },
    { heading: "By when", share: 2, align: "end" },
  ],
  rows: Array.from({ length: 60 }, (_, index) => [
    [{ text: index % 2 === 0 ? "Aster" : "Northbridge University", bold: true }],
    `Promise number ${index} about the sites in Łódź and Đà Nẵng, ООО «Электроника» and Αθήνα`,
    "3 March 2027",
  ]),
  whenEmpty: "No commitments were made.",
};

const letter = documentOf(
  [
    { kind: "paragraph", text: "Dear colleagues" },
    {
      kind: "paragraph",
      text: [
        { text: "We would like to " },
        { text: "talk with you", italic: true },
        { text: " about " },
        { text: "one issue", bold: true },
        { text: ". Read " },
        { text: "our policy", link: "https://northbridge.example/policy?x=1&y=2" },
        { text: " or " },
        { text: "not this", link: "javascript:alert(1)" },
        { text: "." },
      ],
    },
    { kind: "heading", level: 1, text: "What we hope for" },
    { kind: "list", numbered: false, items: ["An agreed picture", "Two improvements"] },
    { kind: "heading", level: 2, text: "When and where" },
    { kind: "facts", facts: [{ name: "When", value: "12 January 2027" }] },
    { kind: "list", numbered: true, items: ["First", "Second"] },
    { kind: "note", title: "Protected", text: "What you tell us stays in this series." },
    commitments,
    { kind: "page_break" },
    { kind: "heading", level: 1, text: "Signed" },
    {
      kind: "signatures",
      signatures: [
        { organisation: "Northbridge University", role: "Procurement", toSign: true },
        { organisation: "City of Sandholm", name: "Alex Morgan", role: "Head of procurement" },
      ],
    },
  ],
  {
    sender: ["Northbridge University", "procurement@northbridge.example"],
    addressee: ["Aster Computing SE", "10115 Berlin, Germany"],
    place: "Northbridge",
    reference: "WH-2026-07",
    subtitle: "With the City of Sandholm",
  },
);

function countRoles(
  nodes: readonly StructureNode[],
  counted = new Map<string, number>(),
): Map<string, number> {
  for (const node of nodes) {
    counted.set(node.role, (counted.get(node.role) ?? 0) + 1);
    countRoles(node.children, counted);
  }
  return counted;
}

describe("a document in both formats", () => {
  it("says the same words in the same order", async () => {
    const [docx, pdf] = await Promise.all([
      writeDocx(letter).then(readDocxText),
      writePdf(letter).then(readPdf),
    ]);
    // The marks of lists are letters in a PDF and a property in Word.
    const marks = /• |(?<=January 2027 )1\. |(?<=First )2\. /gu;
    expect(lettersOf(pdf.text.replaceAll(marks, ""))).toBe(lettersOf(docx));
    expect(docx).toContain("Northbridge, 20 November 2026");
    expect(docx).toContain("Our reference: WH-2026-07");
    expect(docx).toContain("Promise number 59");
  });

  it("is the same bytes whenever it is made", async () => {
    const first = [await writeDocx(letter), await writePdf(letter)];
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const second = [await writeDocx(letter), await writePdf(letter)];
    expect(second.map((bytes) => Buffer.from(bytes).toString("base64"))).toEqual(
      first.map((bytes) => Buffer.from(bytes).toString("base64")),
    );
  });

  it("links only to what a letter may link to", async () => {
    const html = await readDocxHtml(await writeDocx(letter));
    expect(html).toContain(
      '<a href="https://northbridge.example/policy?x=1&amp;y=2">our policy</a>',
    );
    expect(html).toContain("not this");
    expect(html).not.toContain("javascript:");
    const { links } = await readPdf(await writePdf(letter));
    expect(links).toEqual(["https://northbridge.example/policy?x=1&y=2"]);
  });
});

describe("the Word edition", () => {
  it("is a package whose parts are well-formed and found", async () => {
    const parts = await readDocxParts(await writeDocx(letter));
    const types = parts.get("[Content_Types].xml") ?? "";
    for (const name of parts.keys()) {
      const extension = name.split(".").at(-1) ?? "";
      const known =
        types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`);
      expect(known, name).toBe(true);
    }
    const relations = parts.get("word/_rels/document.xml.rels") ?? "";
    const targets = [...relations.matchAll(/Target="([^"]+)"/gu)].map(([, target = ""]) => target);
    const inside = targets.filter((target) => !target.startsWith("http"));
    expect(inside.filter((target) => !parts.has(`word/${target}`))).toEqual([]);
    for (const [, id = ""] of (parts.get("word/document.xml") ?? "").matchAll(/r:id="([^"]+)"/gu))
      expect(relations, id).toContain(`Id="${id}"`);
  });

  it("has real headings, lists and a heading row that repeats; rows stay whole", async () => {
    const bytes = await writeDocx(letter);
    const html = await readDocxHtml(bytes);
    expect(html).toContain("<h1>What we hope for</h1>");
    expect(html).toContain("<li>An agreed picture</li>");
    expect(html).toContain("<ol><li>First</li>");
    const xml = (await readDocxParts(bytes)).get("word/document.xml") ?? "";
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/gu)?.length).toBe(xml.match(/<w:tr>/gu)?.length);
  });

  it("bears its own day, its language and the typeface with what stands in for it", async () => {
    const parts = await readDocxParts(await writeDocx(letter));
    expect(parts.get("docProps/core.xml")).toContain("2026-11-20T00:00:00Z");
    expect(parts.get("docProps/core.xml")).toContain("Working hours &amp; wages &lt;2026&gt;");
    expect(parts.get("word/styles.xml")).toContain('w:val="en-GB"');
    expect(parts.get("word/fontTable.xml")).toContain('<w:altName w:val="Calibri"/>');
    expect(parts.get("word/footer1.xml")).toContain("NUMPAGES");
    expect(parts.get("word/footer1.xml")).toContain("the record of contract WH-2026-07");
  });
});

describe("the PDF edition", () => {
  it("is tagged, with title, language, day and bookmarks", async () => {
    const pdf = await readPdf(await writePdf(letter));
    expect(pdf).toMatchObject({
      title: "Working hours & wages <2026>",
      language: "en-GB",
      tagged: true,
      created: "D:20261120000000Z",
    });
    expect(pdf.bookmarks).toEqual([
      { title: "Working hours & wages <2026>", below: ["What we hope for", "Signed"] },
    ]);
    const roles = countRoles(pdf.structure);
    expect(roles.get("H1")).toBe(1);
    expect(roles.get("H2")).toBe(2);
    expect(roles.get("H3")).toBe(1);
    expect(roles.get("LI")).toBe(5);
    expect(roles.get("TH")).toBe(3);
    expect(roles.get("TD")).toBe(180);
    expect(roles.get("Link")).toBe(1);
  });

  it("repeats the headings of a table on each page without reading them out again", async () => {
    const pdf = await readPdf(await writePdf(letter));
    expect(pdf.pages).toBeGreaterThan(3);
    expect(pdf.text.match(/By when/gu)).toHaveLength(1);
    expect(pdf.unread.filter((text) => text.includes("By when")).length).toBeGreaterThan(0);
    const feet = pdf.unread.filter((text) => text.includes(` of ${pdf.pages}`));
    expect(feet).toHaveLength(pdf.pages);
  });

  it("names at the end what its typeface cannot show, and leaves no boxes", async () => {
    const content = documentOf([
      {
        kind: "paragraph",
        text: "ក្រុមហ៊ុន (Phnom Penh), კომპანია, שלום עולם 🙂; 深圳市华星电子有限公司",
      },
    ]);
    const { text } = await readPdf(await writePdf(content));
    expect(text).toContain("[1: Khmer] (Phnom Penh), [2: Georgian], [3: Hebrew]");
    expect(text).toContain("1 Khmer; 2 Georgian; 3 Hebrew");
    const docx = await readDocxText(await writeDocx(content));
    expect(docx).toContain("深圳市华星电子有限公司");
  });

  it("gives a passage one number, in headings, too", async () => {
    const content = documentOf(
      [
        { kind: "heading", level: 1, text: "ភ្នំពេញ" },
        { kind: "paragraph", text: "About ភ្នំពេញ and თბილისი" },
        { kind: "signatures", signatures: [{ organisation: "თბილისი", toSign: true }] },
      ],
      { title: "ភ្នំពេញ" },
    );
    const { text } = await readPdf(await writePdf(content));
    expect(text).toContain("1 Khmer; 2 Georgian.");
    expect(text).toContain("About [1: Khmer] and [2: Georgian]");
  });

  it("prints Western, Cyrillic, Greek and Vietnamese as they are, upright and italic", async () => {
    const words =
      "Łódź žluťoučký Ångström İstanbul ООО Электроника Київ Αθήνα Thành phố Hồ Chí Minh Đại Phát";
    const { text } = await readPdf(
      await writePdf(
        documentOf([
          { kind: "paragraph", text: [{ text: words, italic: true }, { text: ` ${words}` }] },
        ]),
      ),
    );
    expect(text).toContain(`${words} ${words}`);
  });
});

/** Whatever somebody may have typed into a field. */
const typed = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "=1+1",
    '=HYPERLINK("http://evil.example")',
    "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }",
    "</w:t></w:r><w:r>",
    "\u202Egnp.exe",
    "\u0000\u0008\uFFFF\uD800",
    "]]>&lt;",
    "a".repeat(400),
    "\n\n\n",
    "עִבְרִית العربية",
    "(\\)%PDF endobj",
  ),
);

describe("text from outside", () => {
  it(
    "never breaks a file, and what a file may hold is all there",
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          typed,
          typed,
          fc.array(fc.array(typed, { maxLength: 3 }), { maxLength: 3 }),
          async (one, two, rows) => {
            const content = documentOf(
              [
                { kind: "heading", level: 1, text: one },
                {
                  kind: "paragraph",
                  text: [
                    { text: two, bold: true },
                    { text: one, link: two },
                  ],
                },
                { kind: "list", numbered: true, items: [one, two] },
                { ...commitments, rows },
                { kind: "facts", facts: [{ name: two, value: one }] },
                { kind: "note", title: one, text: two },
                {
                  kind: "signatures",
                  signatures: [{ organisation: one, role: two, toSign: true }],
                },
              ],
              { title: one, sender: [one, two], addressee: [two], reference: one },
            );
            const parts = await readDocxParts(await writeDocx(content));
            expect(parts.has("word/document.xml")).toBe(true);
            const docx = lettersOf(await readDocxText(await writeDocx(content)));
            expect(docx).toContain(lettersOf(tidyText(two)));
            const pdf = await readPdf(await writePdf(content));
            expect(pdf.tagged).toBe(true);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it("takes ten thousand words, and a row taller than a page", { timeout: 30_000 }, async () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `word${index}`).join(" ");
    const content = documentOf([
      { kind: "paragraph", text: words },
      { ...commitments, rows: [["Aster", words, "never"]] },
      { kind: "note", text: words },
    ]);
    const pdf = await readPdf(await writePdf(content));
    const docx = await readDocxText(await writeDocx(content));
    expect(lettersOf(pdf.text)).toContain(lettersOf(words));
    expect(docx).toContain(words);
    expect(pdf.text.match(/word9999/gu)).toHaveLength(3);
    for (const word of ["word0 ", "word5000 "]) expect(pdf.text.split(word)).toHaveLength(4);
  });

  it("has a sentence for a table without rows", async () => {
    const content = documentOf([{ ...commitments, rows: [] }]);
    expect((await readPdf(await writePdf(content))).text).toContain("No commitments were made.");
    expect(await readDocxText(await writeDocx(content))).toContain("No commitments were made.");
  });
});
