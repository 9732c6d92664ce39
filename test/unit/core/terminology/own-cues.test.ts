import { describe, expect, it } from 'vitest';
import type { CueGroup } from '../../../../src/core/facts/context/cue-table';
import { extractFacts } from '../../../../src/core/facts/extract';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';
import { processorTime, timed } from '../../../support/processor-time';

/** How each finding of a text is meant with cues of one's own: "absent fever", "present asthma, family". */
function meantWith(cues: readonly (readonly CueGroup[])[], text: string): string[] {
  const own = builtInTerminology.extended(
    cues.map((group, at) => ({ title: `ward ${at}`, version: '1', licence: 'own', cues: group })),
  );
  return extractFacts(text, undefined, own)
    .flatMap(({ polarities }) => polarities)
    .map(({ polarity, certainty, time, experiencer, concept }) =>
      [
        `${polarity} ${concept.name}`,
        ...(certainty === 'certain' ? [] : [certainty]),
        ...(time === 'current' ? [] : [time]),
        ...(experiencer === 'patient' ? [] : [experiencer]),
      ].join(', '),
    );
}

const none: CueGroup[] = [];

describe('cues of one’s own', () => {
  it.each<[string, CueGroup, string, string[]]>([
    ['absent', { phrases: ['nowt of'], says: 'absent' }, 'There is nowt of fever.', ['absent fever']],
    [
      'unlikely',
      { phrases: ['long shot'], says: 'unlikely' },
      'Long shot: pneumonia.',
      ['absent pneumonia, uncertain'],
    ],
    [
      'uncertain',
      { phrases: ['mebbe'], says: 'uncertain' },
      'Mebbe pneumonia.',
      ['present pneumonia, uncertain'],
    ],
    [
      'uncertain, before it',
      { phrases: ['on the cards'], says: 'uncertain', looks: 'back' },
      'Pneumonia on the cards.',
      ['present pneumonia, uncertain'],
    ],
    [
      'past',
      { phrases: ['ages back'], says: 'past', looks: 'back' },
      'Rash ages back.',
      ['present rash, past'],
    ],
    [
      'family',
      { phrases: ['the missus has'], says: 'family' },
      'The missus has asthma.',
      ['present asthma, family'],
    ],
    [
      'a clause',
      { phrases: ['mind you'], says: 'clause-end' },
      'No fever mind you cough.',
      ['absent fever', 'present cough'],
    ],
  ])('say that a finding is %s', (_, group, text, expected) => {
    expect(meantWith([[group]], text)).toEqual(expected);
    expect(meantWith([none], text)).not.toEqual(expected);
  });

  it('look only where they say, as far as they say', () => {
    const ahead: CueGroup = { phrases: ['nowt of'], says: 'absent', reach: 2 };
    expect(meantWith([[ahead]], 'Fever, nowt of cough.')).toEqual(['present fever', 'absent cough']);
    expect(meantWith([[ahead]], 'Nowt of the usual bad cough.')).toEqual(['present cough']);
    expect(meantWith([[ahead]], 'Nowt of fever, rash or cough.')).toEqual([
      'absent fever',
      'absent rash',
      'absent cough',
    ]);
    const touching: CueGroup = { phrases: ['nowt'], says: 'absent', looks: 'touching' };
    expect(meantWith([[touching]], 'Nowt fever.')).toEqual(['absent fever']);
    expect(meantWith([[touching]], 'Nowt but fever.')).toEqual(['present fever']);
  });

  it('take the place of what Attest reads in the same words, and of nothing else', () => {
    const off: CueGroup = { phrases: ['denies'], says: 'ordinary' };
    expect(meantWith([[off]], 'Denies fever.')).toEqual(['present fever']);
    expect(meantWith([[off]], 'Denied fever.')).toEqual(['absent fever']);
    expect(meantWith([[{ phrases: ['no end of'], says: 'ordinary' }]], 'No end of cough.')).toEqual([
      'present cough',
    ]);
  });

  it('may look both ways in two groups of one file; of two files the later one is right', () => {
    const ahead: CueGroup = { phrases: ['iffy'], says: 'uncertain', looks: 'touching' };
    const back: CueGroup = { phrases: ['iffy'], says: 'uncertain', looks: 'touching-back' };
    expect(meantWith([[ahead, back]], 'Iffy pneumonia.')).toEqual(['present pneumonia, uncertain']);
    expect(meantWith([[ahead, back]], 'Pneumonia iffy.')).toEqual(['present pneumonia, uncertain']);
    expect(meantWith([[ahead], [back]], 'Iffy pneumonia.')).toEqual(['present pneumonia']);
    expect(meantWith([[ahead], [back]], 'Pneumonia iffy.')).toEqual(['present pneumonia, uncertain']);
  });

  it('are found in any case, with a contraction taken apart or not', () => {
    const group: CueGroup = { phrases: ["Hasn't A Hint Of"], says: 'absent' };
    expect(meantWith([[group]], 'She has not a hint of fever.')).toEqual(['absent fever']);
    expect(meantWith([[group]], 'SHE HASN’T A HINT OF FEVER.')).toEqual(['absent fever']);
  });

  it('leave a terminology without any as it was', () => {
    expect(builtInTerminology.extended([{ title: '', version: '1', licence: '' }]).cues).toBe(
      builtInTerminology.cues,
    );
    expect(meantWith([none], 'There is nowt of fever.')).toEqual(['present fever']);
  });

  it('stay cheap in a long line of denials', timed, () => {
    const many = Array.from({ length: 500 }, (_, at): CueGroup => ({
      phrases: [`no fever ${at}`],
      says: 'absent',
    }));
    const start = processorTime();
    meantWith([many], 'no fever, '.repeat(200));
    expect(processorTime() - start).toBeLessThan(2000);
  });
});
