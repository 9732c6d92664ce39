import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('activation', () => {
  it('is installed', () => {
    assert.ok(vscode.extensions.getExtension('attest.attest'));
  });
});
