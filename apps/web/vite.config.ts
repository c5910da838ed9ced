/** Builds the web into `dist`, with each text asset also compressed, as the server hands those out directly. */
import react from "@vitejs/plugin-react";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";
import { z } from "zod";

const worthCompressing = /\.(js|css|html|svg|json)$/;

function compressAtEnd(): Plugin {
  return {
    name: "compress-at-end",
    apply: "build",
    async writeBundle(options) {
      const folder = options.dir;
      if (folder === undefined) return;
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
        worthCompressing.test(file),
      );
      await Promise.all(
        files.map(async (file) => {
          const path = join(folder, file);
          const content = readFileSync(path);
          const quality = content.length > 300_000 ? 9 : 11;
          writeFileSync(
            `${path}.br`,
            await promisify(brotliCompress)(content, {
              params: { [constants.BROTLI_PARAM_QUALITY]: quality },
            }),
          );
          writeFileSync(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
        }),
      );
    },
  };
}

/** Where the API library keeps what an endpoint is called by. */
const Contract = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({ "~orpc": z.object({ route: z.record(z.string(), z.unknown()) }) }),
  ),
);

/**
 * The browser calls endpoints and parses nothing of them: the server does. So the whole contract, with every shape in it, is
 * put into the page as method and path of each endpoint, which is what the client asks of it.
 */
function routesAlone(): Plugin {
  return {
    name: "routes-alone",
    apply: "build",
    async load(id) {
      if (!id.endsWith("/packages/contract/src/contract.ts")) return null;
      const { apiContract } = await import("@throughline/contract");
      const groups = Object.entries(Contract.parse(apiContract)).map(([group, endpoints]) => [
        group,
        Object.fromEntries(
          Object.entries(endpoints).map(([name, { "~orpc": endpoint }]) => {
            const { summary: _, tags: __, ...route } = endpoint.route;
            return [name, { "~orpc": { errorMap: {}, meta: {}, route } }];
          }),
        ),
      ]);
      return `export const apiContract = ${JSON.stringify(Object.fromEntries(groups))};\nexport const describedContract = apiContract;`;
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [routesAlone(), react(), compressAtEnd()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    rolldownOptions: {
      onLog(level, log, hand) {
        // The arithmetic of blind signatures asks for Node's module where there is no browser, and does without it here.
        if (log.message.includes('Module "crypto" has been externalized')) return;
        hand(level, log);
      },
    },
  },
});
