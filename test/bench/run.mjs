// Runs one benchmark of this folder: npm run bench -- retrieval|speed|perturbation|…
// A benchmark is a TypeScript file that exports `run(args)`; it is bundled first, since it imports the sources.
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const folder = import.meta.dirname;
const names = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.basename(file, '.ts'))
  .sort();
const [name = '', ...args] = process.argv.slice(2);

if (!names.includes(name)) {
  console.error(`usage: npm run bench -- ${names.join('|')}`);
  process.exit(2);
}

// Two benchmarks at once must not write each other's bundle.
const outfile = path.join(folder, 'output', `${name}-${process.pid}.mjs`);
await esbuild.build({
  entryPoints: [path.join(folder, `${name}.ts`)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});

// LanceDB writes a warning per keyword search; it reads this when it is loaded.
process.env.LANCEDB_LOG ??= 'error';
const { run } = await import(pathToFileURL(outfile).href);
fs.rmSync(outfile);
const [cpu] = os.cpus();
const memory = Math.round(os.totalmem() / 2 ** 30);
console.log(`# ${name}, ${new Date().toISOString().slice(0, 10)}`);
console.log(
  `Node ${process.version}, ${os.availableParallelism()} cores (${cpu?.model.trim()}), ${memory} GB.`,
);
try {
  await run(args);
} catch (error) {
  // A missing data folder or a wrong argument is no crash: its message says what to set.
  const isUsage = error.name === 'UsageError' || error.message.includes('ATTEST_DATA');
  console.error(isUsage ? error.message : error.stack);
  process.exit(1);
}
