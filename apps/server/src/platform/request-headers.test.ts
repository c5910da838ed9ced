import { AppError } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { networkOf, refuseForeignOrigin } from "./request-headers.ts";
import { readSettings } from "./settings.ts";

describe("a change with a cookie", () => {
  const asked = { cookie: "throughline.session_token=x", host: "inner:4400" };
  const publicUrl = "https://hub.example";

  it("is taken from a page of the address that was asked, or of the public address", () => {
    for (const origin of ["http://inner:4400", "https://hub.example", undefined])
      expect(() =>
        refuseForeignOrigin("POST", origin === undefined ? asked : { ...asked, origin }, publicUrl),
      ).not.toThrow();
  });

  it("is refused from any other page", () => {
    for (const origin of [
      "https://evil.example",
      "null",
      "",
      "http://hub.example",
      "https://hub.example.evil.example",
      "https://hub.example:444",
    ])
      for (const method of ["POST", "PUT", "PATCH", "DELETE"])
        expect(() => refuseForeignOrigin(method, { ...asked, origin }, publicUrl), origin).toThrow(
          AppError,
        );
  });
});

describe("the network of an address", () => {
  it("is the address, or the /64 of IPv6 however it is written", () => {
    expect(networkOf("192.0.2.7")).toBe("192.0.2.7");
    expect(networkOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
    for (const same of ["2001:db8::1", "2001:0DB8:0:0:ffff::2", "2001:db8:0:0:1:2:3:4"])
      expect(networkOf(same)).toBe("2001:db8:0:0::/64");
    expect(networkOf("::1")).toBe("0:0:0:0::/64");
    expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
    expect(networkOf("no address")).toBe("no address");
  });
});

describe("TRUST_PROXY", () => {
  it("names addresses and networks, and never everybody", () => {
    expect(readSettings({}).trustProxy).toBeNull();
    expect(readSettings({ TRUST_PROXY: "127.0.0.1, 10.0.0.0/8,fd00::/8" }).trustProxy).toEqual([
      "127.0.0.1",
      "10.0.0.0/8",
      "fd00::/8",
    ]);
    for (const wrong of ["true", "*", "0.0.0.0/0", "::/0", "proxy.example", "10.0.0.0/33", "1,"])
      expect(() => readSettings({ TRUST_PROXY: wrong }), wrong).toThrow(AppError);
  });
});
