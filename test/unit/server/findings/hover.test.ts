import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver/node';
import type { CheckedStatement } from '../../../../src/engine/reports/note';
import { hoverAt } from '../../../../src/server/findings/hover';
import { checkedNote, edited, finding, guidelineCitation, noteText, sourceCitation } from '../fixtures';

const options = { client: { commands: true, markdown: true }, rulePages: 'file:///attest/docs/rules' };
const on = { line: 2, character: 13 };
const value = (hover: ReturnType<typeof hoverAt>): string => (hover?.contents as MarkupContent).value;
const plain = (markdown: string): string =>
  marked
    .parse(markdown, { async: false })
    .replace(/<[^>]*>/g, '')
    .trim();

describe('a hover over a finding', () => {
  const note = checkedNote([finding('20 mg', { citations: [sourceCitation, guidelineCitation] })]);
  const hover = hoverAt(note, edited(noteText), on, options);

  it('tells verdict, evidence and where it stands', () => {
    const text = plain(value(hover));
    for (const part of [
      'Contradicted by the source',
      'Doctor: lisinopril 10 mg.',
      'visit.transcript.txt, line 12',
      'Start lisinopril at 10 mg.',
      'Hypertension, First line, page 4',
    ]) {
      expect(text).toContain(part);
    }
    expect(hover?.range).toEqual({ start: { line: 2, character: 11 }, end: { line: 2, character: 16 } });
  });

  it('links to the rule, to the evidence with its citation, and to the panel', () => {
    const links = [...value(hover).matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] ?? '');
    expect(links[0]).toBe('file:///attest/docs/rules/faithfulness-value.md');
    const args = links.slice(1).map((link) => {
      const [command, query = ''] = link.split('?');
      return [command, JSON.parse(decodeURIComponent(query)) as unknown];
    });
    expect(args).toEqual([
      ['command:attest.openCitation', [sourceCitation]],
      ['command:attest.openCitation', [guidelineCitation]],
      ['command:attest.explainFinding', [{ uri: note.uri, fingerprint: '3f2a91c0d1e2' }]],
    ]);
  });

  it('says how often such a finding is right, with or without Markdown', () => {
    const words = 'About 9 in 10 such findings were right, in a test on';
    expect(plain(value(hover))).toContain(words);
    const unmarked = { ...options, client: { commands: false, markdown: false } };
    expect(value(hoverAt(note, edited(noteText), on, unmarked))).toContain(words);
    const open = checkedNote([finding('20 mg', { rule: 'faithfulness/route', confidence: null })]);
    expect(plain(value(hoverAt(open, edited(noteText), on, options)))).toContain('right was not measured.');
    const style = checkedNote([
      finding('20 mg', { rule: 'style/unitless', axis: 'style', confidence: null }),
    ]);
    expect(plain(value(hoverAt(style, edited(noteText), on, options)))).not.toMatch(/such findings/);
  });

  it('names the other rules that report the same place, each with its page', () => {
    const merged = checkedNote([finding('20 mg', { also: ['guideline/dose'] })]);
    const text = value(hoverAt(merged, edited(noteText), on, options));
    expect(plain(text)).toContain('Also reported by guideline/dose');
    expect(text).toContain('(file:///attest/docs/rules/guideline-dose.md)');
  });

  it('links to plain files for a client without the commands', () => {
    const other = hoverAt(note, edited(noteText), on, {
      ...options,
      client: { commands: false, markdown: true },
    });
    expect(value(other)).toContain('(file:///visits/visit.transcript.txt#L12)');
    expect(value(other)).not.toContain('command:');
    expect(value(other)).not.toContain('attest-passage');
  });

  it('is plain text for a client without Markdown', () => {
    const other = hoverAt(note, edited(noteText), on, {
      ...options,
      client: { commands: true, markdown: false },
    });
    expect(other?.contents).toMatchObject({ kind: 'plaintext' });
    expect(value(other)).toContain('“Doctor: lisinopril 10 mg.”\nvisit.transcript.txt, line 12');
    expect(value(other)).not.toContain('command:');
  });

  it('brings nothing of a hostile source but its words', () => {
    const quote = '[x](command:evil) <img src=x> ) \n\n# Doctor';
    const citation = { ...sourceCitation, quote, title: '](command:evil)' };
    const hostile = checkedNote([finding('20 mg', { citations: [citation] })]);
    const html = marked.parse(value(hoverAt(hostile, edited(noteText), on, options)), { async: false });
    expect(html).not.toMatch(/<img|<h1|href="command:evil/);
    expect(html).toContain('href="command:attest.openCitation');
  });

  it('moves with the text, and goes when the text was edited', () => {
    const moved = hoverAt(note, edited(`New line\r\n${noteText}`), { line: 3, character: 13 }, options);
    expect(moved?.range?.start).toEqual({ line: 3, character: 11 });
    expect(hoverAt(note, edited(noteText.replace('20 mg', '25 mg')), on, options)).toBeNull();
  });
});

describe('a hover elsewhere', () => {
  const statement = { start: noteText.indexOf('Left'), end: noteText.indexOf('\r\n', 20), text: '' };
  const over = { line: 2, character: 26 };

  it('shows the evidence of a supported statement', () => {
    const supported = { ...statement, verdict: 'supported' as const, citations: [sourceCitation] };
    const note = checkedNote([], { statements: [supported] });
    const text = plain(value(hoverAt(note, edited(noteText), over, options)));
    expect(text).toContain('Supported by the source');
    expect(text).toContain('Doctor: lisinopril 10 mg.');
  });

  it.each([
    [false, 'says 91 %, which is not calibrated'],
    [true, 'A language model judged it, calibrated. About 9 in 10 such verdicts were right.'],
  ])('says that a model judged it, and whether its probability is calibrated (%s)', (calibrated, words) => {
    const cost = { calls: 1, cachedCalls: 0, promptTokens: 1, answerTokens: 1 };
    const judged = { path: [], cost, calibrated };
    const supported = { ...statement, verdict: 'supported' as const, citations: [sourceCitation] };
    const note = checkedNote([], { statements: [{ ...supported, judged, confidence: 0.912 }] });
    expect(plain(value(hoverAt(note, edited(noteText), over, options)))).toContain(words);
    const unmarked = { ...options, client: { commands: false, markdown: false } };
    expect(value(hoverAt(note, edited(noteText), over, unmarked))).toContain(words);
  });

  it('says who said so: typed facts, the verifier after them, and a model with its cost', () => {
    const supported = { ...statement, verdict: 'supported' as const, citations: [sourceCitation] };
    const saidOf = (more: Partial<CheckedStatement>): string =>
      plain(
        value(
          hoverAt(
            checkedNote([], { statements: [{ ...supported, ...more }] }),
            edited(noteText),
            over,
            options,
          ),
        ),
      );
    expect(saidOf({})).toMatch(/Checked by: typed facts(?! \()/);
    const checkers: CheckedStatement['checkers'] = [
      { by: 'typed-facts', verdict: 'not-sure' },
      { by: 'verifier', verdict: 'supported', leans: true },
    ];
    expect(saidOf({ checkers })).toContain('typed facts (not sure) → verifier (leans to supported)');
    const judged = {
      path: [{ by: 'judge' as const, verdict: 'supported' as const }],
      cost: { calls: 2, cachedCalls: 0, promptTokens: 700, answerTokens: 40 },
      calibrated: false,
    };
    expect(saidOf({ checkers, judged })).toContain('→ judge (supported) · 2 calls, 740 tokens');
  });

  it('tells the same of a finding that a model judged', () => {
    const judgedFinding = finding('20 mg', { rule: 'faithfulness/judged', severity: 'warning' });
    const judged = {
      path: [{ by: 'judge' as const, verdict: 'contradicted' as const }],
      cost: { calls: 1, cachedCalls: 0, promptTokens: 300, answerTokens: 40 },
      calibrated: false,
    };
    const { start, end } = judgedFinding.statement;
    const verdict = 'contradicted' as const;
    const note = checkedNote([judgedFinding], {
      statements: [{ start, end, text: '', verdict, citations: [], judged }],
    });
    expect(plain(value(hoverAt(note, edited(noteText), on, options)))).toContain(
      'judge (contradicted) · 1 call, 340 tokens',
    );
  });

  it('is quiet where nothing was checked', () => {
    const note = checkedNote([], {
      statements: [{ ...statement, verdict: 'not-scored', citations: [sourceCitation] }],
    });
    expect(hoverAt(note, edited(noteText), over, options)).toBeNull();
  });
});

describe('a hover over an open statement', () => {
  const statement = { start: noteText.indexOf('Left'), end: noteText.indexOf('\r\n', 20), text: '' };
  const over = { line: 2, character: 26 };
  const open = { ...statement, verdict: 'not-sure' as const, citations: [sourceCitation] };
  const hoverOf = (
    more: Partial<CheckedStatement>,
    findings: Parameters<typeof checkedNote>[0] = [],
    ignored: Parameters<typeof checkedNote>[0] = [],
    client = options.client,
  ): ReturnType<typeof hoverAt> =>
    hoverAt(checkedNote(findings, { ignored, statements: [{ ...open, ...more }] }), edited(noteText), over, {
      ...options,
      client,
    });

  it('says why, what comes nearest with a link to it, and which words no source holds', () => {
    const hover = hoverOf({ untold: ['knee', '3 weeks'] });
    const text = plain(value(hover));
    expect(text).toContain('Not sure');
    expect(text).toContain('Nothing was found that speaks against this');
    expect(text).toContain('Doctor: lisinopril 10 mg.');
    expect(text).toContain('Nearest: visit.transcript.txt, line 12 · Open source');
    expect(text).toContain('Not found in the source: knee, 3 weeks');
    expect(text).not.toContain('Checked by');
    expect(hover?.range?.start).toEqual({ line: 2, character: 24 });
  });

  it('says the same of one that is not addressed, without a quote', () => {
    const text = plain(value(hoverOf({ verdict: 'not-addressed', citations: [], untold: ['knee pain'] })));
    expect(text).toContain('Not mentioned in the source');
    expect(text).toContain('Not found in the source: knee pain');
    expect(text).not.toContain('Nearest');
  });

  it('is plain text for a client without Markdown', () => {
    const text = value(hoverOf({ untold: ['*knee*'] }, [], [], { commands: false, markdown: false }));
    expect(text).toContain('“Doctor: lisinopril 10 mg.”\nNearest: visit.transcript.txt, line 12');
    expect(text).toContain('Not found in the source: “*knee*”');
  });

  it('leaves out the line of words where all are there, and names no more than six', () => {
    expect(plain(value(hoverOf({})))).not.toContain('Not found');
    const untold = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
    expect(plain(value(hoverOf({ untold })))).toContain('five, six …');
  });

  it('does not say that nothing speaks against it where a checker reads a contradiction', () => {
    const checkers: CheckedStatement['checkers'] = [
      { by: 'typed-facts', verdict: 'not-sure' },
      { by: 'verifier', verdict: 'contradicted', leans: true },
    ];
    const text = plain(value(hoverOf({ checkers })));
    expect(text).toContain('A checker reads a contradiction, and none could be shown.');
    expect(text).toContain('verifier (leans to contradicted)');
    expect(text).not.toContain('speaks against');
  });

  it('is quiet beside a finding about it, ignored or not, unless that is one of style', () => {
    const about = finding('Left', {
      statement: { start: statement.start, end: statement.end },
      severity: 'off',
    });
    expect(hoverOf({}, [about])).toBeNull();
    expect(hoverOf({}, [], [about])).toBeNull();
    expect(hoverOf({}, [{ ...about, axis: 'style' }])).not.toBeNull();
  });

  it('brings nothing of a hostile note or source but its words', () => {
    const citation = { ...sourceCitation, quote: '<img src=x> [x](command:evil)', title: '](command:evil)' };
    const untold = ['*](command:evil) <img src=x>', '\n\n# Doctor'];
    const html = marked.parse(value(hoverOf({ citations: [citation], untold })), { async: false });
    expect(html).not.toMatch(/<img|<h1|href="command:evil/);
  });
});
