// Bundles the front doors into dist/ and copies the embedded model beside them.
// usage: node scripts/build.mjs [--production] [--watch]
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as esbuild from 'esbuild';
import { bundles, root } from './lib/bundles.mjs';
import { copyModels } from './lib/models.mjs';

const started = performance.now();
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const all = bundles({ production });
copyModels(path.join(root, 'dist/models'));

if (watch) {
  const contexts = await Promise.all(all.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('Watching for changes. Stop with Ctrl+C.');
} else {
  const results = await Promise.allSettled(all.map((options) => esbuild.build(options)));
  // esbuild has already printed every error with its place.
  if (results.some(({ status }) => status === 'rejected')) process.exit(1);
  fs.chmodSync(path.join(root, 'dist/cli.js'), 0o755);
  console.log(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
