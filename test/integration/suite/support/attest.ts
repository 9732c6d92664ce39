import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AttestApi } from '../../../../src/extension/extension';

/** The extension under test. */
export function extension(): vscode.Extension<AttestApi> {
  const found = vscode.extensions.getExtension<AttestApi>('attest.attest');
  assert.ok(found, 'the extension attest.attest is not there');
  return found;
}

/** What the running extension exports for tests; activates it if needed. */
export function attest(): Thenable<AttestApi> {
  return extension().activate();
}

/** Runs one of Attest's commands and gives its result. The caller names the type, as VS Code's own API does. */
export function run<T = unknown>(command: string, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(`attest.${command}`, ...args);
}
