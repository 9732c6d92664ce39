import { describe, expect, it } from 'vitest';
import type { Dictionary } from '../../../../src/core/terminology/dictionary';
import { readDictionary } from '../../../../src/core/terminology/read-dictionary';

function dictionaryOf(text: string): Dictionary {
  const read = readDictionary(text, 'ward.json');
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.dictionary;
}

/** The problems as "message | the words that they point at". */
function problemsOf(text: string): string[] {
  const read = readDictionary(text, 'ward.json');
  if ('dictionary' in read) throw new Error('The dictionary was taken.');
  return read.problems.map(({ message, at }) => `${message} | ${at ? text.slice(at.start, at.end) : ''}`);
}

describe('a user’s dictionary', () => {
  it('needs nothing but one section; its file names it', () => {
    expect(dictionaryOf('{"medications": [{"name": "exampletide", "names": ["Examplax"]}]}')).toEqual({
      title: 'ward.json',
      version: '1',
      licence: '',
      medications: [{ name: 'exampletide', names: ['Examplax'] }],
    });
  });

  it('may name its schema, which is no part of it', () => {
    expect(dictionaryOf('{"$schema": "x.json", "title": "Ward 7", "ignore": ["obs"]}')).toEqual({
      title: 'Ward 7',
      version: '1',
      licence: '',
      ignore: ['obs'],
    });
  });

  it.each([
    ['{"medications": [{"name": "x"}]}', '/medications/0/name: a name needs at least two characters.', '"x"'],
    ['{"medications": [{"names": ["ab"]}]}', '/medications/0/name: "name" is missing.', '{"names": ["ab"]}'],
    ['{\n\t"medicines": []\n}', '/: there is no field "medicines" here.', '"medicines"'],
    ['{"findings": [{"name": "fever", "sort": 1}]}', '/findings/0: there is no field "sort" here.', '"sort"'],
    ['{"findings": [{"name": 7}]}', '/findings/0/name: this has to be a text in quotes.', '7'],
    ['{"findings": "fever"}', '/findings: this has to be a list in square brackets.', '"fever"'],
    ['{"spelling": true}', '/spelling: this can be false only.', 'true'],
    [
      '{"measurements": [{"name": "lead", "units": ["mg/zz"]}]}',
      '/measurements/0/units/0: this is no code of UCUM (ucum.org), as mg, mm[Hg] and mmol/L are.',
      '"mg/zz"',
    ],
    [
      '{"measurements": [{"name": "lead", "molarMass": -1}]}',
      '/measurements/0/molarMass: this has to be more than 0.',
      '-1',
    ],
    [
      '{"findings": [{"name": "abc", "category": "sort"}]}',
      '/findings/0/category: this has to be one of "symptom", "sign", "problem", "procedure".',
      '"sort"',
    ],
    [
      '{"medications": [{"name": "abc", "limits": [{"route": "oral", "unit": "mg", "single": [9, 2], "source": "us"}]}]}',
      '/medications/0/limits/0/single: the first number of a range is the lower one.',
      '[9, 2]',
    ],
    [
      '{"cues": [{"phrases": ["nowt of"], "says": "absent", "reach": 99}]}',
      '/cues/0/reach: this has to be 20 at most.',
      '99',
    ],
    [
      '{"cues": [{"phrases": ["nowt of"], "says": "absent", "reach": 0}]}',
      '/cues/0/reach: this has to be at least 1.',
      '0',
    ],
    ['{"cues": [{"phrases": ["nowt of"]}]}', '/cues/0/says: "says" is missing.', '{"phrases": ["nowt of"]}'],
    ['{"cues": [{"phrases": [], "says": "past"}]}', '/cues/0/phrases: this needs one phrase or more.', '[]'],
    ['{"cues": [{"phrases": ["x"], "says": "past"}]}', '/cues/0/phrases/0: a name needs at least two', '"x"'],
    [
      '{"cues": [{"phrases": ["a b c d e f g h i j k"], "says": "past"}]}',
      '/cues/0/phrases/0: a cue has at most ten words.',
      '"a b c d e f g h i j k"',
    ],
    [
      '{"cues": [{"phrases": ["nowt of"], "says": "none"}]}',
      '/cues/0/says: this has to be one of "absent", "unlikely", "present"',
      '"none"',
    ],
    [
      '{"cues": [{"phrases": ["nowt of"], "says": "absent", "looks": "up"}]}',
      '/cues/0/looks: this has to be one of "ahead", "back"',
      '"up"',
    ],
    ['{"cues": [{"phrases": ["nowt of"], "says": "absent", "reach": 50}]}', '/cues/0/reach: ', '50'],
    ['{"cues": [{"phrases": ["nowt of"], "says": "absent", "reach": 2.5}]}', '/cues/0/reach: ', '2.5'],
    [
      '{"cues": [{"phrases": ["yet again"], "says": "ordinary", "reach": 5}]}',
      '/cues/0: what ends a clause or says nothing looks at no finding: leave out "looks" and "reach".',
      '{"phrases": ["yet again"], "says": "ordinary", "reach": 5}',
    ],
    [
      '{"cues": [{"phrases": ["yet again"], "says": "past", "looks": "touching", "reach": 5}]}',
      '/cues/0: what touches the finding has no "reach".',
      '{"phrases": ["yet again"], "says": "past", "looks": "touching", "reach": 5}',
    ],
    ['[]', '/: ', '[]'],
    ['{"ignore": ["ab",]}', 'The file is not valid JSON (', ']'],
    ['{"ignore": ["ab"]} more', 'The file is not valid JSON (', 'more'],
    ['{"ignore": ["ab"', 'The file is not valid JSON (', ''],
    ['', 'The file is not valid JSON', ''],
  ])('is refused with the place: %s', (text, message, place) => {
    const [problem] = problemsOf(text);
    expect(problem).toContain(message);
    expect(problem?.split(' | ')[1]).toBe(place);
  });

  it('tells several problems, but not thousands', () => {
    const entries = Array.from({ length: 5000 }, () => '{"name": "x"}').join(',');
    expect(problemsOf(`{"medications": [{"name": "y"}, {"name": 7}]}`)).toHaveLength(2);
    expect(problemsOf(`{"medications": [${entries}]}`).length).toBeLessThan(20);
  });

  it('tells one problem where a field has a wrong name', () => {
    expect(problemsOf('{"medications": [{"brand": "Examplax"}]}')).toEqual([
      '/medications/0: there is no field "brand" here. | "brand"',
    ]);
    expect(problemsOf('{"medications": [{"brand": "Examplax"}, {}]}')).toHaveLength(2);
  });

  it.each(['ug/dL', 'mm[Hg]', '{score}', '10*9/L', '[IU]', '%'])('may give a value in %s', (unit) => {
    const text = JSON.stringify({ measurements: [{ name: 'lead', units: [unit] }] });
    expect(dictionaryOf(text).measurements).toEqual([{ name: 'lead', units: [unit] }]);
  });

  it('may not hold more names than a check can bear', () => {
    const names = Array.from({ length: 200_001 }, (_, at) => `"n${at}"`).join(',');
    expect(problemsOf(`{"ignore": [${names}]}`)[0]).toContain('holds 200001 names');
  });
});
