import * as fs from 'node:fs';
import * as path from 'node:path';
import ts from 'typescript';
import { root } from './bundles.mjs';

// Where texts for the user are written; the key of each is its English form.
const folders = ['src/core', 'src/extension', 'src/server', 'webview'];
// Name of the function → positions of its arguments that are texts.
const translators = { t: [0], plural: [1, 2] };

/** Every text that the sources translate, sorted and once each. */
export function translatedTexts() {
  const texts = new Set();
  for (const folder of folders) {
    for (const file of fs.readdirSync(path.join(root, folder), { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const source = fs.readFileSync(path.join(root, folder, file), 'utf8');
      collect(ts.createSourceFile(file, source, ts.ScriptTarget.Latest), texts);
    }
  }
  return [...texts].sort();
}

function collect(node, texts) {
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    const positions =
      ts.isIdentifier(name) && Object.hasOwn(translators, name.text) ? translators[name.text] : [];
    for (const position of positions) {
      for (const text of literals(node.arguments[position])) texts.add(text);
    }
  }
  ts.forEachChild(node, (child) => collect(child, texts));
}

// `condition ? 'one' : 'other'` holds two texts; a variable holds none that can be known here.
function literals(node) {
  if (!node) return [];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left] = literals(node.left);
    const [right] = literals(node.right);
    return left === undefined || right === undefined ? [] : [left + right];
  }
  return ts.isStringLiteralLike(node) ? [node.text] : [];
}
