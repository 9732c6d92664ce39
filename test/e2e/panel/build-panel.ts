import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { outputFolder, root } from './panel-page';

/** Builds dist/panel.js and dist/panel.css as `npm run build` does, once before the files of this folder run side by side. */
export async function setup(): Promise<void> {
  const script = pathToFileURL(path.join(root, 'scripts/lib/bundles.mjs')).href;
  const { bundles } = (await import(script)) as { bundles: () => BuildOptions[] };
  const panel = bundles().find(({ entryPoints }) => JSON.stringify(entryPoints).includes('webview/main.ts'));
  if (!panel) throw new Error('scripts/lib/bundles.mjs does not build webview/main.ts.');
  await build(panel);
  await fs.mkdir(outputFolder, { recursive: true });
}
