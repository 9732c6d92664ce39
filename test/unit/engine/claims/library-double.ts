import { Bm25Index } from '../../../../src/core/evidence/passages/bm25';
import { documentDate } from '../../../../src/core/evidence/passages/evidence-notes';
import { isVerbatim } from '../../../../src/core/evidence/citations/verbatim';
import type { Verifier } from '../../../../src/core/ports';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';
import { withCapitals } from '../../../../src/core/terminology/capitals';
import { tokenise } from '../../../../src/core/text/words';
import { textHash } from '../../../../src/core/verdicts/suppression';
import { libraryPassage } from '../../../support/library-passage';
import type { LabelShares } from '../../../../src/core/verdicts/calibration';
import type { ClaimTools } from '../../../../src/engine/claims/check';

// The library is a list of documents of one passage each, and the verifier says what the test has it say: what is tested
// is how verdicts are put together. The real ones are tested in test/contract.

/** The verifier's answer with one label nearly certain. */
export const sure = (label: keyof LabelShares): LabelShares => ({
  supported: 0.01,
  contradicted: 0.01,
  notAddressed: 0.01,
  [label]: 0.98,
});

/** What claims are checked with: documents by title, and what the verifier says. */
export function tools(
  documents: Record<string, string>,
  says: (evidence: string, claim: string) => LabelShares,
): ClaimTools {
  const passages = Object.entries(documents).map(([title, text]) =>
    libraryPassage(text, `/${title}.md`, title),
  );
  const index = new Bm25Index(passages.map(({ text, title }) => tokenise(`${title} ${text}`)));
  const verifier: Verifier = {
    name: 'steered',
    curves: undefined,
    verify: (pairs) => Promise.resolve(pairs.map(({ evidence, claim }) => says(evidence, claim))),
    close: () => Promise.resolve(),
  };
  const textOf = (document: string) => {
    const text = documents[document.slice(1, -3)];
    return text === undefined ? undefined : { text, version: textHash(text) };
  };
  return {
    library: {
      search: (query, k) =>
        Promise.resolve(
          index.search(tokenise(query), k).flatMap(({ index: at, score }, rank) => {
            const passage = passages[at];
            return passage ? [{ passage, rank: rank + 1, score }] : [];
          }),
        ),
      neighbours: () => Promise.resolve([]),
      embed: (texts) => Promise.resolve(texts.map(() => new Float32Array(2))),
      terminology: withCapitals(builtInTerminology),
    },
    passages: passages.length,
    verifier,
    acceptedError: 0.1,
    dateOf: ({ title, document }) => Promise.resolve(documentDate(title, textOf(document)?.text ?? '')),
    isVerbatim: (citation) => Promise.resolve(isVerbatim(citation, textOf(citation.document))),
  };
}
