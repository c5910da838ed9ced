import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTimeZone, toInstant, toLocal, toLocalDay } from "./zoned-time.ts";

const iso = (local: string, zone: string): string => toInstant(local, zone).toISOString();

describe("a local time", () => {
  it("is the instant its zone makes of it, in summer and in winter", () => {
    expect(iso("2026-12-03T10:00", "Europe/Oslo")).toBe("2026-12-03T09:00:00.000Z");
    expect(iso("2026-07-03T10:00", "Europe/Oslo")).toBe("2026-07-03T08:00:00.000Z");
    expect(iso("2026-07-03T10:00", "Europe/London")).toBe("2026-07-03T09:00:00.000Z");
    expect(iso("2026-12-03T10:00", "America/New_York")).toBe("2026-12-03T15:00:00.000Z");
    expect(iso("2026-12-03T10:00", "Asia/Kolkata")).toBe("2026-12-03T04:30:00.000Z");
    expect(iso("2026-12-03T00:15", "Pacific/Kiritimati")).toBe("2026-12-02T10:15:00.000Z");
  });

  it("that does not exist is as much after the change as it is missing", () => {
    expect(iso("2026-03-29T02:30", "Europe/Oslo")).toBe("2026-03-29T01:30:00.000Z");
    expect(toLocal(toInstant("2026-03-29T02:30", "Europe/Oslo"), "Europe/Oslo")).toBe(
      "2026-03-29T03:30",
    );
    expect(iso("2026-03-08T02:30", "America/New_York")).toBe("2026-03-08T07:30:00.000Z");
    // Half an hour.
    expect(iso("2026-10-04T02:15", "Australia/Lord_Howe")).toBe("2026-10-03T15:45:00.000Z");
  });

  it("that comes twice is the first of the two", () => {
    expect(iso("2026-10-25T02:30", "Europe/Oslo")).toBe("2026-10-25T00:30:00.000Z");
    expect(iso("2026-11-01T01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
  });

  it("comes back as it was wherever it exists, all year round", () => {
    const zones = [
      "Europe/Oslo",
      "Europe/London",
      "Asia/Shanghai",
      "Asia/Kolkata",
      "America/New_York",
      "America/Sao_Paulo",
      "Australia/Lord_Howe",
      "Pacific/Auckland",
      "Africa/Casablanca",
      "UTC",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 }),
        (zone, minute) => {
          const at = new Date(minute * 60_000);
          const again = toInstant(toLocal(at, zone), zone);
          // The second of two equal hours is read as the first.
          const apart = at.getTime() - again.getTime();
          expect([0, 1_800_000, 3_600_000]).toContain(apart);
          expect(toLocal(again, zone)).toBe(toLocal(at, zone));
        },
      ),
    );
  });

  it("is refused when it is none", () => {
    expect(() => toInstant("2026-13-03T10:00", "UTC")).toThrow(RangeError);
    expect(() => toInstant("2026-12-03T10:00", "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("a zone", () => {
  it("is one of the names the runtime knows, and no offset", () => {
    for (const zone of ["Europe/Oslo", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5"])
      expect(isTimeZone(zone), zone).toBe(true);
    for (const zone of ["Oslo", "+01:00", "", "Europe/Oslo\r\nX: y", "Europe/"])
      expect(isTimeZone(zone), zone).toBe(false);
  });

  it("says which day it is there", () => {
    expect(toLocalDay(new Date("2026-12-03T23:30:00Z"), "Europe/Oslo")).toBe("2026-12-04");
    expect(toLocalDay(new Date("2026-12-03T23:30:00Z"), "America/New_York")).toBe("2026-12-03");
  });
});
