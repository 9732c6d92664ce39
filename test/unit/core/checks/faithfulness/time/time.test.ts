import { describe, expect, it } from 'vitest';
import { faithfulnessTime } from '../../../../../../src/core/checks/faithfulness/time/time';
import type { FindingDraft } from '../../../../../../src/core/checks/check';
import { draftsAgainst, saidAgainst } from '../../source-check';

/** What the rule alone says of a note of one statement, and what its fix makes of it. */
function found(note: string, source: string): { finding: FindingDraft; fixed: string | undefined }[] {
  return draftsAgainst(faithfulnessTime, note, source).map((finding) => {
    const [fix] = finding.fixes;
    return { finding, fixed: fix && note.slice(0, fix.start) + fix.newText + note.slice(fix.end) };
  });
}

const transcript = [
  '[doctor] What brings you in?',
  '[patient] My left shoulder hurts, the pain started about two weeks ago.',
  '[doctor] Any numbness?',
  '[patient] No.',
  '[doctor] How long have you been taking the naproxen?',
  '[patient] Maybe five days.',
  "[doctor] Let's do physical therapy for six to eight weeks, and I'll see you back in three months.",
].join('\n');

describe('a time that is far from the one that is said nearby', () => {
  it('is left alone where the source gives it as well', () => {
    const source =
      "[doctor] We'll check at thirty-six weeks and after the birth.\n[patient] Yes.\n[doctor] It is a breech now.\n" +
      '[patient] Okay.\n[doctor] Any pain?\n[patient] No.\n[doctor] Recheck. Back in two weeks.';
    expect(found('Breech: recheck at 36 weeks.', source)).toEqual([]);
  });
});

describe('a time that is said without a number', () => {
  it('bears out one of the same length', () => {
    const source =
      "[doctor] I'll see you in four months. Ring the nurses if an episode goes on more than an hour.\n[patient] Okay.";
    expect(found('She will contact the nurses if an episode exceeds one hour.', source)).toEqual([]);
  });
});

describe('when the next visit is', () => {
  const source =
    "[doctor] the bisoprolol helps so leave the amlodipine i'll see you in four months ring the nurses if it goes on\n[patient] Okay.";

  it('is nothing that an episode lasts', () => {
    expect(found('She will ring the nurses if an episode exceeds one hour.', source)).toEqual([]);
  });

  it('is compared with when the note has it', () => {
    expect(found('Review in four weeks.', source)).toHaveLength(1);
  });
});

describe('a time that the source gives otherwise', () => {
  it.each([
    ['Shoulder pain started 2 months ago.', '2 months', '2 weeks', 'Shoulder pain started 2 weeks ago.'],
    ['Shoulder pain started 5 weeks ago.', '5 weeks', '2 weeks', 'Shoulder pain started 2 weeks ago.'],
    [
      'A 2-month history of left shoulder pain that started at work.',
      '2-month',
      '2 weeks',
      'A 2-week history of left shoulder pain that started at work.',
    ],
    ['Follow up in 3 weeks.', '3 weeks', '3 months', 'Follow up in 3 months.'],
    [
      'He has been taking naproxen for 5 weeks.',
      '5 weeks',
      '5 days',
      'He has been taking naproxen for 5 days.',
    ],
    [
      'Physical therapy for 6 to 8 months.',
      '6 to 8 months',
      '6 to 8 weeks',
      'Physical therapy for 6 to 8 weeks.',
    ],
  ])('in "%s"', (note, ours, theirs, fixed) => {
    const [first, ...more] = found(note, transcript);
    expect(more).toEqual([]);
    expect(first?.finding).toMatchObject({
      verdict: 'contradicted',
      expected: theirs,
      message: `The source says ${theirs}, not ${ours}.`,
    });
    expect(first?.fixed).toBe(fixed);
  });

  it.each([
    ['Shoulder pain started 14 days ago.', 'the same time in another unit'],
    ['Shoulder pain started 2 weeks ago.', 'the same time'],
    ['Follow up in 3 months.', 'the same time'],
    ['Physical therapy for 7 weeks.', 'within the range'],
    ['His brother moved 4 years ago.', 'an event that the source does not speak of'],
    ['The 45-year-old takes naproxen every 12 hours.', 'an age and a frequency'],
    ['Shoulder pain started a few weeks ago.', 'vague, and of the same size'],
    ['', 'nothing'],
  ])('is none in "%s": %s', (note) => {
    expect(found(note, transcript)).toEqual([]);
  });

  it('cites the sentence of the time that it goes by', () => {
    const [first] = found('Follow up in 3 weeks.', transcript);
    expect(first?.finding.citations[0]?.quote).toContain('three months');
  });

  it('is none where the source lies on the other side of today', () => {
    const source = '[patient] The shoulder pain began two weeks ago.\n[doctor] Okay, rest.';
    expect(found('Follow up in 2 months.', source)).toEqual([]);
  });

  it('contradicts a vague time only where it is far off', () => {
    const source = '[patient] The shoulder pain started a few days ago.\n[doctor] Okay.';
    expect(found('The shoulder pain started 8 days ago.', source)).toEqual([]);
    const [first] = found('The shoulder pain started 8 months ago.', source);
    expect(first?.finding.expected).toMatch(/days/);
    expect(first?.fixed).toBeUndefined();
  });
});

describe('a time that may be one of several', () => {
  it('is not contradicted where the source binds two others alike', () => {
    const source =
      '[patient] The shoulder pain started two weeks ago.\n[patient] The shoulder pain started three days ago.\n[doctor] I see.';
    expect(found('The shoulder pain started 6 months ago.', source)).toEqual([]);
  });

  it('reads the range in "3–4/52"', () => {
    const source = '[patient] The bleeding started about three weeks ago.\n[doctor] I see.';
    expect(found('Bleeding started 3–4/52 ago.', source)).toEqual([]);
    expect(found('Bleeding started 8/52 ago.', source)).toHaveLength(1);
  });
});

describe('times that answer different questions', () => {
  it.each([
    [
      'a range said without its unit',
      'BP check with GP at 6–8/52.',
      '[doctor] GP check of your BP at two weeks, and at six to eight.',
    ],
    [
      'a year and a week',
      'Treated since October last year.',
      '[patient] The treatment started a year last week.',
    ],
    [
      'a word that the source gives as well',
      'Fever last night.',
      '[patient] Last night the fever was high. He had a fit with a fever last year.',
    ],
    [
      'how long a change took',
      'PSA 3.8, i.e. rise of 0.7 over 2 years.',
      '[doctor] The PSA is three point eight. You smoke?\n[patient] I quit nine years ago, before the PSA.',
    ],
    [
      'a range that begins without a number',
      'Review in 1/52.',
      "[doctor] Come back for review in a week to two weeks' time.",
    ],
  ])('%s', (_, note, source) => {
    expect(found(note, source)).toEqual([]);
  });
});

describe('a time that is told in answer to a question', () => {
  const visit = [
    '[patient] I came off my e-scooter about an hour ago.',
    '[doctor] Did you pass out?',
    '[patient] No.',
    '[doctor] When was your last period?',
    '[patient] Last week.',
  ].join('\n');

  it('bears the note out, whatever else was how long ago', () => {
    expect(
      saidAgainst(faithfulnessTime, 'Fell off an e-scooter. Denies LOC, neck pain; LMP 1 wk ago.', visit),
    ).toEqual([]);
  });

  it('is contradicted by another time of the same event', () => {
    expect(
      saidAgainst(faithfulnessTime, 'The cough began 3 weeks ago.', '[patient] The cough began 2 weeks ago.'),
    ).toHaveLength(1);
  });
});

describe('words for a time', () => {
  const source = '[patient] The rash started yesterday.';

  it.each(['Rash since yesterday.', 'Rash started 1 day ago.', 'Rash seen today.'])(
    'are the same: %s',
    (note) => {
      expect(found(note, source)).toEqual([]);
    },
  );

  it.each(['Rash started today.', 'Rash started last week.'])('are others: %s', (note) => {
    expect(found(note, source)).toHaveLength(1);
  });
});

describe('a time that the source gives of something else only', () => {
  const visit =
    'Patient: I have this dry cough.\nDoctor: How long have you had the cough?\nPatient: Maybe two months.\n' +
    'Doctor: And how long have you had the knee pain?\nPatient: Three weeks.\n' +
    "Doctor: I'll see you in two weeks.";

  it.each([
    ['Cough x 2 weeks.', 'two months'],
    ['Dry cough for about 2 weeks.', 'two months'],
  ])('does not bear out %s', (note, said) => {
    expect(found(note, visit).map(({ finding }) => finding.citations[0]?.quote)).toEqual([
      expect.stringContaining(said),
    ]);
  });

  it.each([
    'Cough x 2 months.',
    'Dry cough for about 2 months, follow-up in 2 weeks.',
    'Knee pain x 3 weeks.',
    'Return in 2 weeks.',
  ])('bears out %s', (note) => {
    expect(found(note, visit)).toEqual([]);
  });

  it('is left alone where nothing tells what it is of', () => {
    const source =
      "Doctor: How long has this been going on?\nPatient: Let me think.\nPatient: I'd say about two weeks.\n" +
      "Doctor: And the tiredness?\nPatient: That's two months.";
    expect(found('Cough for 2 weeks.', source)).toEqual([]);
    expect(found('Fatigue for about two months.', source)).toEqual([]);
  });
});
