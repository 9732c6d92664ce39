import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';

const read = (text: string): Record<string, string> =>
  Object.fromEntries(
    extractFacts(text).flatMap(({ polarities }) =>
      polarities.map(({ concept, polarity }) => [concept.name, polarity] as const),
    ),
  );

describe('what stands beside a denial in a terse list', () => {
  it.each([
    ['CXR: no pneumothorax, pleural effusion on left.', 'pleural effusion', 'present'],
    ['No wheeze, crackles at the right base.', 'crackles', 'present'],
    ['CT: no haemorrhage, old infarct.', 'hemorrhage', 'absent'],
    ['CT: no haemorrhage, old infarct.', 'infarction', 'present'],
    // An "or" ends a list that is denied whole, and an exertion is no place of its own.
    ['No pneumothorax, pleural effusion on the left or consolidation.', 'pleural effusion', 'absent'],
    ['No chest pain, dyspnoea on exertion, palpitations.', 'dyspnea on exertion', 'absent'],
    ['No cough, fever, chills.', 'fever', 'absent'],
    // What stands in brackets is said aside, and the list goes on.
    [
      'No dysphagia, weight loss (gained 3 kg over this year), anorexia, bloating.',
      'loss of appetite',
      'absent',
    ],
  ])('%s', (text, name, polarity) => {
    expect(read(text)).toMatchObject({ [name]: polarity });
  });
});
