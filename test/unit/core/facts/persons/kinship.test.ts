import { describe, expect, it } from 'vitest';
import { relationsOf, thePatient } from '../../../../../src/core/facts/persons/kinship';

describe('relationsOf', () => {
  it.each([
    ['mother', 'sister', ['maternal aunt']],
    ['father', 'mother', ['paternal grandmother']],
    ['parent', 'father', ['grandfather']],
    ['mother', 'other son', ['brother']],
    ['daughter', 'brother', ['son']],
    ['wife', 'husband', [thePatient]],
    ['husband', 'mother', ['mother-in-law']],
    ['brother', 'mother', ['mother']],
  ])('takes the %s’s %s for %j', (speaker, relative, expected) => {
    expect(relationsOf(speaker, relative)).toEqual(expected);
  });

  it('leaves open which of several it is', () => {
    expect(relationsOf('mother', 'daughter')).toEqual([thePatient, 'sister']);
    expect(relationsOf('grandmother', 'daughter')).toEqual(['mother', 'aunt']);
  });

  it.each([
    ['carer', 'mother'],
    ['mother', 'neighbour'],
    ['mother', 'maternal aunt'],
    ['constructor', 'constructor'],
    ['', ''],
  ])('cannot tell it of %j and %j', (speaker, relative) => {
    expect(relationsOf(speaker, relative)).toBeUndefined();
  });
});
