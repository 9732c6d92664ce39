import { describe, expect, it } from 'vitest';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';
import { editDistance } from '../../../../src/core/terminology/edit-distance';

const nearest = (word: string): string[] =>
  builtInTerminology
    .nearestMedication(word)
    .map(({ name, form }) => (name === form ? name : `${form} = ${name}`));

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['abc', 'acb', 1],
    ['abc', 'cab', 2],
    ['abc', 'xyz', 3],
    ['', 'ab', 2],
  ])('from "%s" to "%s" is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
    expect(editDistance(b, a, 5)).toBe(distance);
  });

  it('stops at the limit', () => {
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });
});

describe('nearestMedication', () => {
  it.each([
    ['metropolol', ['metoprolol']],
    ['lisinipril', ['lisinopril']],
    ['Trazadone', ['trazodone']],
    ['asprin', ['aspirin']],
    ['warfrin', ['warfarin']],
    ['Eliqius', ['eliquis = apixaban']],
    ['ibuprofin', ['ibuprofen']],
  ])('"%s" may be %j', (word, medications) => {
    expect(nearest(word)).toEqual(medications);
  });

  it('gives both where two are equally near', () => {
    expect(nearest('prednisoone').sort()).toEqual(['prednisolone', 'prednisone']);
  });

  it.each(['metformin', 'lasix', 'Lipitor'])('finds nothing for "%s", which is spelt right', (word) => {
    expect(nearest(word)).toEqual([]);
  });

  it.each(['ability', 'clarity', 'singular', 'insulated', 'translate', 'contrive', 'patient', 'statins'])(
    'leaves the ordinary word "%s" alone',
    (word) => {
      expect(nearest(word)).toEqual([]);
    },
  );

  it.each(['', 'zolof', 'xyzzyqwerty', '500mg', 'a'.repeat(10_000), '💊💊💊💊💊💊'])(
    'finds nothing for "%s"',
    (word) => {
      expect(nearest(word)).toEqual([]);
    },
  );
});

describe('look-alike names', () => {
  it('knows FDA’s pairs in both directions, whatever the case', () => {
    expect([...builtInTerminology.lookAlikesOf('hydroxyzine')].sort()).toEqual([
      'hydralazine',
      'hydromorphone',
    ]);
    expect([...builtInTerminology.lookAlikesOf('Prednisone')]).toEqual(['prednisolone']);
    expect(builtInTerminology.lookAlikesOf('metformin').size).toBe(0);
  });

  it('writes tall-man letters', () => {
    expect(builtInTerminology.tallMan('vincristine')).toBe('vinCRIStine');
    expect(builtInTerminology.tallMan('ropinirole')).toBeUndefined();
  });
});
