import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../../src/core/claims/claims';

/** A sentence about three things, and the words without which nothing may be said of those that it governs. */
interface Frame {
  sentence: string;
  /** What a claim must hold that names one of the `governed` things. */
  kept: RegExp;
  /** Which of A, B and C; all of them where nothing is said. */
  governed?: string;
}

const findings: Frame[] = [
  // Denied.
  { sentence: 'He denies A, B or C', kept: /denies/ },
  { sentence: 'He denies A, B and C', kept: /denies/ },
  { sentence: 'No A, B or C', kept: /no /i },
  { sentence: 'There is no A, B or C', kept: /no / },
  { sentence: 'No evidence of A, B or C', kept: /no evidence of/i },
  { sentence: 'He does not have A or B', kept: /not/, governed: 'AB' },
  { sentence: 'He does not have A and B', kept: /not/, governed: 'AB' },
  { sentence: 'He never had A, B or C', kept: /never/ },
  { sentence: 'Neither A nor B', kept: /neither/i, governed: 'AB' },
  { sentence: 'He has neither A nor B', kept: /neither/, governed: 'AB' },
  { sentence: 'He has A but not B', kept: /not/, governed: 'B' },
  { sentence: 'He has A, not B', kept: /not/, governed: 'B' },
  { sentence: 'He has A and no B', kept: /no /, governed: 'B' },
  { sentence: 'He has A without B or C', kept: /without/, governed: 'BC' },
  { sentence: 'Negative for A, B and C', kept: /negative/i },
  { sentence: 'Not A but B', kept: /not/i, governed: 'A' },
  { sentence: 'He has all but A and B', kept: /all but/, governed: 'AB' },
  { sentence: 'He never smoked and has A', kept: /smoked and|^(?!.*\bnever\b)/, governed: 'A' },
  // Supposed, or bound to a condition.
  { sentence: 'If he has A or B, he calls', kept: /if/i, governed: 'AB' },
  { sentence: 'Unless he has A and B, he goes home', kept: /unless/i, governed: 'AB' },
  { sentence: 'He takes ramipril when he has A and B', kept: /when/, governed: 'AB' },
  { sentence: 'In case of A and B, ramipril is stopped', kept: /in case of/i, governed: 'AB' },
  { sentence: 'Should he develop A and B, he returns', kept: /should/i, governed: 'AB' },
  { sentence: 'He has A only in winter and B', kept: /only|^(?!.*\bA\b)/, governed: 'A' },
  // In doubt.
  { sentence: 'Possible A, B and C', kept: /possible/i },
  { sentence: 'He may have A and B', kept: /may/, governed: 'AB' },
  { sentence: 'He has either A or B', kept: /either/, governed: 'AB' },
  { sentence: 'He has A or B', kept: /\bor\b/, governed: 'AB' },
  { sentence: 'A or B is likely', kept: /likely/, governed: 'AB' },
  { sentence: 'Suspected A and B', kept: /suspected/i, governed: 'AB' },
  { sentence: 'Risk of A and B', kept: /risk/i, governed: 'AB' },
  { sentence: 'Differential: A, B, C', kept: /differential/i },
  { sentence: '? A and B', kept: /\?/, governed: 'AB' },
  { sentence: 'A and B were excluded', kept: /excluded/, governed: 'AB' },
  // Of somebody else, or told by somebody.
  { sentence: 'His mother has A, B and C', kept: /mother/ },
  { sentence: 'Mother: A, B', kept: /mother/i, governed: 'AB' },
  { sentence: 'Family history: A, B, C', kept: /family/i },
  { sentence: 'FH: mother A, B', kept: /mother/, governed: 'AB' },
  { sentence: 'His wife says he has A and B', kept: /wife says/, governed: 'AB' },
  { sentence: 'His wife thinks he has A and he has B', kept: /thinks/, governed: 'AB' },
  { sentence: 'Her husband has A and takes ramipril', kept: /husband/, governed: 'A' },
  { sentence: '20 % of patients had A and B', kept: /20 %/, governed: 'AB' },
  { sentence: 'Few patients had A and B', kept: /few/i, governed: 'AB' },
  { sentence: 'He is anxious about A and B', kept: /anxious about/, governed: 'AB' },
  // Of another time.
  { sentence: 'Previous A and B', kept: /previous/i, governed: 'AB' },
  { sentence: 'In 2019 he had A, B and C', kept: /2019/ },
  { sentence: 'He had A and B in 2019', kept: /2019/, governed: 'AB' },
  { sentence: 'Yesterday A and B', kept: /yesterday/i, governed: 'AB' },
  { sentence: 'Since Monday A and B', kept: /monday/i, governed: 'AB' },
  { sentence: 'On admission A and B', kept: /on admission/i, governed: 'AB' },
  { sentence: 'Three days ago he had A and he had B', kept: /ago/, governed: 'AB' },
  { sentence: 'He had A and B before surgery', kept: /before surgery/, governed: 'AB' },
  { sentence: 'History of A, B and C', kept: /history of/i },
];

const medicines: Frame[] = [
  { sentence: 'He was not given A or B', kept: /not given/, governed: 'AB' },
  { sentence: 'He was not given A and B', kept: /not given/, governed: 'AB' },
  { sentence: 'He has never taken A, B or C', kept: /never taken/ },
  { sentence: 'He is not on A, on B and C', kept: /not on A/, governed: 'A' },
  { sentence: 'Not taking A, taking B and C', kept: /not taking A/i, governed: 'A' },
  { sentence: 'He refused A and B', kept: /refused/, governed: 'AB' },
  { sentence: 'He avoids A and B', kept: /avoids/, governed: 'AB' },
  { sentence: 'He was told to avoid A and B', kept: /told to avoid/, governed: 'AB' },
  { sentence: 'She was told A was stopped and B started', kept: /told/, governed: 'AB' },
  { sentence: 'He was switched from A to B and C', kept: /from A/, governed: 'A' },
  { sentence: 'He takes A instead of B and C', kept: /instead of/, governed: 'BC' },
  { sentence: 'He takes A rather than B', kept: /rather than/, governed: 'B' },
  { sentence: 'He takes only A and B', kept: /only/, governed: 'AB' },
  { sentence: 'He takes A and B only if needed', kept: /only if needed/, governed: 'AB' },
  { sentence: 'He takes A or uses B', kept: /\bor\b/, governed: 'AB' },
  { sentence: 'He used to take A and B', kept: /used to/, governed: 'AB' },
  { sentence: 'He takes A and occasionally B', kept: /occasionally/, governed: 'B' },
  { sentence: 'He would have been given A and B', kept: /would/, governed: 'AB' },
  { sentence: 'He may be admitted and given A', kept: /may be/, governed: 'A' },
  { sentence: 'He was nearly admitted and treated with A', kept: /nearly/, governed: 'A' },
  { sentence: 'His mother was admitted and treated with A', kept: /mother/, governed: 'A' },
  { sentence: 'In 2019 he had a stroke and is on A', kept: /^(?!.*2019.*\bA\b)|stroke/, governed: 'A' },
  { sentence: 'Yesterday he took A and denies fever', kept: /yesterday/i, governed: 'A' },
  { sentence: 'Allergic to A, not B and C', kept: /not/, governed: 'BC' },
  { sentence: 'Allergic to A, tolerates B and C', kept: /tolerates/, governed: 'BC' },
  { sentence: 'Allergies: A, B, C', kept: /allergies/i },
  { sentence: 'Stopped: A, B', kept: /stopped/i, governed: 'AB' },
  { sentence: 'The combination of A and B was given', kept: /combination/, governed: 'AB' },
  { sentence: 'A and B, respectively, were given', kept: /respectively/, governed: 'AB' },
];

const things = {
  findings: [
    ['cough', 'fever', 'headache'],
    ['asthma', 'pneumonia', 'diabetes'],
    ['severe chest pain', 'mild nausea', 'vomiting'],
  ],
  medicines: [
    ['aspirin', 'clopidogrel', 'metformin'],
    ['ramipril 5 mg', 'amlodipine 10 mg', 'bisoprolol 2.5 mg'],
    ['penicillin', 'ibuprofen 400 mg three times daily', 'codeine'],
  ],
};

const goingOn = ['.', ', and takes paracetamol.', ' and he has a rash.', ', so he was admitted.'];

describe('no claim says of a thing what its sentence does not', () => {
  const cases = Object.entries({ findings, medicines }).flatMap(([kind, frames]) =>
    frames.flatMap((frame) =>
      things[kind as keyof typeof things].flatMap((names) => goingOn.map((end) => ({ frame, names, end }))),
    ),
  );

  it.each(cases)('$frame.sentence $end: $names', ({ frame, names, end }) => {
    const filled = (text: string): string =>
      ['A', 'B', 'C'].reduce(
        (said, letter, at) => said.replace(new RegExp(`\\b${letter}\\b`, 'g'), names[at] ?? ''),
        text,
      );
    const kept = new RegExp(filled(frame.kept.source), frame.kept.flags);
    const governed = [...(frame.governed ?? 'ABC')].map((letter) => names['ABC'.indexOf(letter)] ?? '');
    const text = filled(frame.sentence) + end;
    const { claims, leftOut } = claimsOf(text);
    expect(claims.length + leftOut.length).toBeGreaterThan(0);
    for (const { text: claim } of claims) {
      if (governed.some((name) => claim.toLowerCase().includes(name.split(' ')[0] ?? name)))
        expect(claim).toMatch(kept);
    }
  });
});
