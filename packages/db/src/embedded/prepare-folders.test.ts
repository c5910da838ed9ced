import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../connect.ts";
import { makePrivateFolder, makeReachableFolder } from "./engine-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-folders-"));
  chmodSync(folder, 0o755);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the data folder", () => {
  it("is made open to walk through, with every folder above it that was missing", () => {
    const wanted = join(folder, "a", "b", "data");
    makeReachableFolder(wanted);
    for (const made of [join(folder, "a"), join(folder, "a", "b"), wanted])
      expect(statSync(made).mode & 0o777).toBe(0o755);
    chmodSync(folder, 0o700);
    makeReachableFolder(wanted);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("may have a comma and an apostrophe in its name", async () => {
    const odd = await connect({ databaseUrl: null, dataFolder: join(folder, "it's here, now") });
    await expect(odd.database.ping()).resolves.toBeUndefined();
    await odd.close();
  });
});

describe("a private folder", () => {
  it("is not taken when somebody laid a link in its stead", () => {
    const target = join(folder, "target");
    mkdirSync(target, { mode: 0o755 });
    const link = join(folder, "socket");
    symlinkSync(target, link);
    expect(() => makePrivateFolder(link, null)).toThrow(/made by somebody else/);
    expect(lstatSync(target).mode & 0o777).toBe(0o755);
  });

  it("is closed to everyone else", () => {
    const made = join(folder, "socket");
    makePrivateFolder(made, null);
    expect(statSync(made).mode & 0o777).toBe(0o700);
  });
});
