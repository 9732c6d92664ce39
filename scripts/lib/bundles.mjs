import * as fs from 'node:fs';
import * as path from 'node:path';

/** The repository's root folder. */
export const root = path.resolve(import.meta.dirname, '../..');

// Native modules cannot be bundled. LanceDB's JavaScript can: it looks for `./lancedb.<platform>.node` beside the
// bundle first (the VSIX ships it there), then for its npm platform package (development).
const native = ['onnxruntime-node', '*.node', '@lancedb/lancedb-*'];

// Merely parsing these takes the extension host longer than all of activation may, so they are bundles of their own,
// loaded when first needed. The protocol comes out of the language client: two copies would not know each other's types.
const lateInExtension = {
  zod: 'zod',
  'vscode-languageclient/node': 'language-client',
  'vscode-languageserver-protocol': 'language-client',
  'vscode-languageserver-protocol/node': 'language-client',
};
// More than half of what the engine and the command line would read and parse at every start, and most starts need
// little of it.
const lateInProcesses = {
  'unpdf/pdfjs': 'pdfjs',
  'eld/small': 'language-data',
  '@lancedb/lancedb': 'lancedb',
  'apache-arrow': 'arrow',
  mammoth: 'mammoth',
  openai: 'openai',
  undici: 'undici',
};

/** Has the modules that `files` names loaded from a bundle beside this one. */
const lateBundles = (files) => ({
  name: 'late-bundles',
  setup(build) {
    build.onResolve({ filter: /^[\w@./-]+$/ }, ({ path: name }) =>
      Object.hasOwn(files, name) ? { path: `./${files[name]}.js`, external: true } : undefined,
    );
  },
});

const sharedProcesses = {
  name: 'shared-processes',
  setup(build) {
    build.onResolve({ filter: /^\.\/processes$/ }, () => ({ path: './processes.js', external: true }));
  },
};

// For `import * as` esbuild copies the whole API object of VS Code, hundreds of properties, once for every file that
// imports it: activation would grow with the number of files. The form for CommonJS shares the one object.
const oneVscode = {
  name: 'one-vscode',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]extension[\\/].*\.ts$/ }, async ({ path: file }) => ({
      loader: 'ts',
      contents: (await fs.promises.readFile(file, 'utf8')).replace(
        "import * as vscode from 'vscode';",
        "import vscode = require('vscode');",
      ),
    }));
  },
};

/**
 * The esbuild options of every bundle in dist/.
 * @param {{production?: boolean, outdir?: string}} options production: no source maps, and minified except for names,
 * so that a stack in a log can be read; outdir: relative to the root
 */
export function bundles({ production = false, outdir = 'dist' } = {}) {
  const common = {
    absWorkingDir: root,
    outdir,
    bundle: true,
    metafile: true,
    sourcemap: production ? false : 'linked',
    minifySyntax: production,
    minifyWhitespace: production,
    logLevel: 'warning',
  };
  const node = {
    ...common,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Its CommonJS build loads its parts by a name that no bundler can follow.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  };
  return [
    {
      ...node,
      entryPoints: [{ in: 'src/extension/extension.ts', out: 'extension' }],
      external: ['vscode'],
      plugins: [lateBundles(lateInExtension), oneVscode],
    },
    {
      ...node,
      entryPoints: [
        { in: 'zod', out: 'zod' },
        { in: 'vscode-languageclient/node', out: 'language-client' },
        { in: 'unpdf/pdfjs', out: 'pdfjs' },
        { in: 'eld/small', out: 'language-data' },
        { in: 'apache-arrow', out: 'arrow' },
        { in: 'mammoth', out: 'mammoth' },
        { in: 'openai', out: 'openai' },
        { in: 'undici', out: 'undici' },
      ],
      external: ['vscode'],
    },
    // LanceDB takes tables only of the very Arrow that it knows.
    {
      ...node,
      entryPoints: [{ in: '@lancedb/lancedb', out: 'lancedb' }],
      external: native,
      plugins: [lateBundles({ 'apache-arrow': 'arrow' })],
    },
    {
      ...node,
      entryPoints: [{ in: 'src/bin/processes.ts', out: 'processes' }],
      external: native,
      plugins: [lateBundles(lateInProcesses)],
    },
    // The first line is for the command and does the server no harm.
    {
      ...node,
      entryPoints: [
        { in: 'src/bin/server.ts', out: 'server' },
        { in: 'src/bin/cli.ts', out: 'cli' },
      ],
      plugins: [sharedProcesses],
      banner: { js: '#!/usr/bin/env node' },
    },
    {
      ...common,
      entryPoints: [
        { in: 'webview/main.ts', out: 'panel' },
        { in: 'webview/panel.css', out: 'panel' },
      ],
      platform: 'browser',
      format: 'esm',
      target: 'es2022',
      minify: true,
    },
  ];
}
