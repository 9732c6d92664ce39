import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from './bundles.mjs';

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const licenceFile = /^(?:licen[cs]e|copying|notice)/i;

/**
 * The licences of every npm package that ships, as one text.
 * @param {readonly import('esbuild').Metafile[]} metafiles of the bundles: what is in them is what ships
 * @param {readonly string[]} copied packages that are copied whole, by name
 */
export function thirdPartyNotices(metafiles, copied) {
  const folders = new Set(copied.map((name) => `node_modules/${name}`));
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const folder = packageFolder.exec(input)?.[1];
      if (folder) folders.add(folder);
    }
  }
  const entries = [...folders].map(entry).sort((a, b) => a.name.localeCompare(b.name));
  return (
    'Attest contains the following packages, each under its own licence.\n\n' +
    entries.map(({ text }) => text).join('\n' + '-'.repeat(80) + '\n\n')
  );
}

function entry(folder) {
  const absolute = path.join(root, folder);
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(absolute, 'package.json'), 'utf8'));
  const texts = fs
    .readdirSync(absolute)
    .filter((file) => licenceFile.test(file) && fs.statSync(path.join(absolute, file)).isFile())
    .map((file) => fs.readFileSync(path.join(absolute, file), 'utf8').trim());
  const heading = `${name} ${version} (${license ?? 'see below'})`;
  return { name, text: [heading, ...texts].join('\n\n') + '\n' };
}
