import { describe, expect, it } from "vitest";
import { checkLockfile } from "./check-lockfile.ts";
import { plantFiles } from "./plant-files.ts";

const npmrc =
  "save-exact=true\nignore-scripts=true\nmin-release-age=1\nomit-lockfile-registry-resolved=true\n";

function plantLock(
  entry: Readonly<Record<string, unknown>>,
  manifest: Readonly<Record<string, unknown>> = {},
  settings = npmrc,
): string {
  const packages = {
    "": {},
    "node_modules/a": { version: "1.0.0", integrity: "sha512-x", license: "MIT", ...entry },
  };
  return plantFiles({
    "package-lock.json": JSON.stringify({ lockfileVersion: 3, packages }),
    "package.json": JSON.stringify(manifest),
    ".npmrc": settings,
  });
}

describe("the lockfile check", () => {
  it("is clean on exact versions with checksums, and counts the packages", () => {
    const manifest = {
      dependencies: { a: "1.0.0", b: "18.4.0-beta.17", c: "npm:typescript@7.0.2" },
    };
    expect(checkLockfile(plantLock({}, manifest), 1)).toMatchObject({ looked: 1, faults: [] });
  });

  it("turns red on a recorded address, a missing checksum and a licence that binds", () => {
    expect(
      checkLockfile(plantLock({ resolved: "https://registry.example/a.tgz" }), 1).faults,
    ).toHaveLength(1);
    expect(
      checkLockfile(plantLock({ resolved: "git+ssh://git.example/a" }), 1).faults,
    ).toHaveLength(1);
    expect(checkLockfile(plantLock({ integrity: undefined }), 1).faults).toHaveLength(1);
    expect(checkLockfile(plantLock({ license: "AGPL-3.0-only" }), 1).faults).toHaveLength(1);
  });

  it.each(["^1.0.0", "~1.0.0", "latest", "*", "git+https://example.org/a.git"])(
    "turns red on the version %s",
    (version) => {
      expect(checkLockfile(plantLock({}, { devDependencies: { a: version } }), 1).faults).toEqual([
        `package.json: a is "${version}", not an exact version`,
      ]);
    },
  );

  it("turns red when a supply-chain setting is taken out or a registry is named", () => {
    expect(
      checkLockfile(plantLock({}, {}, npmrc.replace("ignore-scripts=true\n", "")), 1).faults,
    ).toHaveLength(1);
    expect(
      checkLockfile(plantLock({}, {}, `${npmrc}registry=https://npm.example\n`), 1).faults,
    ).toHaveLength(1);
  });
});
