// Writes media/schemas/dictionary.schema.json from src/core/terminology/dictionary-schema.ts. usage: npm run schemas
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as esbuild from 'esbuild';
import { z } from 'zod';
import { root } from './lib/bundles.mjs';

const outfile = path.join(root, 'out/dictionary-schema.mjs');
await esbuild.build({
  entryPoints: [path.join(root, 'src/core/terminology/dictionary-schema.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const { dictionarySchema } = await import(outfile);
const file = path.join(root, 'media/schemas/dictionary.schema.json');
fs.mkdirSync(path.dirname(file), { recursive: true });
const schema = z.toJSONSchema(dictionarySchema, { target: 'draft-7', io: 'input' });
fs.writeFileSync(file, JSON.stringify(schema, null, 2) + '\n');
