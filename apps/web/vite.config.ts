/** Builds the web into `dist`, with each text asset also compressed, as the server hands those out directly. */
import react from "@vitejs/plugin-react";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressAtEnd()],
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
