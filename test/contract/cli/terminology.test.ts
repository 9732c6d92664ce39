import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCli, Workplace } from './run-cli';

let place: Workplace;
beforeAll(buildCli, 180_000);
beforeEach(async () => {
  place = await Workplace.create();
  await place.write(
    'visit.transcript.txt',
    'Doctor: You take exampletide, 10 mg once a day.\nPatient: Yes.\n',
  );
  await place.write('visit.note.md', '# Plan\n\nExamplax 20 mg once daily.\n');
});
afterEach(() => place.remove());

interface Note {
  findings: { rule: string; text: string }[];
}
const check = ['check', 'visit.note.md', '--format', 'json'];
const doses = (stdout: string): string[] =>
  (JSON.parse(stdout) as Note[])
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => rule === 'faithfulness/dose')
    .map(({ text }) => text);

describe('--terminology', () => {
  it('checks with the user’s own words', async () => {
    await place.write('ward.json', '{"medications": [{"name": "exampletide", "names": ["Examplax"]}]}');
    expect(doses((await place.run(check)).stdout)).toEqual([]);
    const { code, stdout } = await place.run([...check, '--terminology', 'ward.json']);
    expect(doses(stdout)).toEqual(['20 mg']);
    expect(code).toBe(1);
    const pair = { id: 'a', evidence: 'Exampletide 10 mg daily.', claim: 'Examplax 20 mg daily.' };
    await place.write('pairs.jsonl', JSON.stringify(pair));
    const verified = await place.run(['verify', '--pairs', 'pairs.jsonl', '--terminology', 'ward.json']);
    expect(JSON.parse(verified.stdout)).toMatchObject({ verdict: 'contradicted' });
  });

  it('names a dictionary that cannot be used, and checks without it', async () => {
    await place.write('ward.json', '{"medications": [{"name": "exampletide", "brand": 1}]}');
    const { code, stdout, stderr } = await place.run([...check, '--terminology', 'ward.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('ward.json: /medications/0: there is no field "brand" here.');
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  it('reads the user’s cues in the note and in its source', async () => {
    const findings = async (words: string[]): Promise<string[]> => {
      const { stdout } = await place.run(['check', 'cues.note.md', '--format', 'json', ...words]);
      return (JSON.parse(stdout) as Note[])
        .flatMap((note) => note.findings)
        .filter(({ rule }) => rule === 'faithfulness/polarity')
        .map(({ text }) => text);
    };
    await place.write(
      'cues.transcript.txt',
      'Doctor: Any trouble?\nPatient: I have nowt of a fever. I have a bad cough.\n',
    );
    await place.write('cues.note.md', '# History\n\nReports fever.\n\nNowt of cough.\n');
    await place.write('ward.json', '{"cues": [{"phrases": ["nowt of"], "says": "absent", "reach": 3}]}');
    expect(await findings([])).toEqual([]);
    expect(await findings(['--terminology', 'ward.json'])).toEqual(['fever', 'Nowt of cough']);
  });

  it('says what is wrong with a cue', async () => {
    await place.write('ward.json', '{"cues": [{"phrases": ["nowt of"], "says": "gone"}]}');
    const { code, stderr } = await place.run([...check, '--terminology', 'ward.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('ward.json: /cues/0/says: this has to be one of "absent"');
  });
});

describe('import-terminology', () => {
  const obo = 'format-version: 1.2\n\n[Term]\nid: HP:1\nname: Glimmering elbow\nis_a: HP:0000118\n';

  it('writes a dictionary that --terminology takes, and shows its licence', async () => {
    await place.write('hp.obo', obo);
    const { code, stdout } = await place.run(['import-terminology', 'hpo', '.', '--out', 'made/hpo.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('1 name written to');
    expect(stdout).toContain('Licence: Human Phenotype Ontology');
    const made = JSON.parse(readFileSync(join(place.folder, 'made/hpo.json'), 'utf8')) as object;
    expect(made).toMatchObject({ findings: [{ name: 'Glimmering elbow' }] });
    const used = await place.run([...check, '--terminology', 'made/hpo.json']);
    expect(used.stderr).toBe('');
  });

  it('says in one line what is wrong', async () => {
    await place.write('hp.obo', obo);
    for (const args of [
      ['hpo', 'nowhere', '--out', 'x.json'],
      ['rxnorm', '.', '--out', 'x.json'],
      ['hpo', '.', '--out', 'visit.note.md'],
      ['hpo', '.', '--out', 'x.json', '--only', 'disorder'],
      ['icd', '.', '--out', 'x.json'],
      ['hpo', '.'],
    ]) {
      const { code, stdout, stderr } = await place.run(['import-terminology', ...args]);
      expect(code, args.join(' ')).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).not.toMatch(/^ +at /m);
    }
    expect(readFileSync(join(place.folder, 'visit.note.md'), 'utf8')).toContain('Examplax');
  });
});
