import { expect, test } from "vitest";
import { isGuestPlace } from "./guest.ts";

test("only the pages of an answer by link and code are a guest's", () => {
  for (const path of [
    "/answer",
    "/answer/",
    "/answer/requests/1/sites",
    "/answer/intakes/new",
    "/seat",
    "/seat/meetings/1",
  ])
    expect(isGuestPlace(path)).toBe(true);
  for (const path of ["/", "/answers", "/seats/1", "/asked/1", "/record", "/sign-in", "/x/answer"])
    expect(isGuestPlace(path)).toBe(false);
});
