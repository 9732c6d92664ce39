// Makes attest-<target>.vsix. usage: npm run package [-- --target linux-x64]
// Everything is put together in a temporary folder, so dist/ stays as the last build left it.
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import * as esbuild from 'esbuild';
import { bundles, root } from './lib/bundles.mjs';
import { copyModels } from './lib/models.mjs';
import { copyLanceDb, copyOnnxRuntime } from './lib/native.mjs';
import { thirdPartyNotices } from './lib/notices.mjs';
import { targetOf } from './lib/targets.mjs';

const sizeLimit = 90e6; // Bytes.
const shipped = [
  '.vscodeignore',
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
  'README.md',
  'docs/rules',
  'l10n',
  'media',
  'package.nls.json',
  'package.nls.de.json',
];

const { values } = parseArgs({ options: { target: { type: 'string' } } });
const target = values.target ?? `${process.platform}-${process.arch}`;
const stage = fs.mkdtempSync(path.join(os.tmpdir(), 'attest-package-'));
try {
  await makePackage(target);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  fs.rmSync(stage, { recursive: true, force: true });
}

async function makePackage(name) {
  const { lancedb, onnxruntime } = targetOf(name);
  const dist = path.join(stage, 'dist');
  const results = await Promise.all(
    bundles({ production: true, outdir: dist }).map((options) => esbuild.build(options)),
  );
  copyModels(path.join(dist, 'models'));
  copyLanceDb(lancedb, dist);
  copyOnnxRuntime(onnxruntime, dist);
  for (const item of [...shipped, ...readmePictures()]) {
    fs.cpSync(path.join(root, item), path.join(stage, item), { recursive: true });
  }
  writeLicences(results);
  writeManifest();

  const built = path.join(stage, 'attest.vsix');
  await createVSIX({
    cwd: stage,
    target: name,
    packagePath: built,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = fs.statSync(built);
  const file = `attest-${name}.vsix`;
  fs.copyFileSync(built, path.join(root, file));
  console.log(`${file}: ${(size / 1e6).toFixed(1)} MB`);
  if (size > sizeLimit) throw new Error(`The package is larger than ${sizeLimit / 1e6} MB.`);
}

// The README shows in the extension's page, so its pictures travel with it.
function readmePictures() {
  const text = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  const links = [...text.matchAll(/!\[[^\]]*\]\(([^)\s]+)|<img[^>]+src="([^"]+)"/g)];
  return links.map(([, markdown, html]) => markdown ?? html).filter((link) => !/^[a-z]+:/i.test(link));
}

function writeLicences(results) {
  const copied = ['@lancedb/lancedb', 'onnxruntime-node', 'onnxruntime-common'];
  const notices = thirdPartyNotices(
    results.map(({ metafile }) => metafile),
    copied,
  );
  const folder = path.join(stage, 'licenses');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), notices);
  // What is compiled into LanceDB's native module.
  fs.copyFileSync(
    path.join(root, 'node_modules/@lancedb/lancedb/RUST_THIRD_PARTY_LICENSES.html'),
    path.join(folder, 'lancedb-native.html'),
  );
}

// What only developers need would make the installed extension look as if it had scripts and dependencies.
function writeManifest() {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const key of ['scripts', 'dependencies', 'devDependencies', 'overrides', 'private'])
    delete manifest[key];
  fs.writeFileSync(path.join(stage, 'package.json'), JSON.stringify(manifest, null, 2));
}
