import { describe, expect, it } from 'vitest';
import { EvidenceText } from '../../../src/cli/evidence-text';
import { reasonText } from '../../../src/cli/statement-text';
import { factCheck } from '../../../src/engine/claims/fact-check';
import { sure, tools } from '../engine/claims/library-double';

async function textOf(claim: string, library: Record<string, string>): Promise<string> {
  const { statements } = await factCheck(
    claim,
    tools(library, () => sure('notAddressed')),
  );
  return statements.map((one) => reasonText(one, new EvidenceText(), 3)).join('');
}

describe('a fact-checked statement in the shell', () => {
  it('tells date and strength behind the place of each quote', async () => {
    const text = await textOf('Clindamycin is an alternative to flucloxacillin.', {
      Cellulitis:
        'Date of issue: 1 June 2023\n\nFlucloxacillin is the first-line treatment of cellulitis. (SIGN grade B)\n' +
        'Clindamycin is an alternative to flucloxacillin. Quality of evidence: low.',
    });
    expect(text).toContain('“Clindamycin is an alternative to flucloxacillin.”');
    expect(text).toContain('; dated 1 June 2023; Quality of evidence: low');
    expect(text).not.toContain('grade B');
  });

  it('gives the grade behind a sentence to that sentence, with who grades', async () => {
    const text = await textOf('Flucloxacillin is the first-line treatment of cellulitis.', {
      Cellulitis:
        'Flucloxacillin is the first-line treatment of cellulitis. (SIGN grade B) Clindamycin is an alternative.',
    });
    expect(text).toContain('“Flucloxacillin is the first-line treatment of cellulitis.”');
    expect(text).toContain('; SIGN grade B');
    expect(text).not.toContain('dated');
  });

  it('names the other documents that say the same', async () => {
    const said = 'Omeprazole 20 mg once daily heals duodenal ulcers.';
    const text = await textOf(said, {
      A: `${said} Capsules are swallowed whole.`,
      B: `Endoscopy is done within two weeks. ${said}`,
    });
    expect(text).toMatch(/; also in \S*[AB]\.md/);
  });

  it('keeps control characters of a document out of the terminal', async () => {
    const text = await textOf('Omeprazole heals ulcers.', {
      'A\u001b[2J': 'Updated: 2020\n\nOmeprazole heals ulcers.',
    });
    expect(text).not.toContain('\u001b');
    expect(text).toContain('dated 2020');
  });
});
