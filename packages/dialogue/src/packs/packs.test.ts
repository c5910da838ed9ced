import { describe, expect, it } from "vitest";
import { findPack, questionPacks } from "./list-packs.ts";
import { questionPackKeys } from "./question-pack.ts";

describe("question packs", () => {
  it("say of each question why it is asked, what a good answer holds and who can give it", () => {
    const all = questionPackKeys.flatMap((key) => questionPacks[key].questions);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { text, why, goodAnswer, whom } of all) {
      expect(text.endsWith("?") || text.includes("?"), text).toBe(true);
      for (const part of [why, goodAnswer, whom]) expect(part.length).toBeGreaterThan(15);
    }
  });

  it("ask the buyers about their own practice in every pack, and name what they rest on", () => {
    for (const key of questionPackKeys) {
      const { questions, sources } = questionPacks[key];
      expect(questions.filter(({ asks }) => asks === "buyers").length, key).toBeGreaterThan(0);
      expect(sources.length, key).toBeGreaterThan(1);
    }
    expect(questionPacks.working_hours.sources.join()).toMatch(/No\. 1\).*No\. 30\)/);
    expect(questionPacks.wages.sources.join()).toMatch(/No\. 95\).*No\. 131\)/);
  });

  it("are found by the issues of findings", () => {
    expect(findPack("wages")?.key).toBe("wages");
    expect(findPack("rest")?.key).toBe("working_hours");
    expect(findPack("minerals")).toBeUndefined();
  });
});
