// Writes l10n/bundle.l10n.json from the sources and says what the translations lack. usage: npm run l10n
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from './lib/bundles.mjs';
import { translatedTexts } from './lib/l10n-keys.mjs';

const folder = path.join(root, 'l10n');
const texts = translatedTexts();
const bundle = Object.fromEntries(texts.map((text) => [text, text]));
fs.writeFileSync(path.join(folder, 'bundle.l10n.json'), JSON.stringify(bundle, null, 2) + '\n');

for (const file of fs.readdirSync(folder).filter((name) => name !== 'bundle.l10n.json')) {
  const translated = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
  for (const text of texts) if (!Object.hasOwn(translated, text)) console.log(`${file}: missing: ${text}`);
  for (const text of Object.keys(translated)) {
    if (!Object.hasOwn(bundle, text)) console.log(`${file}: unused: ${text}`);
  }
}
