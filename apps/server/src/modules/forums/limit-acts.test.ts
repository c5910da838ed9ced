import { describe, expect, it } from "vitest";
import { countFollowing } from "./limit-acts.ts";

describe("following a board", () => {
  it("is refused from the thirteenth place on, until one is let go; letting go twice is once", () => {
    const ticket = Buffer.from("a ticket");
    const places = Array.from({ length: 12 }, () => countFollowing(ticket));
    expect(() => countFollowing(ticket)).toThrow(expect.objectContaining({ code: "rate_limited" }));
    const other = countFollowing(Buffer.from("another"));
    places[0]?.();
    places[0]?.();
    places.push(countFollowing(ticket));
    expect(() => countFollowing(ticket)).toThrow();
    for (const letGo of [...places, other]) letGo();
    expect(() => countFollowing(ticket)()).not.toThrow();
  });
});
