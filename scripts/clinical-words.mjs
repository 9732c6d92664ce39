// Writes src/core/privacy/clinical-words.json: words of medicine that no list of ordinary English has, so that none of them
// is taken for a name. They are the words without a capital of the pairs that were written for training the verifier: whoever
// wrote them took care that nobody is named in lower case.
// usage: node scripts/clinical-words.mjs
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from './lib/bundles.mjs';

const folder = path.join(root, 'training/data/written');
const names = JSON.parse(fs.readFileSync(path.join(root, 'src/core/privacy/names/name-words.json'), 'utf8'));
const known = new Set(names.ordinary.split(' '));
const people = new Set([...names.given.split(' '), ...names.family.split(' ')]);
const count = new Map();
for (const file of fs.readdirSync(folder).filter((one) => one.endsWith('.jsonl'))) {
  for (const line of fs.readFileSync(path.join(folder, file), 'utf8').trim().split('\n')) {
    const { premise = '', claims = [] } = JSON.parse(line);
    const text = [premise, ...claims.map(([claim]) => claim)].join(' ');
    for (const [written] of text.matchAll(/(?<![\p{L}\d])\p{Ll}[\p{Ll}\p{M}]{3,}(?![\p{L}\d])/gu)) {
      const word = written.normalize('NFD').replace(/\p{M}/gu, '');
      if (!known.has(word) && !people.has(word)) count.set(word, (count.get(word) ?? 0) + 1);
    }
  }
}
const data = {
  about: 'Words of medicine, lower case without accents; written by scripts/clinical-words.mjs.',
  origin: 'The written pairs of training/data/written (Apache-2.0).',
  words: [...count.keys()].sort().join(' '),
};
fs.writeFileSync(
  path.join(root, 'src/core/privacy/clinical-words.json'),
  JSON.stringify(data, null, 2) + '\n',
);
console.log(count.size);
