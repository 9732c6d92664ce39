import { describe, expect, it } from 'vitest';
import { contradictionsOf, findingsOf } from '../../../check-in';

const asked = (question: string, answer: string): string =>
  `[doctor] Good morning.\n[doctor] ${question}\n[patient] ${answer}\n[doctor] All right.`;

describe('a finding of a relative', () => {
  const source = asked('Anything in the family?', 'My dad had brain cancer. My brother never had diabetes.');

  it.each([
    ['Father had no brain cancer.', ['present']],
    ['Brother has diabetes.', ['absent']],
    ['Father had brain cancer.', []],
    ['Mother had no brain cancer.', []],
    ['Paternal father had no brain cancer.', []],
  ])('"%s"', (note, expected) => {
    const findings = findingsOf(`## Family history\n${note}`, source).filter(
      ({ rule }) => rule === 'faithfulness/polarity',
    );
    expect(findings.map((finding) => finding.expected)).toEqual(expected);
  });

  it.each([
    ['Paternal grandmother has no diabetes.', 'My dad’s mom has diabetes.', ['present']],
    ['Maternal grandmother has no diabetes.', 'My dad’s mom has diabetes.', []],
    ['Maternal grandmother has no diabetes.', 'My grandma on my mom’s side has diabetes.', ['present']],
    ['No diabetes in his brother.', 'My brother has diabetes.', ['present']],
    ['No diabetes in his brother.', 'My sister has diabetes.', []],
    ['No family history of diabetes.', 'My sister has diabetes.', ['present']],
    ['No family history of diabetes.', 'My wife has diabetes.', []],
    ['No family history of diabetes.', 'My sister never had diabetes, but my aunt has diabetes.', []],
    ['Family history of diabetes.', 'Nobody in the family has diabetes, no.', []],
  ])('“%s” against “%s”', (note, said, expected) => {
    const found = findingsOf(`## Family history\n${note}`, asked('Anything in the family?', said)).filter(
      ({ rule }) => rule === 'faithfulness/polarity',
    );
    expect(found.map((finding) => finding.expected)).toEqual(expected);
  });

  it('is left open where the family as a whole is said to have it', () => {
    const said = asked(
      'Anything in the family?',
      'My dad never had diabetes. Family history of diabetes though.',
    );
    expect(contradictionsOf('## Family history\nFather has diabetes.', said)).toEqual([]);
  });
});

describe('a finding of another relative', () => {
  it.each([
    ['Brother has hemophilia.', 'My cousin has hemophilia.', 'cousin'],
    ['Maternal grandmother had breast cancer.', "My dad's mother had breast cancer.", 'paternal grandmother'],
    ['Mother had breast cancer.', "My mum's sister had breast cancer.", 'maternal aunt'],
  ])('"%s" of %j', (note, answer, expected) => {
    const [only, ...others] = findingsOf(note, asked('And at home?', answer));
    expect([only?.rule, only?.expected, others]).toEqual(['faithfulness/polarity', expected, []]);
  });

  it.each([
    ['Paternal grandmother had breast cancer.', "My dad's mother had breast cancer."],
    ['Grandmother had breast cancer.', 'My nan had breast cancer.'],
    ['Aunt had breast cancer.', "My mum's sister had breast cancer."],
    ['Mother had a stroke.', 'My parents both had a stroke.'],
    ['Uncle has lupus.', 'My dad has gout and his brother has lupus.'],
    ['One of his children has lupus.', 'My son has lupus.'],
    ['Brother has stones.', "Daddy had gout, my brother's got stones."],
    ['Brother has lupus.', 'My cousin has lupus. My brother as well.'],
  ])('"%s" of %j is none', (note, answer) => {
    expect(contradictionsOf(note, asked('And at home?', answer))).toEqual([]);
  });
});

describe('a finding under the heading of the family, without a relative', () => {
  const told = asked('Anything in the family?', 'My mother has diabetes.');
  const nobody = asked('Any diabetes in the family?', 'No, nobody.');

  it.each([
    ['Family history: No diabetes.', told, ['present']],
    ['Family history: Diabetes.', nobody, ['absent']],
    ['Family history: Diabetes.', told, []],
    ['Family history: No diabetes.', nobody, []],
    ['Family history: No asthma.', told, []],
    ['Family history: Father: no diabetes.', told, []],
  ])('%s', (note, source, expected) => {
    expect(contradictionsOf(note, source).map((line) => line.replace(/^.*→ ?/, ''))).toEqual(expected);
  });
});
