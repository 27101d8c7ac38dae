// Bundles the elements into the one classic script that pages load, and says how large it is.
//
//   node web/build.mjs           write the bundle
//   node web/build.mjs --check   exit with 1 when the committed bundle is not what would be written

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const WEB = dirname(fileURLToPath(import.meta.url));
const BUNDLE = join(WEB, "..", "templates", "assets", "mkdocs-compat", "compat.js");
const SHOWN = relative(process.cwd(), BUNDLE);

// The engine's size is watched for versions, ranges and the reading of cells alone.
const VERSIONS_AND_RANGES = `
  export * from "./engine/versions/registry.js";
  export * from "./engine/ranges/range.js";
  export * from "./engine/ranges/text.js";
  export * from "./engine/ranges/notation/read.js";
`;

/**
 * @param {import("esbuild").BuildOptions} input
 * @returns {Promise<{minified: string, bytes: number}>} The script, and the size of its sources.
 */
async function bundle(input) {
  const { outputFiles, metafile } = await build({
    ...input,
    absWorkingDir: WEB,
    bundle: true,
    charset: "utf8",
    format: "iife",
    metafile: true,
    minify: true,
    target: "es2020",
    write: false,
  });
  const sources = Object.values(metafile.inputs).map((file) => file.bytes);
  return { minified: outputFiles[0].text, bytes: sources.reduce((a, b) => a + b, 0) };
}

/**
 * @param {string} name
 * @param {{minified: string, bytes: number}} result
 */
function report(name, { minified, bytes }) {
  const kilobytes = [bytes, Buffer.byteLength(minified), gzipSync(minified, { level: 9 }).length];
  const [raw, small, zipped] = kilobytes.map((size) => `${(size / 1024).toFixed(1)} KB`);
  console.log(`${name}: ${raw} of source, ${small} minified, ${zipped} gzipped`);
}

function committed() {
  try {
    return readFileSync(BUNDLE, "utf8");
  } catch {
    return "";
  }
}

const page = await bundle({ entryPoints: ["elements/index.js"] });
if (process.argv.includes("--check")) {
  if (page.minified !== committed()) {
    console.error(`${SHOWN} is not what web/ builds: run "npm run build" and commit the result`);
    process.exit(1);
  }
  console.log(`${SHOWN} is current`);
} else {
  writeFileSync(BUNDLE, page.minified);
  report(SHOWN, page);
  const stdin = { contents: VERSIONS_AND_RANGES, resolveDir: WEB, sourcefile: "engine.js" };
  report("versions, ranges and notation alone", await bundle({ stdin }));
}
