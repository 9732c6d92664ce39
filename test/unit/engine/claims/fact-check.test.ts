import { describe, expect, it } from 'vitest';
import type { LabelShares } from '../../../../src/core/verdicts/calibration';
import type { FactCheckReport } from '../../../../src/engine/engine';
import { exportFactCheck } from '../../../../src/engine/fact-check-export/formats';
import { factCheckSarif } from '../../../../src/engine/fact-check-export/sarif';
import { factCheck } from '../../../../src/engine/claims/fact-check';
import { factCheckShape } from '../../../../src/cli/shapes';
import { sure, tools } from './library-double';

const asthma = {
  Old: 'Published: 2009.\n\nInhaled steroids are not recommended for mild asthma in adults.',
  New: 'Published: 2021.\n\nInhaled steroids are recommended for mild asthma in adults (Grade A).',
};
const claim = 'Inhaled steroids are recommended for mild asthma in adults.';
const byNot = (evidence: string): LabelShares =>
  sure(evidence.includes('not recommended') ? 'contradicted' : 'supported');

describe('fact-checking', () => {
  it('shows passages that disagree side by side, with their dates, and decides nothing', async () => {
    const { statements } = await factCheck(claim, tools(asthma, byNot));
    expect(statements).toMatchObject([{ verdict: 'not-sure', disagreement: true }]);
    expect(statements[0]?.checkers).toBeUndefined();
    const shown = statements[0]?.evidence.map(({ verdict, date }) => [verdict, date]) ?? [];
    expect(shown).toContainEqual(['supported', '2021']);
    expect(shown).toContainEqual(['contradicted', '2009']);
    expect(statements[0]?.evidence.find(({ date }) => date === '2021')?.strength).toBe('Grade A');
  });

  it('shows what says the contrary beside what supports, without a verifier’s reading', async () => {
    const silent = (): LabelShares => sure('notAddressed');
    const { statements } = await factCheck(claim, tools(asthma, silent));
    expect(statements).toMatchObject([{ verdict: 'not-sure', disagreement: true }]);
    expect(statements[0]?.citations.map(({ title }) => title).sort()).toEqual(['New', 'Old']);
  });

  it('reads short sentences, and a thing under another of its names', async () => {
    const library = {
      Sepsis:
        'Sedatives are contraindicated. Aim for a mean arterial pressure of 65 mmHg. Give noradrenaline first.',
    };
    const verdictOf = async (text: string) =>
      (
        await factCheck(
          text,
          tools(library, () => sure('supported')),
        )
      ).verdict;
    expect(await verdictOf('Sedatives are contraindicated in sepsis.')).toBe('supported');
    expect(await verdictOf('Levophed is given first in sepsis.')).toBe('supported');
  });

  it('contradicts no value that another sentence gives for the same, whether it names it or not', async () => {
    const library = {
      Gout: 'The serum urate target is below 360 micromol/L. A lower target of below 300 micromol/L is used in people with tophi.',
    };
    const check = (value: number) =>
      factCheck(
        `The serum urate target is below ${value} micromol/L.`,
        tools(library, () => sure('supported')),
      );
    const open = await check(300);
    expect(open.verdict).toBe('not-sure');
    expect(open.statements[0]?.evidence).toHaveLength(2);
    expect((await check(480)).verdict).toBe('contradicted');
    expect((await check(360)).verdict).toBe('supported');
  });

  it('does not score a statement in another language, nor one of which the library holds another language alone', async () => {
    const library = {
      Hypertonie:
        'Ramipril 5 mg wird bei Hypertonie einmal täglich gegeben. Bei Husten ist ein Sartan die bessere Wahl.',
    };
    const german = await factCheck(
      'Ramipril 5 mg is given once daily in hypertension.',
      tools(library, () => sure('supported')),
    );
    expect(german.statements).toMatchObject([
      { verdict: 'not-scored', explanation: expect.stringContaining('German') as string },
    ]);
    const mixed = await factCheck(
      `${claim} Ramipril 5 mg wird bei Hypertonie einmal täglich gegeben.`,
      tools(asthma, () => sure('supported')),
    );
    expect(mixed.statements.map(({ verdict }) => verdict)).toEqual(['not-sure', 'not-scored']);
  });

  it('does not have a guideline support what was done for a patient', async () => {
    const library = { Asthma: 'Salbutamol 5 mg is given in severe attacks.' };
    const { statements } = await factCheck(
      'Salbutamol 5 mg was given.',
      tools(library, () => sure('supported')),
    );
    expect(statements).toMatchObject([
      { verdict: 'not-sure', abstained: expect.stringContaining('patient') as string },
    ]);
  });

  it.each([
    ['Amlodipine is started at 50 mg once daily.', 'contradicted'],
    ['Amlodipine is started at 5 mg once daily.', 'supported'],
    ['Amlodipine is not started at 5 mg once daily.', 'contradicted'],
    ['Amlodipine 20 mg once daily is used.', 'not-sure'],
    ['Amlodipine 50 mg was given as a bolus.', 'not-sure'],
  ])('decides as the page of the rule says: %s', async (text, verdict) => {
    const library = {
      Hypertension: 'Start amlodipine 5 mg once daily. The maximum is amlodipine 10 mg once daily.',
    };
    const torn = { supported: 0.4, contradicted: 0.3, notAddressed: 0.3 };
    expect(
      await factCheck(
        text,
        tools(library, () => torn),
      ),
    ).toMatchObject({ verdict });
  });

  it('takes what one passage says where none disagrees', async () => {
    const report = await factCheck(claim, tools({ New: asthma.New }, byNot));
    expect(report.statements).toMatchObject([{ verdict: 'supported', text: claim }]);
    const contradicted = await factCheck(claim, tools({ Old: asthma.Old }, byNot));
    expect(contradicted).toMatchObject({ verdict: 'contradicted' });
  });

  it('does not take closeness for contradiction, nor a reading without an anchor', async () => {
    const text = 'Adults with mild asthma are offered inhaled steroids by the nurse.';
    const report = await factCheck(
      'Adults with mild asthma are offered inhaled steroids by the doctor.',
      tools({ A: text }, () => sure('contradicted')),
    );
    expect(report.statements).toMatchObject([{ verdict: 'not-sure' }]);
    expect(report.statements[0]?.abstained).toContain('no fact or word');
  });

  it('tells what each checker says, and of a claim that is decided by one passage, what they say of that', async () => {
    const { statements } = await factCheck(claim, tools({ New: asthma.New }, byNot));
    expect(statements[0]?.checkers).toEqual([
      { by: 'typed-facts', verdict: 'supported' },
      { by: 'verifier', verdict: 'supported' },
    ]);
    const other = await factCheck(
      claim,
      tools({ New: asthma.New }, () => sure('contradicted')),
    );
    expect(other.statements[0]).toMatchObject({
      verdict: 'not-sure',
      checkers: [{ verdict: 'supported' }, { by: 'verifier', verdict: 'contradicted' }],
    });
    const none = await factCheck('Leeches cure the plague.', tools({ New: asthma.New }, byNot));
    expect(none.statements[0]?.checkers).toBeUndefined();
  });

  it('says why it abstained where the verifier is not sure enough', async () => {
    const torn = { supported: 0.5, contradicted: 0.3, notAddressed: 0.2 };
    const { statements } = await factCheck(
      'Steroids help adults with mild asthma.',
      tools({ New: asthma.New }, () => torn),
    );
    expect(statements[0]).toMatchObject({ verdict: 'not-sure' });
    expect(statements[0]?.abstained).toContain('50 %');
  });

  it('shows passages that were not read as such, with the reason, whatever was written down', async () => {
    const towns = ['Ulm', 'Bonn', 'Trier', 'Erfurt', 'Potsdam', 'Nürnberg', 'Heidelberg', 'Heidenheim'];
    const many = Object.fromEntries(
      towns.map((town) => [
        town,
        `Of ${town.length * 10} adults with mild asthma in ${town} some were taught how steroids work.`,
      ]),
    );
    const report = await factCheck(
      'Steroids help adults with mild asthma.',
      tools(many, () => ({ supported: 0.5, contradicted: 0.3, notAddressed: 0.2 })),
    );
    const evidence = report.statements[0]?.evidence ?? [];
    const unread = evidence.filter(({ verdict }) => verdict === 'not-read');
    expect(evidence.filter(({ verdict }) => verdict === 'not-sure')).toHaveLength(5);
    expect(unread).toHaveLength(3);
    expect(unread[0]).toMatchObject({ abstained: 'Better passages were read.' });
    for (const one of evidence) expect(one.confidence).toBeUndefined();
    expect(report.statements[0]?.confidence).toBeUndefined();
    const markdown = exportFactCheck({ report, format: 'markdown', name: 'n' });
    expect(markdown.match(/> Not read: Better passages were read\./g)).toHaveLength(3);
    expect(markdown.match(/> Not sure: The verifier leans to/g)).toHaveLength(5);
    const [deciding, rest] = markdown.split('Also looked at, and decides nothing:');
    expect([deciding, rest].map((part) => part?.includes('> Not read'))).toEqual([false, true]);
    const [result] = factCheckSarif([{ report, name: 'n.md' }]).runs[0]?.results ?? [];
    expect(result?.relatedLocations).toHaveLength(5);
    expect(result?.properties?.['alsoLookedAt']).toHaveLength(3);
    const shape = factCheckShape(report).statements as { evidence: object[] }[];
    expect(shape[0]?.evidence.at(-1)).toMatchObject({
      verdict: 'not-read',
      confidence: null,
      abstained: 'Better passages were read.',
    });
  });

  it('tells each claim as it comes, and leaves out what is none, with the reason', async () => {
    const seen: (number | undefined)[] = [];
    const text = `${claim} Does it help? The patient has asthma and denies fever.`;
    const report = await factCheck(text, tools(asthma, byNot), undefined, ({ pending }) =>
      seen.push(pending),
    );
    expect(seen).toEqual([2, 1, undefined]);
    expect(report.statements.map(({ verdict }) => verdict)[1]).toBe('not-scored');
    expect(report.statements[1]?.explanation).toContain('question');
  });

  it.each([
    ['I think that amlodipine 50 mg once daily is right.', 'contradicted'],
    ['I think that amlodipine 5 mg once daily is right.', 'not-scored'],
    ['I doubt that amlodipine 50 mg once daily is right.', 'not-scored'],
    ['Start amlodipine 50 mg once daily.', 'contradicted'],
    ['Should I give amlodipine 50 mg once daily?', 'not-scored'],
  ])(
    'compares the doses of what is no claim, unless they are asked for or doubted: %s',
    async (text, verdict) => {
      const library = { Hypertension: 'Start amlodipine 5 mg once daily.' };
      const report = await factCheck(
        text,
        tools(library, () => sure('supported')),
      );
      expect(report).toMatchObject({ verdict });
    },
  );

  it('does not score with an empty library or in another language, and says so', async () => {
    expect(await factCheck(claim, tools({}, byNot))).toMatchObject({
      verdict: 'not-scored',
      notScored: expect.stringContaining('empty') as string,
    });
    const german = 'Der Patient klagt seit drei Tagen über starke Schmerzen in der Brust und hat Fieber.';
    expect((await factCheck(german, tools(asthma, byNot))).verdict).toBe('not-scored');
  });

  it('quotes nothing that does not stand word for word in the stored version', async () => {
    const changed = { ...tools(asthma, byNot), isVerbatim: () => Promise.resolve(false) };
    const { statements } = await factCheck(claim, changed);
    expect(statements.flatMap(({ citations, evidence }) => [...citations, ...evidence])).toEqual([]);
    expect(statements.some(({ verdict }) => verdict === 'supported' || verdict === 'contradicted')).toBe(
      false,
    );
  });

  it('shows only verbatim quotes: the rate is 1', async () => {
    const { statements } = await factCheck(`${claim} Steroids are not recommended.`, tools(asthma, byNot));
    const citations = statements.flatMap(({ citations: some, evidence }) => [
      ...some,
      ...evidence.map(({ citation }) => citation),
    ]);
    const verbatim = citations.filter(({ document, start, end, quote }) => {
      const text = asthma[document.slice(1, -3) as keyof typeof asthma];
      return text.slice(start, end) === quote;
    });
    expect(citations.length).toBeGreaterThan(2);
    expect(verbatim.length / citations.length).toBe(1);
  });
});

describe('a fact-check written down', () => {
  const report = (): Promise<FactCheckReport> => factCheck(claim, tools(asthma, byNot));

  it('as Markdown holds verdict, quotes, dates and places, and makes no markup of others’ texts', async () => {
    const text = exportFactCheck({ report: await report(), format: 'markdown', name: 'visit <b>1</b>.md' });
    expect(text).toContain('**Not sure**');
    expect(text).toContain('dated 2009');
    expect(text).toContain('Inhaled steroids are not recommended for mild asthma in adults.');
    expect(text).not.toContain('<b>');
  });

  it.each([
    [false, 'by the model itself, not calibrated'],
    [true, ', calibrated)'],
  ])('says of a model’s probability whether it is calibrated (%s)', async (calibrated, words) => {
    const given = await factCheck(claim, tools({ New: asthma.New }, byNot));
    const cost = { calls: 1, cachedCalls: 0, promptTokens: 1, answerTokens: 1 };
    const statements = given.statements.map((one) => ({ ...one, judged: { path: [], cost, calibrated } }));
    const judged = { ...given, statements };
    expect(exportFactCheck({ report: judged, format: 'markdown', name: 'n' })).toContain(words);
    const sarif = exportFactCheck({ report: judged, format: 'sarif', name: 'n.md', text: claim });
    expect(sarif).toMatch(new RegExp(`"calibrated":\\s*${calibrated}`));
  });

  it('as SARIF tells where a selection stands in its file, and what each passage says', async () => {
    const note = `# Visit\n\nShe is well. ${claim}\n${claim}`;
    const offset = note.indexOf(claim);
    const log = factCheckSarif([
      {
        report: await factCheck(note.slice(offset), tools(asthma, byNot)),
        name: 'notes/a#1 note?.md',
        text: note.slice(offset),
        from: { offset, line: 3, column: 14 },
      },
    ]);
    const results = log.runs[0]?.results ?? [];
    const places = results.flatMap(({ locations = [] }) => locations.map((one) => one.physicalLocation));
    expect(places.map((place) => place?.artifactLocation?.uri)).toEqual([
      'notes/a%231%20note%3F.md',
      'notes/a%231%20note%3F.md',
    ]);
    expect(places.map((place) => place?.region)).toMatchObject([
      { startLine: 3, startColumn: 14, endLine: 3, charOffset: offset },
      { startLine: 4, startColumn: 1, endLine: 4, charOffset: note.lastIndexOf(claim) },
    ]);
    const shown = results[0]?.relatedLocations?.map(({ properties, physicalLocation }) => [
      properties?.['date'] as unknown,
      physicalLocation?.region?.snippet?.text?.includes('not recommended'),
    ]);
    expect(shown).toContainEqual(['2009', true]);
    expect(shown).toContainEqual(['2021', false]);
  });

  it('as SARIF does not pass for a clean log where nothing was scored', async () => {
    const log = factCheckSarif([{ report: await factCheck(claim, tools({}, byNot)), name: 'n.md' }]);
    expect(log.runs[0]?.results).toEqual([]);
    expect(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications).toMatchObject([
      { level: 'warning', message: { text: expect.stringContaining('library is empty') as string } },
    ]);
  });

  it('as JSON is the report', async () => {
    const given = await report();
    expect(JSON.parse(exportFactCheck({ report: given, format: 'json', name: 'n' }))).toEqual({
      name: 'n',
      ...given,
    });
  });

  it('as SARIF fails contradicted claims alone, at their lines', async () => {
    const text = `Well.\n${claim}`;
    const checked = await factCheck(text, tools({ Old: asthma.Old }, byNot));
    const log = JSON.parse(exportFactCheck({ report: checked, format: 'sarif', name: 'n.md', text })) as {
      runs: { results: { kind: string; locations: { physicalLocation: { region: object } }[] }[] }[];
    };
    const failed = log.runs[0]?.results.filter(({ kind }) => kind === 'fail') ?? [];
    expect(failed).toHaveLength(1);
    expect(failed[0]?.locations[0]?.physicalLocation.region).toMatchObject({ startLine: 2, startColumn: 1 });
  });
});
