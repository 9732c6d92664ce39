import { describe, expect, it } from 'vitest';
import { checkInput } from '../../../../src/core/checks/check-input';
import { checkStatement } from '../../../../src/core/checks/check-statement';
import { withoutToldElsewhere } from '../../../../src/core/checks/told-elsewhere';
import { outline } from '../../../../src/core/text/statements';
import { sourceOf } from '../check-in';

/** "statement → verdict (severities)" of every statement that the rule of polarity speaks of. */
function said(note: string, source: string): string[] {
  const { statements, sections } = outline(note);
  const sources = [sourceOf(source)];
  const checked = statements.map((statement) => {
    const input = checkInput(statement, sections[statement.section], sources);
    return { text: statement.text, facts: input.facts, result: checkStatement(input) };
  });
  return withoutToldElsewhere(checked, sources).flatMap(({ text, result: { verdict, findings } }) =>
    findings
      .filter(({ rule }) => rule === 'faithfulness/polarity')
      .map(({ severity }) => `${text} → ${verdict} (${severity})`),
  );
}

const pill = '[doctor] Anything else?\n[patient] The doxycycline made me vomit.';
const often = `${pill}\n[doctor] And now?\n[patient] I am still vomiting.`;

describe('what another statement of the note tells as the source does', () => {
  it('contradicts no other statement', () => {
    const note = 'The headache came with no vomiting.\n\nVomiting with doxycycline.';
    expect(said(note, pill)).toEqual(['The headache came with no vomiting. → not-sure (hint)']);
  });

  it('holds for a sign that a treatment takes away', () => {
    const cries = '[doctor] There is a little stridor when he cries.\n[mother] Okay.';
    expect(said('Stridor on crying.\n\nAfter one hour no stridor at all.', cries)).toEqual([
      'After one hour no stridor at all. → not-sure (hint)',
    ]);
  });

  it('holds for what is not as it should be', () => {
    const heard = '[doctor] I hear crackles at the left base.\n[patient] Okay.';
    expect(said('Lungs clear.\n\nCrackles at the left base.', heard)).toEqual([
      'Lungs clear. → not-sure (hint)',
    ]);
    expect(said('Lungs clear.', heard)).toEqual(['Lungs clear. → contradicted (error)']);
  });

  it('contradicts a statement where the note nowhere tells it', () => {
    expect(said('The headache came with no vomiting.', pill)).toEqual([
      'The headache came with no vomiting. → contradicted (error)',
    ]);
    expect(said('The headache came with no vomiting.\n\nShe has no vomiting at all.', pill)).toHaveLength(2);
  });

  it('leaves alone what the source says more than once', () => {
    const note = 'The headache came with no vomiting.\n\nVomiting with doxycycline.';
    expect(said(note, often)).toEqual(['The headache came with no vomiting. → contradicted (error)']);
  });

  it('is not told by what is only to be watched for', () => {
    const note = 'The headache came with no vomiting.\n\n# Instructions\n\nReturn if there is vomiting.';
    expect(said(note, pill)).toEqual(['The headache came with no vomiting. → contradicted (error)']);
  });
});
