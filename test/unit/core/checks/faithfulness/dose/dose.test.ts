import { describe, expect, it } from 'vitest';
import { faithfulnessDose } from '../../../../../../src/core/checks/faithfulness/dose/dose';
import { draftsAgainst, saidAgainst } from '../../source-check';

const against = (note: string, source: string): string[] => saidAgainst(faithfulnessDose, note, source);

const visit = [
  '[doctor] how are you doing with the lisinopril ?',
  '[patient] fine .',
  "[doctor] good . i'm going to raise it . so lisinopril from ten to twenty milligrams once a day .",
].join('\n');

describe('a medicine that is taken up again', () => {
  const source = "[son] Rosuvastatin ten, but he's stopped that one.\n[doctor] Start again at five.";

  it('is not held against the dose that was stopped', () => {
    expect(against('Rosuvastatin restarted at 5 mg, CK normal.', source)).toEqual([]);
  });

  it('is held against the dose that it is taken up at', () => {
    const again = '[doctor] Restart the rosuvastatin at ten milligrams.';
    expect(against('Rosuvastatin restarted at 5 mg.', again)).toEqual(['5 mg → 10 mg']);
  });
});

describe('faithfulness/dose', () => {
  it.each([
    ['Increase lisinopril to 40 mg daily', ['40 mg → 20 mg']],
    ['Increase lisinopril to 200 mg daily', ['200 mg → 20 mg']],
    ['Lisinopril 20 mcg daily', ['20 mcg → 20 mg']],
    // The old dose, given as the new one.
    ['Increase lisinopril to 10 mg daily', ['10 mg → 20 mg']],
  ])('%s: another dose', (note, expected) => {
    expect(against(note, visit)).toEqual(expected);
  });

  it.each([
    'Lisinopril 20 mg daily, was 10 mg',
    'Increase lisinopril from 10 mg to 20 mg daily',
    'Lisinopril 10 → 20 mg daily',
    'Lisinopril 20 mg (increased from 10 mg)',
    'Lisinopril 0.02 g daily',
    'Zestril 20 mg daily',
    'Lisinopril 10 mg, 2 tablets daily',
    'Lisinopril daily',
    'Metformin 500 mg daily',
  ])('%s: no finding', (note) => {
    expect(against(note, visit)).toEqual([]);
  });

  it('compares what a dose was before only where the source tells of a change', () => {
    const source = '[doctor] which tablets ?\n[patient] ramipril , five .';
    expect(against('Ramipril 5 mg (increased from 2.5 mg in summer)', source)).toEqual([]);
    expect(against('Ramipril 2.5 mg', source)).toEqual(['2.5 mg → 5']);
  });

  it('reads an answer of a bare number as the dose of the medicine that was asked for', () => {
    const ask = 'Doctor: That is partly the mirtazapine. What are you on now?\n';
    expect(against('Mirtazapine 15 mg nocte', `${ask}Patient: Thirty at night.`)).toEqual(['15 mg → 30']);
    expect(against('Sertraline 75 mg', 'Patient: Sertraline. 50. It used to be 100.')).toEqual([
      '75 mg → 50',
    ]);
    expect(against('Amlodipine 5 g', 'Patient: Amlodipine. Er, five I think.')).toEqual(['5 g → 5 mg']);
    const two = 'Patient: I was on the labetalol, one hundred twice a day, then two hundred twice a day.';
    expect(against('Labetalol 200 g BD', two)).toEqual(['200 g → 200 mg']);
  });

  it('leaves open a dose that is said without its unit beside the medicine', () => {
    const source =
      '[doctor] ozempic at 0.25 mg once a week for four weeks , then point five .\n[patient] okay .';
    expect(against('Ozempic 0.25 mg weekly x4 weeks, then 0.5 mg', source)).toEqual([]);
  });

  it('takes the same amount in a day for agreement', () => {
    const source = '[doctor] take metformin five hundred milligrams twice a day .\n[patient] okay .';
    expect(against('Metformin 1,000 mg once daily', source)).toEqual([]);
    expect(against('Metformin 1,000 mg twice daily', source)).toEqual(['1,000 mg → 500 mg']);
  });

  it('carries a dose over turns to the medicine spoken of last', () => {
    const source =
      '[doctor] let us start furosemide .\n[patient] how much ?\n[doctor] forty milligrams a day .';
    expect(against('Start furosemide 80 mg daily', source)).toEqual(['80 mg → 40 mg']);
    expect(against('Start furosemide 40 mg daily', source)).toEqual([]);
  });

  it('compares each of several medicines with its own dose', () => {
    const source =
      '[doctor] continue amlodipine five milligrams and metoprolol fifty milligrams .\n[patient] yes .';
    expect(against('Amlodipine 50 mg, metoprolol 5 mg', source)).toEqual(['50 mg → 5 mg', '5 mg → 50 mg']);
  });

  it('reports the same number in a unit of another kind', () => {
    const source = '[doctor] take amoxicillin five milliliters twice a day .\n[patient] okay .';
    expect(against('Amoxicillin 5 mg twice daily', source)).toEqual(['5 mg → 5 mL']);
  });

  it('keeps silent where the number is said beside the medicine', () => {
    const source =
      '[patient] can i raise my testosterone to 175 milligrams ? i am at 140 now .\n[doctor] no .';
    expect(against('Testosterone 140 mg', source)).toEqual([]);
    expect(against('Testosterone 150 mg', source)).toEqual(['150 mg → 175 mg']);
  });

  it('keeps silent where tablets are not counted', () => {
    const source = '[doctor] take the ibuprofen two hundred milligram tablets .\n[patient] okay .';
    expect(against('Ibuprofen 400 mg', source)).toEqual([]);
    expect(against('Ibuprofen 800 mg', source)).toEqual(['800 mg → 200 mg']);
  });

  it.each([
    ['Valproate 400 mg, today 600 mg.', 'valproate goes up to six hundred milligrams'],
    ['Gabapentin 600 mg TID (1800 mg/day).', 'gabapentin six hundred milligrams'],
    ['Metformin 1 g with meals.', 'metformin , five hundred , two with breakfast and two with dinner'],
    ['Bisoprolol 1.25 mg.', 'bisoprolol two point five milligrams . they halved it'],
    ['Acetaminophen 500 mg.', 'acetaminophen , four grams max'],
  ])('takes what else the source says for no other dose in "%s"', (note, source) => {
    expect(against(note, `[doctor] ${source} .\n[patient] okay .`)).toEqual([]);
  });

  it('does not compare a dose by weight with a plain one', () => {
    const source = '[doctor] we give amoxicillin 45 milligrams per kilo .\n[patient] okay .';
    expect(against('Amoxicillin 500 mg', source)).toEqual([]);
  });

  it('quotes the source and offers its dose where it gives no other', () => {
    const source = '[doctor] we give you allopurinol 100 milligrams a day .\n[patient] okay .';
    const [draft] = draftsAgainst(faithfulnessDose, 'Allopurinol 300 mg daily', source);
    expect(draft?.citations[0]?.quote).toContain('allopurinol 100 milligrams');
    expect(draft?.fixes).toMatchObject([{ start: 12, end: 15, newText: '100' }]);
    // Of two doses nobody knows the right one.
    expect(draftsAgainst(faithfulnessDose, 'Lisinopril 40 mg', visit)[0]?.fixes).toEqual([]);
  });

  it('says nothing without a source', () => {
    expect(saidAgainst(faithfulnessDose, 'Lisinopril 40 mg daily', [])).toEqual([]);
  });
});

describe('a dose that the source says in other words', () => {
  it.each([
    [
      'what several doses come to in a day',
      'Acetaminophen 1 g TID.',
      '[doctor] so three grams of tylenol a day .',
    ],
    [
      'a number alone, some turns behind the name',
      'Adenosine 12 mg IV.',
      '[doctor] adenosine six fast push .\n[patient] oh .\n[nurse] no change .\n[doctor] okay twelve now .',
    ],
    [
      'a small number behind a word that leads to it',
      'Prednisolone 4 mg daily.',
      '[doctor] the prednisolone ten .\n[patient] yes .\n[patient] i went back up to four .',
    ],
    [
      'the answer to a question for it',
      'Sertraline 100 mg daily.',
      '[doctor] what dose of sertraline ?\n[patient] a hundred once a day .',
    ],
    [
      'a bare number with how often, far from the name',
      'Increase sertraline to 150 mg.',
      '[doctor] sertraline you started at fifty .\n[patient] yes .\n[doctor] how is the mood ?\n[patient] better .\n' +
        '[doctor] sleep ?\n[patient] bad .\n[doctor] appetite ?\n[patient] okay .\n[doctor] so one hundred fifty every morning .',
    ],
    [
      'another reading of a spoken number',
      'Omeprazole 20 mg OTC.',
      '[patient] prilosec the over the counter one twenty .\n[doctor] change the omeprazole to forty milligrams .',
    ],
    [
      'what it goes up to, far from the name',
      'Sertraline 150 mg offered.',
      '[doctor] we put the sertraline up from fifty to a hundred .\n[patient] yes .\n[doctor] how is the mood ?\n' +
        '[patient] better .\n[doctor] sleep ?\n[patient] bad .\n[doctor] i would suggest going up to a hundred and fifty .',
    ],
    [
      'how long a step lasts, far from the name',
      'Prednisolone 8 mg four weeks, 7 mg four weeks.',
      '[doctor] fifteen milligrams of prednisolone in february .\n[patient] yes .\n[doctor] and now ?\n[patient] eight .\n' +
        '[doctor] the wrist ?\n[patient] fine .\n[doctor] eight for another four weeks then seven for four weeks .',
    ],
    [
      'a thousand with its article',
      'Metformin 1000 mg BID.',
      '[patient] metformin , the thousand , twice a day .\n[doctor] for what , nine years ?\n[patient] nine , yeah .',
    ],
    ['a number of times behind it', 'Metformin 500 mg BID.', '[patient] metformin five hundred two times .'],
    [
      'an amount behind words of its own',
      'Sumatriptan 100 mg.',
      '[patient] sumatriptan fifty .\n[doctor] co-codamol ?\n[patient] most days .\n' +
        '[doctor] sumatriptan , keep to no more than two days a week , but use a hundred milligrams , early on .',
    ],
    [
      'a dose of what takes its place',
      'Spironolactone 100 mg.',
      '[doctor] amiloride instead of spironolactone , ten milligrams .',
    ],
  ])('%s: no finding', (_, note, source) => {
    expect(against(note, source)).toEqual([]);
  });

  it.each([
    ['Acetaminophen 2 g TID.', '[doctor] so three grams of tylenol .', '2 g → 3 g'],
    // An amount that begins the answer is that of the medicine asked for.
    [
      'Sertraline 200 mg daily.',
      '[doctor] what dose of sertraline ?\n[patient] a hundred once a day .',
      '200 mg → 100',
    ],
    [
      'Trimethoprim 20 mg BD.',
      '[patient] they gave me trimethoprim .\n[patient] two hundred , twice a day .',
      '20 mg → 200',
    ],
    ['Amiloride 50 mg.', '[doctor] amiloride instead of spironolactone , ten milligrams .', '50 mg → 10 mg'],
  ])('still finds the slip in "%s"', (note, source, expected) => {
    expect(against(note, source)).toEqual([expected]);
  });

  it.each([
    '[doctor] are you on sertraline ?\n[patient] thirty eight people asked me that .',
    '[doctor] sertraline fifty .\n[patient] okay .\n[patient] twenty , yes .',
    '[doctor] how is the sertraline ?\n[patient] good .\n[doctor] how old are you ?\n[patient] fifty three .',
  ])('takes no other number for it: %s', (source) => {
    expect(against('Sertraline 50 mg daily.', source)).toEqual([]);
  });
});

describe('a unit that slips where the number is said without one', () => {
  const source =
    '[doctor] what are you on ?\n[patient] sertraline .\n[doctor] how much ?\n[patient] it says one hundred on it .';

  it('is contradicted by the unit that the medicine is dosed in', () => {
    expect(against('Sertraline 100 g daily.', source)).toEqual(['100 g → 100 mg']);
    expect(against('Sertraline 100 mcg daily.', source)).toEqual(['100 mcg → 100 mg']);
  });

  it('says nothing of the right unit, or of a number that nobody said', () => {
    expect(against('Sertraline 100 mg daily.', source)).toEqual([]);
    expect(against('Sertraline 150 g daily.', source)).toEqual([]);
  });
});

describe('a number that a speaker gives without its unit', () => {
  const said = '[doctor] you take atorvastatin forty at night .\n[patient] yes .';

  it('has the one that the medicine is dosed in', () => {
    expect(against('Atorvastatin 40 g at night.', said)).toEqual(['40 g → 40 mg']);
    expect(against('Atorvastatin 40 mcg at night.', said)).toEqual(['40 mcg → 40 mg']);
    expect(against('Atorvastatin 40 mg at night.', said)).toEqual([]);
    expect(against('Atorvastatin 0.04 g at night.', said)).toEqual([]);
  });

  it('offers no unit that nobody said', () => {
    const [draft] = draftsAgainst(faithfulnessDose, 'Atorvastatin 40 g at night.', said);
    expect(draft?.fixes).toEqual([]);
    expect(draft?.message).toContain('it says no unit');
  });

  it('may be any where it is no usual dose, or the note counts something else', () => {
    expect(against('Metformin 1 g daily.', '[doctor] metformin , just the one a day .')).toEqual([]);
    expect(against('Acetaminophen 5 mL at night.', '[doctor] give acetaminophen five at night .')).toEqual(
      [],
    );
  });
});

describe('a number that stands near the medicine', () => {
  const list = (told: string): string => `[doctor] What do you take?\n[patient] ${told}\n[doctor] Right.`;

  it.each([
    ['Apixaban 50 mg BID.', 'Apixaban five twice a day, and metoprolol fifty once a day.', '50 mg → 5'],
    [
      'Telmisartan 80 mg daily.',
      'Telmisartan forty once a day. My pressure was one forty over eighty.',
      '80 mg → 40',
    ],
    ['Oxycodone 5 g now.', 'Oxycodone five milligrams. The pain is four or five.', '5 g → 5 mg'],
  ])('bears "%s" out no more where it is said of something else', (note, told, expected) => {
    expect(saidAgainst(faithfulnessDose, note, list(told))).toEqual([expected]);
  });

  it("bears it out where it may be the medicine's", () => {
    const told = 'Telmisartan forty once a day. It goes up to eighty now.';
    expect(saidAgainst(faithfulnessDose, 'Telmisartan 80 mg daily.', list(told))).toEqual([]);
  });
});

describe('faithfulness/dose, without a unit in the note', () => {
  it.each([
    ['Meds: lisinopril 20, HCTZ 25.', 'I take lisinopril ten and HCTZ twenty-five.', ['20 → 10']],
    ['Meds: lisinopril 20.', 'I take lisinopril ten milligrams.', ['20 → 10 mg']],
    ['Meds: lisinopril 20.', 'I take lisinopril twenty.', []],
    ['Meds: lisinopril 20.', 'I take lisinopril ten, two of them.', []],
    ['Metformin 1000 BID.', 'Metformin, a gram twice a day.', []],
    ['Tylenol 3.', 'Tylenol number three.', []],
    ['Gabapentin 900.', 'Gabapentin three hundred three times a day.', []],
    ['Lasix 40.', 'Lasix forty in the morning, twenty at night.', []],
  ])('%s / %s', (note, source, expected) => {
    expect(saidAgainst(faithfulnessDose, note, source)).toEqual(expected);
  });

  it('offers the number alone, as the note has it', () => {
    const [draft] = draftsAgainst(faithfulnessDose, 'Meds: lisinopril 20.', 'I take lisinopril ten.');
    expect(draft?.message).toBe('The source gives 10 for lisinopril, not 20.');
    expect(draft?.fixes[0]?.newText).toBe('10');
  });
});
