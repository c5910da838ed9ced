import { describe, expect, it } from "vitest";
import { channelOf, type ChannelProcurement } from "./channel-of.ts";

const tender: ChannelProcurement = {
  id: "tender-1",
  title: "Buses for 2027",
  cpv: ["34121000"],
  stage: "published",
  publishedOn: "2026-10-01",
  deadlineOn: "2026-11-15",
  awardedOn: null,
  closedOn: null,
};

describe("the one-to-one channel", () => {
  it("closes while a procurement on the subject is live, with the reason", () => {
    const channel = channelOf(["34120000"], [tender], "2026-11-20");
    expect(channel).toMatchObject({ open: false, procurementId: "tender-1", since: "2026-10-01" });
    expect(channel.sentence.text).toBe(
      "“Buses for 2027” is live since 1 October 2026 and about the same subject (CPV 341). Until it is awarded, nobody who may bid is talked to alone on it: all bidders are treated equally and without discrimination (2014/24/EU, article 18).",
    );
  });

  it("is open before it is published, from its award, and on another subject", () => {
    expect(channelOf(["34120000"], [tender], "2026-09-30").open).toBe(true);
    const awarded = { ...tender, stage: "awarded", awardedOn: "2026-11-20" } as const;
    expect(channelOf(["34120000"], [awarded], "2026-11-20").open).toBe(true);
    expect(channelOf(["34120000"], [awarded], "2026-11-19").open).toBe(false);
    expect(channelOf(["30213100"], [tender], "2026-11-20").open).toBe(true);
    expect(channelOf(["34200000"], [tender], "2026-11-20").open).toBe(true);
  });

  it("takes a whole division for any of its groups", () => {
    expect(channelOf(["34000000"], [tender], "2026-11-20").open).toBe(false);
    expect(channelOf(["34200000"], [{ ...tender, cpv: ["34000000"] }], "2026-11-20").open).toBe(
      false,
    );
  });

  it("leaves it to a person where the subject is not said by category", () => {
    const channel = channelOf([], [tender], "2026-11-20");
    expect(channel).toMatchObject({ open: true, unsure: [{ id: "tender-1" }] });
    expect(channel.sentence.text).toContain("has to be judged by a person");
    expect(channelOf([], [], "2026-11-20").sentence.text).toContain(
      "you may talk to one firm alone",
    );
  });
});
