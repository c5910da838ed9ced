import fc from "fast-check";
import { expect, test } from "vitest";
import { readTopics, writeTopics } from "./read-topics.ts";

test("known topics are shown by name, and what is typed stays in words", () => {
  expect(writeTopics(["working_hours", "audits"])).toBe("Excessive hours, forced overtime; audits");
  expect(readTopics("Excessive hours, forced overtime; audits;; ")).toEqual([
    "Excessive hours, forced overtime",
    "audits",
  ]);
});

test("what is written is read again", () => {
  const topic = fc
    .string({ minLength: 1, maxLength: 60 })
    .map((text) => text.replaceAll(";", "").trim())
    .filter((text) => text !== "" && writeTopics([text]) === text);
  fc.assert(
    fc.property(fc.array(topic, { maxLength: 5 }), (topics) => {
      expect(readTopics(writeTopics(topics))).toEqual(topics);
    }),
  );
});
