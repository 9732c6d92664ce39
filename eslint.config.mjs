import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

// The layers of docs/architecture.md. Imports point inward only: front doors → engine → core;
// documents, terminologies, library and models implement what core needs.
const layers = ['engine', 'documents', 'terminologies', 'library', 'models', 'server', 'extension', 'cli'];
const mayImport = {
  core: [],
  documents: [],
  terminologies: [],
  library: [],
  models: [],
  engine: ['documents', 'terminologies', 'library', 'models'],
  server: ['engine'],
  extension: ['server'],
  cli: ['engine', 'server'],
};
const packageHome = {
  vscode: 'extension',
  '@lancedb/lancedb': 'library',
  'apache-arrow': 'library',
  openai: 'models',
  'onnxruntime-node': 'models',
  '@huggingface/tokenizers': 'models',
  '@modelcontextprotocol/sdk': 'cli',
};

// A folder in a layer may bear the name of another layer (src/server/library): how many folders an import goes up tells
// which of the two it means. Folders below this depth are no longer told apart.
const deepest = 3;

function layerRules(layer) {
  return Array.from({ length: deepest + 1 }, (_, depth) => levelRules(layer, depth));
}

/** The rules for the files that lie `depth` folders below the layer's own; at `deepest`, or further below. */
function levelRules(layer, depth) {
  const forbiddenLayers = layers.filter((other) => other !== layer && !mayImport[layer].includes(other));
  const forbiddenPackages = Object.keys(packageHome).filter((name) => packageHome[name] !== layer);
  const isDeepest = depth === deepest;
  const toSources = `^(\\.\\./){${depth + 1}${isDeepest ? ',' : ''}}`;
  const patterns = [
    ...forbiddenLayers.map((other) => ({
      regex: `${toSources}((\\.\\./)+src/)?${other}(/|$)`,
      message: `src/${layer} must not import src/${other}: imports point inward (docs/architecture.md).`,
    })),
    ...forbiddenPackages.map((name) => ({
      regex: `^${name}(/|$)`,
      message: `Only src/${packageHome[name]} imports ${name} (docs/architecture.md).`,
    })),
  ];
  if (layer === 'extension') {
    patterns.push({
      regex: `${toSources}server/(?!(?:protocol|evidence/passage-uri|findings/markdown-text)$)`,
      message: 'The extension takes the protocol and pure functions from src/server (docs/architecture.md).',
    });
  }
  if (layer === 'core') {
    patterns.push({ regex: '^node:', message: 'src/core is pure: no file system, network or process.' });
  }
  return {
    files: [`src/${layer}/${'*/'.repeat(depth)}${isDeepest ? '**/' : ''}*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default tseslint.config(
  { ignores: ['dist', 'out', '**/node_modules', 'test/e2e/output', 'test/bench/output', '.vscode-test'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        // Named, not found by `projectService`, which builds its programs again as files are opened: half the time.
        project: ['tsconfig.json', 'webview/tsconfig.json', 'test/e2e/panel/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // Naming a key is how it is left out of a copy.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'CallExpression[callee.name="Function"]', message: 'No code from strings.' },
      ],
    },
  },
  ...['core', ...layers].flatMap(layerRules),
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'require',
        'fetch',
        'setTimeout',
        'setInterval',
        'Buffer',
      ],
    },
  },
  {
    files: ['webview/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(\\.\\./)+src/(?!core/|engine/engine|server/protocol)',
              message: 'The webview shares only webview/protocol.ts and the types of src/core.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['webview/**/*.ts'],
    ignores: ['webview/components/toolkit.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value="@vscode/webview-ui-toolkit"]',
          message: 'The toolkit is deprecated upstream: import it in webview/components/toolkit.ts alone.',
        },
        {
          selector: 'AssignmentExpression[left.property.name="innerHTML"]',
          message: 'HTML goes through webview/components/safe-html.ts.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        AbortController: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
