import { describe, expect, it } from 'vitest';
import {
  fileRole,
  isShownDocument,
  knownCitation,
  knownFinding,
} from '../../../../src/extension/panel/model-access';
import { finding, guideline, panelWith } from '../../webview/view-model/models';

const uri = 'file:///n/visit.md';
const model = panelWith(
  { findings: [finding()] },
  {
    library: {
      state: 'done',
      value: {
        documents: [{ path: '/g/htn.pdf', title: 'H', format: 'pdf', passages: 1 }],
        passages: 1,
        folders: [],
      },
    },
    lastIndex: {
      documents: 1,
      passages: 1,
      unchanged: 0,
      indexed: 1,
      removed: 0,
      seconds: 1,
      skipped: [{ path: '/g/scan.pdf', reason: 'no-text', message: 'm', advice: 'a' }],
    },
  },
);

describe('the panel may name only what the model holds', () => {
  it.each([
    ['/n/visit.transcript.txt', 'source'],
    ['/g/htn.pdf', 'document'],
    ['/g/scan.pdf', 'skipped'],
    ['/etc/passwd', undefined],
    ['', undefined],
  ])('file %s: %s', (path, role) => expect(fileRole(model, path)).toBe(role));

  it('citations', () => {
    expect(knownCitation(model, { ...guideline })).toEqual(guideline);
    expect(knownCitation(model, { ...guideline, document: '/etc/passwd' })).toBeUndefined();
    expect(knownCitation(model, { ...guideline, quote: 'Another.' })).toBeUndefined();
    expect(knownCitation(model, { ...guideline, kind: 'source' })).toBeUndefined();
  });

  it('findings', () => {
    expect(knownFinding(model, uri, 'f1')?.finding.text).toBe('100 mg');
    expect(knownFinding(model, uri, 'f2')).toBeUndefined();
    expect(knownFinding(model, 'file:///other.md', 'f1')).toBeUndefined();
  });

  it('documents', () => {
    expect(isShownDocument(model, uri)).toBe(true);
    expect(isShownDocument(model, 'file:///etc/passwd')).toBe(false);
  });
});
