import { ValidationError } from "@orpc/server";
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeForLog } from "./describe-for-log.ts";
import { problemFrom } from "./problem.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

describe("the log of a failure", () => {
  it("names the code and the table of what the database refused, and none of its values", async () => {
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
    const failed: unknown = await db
      .asOwner(
        `insert into auth."user" (name, email) values ('Ada Lovelace', 'ada@example.org') returning id`,
      )
      .catch((error: unknown) => error);
    expect(JSON.stringify(failed)).toContain("ada@example.org");
    expect(problemFrom(failed, "r-1", log).code).toBe("internal");
    expect(lines.join("")).not.toMatch(/ada|lovelace/i);
    expect(JSON.parse(lines.join(""))).toMatchObject({
      requestId: "r-1",
      err: { code: "23502", table: "user" },
    });
  });

  it("names the places of an answer that did not fit, and none of its data", () => {
    const failed = new ValidationError({
      message: "Output validation failed",
      issues: [{ path: ["items", 0, "email"], message: "Invalid" }],
      data: { items: [{ email: "ada@example.org" }] },
    });
    const wrapped = new Error("Outer", { cause: failed });
    const said = JSON.stringify(describeForLog(wrapped));
    expect(said).not.toContain("ada@");
    expect(said).toContain("/items/0/email");
    expect(describeForLog("text with ada@example.org").message).not.toContain("ada");
  });
});
