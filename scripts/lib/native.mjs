import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { root } from './bundles.mjs';

const modules = path.join(root, 'node_modules');

/**
 * Copies LanceDB's native module beside the bundles. The one of another platform than this is fetched in the version
 * of the lock file and checked against the lock file's hash.
 * @param {string} platform suffix of the platform package, e.g. `linux-x64-gnu`
 * @param {string} dist folder of the bundles
 */
export function copyLanceDb(platform, dist) {
  const name = `@lancedb/lancedb-${platform}`;
  const file = `lancedb.${platform}.node`;
  const installed = path.join(modules, name, file);
  if (fs.existsSync(installed)) {
    fs.copyFileSync(installed, path.join(dist, file));
    if (process.platform === 'linux') stripSymbols(path.join(dist, file));
    return;
  }
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'attest-native-'));
  try {
    const archive = fetchLocked(name, work);
    execFileSync('tar', ['-xzf', archive, '-C', work]);
    fs.copyFileSync(path.join(work, 'package', file), path.join(dist, file));
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** The published module carries its symbol table: 16 MB that nothing reads at run time. */
function stripSymbols(file) {
  try {
    execFileSync('strip', ['--strip-unneeded', file]);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    console.warn('strip (binutils) is not installed: the package will be about 3 MB larger.');
  }
}

function fetchLocked(name, folder) {
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const { version, integrity } = lock.packages[`node_modules/${name}`] ?? {};
  if (!version || !integrity) throw new Error(`package-lock.json does not hold ${name}.`);
  console.log(`Fetching ${name}@${version} …`);
  // A shell, because npm is a script of another name on Windows; nothing in the arguments comes from outside.
  const output = execFileSync('npm', ['pack', `${name}@${version}`, '--silent'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const archive = path.join(folder, output.trim().split('\n').at(-1));
  const [algorithm, expected] = integrity.split(/-(.*)/s);
  const actual = createHash(algorithm).update(fs.readFileSync(archive)).digest('base64');
  if (actual !== expected) throw new Error(`${name}@${version} is not the package of package-lock.json.`);
  return archive;
}

/**
 * Copies ONNX Runtime with one platform's binaries and without the providers for graphics cards on Linux, which the
 * embedder does not use.
 * @param {string} platform e.g. `linux/x64`
 * @param {string} dist folder of the bundles
 */
export function copyOnnxRuntime(platform, dist) {
  const keep = (source) => !/\.(?:map|d\.ts)$|providers_shared/.test(source);
  const copy = (from) => {
    fs.cpSync(path.join(modules, from), path.join(dist, 'node_modules', from), {
      recursive: true,
      filter: keep,
    });
  };
  for (const part of ['package.json', 'dist', `bin/napi-v3/${platform}`]) copy(`onnxruntime-node/${part}`);
  for (const part of ['package.json', 'dist/cjs']) copy(`onnxruntime-common/${part}`);
}
