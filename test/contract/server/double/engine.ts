import { isAbsolute } from 'node:path';
import { AttestError, throwIfCancelled } from '../../../../src/core/errors';
import type { Citation } from '../../../../src/core/evidence/citations/citation';
import type { Finding } from '../../../../src/core/verdicts/finding';
import { fingerprint } from '../../../../src/core/verdicts/suppression';
import { maskUncheckedText } from '../../../../src/core/text/unchecked-text';
import type { CheckNoteRequest, Engine, EngineConfig, NoteReport } from '../../../../src/engine/engine';

// An engine small enough to be right by inspection: a number with "mg" after a word is compared with the number after the
// same word in the source. What it does beyond that is steered by words in its input.

const dose = /(\w+) (\d+) mg/g;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The cited document of the library: a PDF, so that its extracted text opens. */
export const guideline = {
  path: isAbsolute('C:\\') ? 'C:\\guidelines\\htn.pdf' : '/guidelines/htn.pdf',
  text: 'Page one.\n\nStart lisinopril at 10 mg daily.\n',
};

function guidelineCitation(): Citation {
  const quote = 'Start lisinopril at 10 mg daily.';
  const start = guideline.text.indexOf(quote);
  const span = { start, end: start + quote.length };
  return {
    ...span,
    kind: 'library',
    document: guideline.path,
    title: 'HTN',
    version: '1',
    section: [],
    page: 2,
    quote,
  };
}

async function checkNote(
  { library }: EngineConfig,
  request: CheckNoteRequest,
  signal?: AbortSignal,
): Promise<NoteReport> {
  if (request.useLibrary !== false && library?.includes('broken')) {
    throw new AttestError('library-corrupt', 'The library is damaged.', 'Clear it and index again.');
  }
  const text = maskUncheckedText(request.text);
  if (text.includes('SLOW')) await pause(300);
  throwIfCancelled(signal);
  if (text.includes('FAIL')) throw new Error('It failed.');
  const report: NoteReport = {
    note: request.note,
    profile: 'general',
    findings: [],
    ignored: [],
    statements: [],
    scores: { faithfulness: { scored: 0, notScored: 0 } },
    sources: request.sources.map(({ document }) => document),
    ...(request.sources.length === 0 && { notScored: 'No source was found.' }),
    reused: 0,
    seconds: 0,
  };
  // What typed facts leave open: a reading supports the one, a judge alone the other.
  for (const [word, isDecided] of [
    ['OPEN', request.read],
    ['HARD', request.judge],
  ] as const) {
    const start = text.indexOf(word);
    const verdict = isDecided === true ? 'supported' : 'not-sure';
    if (start >= 0) report.statements.push({ start, end: start + 4, text: word, verdict, citations: [] });
  }
  for (const match of text.matchAll(dose)) {
    const [whole, word = '', value = ''] = match;
    const statement = { start: match.index, end: match.index + whole.length };
    for (const source of request.sources) {
      const evidence = new RegExp(`${word} (\\d+) mg`).exec(source.text);
      if (!evidence) continue;
      const citation: Citation = {
        kind: 'source',
        document: source.document,
        title: source.document.split('/').at(-1) ?? '',
        version: '',
        section: [],
        start: evidence.index,
        end: evidence.index + evidence[0].length,
        quote: evidence[0],
      };
      const expected = evidence[1] ?? '';
      if (expected === value) {
        report.statements.push({ ...statement, text: whole, verdict: 'supported', citations: [citation] });
        continue;
      }
      const span = { start: statement.end - value.length - 3, end: statement.end };
      const finding: Finding = {
        ...span,
        rule: 'faithfulness/value',
        axis: 'faithfulness',
        verdict: 'contradicted',
        severity: request.severities?.['faithfulness/value'] ?? 'error',
        harm: 2,
        also: [],
        text: `${value} mg`,
        message: `The source says ${expected} mg.`,
        confidence: 1,
        citations: request.useLibrary === false || !library ? [citation] : [citation, guidelineCitation()],
        fixes: [{ ...span, title: `Take the source's value: ${expected} mg`, newText: `${expected} mg` }],
        statement,
        fingerprint: fingerprint('faithfulness/value', whole, `${value} mg`, [citation.quote]),
      };
      const isIgnored = request.ignored?.has(finding.fingerprint) ?? false;
      (isIgnored ? report.ignored : report.findings).push(finding);
    }
  }
  return report;
}

/** The composition root of the tests. */
export function createDoubleEngine(config: EngineConfig): Promise<Engine> {
  let indexed = 0;
  /** Letters of note and sources that were to be read ahead last. */
  let ahead = 0;
  return Promise.resolve({
    checkNote: (request, signal) => checkNote(config, request, signal),
    async indexLibrary(folders, options) {
      for (let done = 0; done <= 3; done++) {
        options?.onProgress?.({ phase: 'reading', done, total: 3 });
        await pause(120);
        throwIfCancelled(options?.signal);
      }
      if (config.library?.includes('broken')) {
        throw new AttestError('library-corrupt', 'The library is damaged.', 'Clear it and index again.');
      }
      indexed++;
      const counts = { documents: folders.length, passages: 1, unchanged: 0, removed: 0, seconds: 0 };
      return { ...counts, indexed: 1, skipped: [] };
    },
    removeFolders: () => Promise.resolve(),
    clearLibrary: () => Promise.resolve(),
    libraryStatus: () => Promise.resolve({ documents: [], passages: indexed }),
    documentText: (path) =>
      path === guideline.path
        ? Promise.resolve({ entry: {} as never, text: guideline.text })
        : Promise.reject(new AttestError('library-missing', 'The library does not hold it.', 'Index it.')),
    search: () => Promise.resolve([]),
    async factCheck(text, signal) {
      while (text === 'forever') {
        throwIfCancelled(signal);
        await pause(10);
      }
      return { statements: [], verdict: 'not-scored', notScored: 'No statement.' };
    },
    verifyPlan: () =>
      Promise.resolve({
        statements: [],
        verdict: 'not-scored',
        score: null,
        scored: 0,
        notScored: 'No plan.',
      }),
    verify: () =>
      Promise.resolve({
        verdict: 'not-sure',
        probabilities: { supported: 0, contradicted: 0, notAddressed: 0 },
        quote: '',
      }),
    scoreFaithfulness: () =>
      Promise.resolve({
        score: null,
        sentences: [],
        summary: { scored: 0, notScored: 0 },
        notScored: 'Nothing was scored.',
      }),
    ask(question) {
      if (question === 'crash') {
        setImmediate(() => {
          throw new Error('crash in Jane Doe takes lisinopril');
        });
      }
      if (question === 'ahead') {
        return Promise.resolve({ answer: `${ahead}`, citations: [], refused: false });
      }
      if (question === 'reject') void Promise.reject(new Error('crash in Jane Doe takes lisinopril'));
      return Promise.resolve({ answer: '', citations: [], refused: true, reason: 'Nothing relevant.' });
    },
    async chat({ question, context }, onEvent, signal) {
      onEvent({ kind: 'search', step: { round: 0, query: question, found: 0 } });
      onEvent({
        kind: 'text',
        piece: context?.note ? `About ${context.note.text.length} letters. ` : 'Alone. ',
      });
      if (question === 'wait') await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      throwIfCancelled(signal);
      const sources = context?.sources?.length ?? 0;
      return { answer: `${sources} sources`, citations: [], refused: false, trail: [], sentences: [] };
    },
    readAhead({ note, sources = [] }) {
      ahead = [note, ...sources].reduce((sum, one) => sum + (one?.text.length ?? 0), 0);
      return Promise.resolve();
    },
    listModels: () => Promise.resolve([]),
    modelCapabilities: () =>
      Promise.resolve({ jsonSchema: false, jsonMode: false, tools: false, logprobs: false, vision: false }),
    calibrateJudge: () => Promise.reject(new AttestError('model-off', 'The double has no model.', 'None.')),
    useDictionaries: () => Promise.resolve({ dictionaries: [], problems: [], changed: false }),
    importTerminology: () => Promise.reject(new Error('The double imports nothing.')),
    close: () => Promise.resolve(),
  });
}
