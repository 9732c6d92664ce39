import { describe, expect, it } from 'vitest';
import { faithfulnessMedication } from '../../../../../../src/core/checks/faithfulness/medication/medication';
import { sourceOf } from '../../../check-in';
import { noteInput } from '../../note-check';

/** What the rule says of a note, as "verdict severity: text → expected". */
function against(note: string, source?: string): string[] {
  const input = { ...noteInput(note), sources: source === undefined ? [] : [sourceOf(source)] };
  return faithfulnessMedication.run(input).map((draft) => {
    const text = input.statements[draft.at]?.statement.text.slice(draft.start, draft.end) ?? '';
    const severity = draft.severity === undefined ? '' : ` ${draft.severity}`;
    return `${draft.verdict}${severity}: ${text} → ${draft.expected ?? ''}`;
  });
}

const hydroxyzine = "[doctor] let's start you on hydroxyzine 25 milligrams at bedtime .\n[patient] okay .";
const lisinopril = '[doctor] i want you to stop the lisinopril .\n[patient] okay .';

describe('a medicine that the source never names', () => {
  it('is contradicted where the source gives a look-alike just so', () => {
    expect(against('Start hydralazine 25 mg at bedtime.', hydroxyzine)).toEqual([
      'contradicted: hydralazine → hydroxyzine',
    ]);
  });

  it('is a warning where the note misses a medicine of the same class', () => {
    expect(
      against('She takes atenolol for her heart.', '[doctor] you take metoprolol .\n[patient] yes .'),
    ).toEqual(['not-addressed warning: atenolol → metoprolol']);
  });

  it('is a hint where the note names the related one too, or nothing is related', () => {
    const source = '[doctor] you take metoprolol .\n[patient] yes .';
    expect(against('She takes atenolol and metoprolol.', source)).toEqual([
      'not-addressed: atenolol → metoprolol',
    ]);
    expect(against('Start metformin for diabetes.', source)).toEqual(['not-addressed: metformin → ']);
  });

  it('may be meant by a word that few others go by', () => {
    const source = '[gp] trelegy once a day , and the blue one .\n[patient] eight puffs a day .';
    expect(against('Salbutamol 8 puffs daily.', source)).toEqual([]);
  });

  it('is not contradicted by a related medicine at another dose', () => {
    const source = '[doctor] take ibuprofen 800 milligrams once a day .\n[patient] okay .';
    expect(against('Take naproxen 500 mg once a day.', source)).toEqual([
      'not-addressed warning: naproxen → ibuprofen',
    ]);
  });

  it('counts as named by a brand, an ingredient, and a slip of the transcript', () => {
    expect(against('Start Atarax 25 mg at bedtime.', hydroxyzine)).toEqual([]);
    expect(against('Takes Norco daily.', '[doctor] you take hydrocodone .\n[patient] yes .')).toEqual([]);
    expect(against('Takes gabapentin daily.', '[doctor] you take the gabapenton .\n[patient] yes .')).toEqual(
      [],
    );
  });

  it('may be meant by what people call its class', () => {
    const source = '[doctor] do you take your water pill ?\n[patient] i do .';
    expect(against('Takes furosemide daily.', source)).toEqual([]);
    expect(against('Takes metformin daily.', source)).toEqual(['not-addressed: metformin → ']);
  });

  it('is not meant by a class word beside another medicine', () => {
    const source = '[doctor] do you have your albuterol inhaler ?\n[patient] i do .';
    expect(against('Uses a tiotropium device.', source)).toEqual(['not-addressed: tiotropium → ']);
  });

  it('is no more than a hint in an allergy', () => {
    const source = '[doctor] we gave you amoxicillin 500 milligrams .\n[patient] yes .';
    expect(against('Allergic to ampicillin 500 mg.', source)).toEqual([
      'not-addressed: ampicillin → amoxicillin',
    ]);
  });
});

describe('stop and go on', () => {
  it('contradicts going on with what is to be stopped, and stopping what is to go on', () => {
    expect(against('Continue lisinopril 20 mg daily.', lisinopril)).toEqual([
      'contradicted: Continue lisinopril → stop',
    ]);
    const source = '[doctor] continue the lisinopril .\n[patient] okay .';
    expect(against('Stop lisinopril.', source)).toEqual(['contradicted: Stop lisinopril → continue']);
  });

  it.each([
    ['the note agrees', 'Stop lisinopril today.', lisinopril],
    [
      'the source says both',
      'Continue lisinopril.',
      `${lisinopril}\n[doctor] or continue the lisinopril for a week .`,
    ],
    [
      'it was stopped before',
      'Lisinopril was held last week.',
      '[doctor] continue lisinopril .\n[patient] okay .',
    ],
    [
      'the patient says so',
      'Continue lisinopril.',
      '[doctor] well ?\n[patient] i want to stop the lisinopril .',
    ],
    [
      'it stops what it named before',
      'Continue losartan.',
      "[doctor] chlorthalidone raises uric acid so i'm stopping that and losartan helps the gout so that stays",
    ],
    [
      'one strength is ended and another goes on',
      'Stop atorvastatin 80 mg.',
      '[doctor] i will reduce atorvastatin to forty .\n[patient] so stop the eighty .\n[doctor] yes .',
    ],
    ['it is asked', 'Continue lisinopril.', '[doctor] did you stop the lisinopril ?\n[patient] no .'],
  ])('says nothing where %s', (_, note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});

describe('misspelt names', () => {
  it('are hinted at, with the right spelling, without a source too', () => {
    expect(against('Start Lisinoprol 20 mg daily.')).toEqual(['not-sure: Lisinoprol → Lisinopril']);
  });
});

describe('a medicine that is to be stopped some time, or never', () => {
  it.each([
    "Don't let the dentist stop the clopidogrel.",
    'If the swelling comes back, stop the clopidogrel.',
    'You never stop the clopidogrel without asking me.',
  ])('may be continued: "%s"', (told) => {
    expect(against('Continue clopidogrel.', `[doctor] ${told}\n[patient] Okay.`)).toEqual([]);
  });

  it('is stopped where somebody says so', () => {
    expect(
      against('Continue clopidogrel.', '[doctor] So stop the clopidogrel today.\n[patient] Okay.'),
    ).toHaveLength(1);
  });
});

describe('the fix for a medicine under another name', () => {
  const fixesOf = (note: string, source: string): string[] =>
    faithfulnessMedication
      .run({ ...noteInput(note), sources: [sourceOf(source)] })
      .flatMap(({ fixes }) => fixes.map(({ newText }) => newText));

  it('is offered where the source says of it what the note says', () => {
    expect(fixesOf('Start hydralazine 25 mg at bedtime.', hydroxyzine)).toEqual(['hydroxyzine']);
  });

  it.each([
    ['Celebrex 200 mg daily.', '[doctor] Take Celexa 20 milligrams once a day.', 'another dose'],
    ['She takes atenolol.', '[doctor] you take metoprolol .', 'nothing else in common'],
    [
      'Hydrocodone-acetaminophen 5 mg twice daily.',
      '[doctor] Take oxycodone 5 milligrams twice a day.',
      'a combination and a single medicine',
    ],
  ])('is none for "%s": %s (%s)', (note, source) => {
    expect(fixesOf(note, source)).toEqual([]);
  });
});

describe('a name that looks like one of the source', () => {
  const visit =
    "Patient: I'm taking lamotrigine 100 mg for my epilepsy and Celebrex for my knees.\nDoctor: And clonidine?\nPatient: Yes.";
  const expectedOf = (note: string): string[] =>
    faithfulnessMedication
      .run({ ...noteInput(note), sources: [sourceOf(visit)] })
      .map(({ expected }) => expected ?? 'none');

  it.each([
    ['Lamivudine 100 mg for epilepsy.', 'lamotrigine'],
    ['Cerebyx for knees.', 'Celebrex'],
    ['Takes clozapine.', 'clonidine'],
    // Neither its look nor its class is that of one of them.
    ['Metformin 500 mg daily.', 'none'],
  ])('is taken for that one: %s', (note, expected) => {
    expect(expectedOf(note)).toEqual([expected]);
  });

  it.each([
    'Lamotrigine 100 mg for epilepsy.',
    'Celecoxib for knees.',
    'Takes Lamictal.',
    'Takes clonidine.',
  ])('is the same under another name: %s', (note) => {
    expect(expectedOf(note)).toEqual([]);
  });
});

describe('a slip that ends as its class does', () => {
  const source =
    '[doctor] Continue atorvastatin 20 milligrams at night and metoprolol 25 milligrams twice a day.\n[patient] Okay.';

  it('is told as a slip, and not as another medicine', () => {
    expect(against('Continue atrovastatin 20 mg nightly. Metropolol 25 mg BID.', source)).toEqual([
      'not-sure: atrovastatin → atorvastatin',
      'not-sure: Metropolol → Metoprolol',
    ]);
  });

  it('is another medicine where it is spelt right', () => {
    expect(against('Continue simvastatin 20 mg nightly.', source)).toEqual([
      'contradicted: simvastatin → atorvastatin',
    ]);
  });
});

describe('what is to happen with a medicine', () => {
  const visit = (told: string): string => `[doctor] ${told}\n[patient] Okay.`;

  it.each([
    ['Start aspirin 81 mg daily.', 'I want you to stop taking the aspirin.', 'stop'],
    ['Stop metformin.', 'Keep going with the metformin.', 'continue'],
    ['Continue losartan 50 mg daily.', "Let's go up on the losartan from 50 to 100.", 'increase'],
    ['Increase metoprolol to 50 mg.', "Let's cut the metoprolol back to 50.", 'decrease'],
    ['Decrease furosemide to 40 mg daily.', 'Increase furosemide to 40 milligrams daily.', 'increase'],
  ])('is contradicted in "%s" by "%s"', (note, told, expected) => {
    const found = against(note, visit(told)).filter((line) => line.startsWith('contradicted'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`→ ${expected}$`));
  });

  it.each([
    [
      'Start clopidogrel 75 mg daily. Stop aspirin.',
      "Stop the aspirin, and we'll start clopidogrel 75 mg daily.",
    ],
    ['Start aspirin 81 mg daily.', "You stopped the aspirin last year. Let's start aspirin 81 mg daily."],
    ['Restart warfarin after the procedure.', 'Hold the warfarin for five days.'],
    [
      'Increase lisinopril to 20 mg.',
      "We'll go up on your lisinopril to 20 mg. Later we go down on the lisinopril.",
    ],
    ['Continue losartan 100 mg daily.', "Let's go up on the losartan from 50 to 100."],
    [
      'Continue losartan 50 mg. Increase losartan to 100 mg on Monday.',
      'Go up on the losartan from 50 to 100.',
    ],
  ])('is borne out in "%s" by "%s"', (note, told) => {
    expect(against(note, visit(told)).filter((line) => line.startsWith('contradicted'))).toEqual([]);
  });
});

describe('what is taken and what is not', () => {
  it.each([
    ['On lithium.', 'I was on lithium till 2019.'],
    ['Continue amlodipine.', 'I never started the amlodipine.'],
    ['She no longer takes metformin.', 'I take metformin twice a day.'],
    ['Restart warfarin 3 mg.', "Hold off on the warfarin for now, don't take it."],
  ])('“%s” against “%s”', (note, source) => {
    expect(against(note, source)).toHaveLength(1);
  });

  it.each([
    ['On lithium.', 'I was on lithium till 2019, and then they put me back on it.'],
    ['Continue amlodipine.', "[patient] I never started the amlodipine.\n[doctor] Then let's start it now."],
    ['On sertraline.', 'My sister used to take sertraline.'],
    ['On warfarin.', '[doctor] Did you use to take warfarin?\n[patient] I do now.'],
    ['She no longer takes metformin.', 'I was on metformin until 2020.'],
    ['Off warfarin for 5 days before surgery.', "I'm on warfarin."],
    ['Restart warfarin on Friday.', 'Hold off on the warfarin for now.'],
    ['Continue insulin.', 'She was on insulin before breakfast, and it went well.'],
  ])('“%s” agrees with “%s”', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});
