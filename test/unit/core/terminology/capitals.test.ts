import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../src/core/facts/extract';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';
import { capitalsOf, possibleNames, withCapitals } from '../../../../src/core/terminology/capitals';
import { namedTerms } from '../../../../src/core/terminology/named-things';
import { tokens } from '../../../../src/core/text/tokens';

const reading = withCapitals(builtInTerminology);
const namesIn = (text: string): string[] =>
  namedTerms(tokens(text), reading).map(({ concept }) => concept.name);

describe('abbreviations in capitals', () => {
  it.each([
    ['AF is treated with bisoprolol.', 'atrial fibrillation'],
    ['Beta-blockers reduce mortality in HF.', 'heart failure'],
    ['Insulin is given in DKA.', 'diabetic ketoacidosis'],
    ['Stop when K is above 6.0 mmol/L.', 'potassium'],
    ['Stop when K > 6 mmol/L.', 'potassium'],
    ['A K of 5.5 mEq/L is high.', 'potassium'],
  ])('name what guidelines mean by them: %s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  it.each([
    'The paper of Haug af Trolle.',
    'af is no word, and hf neither.',
    'The Hf content is measured.',
    'A PE teacher asks.',
    'The RA is dilated.',
    'She breathes RA.',
    'K is a letter.',
    'KCl is dissolved.',
    'K2HPO4 is dissolved.',
    'The K antigen was found on day 3.',
    'It melts at K 310.',
    'Clotting factors need K, and 5 mmol/L of sodium.',
  ])('are no name where they mean something else, or several things: %s', (text) => {
    const named = namesIn(text);
    for (const name of [
      'atrial fibrillation',
      'heart failure',
      'pulmonary embolism',
      'rheumatoid arthritis',
      'potassium',
    ]) {
      expect(named).not.toContain(name);
    }
  });

  it('leave vitamin K what it is', () => {
    expect(namesIn('Vitamin K 10 mg reverses warfarin.')).toEqual(['vitamin k', 'warfarin']);
    expect(namesIn('Vit K 10 mg is given.')).not.toContain('potassium');
  });

  it('bind a value to the letter that names it', () => {
    const [sentence] = extractFacts(
      'Spironolactone is stopped if K is above 6.0 mmol/L.',
      undefined,
      reading,
    );
    expect(sentence?.quantities[0]?.concept?.name).toBe('potassium');
  });

  it('are read for guidelines alone: in a note “AF” is afebrile as well', () => {
    const [sentence] = extractFacts('AF, VSS.');
    expect(sentence?.polarities).toEqual([]);
  });

  it('do not speak against a dictionary of the user’s own', () => {
    const own = builtInTerminology.extended([
      {
        title: 'Obstetrics',
        version: '1',
        licence: 'own',
        findings: [{ name: 'amniotic fluid', names: ['AF'] }],
        ignore: ['HF'],
      },
    ]);
    const names = namedTerms(tokens('AF and HF'), withCapitals(own)).map(({ concept }) => concept.name);
    expect(names).toEqual(['amniotic fluid']);
  });

  it('widen a search by all that an ambiguous one may mean, in capitals alone', () => {
    expect(possibleNames('PE is treated with apixaban.')).toContain('pulmonary embolism');
    expect(possibleNames('PE is treated with apixaban.')).toContain('preeclampsia');
    expect(possibleNames('The pe of peas')).toEqual([]);
    expect(possibleNames('PEEP is raised, and RAAS blocked.')).toEqual([]);
    expect(capitalsOf('rheumatoid arthritis')).toEqual(['RA']);
    expect(capitalsOf('gout')).toEqual([]);
  });
});

describe('abbreviations that mean several things', () => {
  const findings = (text: string): string[] =>
    extractFacts(text).flatMap(({ polarities }) => polarities.map(({ concept }) => concept.name));

  it.each([
    ['CTPA positive for PE.', 'pulmonary embolism'],
    ['Acute PE.', 'pulmonary embolism'],
    ['PE on CT.', 'pulmonary embolism'],
    ['No evidence of PE.', 'pulmonary embolism'],
    ['Assessment: PE', 'pulmonary embolism'],
    ['Paroxysmal AF on apixaban.', 'atrial fibrillation'],
    ['AF with RVR.', 'atrial fibrillation'],
    ['Acute decompensated HF.', 'heart failure'],
    ['DKA resolved.', 'diabetic ketoacidosis'],
  ])('are read in a note by what stands beside them: %s', (text, name) => {
    expect(findings(text)).toContain(name);
  });

  it.each([
    'PE: lungs clear.',
    'PE tubes in place.',
    'Here for sports PE.',
    'On PE, lungs clear.',
    'No PE tubes.',
    'AF, VSS.',
    'Referred to HF clinic.',
    'acute pe',
    'Seen by the PE teacher.',
  ])('are none in: %s', (text) => {
    const named = findings(text);
    for (const name of ['pulmonary embolism', 'atrial fibrillation', 'heart failure'])
      expect(named).not.toContain(name);
  });
});
