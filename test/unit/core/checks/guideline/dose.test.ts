import { describe, expect, it } from 'vitest';
import { guidelineFindingsOf, passageOf } from '../../check-in';

const conflicts = (note: string, ...passages: string[]): string[] =>
  guidelineFindingsOf(
    note,
    passages.map((text) => passageOf(text)),
  ).map(({ rule, severity, text, expected }) => `${rule} ${severity}: ${text} → ${expected ?? ''}`);

describe('a dose that the library gives otherwise', () => {
  const omeprazole = 'Omeprazole 20 mg once daily, before breakfast.';

  it('is a warning, since there may be a reason', () => {
    expect(conflicts('Omeprazole 80 mg every morning.', omeprazole)).toEqual([
      'guideline/dose warning: 80 mg → 20 mg',
    ]);
    expect(conflicts('Prilosec 80 mg every morning.', omeprazole)).toHaveLength(1);
    expect(conflicts('Omeprazole 2 mg every morning.', omeprazole)).toHaveLength(1);
  });

  it.each([
    ['Omeprazole 20 mg daily.', [omeprazole], 'the same dose'],
    ['Omeprazole 0.02 g daily.', [omeprazole], 'the same dose in another unit'],
    ['Lansoprazole 80 mg daily.', [omeprazole], 'another medicine'],
    ['Naproxen 375 mg.', ['Naproxen 250 mg to 500 mg twice daily.'], 'inside of a range'],
    ['Naproxen 500 mg.', ['Naproxen 250-500 mg twice daily.'], 'the end of a range'],
    ['Naproxen 1000 mg in total.', ['Naproxen 250 mg to 500 mg twice daily.'], 'the total of a day'],
    [
      'Atorvastatin 80 mg.',
      ['Atorvastatin 20 mg once daily.', 'Secondary prevention: atorvastatin 80 mg.'],
      'another passage agrees',
    ],
    [
      'Atorvastatin 40 mg.',
      ['Atorvastatin 20 mg once daily.', 'Secondary prevention: atorvastatin 80 mg.'],
      'between two doses',
    ],
    ['Amoxicillin 500 mg.', ['Amoxicillin 45 mg/kg per day in children.'], 'a dose by weight'],
    ['Omeprazole 2 capsules.', [omeprazole], 'a number of capsules'],
    ['Aspirin 75 mg.', ['Aspirin is not given in asthma.'], 'no dose in the passage'],
  ])('is none in "%s" with %j: %s', (note, passages) => {
    expect(conflicts(note, ...passages)).toEqual([]);
  });

  it('reads a dose under a heading that names one medicine', () => {
    const passage = passageOf('Adults: 500 mg three times daily.', { section: ['Pneumonia', 'Amoxicillin'] });
    expect(guidelineFindingsOf('Amoxicillin 5 g.', [passage])).toHaveLength(1);
    const both = passageOf('Adults: 500 mg.', { section: ['Amoxicillin or doxycycline'] });
    expect(guidelineFindingsOf('Amoxicillin 5 g.', [both])).toEqual([]);
  });

  it.each([
    ['# Stomach protection\n\nOmeprazole 80 mg every morning.', 'a heading of the note'],
    ['Omeprazole 80 mg every morning for ulcer prophylaxis.', 'a procedure that the statement names'],
  ])('holds a guideline against "%s", whose topic it shares: %s', (note) => {
    const passage = passageOf(omeprazole, {
      title: 'Anti-inflammatory medicines and gastroprotection',
      section: ['Anti-inflammatory medicines and gastroprotection', 'Gastroprotection'],
    });
    expect(guidelineFindingsOf(note, [passage]).map(({ text }) => text)).toEqual(['80 mg']);
  });

  it('is none where the guideline is about something that the note does not speak of', () => {
    const note = '# Reflux\n\nOmeprazole 80 mg every morning.';
    for (const title of ['Gastroprotection', 'Helicobacter eradication', 'Asthma']) {
      const passage = passageOf(omeprazole, { title, section: [title] });
      expect(guidelineFindingsOf(note, [passage])).toEqual([]);
    }
  });

  it('cites the sentence where it stands in the document, and its page', () => {
    const text = `Stop at once for black stools. ${omeprazole} Review it.`;
    const passage = passageOf(text, { page: 3 });
    const [citation] = guidelineFindingsOf('Omeprazole 80 mg.', [passage])[0]?.citations ?? [];
    expect(citation).toMatchObject({
      kind: 'library',
      document: '/library/guide.md',
      page: 3,
      quote: omeprazole,
      start: 100 + text.indexOf(omeprazole),
    });
  });
});
