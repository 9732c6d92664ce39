import { describe, expect, it } from 'vitest';
import { contextsIn } from '../../facts-in';
import { processorTime, timed } from '../../../../support/processor-time';

describe('two denials', () => {
  it.each([
    ['Not a week goes by without a migraine.', 'present migraine'],
    ["There's never a night I don't itch.", 'present itching'],
    ["There isn't an hour when I'm free of nausea.", 'present nausea'],
    ["I can't remember a time I didn't have back pain.", 'present back pain'],
    ["I don't think there's been a day without dizziness.", 'present dizziness'],
    ["I'm never not tired.", 'present fatigue'],
    ["It's not that I don't get headaches.", 'present headache'],
    ["I couldn't be without the itching for an hour.", 'present itching'],
  ])('say that it is there in "%s"', (text, expected) => {
    expect(contextsIn(text)).toContain(expected);
  });

  it.each([
    ["I haven't missed a day and I don't have a fever.", 'absent fever'],
    ["I didn't sleep a night, no headache though.", 'absent headache'],
    ['I had a whole week without a migraine.', 'absent migraine'],
    ['Never had a day of fever.', 'absent fever'],
    ["I don't get headaches at any time.", 'absent headache'],
  ])('of two things deny both in "%s"', (text, expected) => {
    expect(contextsIn(text).some((one) => one.startsWith(expected))).toBe(true);
  });
});

describe('what denies something else than the finding', () => {
  it.each([
    ['No amount of rest helps the fatigue.', 'present fatigue'],
    ['Not every meal gives me heartburn.', 'present heartburn'],
    ['No two headaches are the same.', 'present headache'],
    ['Nobody told me about my anaemia.', 'unknown anemia'],
    ["I didn't notice the swelling until my wife pointed it out.", 'present swelling'],
  ])('leaves it standing in "%s"', (text, expected) => {
    expect(contextsIn(text).some((one) => one.startsWith(expected))).toBe(true);
  });

  it.each([
    ["I didn't notice any swelling.", 'absent swelling'],
    ['Nae fever.', 'absent fever'],
    ['I dinnae get chest pain.', 'absent chest pain'],
    ["I've yet to have a seizure.", 'absent seizure'],
    ["I've been spared the diarrhoea.", 'absent diarrhea'],
    ['I got over the cough.', 'absent cough (narrowed)'],
  ])('and "%s" denies it', (text, expected) => {
    expect(contextsIn(text).some((one) => one.startsWith(expected))).toBe(true);
  });
});

describe('how a finding is meant', () => {
  it.each([
    ['She denies chest pain.', ['absent chest pain']],
    ['Possible pneumonia.', ['present pneumonia (uncertain)']],
    ['Fracture cannot be excluded.', ['present fracture (uncertain)']],
    ['Pneumonia is unlikely.', ['absent pneumonia (uncertain)']],
    [
      'Watch out if you are having, kind of, high temperatures, a back pain.',
      ['present fever (hypothetical, future)', 'present back pain (hypothetical, future)'],
    ],
    ['Return if fever develops.', ['present fever (hypothetical, future)']],
    [
      'Watch for headache and vomiting.',
      ['present headache (hypothetical, future)', 'present vomiting (hypothetical, future)'],
    ],
    ['Paracetamol as needed for fever.', ['present fever (hypothetical, future)']],
    ['History of seizures.', ['present seizure (past)']],
    ['Tired, not really.', ['absent fatigue']],
    ['Tired, not really sleepy.', ['present fatigue']],
    ['HIV negative June.', ['absent hiv']],
    ['Haematuria once, not reported until now.', ['present hematuria']],
    ['Haematuria not reported.', ['absent hematuria']],
    ['Fewer palpitations.', ['unknown palpitations']],
    ['Pregnancy plans discussed.', ['present pregnancy (hypothetical, future)']],
    ['Warfarin not suitable, falls.', ['present falls']],
    ['She had a rash last month.', ['present rash (past)']],
    ['It is false that he has no cough.', ['present cough']],
    ['She is rarely without a headache.', ['present headache']],
    ['Not a day without headache.', ['present headache']],
    ['No benefit for nausea.', ['present nausea (narrowed)']],
    ['Not her first seizure.', ['present seizure (narrowed)']],
    ['No comment on chest pain.', ['unknown chest pain']],
    ['None of the lesions were removed.', ['unknown skin lesion']],
    ['None of the lesions were seen again.', ['absent skin lesion']],
    ['She is never not sleeping.', ['unknown insomnia']],
    ['She is not sleeping.', ['present insomnia']],
    ['Her mother has asthma.', ['present asthma (family)']],
    ['Brought in by her mother with asthma since Sunday.', ['present asthma']],
    ['Brought by mum for asthma.', ['present asthma']],
    ['Here with his dad for asthma.', ['present asthma']],
    ['Lives with his mother with asthma.', ['present asthma (family)']],
    ['No family history of diabetes.', ['absent diabetes (family)']],
    ['Mother: asthma.', ['present asthma (family)']],
    ['Asthma (mother).', ['present asthma (family)']],
    ['Asthma (brother at 40).', ['present asthma (family)']],
    ['No fever, no personal history of cancer (uncle lymphoma).', ['absent fever']],
    ['Dizziness (sister migraine).', ['present dizziness']],
    ['Any cough, any rash at night?', ['present cough']],
    ['Any cough at night?', ['present cough (narrowed)']],
    ['A coworker had a fever last week.', ['present fever (past, other)']],
    ['No pain at rest, no chest pain at rest.', ['absent chest pain (narrowed)']],
    ['No new rash.', ['absent rash (narrowed)']],
    ['He will have some swelling.', ['present swelling (future)']],
  ])('"%s"', (text, expected) => {
    const found = contextsIn(text);
    for (const one of expected) expect(found).toContain(one);
  });

  it.each([
    ['His wife says he has a cough.', 'present cough'],
    ['Mother denies any rash.', 'absent rash'],
    ['He lives with his wife, no cough.', 'absent cough'],
    ['His father had asthma and he has a cough.', 'present cough'],
  ])('does not take the patient for the relative in "%s"', (text, expected) => {
    expect(contextsIn(text)).toContain(expected);
  });
});

describe('what only looks like a negation', () => {
  it.each([
    ['No change in her cough.', 'present cough (narrowed)'],
    ['The headache has not resolved.', 'present headache (narrowed)'],
    ['Not only a fever.', 'present fever (narrowed)'],
    ['He does not deny a cough.', 'present cough'],
    ['She is not without nausea.', 'present nausea (narrowed)'],
    ['It is not the case that he has no fever.', 'present fever'],
    ['Not sure about fever.', 'unknown fever'],
    ['No doubt this is asthma.', 'present asthma'],
  ])('"%s"', (text, expected) => {
    expect(contextsIn(text)).toEqual([expected]);
  });
});

describe('what ends a negation', () => {
  it.each([
    ['No rash, cough is better.', ['absent rash', 'present cough']],
    ['No rash, ongoing cough.', ['absent rash', 'present cough']],
    ['No fever, some chills.', ['absent fever', 'present chills']],
    ['Denies fever, endorses cough.', ['absent fever', 'present cough']],
    ['Denies everything except nausea.', ['present nausea']],
    ['No symptoms apart from a cough.', ['present cough']],
    ['Fever no, cough yes.', ['absent fever', 'present cough']],
    ['No fever today, cough at night.', ['absent fever', 'present cough']],
  ])('"%s"', (text, expected) => {
    expect(contextsIn(text).map((found) => found.replace(/ \(.*/, ''))).toEqual(expected);
  });
});

describe('negation from behind', () => {
  it.each([
    ['Fever, chills and cough are absent.', ['absent fever', 'absent chills', 'absent cough']],
    ['Fever and chills were denied.', ['absent fever', 'absent chills']],
    ['Chest pain (-), cough (+).', ['absent chest pain', 'present cough']],
    ['GI: + heartburn, - vomiting.', ['present heartburn', 'absent vomiting']],
    ['She has been seizure free.', ['absent seizure']],
    ['The nausea has settled.', ['absent nausea (narrowed)']],
    ["Diabetes you don't have.", ['absent diabetes']],
    ["cough you don't have a fever", ['present cough', 'absent fever']],
  ])('"%s"', (text, expected) => {
    expect(contextsIn(text)).toEqual(expected);
  });
});

describe('spelling of contractions', () => {
  it.each([
    "She doesn't have a cough.",
    'She does n’t have a cough.',
    'She doesnt have a cough.',
    "She does n't have a cough.",
  ])('"%s" denies', (text) => {
    expect(contextsIn(text)).toEqual(['absent cough']);
  });
});

describe('hostile input', () => {
  it.each([
    'no '.repeat(3000) + 'fever',
    'fever, '.repeat(1500),
    '(((((fever',
    'no 🤒 fever',
    "n't n't n't fever",
  ])('reads it in time', timed, (text) => {
    const start = processorTime();
    contextsIn(text);
    expect(processorTime() - start).toBeLessThan(1500);
  });
});
