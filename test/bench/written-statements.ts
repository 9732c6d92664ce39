import { NoteChecker } from '../../src/engine/note/check';
import { SourceReader } from '../../src/engine/note/source-reader';
import { statementSets, type WrittenStatement, writtenStatements } from './data/written-statements';
import { readSetOptions } from './measure/set-options';
import { shareCell } from './measure/statistics';

/**
 * What the checker says of a text that stands alone in a note. Where it is cut into several statements it is called supported
 * where each of them is, since only one of them need be wrong.
 */
type Said = 'contradicted' | 'supported' | 'hint' | 'nothing';

/** Kinds by which presence becomes absence, or absence presence, more often than not. */
const flips: ReadonlySet<string> = new Set(['negation', 'examination']);
const rows = [
  { name: 'wrong: presence or absence', label: 'contradicted', flip: true },
  { name: 'wrong: anything else', label: 'contradicted', flip: false },
  { name: 'neither said nor denied', label: 'not-addressed' },
  { name: 'right', label: 'supported' },
] as const;

async function said(statement: WrittenStatement, reader: SourceReader): Promise<Said> {
  const report = await new NoteChecker(reader).check({
    note: statement.id,
    text: statement.text,
    sources: [{ document: 'transcript', text: statement.source }],
  });
  const alerts = report.findings.filter(({ axis }) => axis === 'faithfulness');
  if (report.findings.some(({ verdict }) => verdict === 'contradicted')) return 'contradicted';
  if (report.statements.length > 0 && report.statements.every(({ verdict }) => verdict === 'supported'))
    return 'supported';
  return alerts.length > 0 ? 'hint' : 'nothing';
}

/**
 * Measures what the checker says of single statements that people wrote about visits, right and wrong, in a note's language:
 * errors as they are made, where the planted ones are made by rule. `--set dev|test|dialogues|all --examples K`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { sets, examples } = readSetOptions(args, statementSets);
  for (const name of statementSets.filter((set) => sets.includes(set))) {
    const reader = new SourceReader();
    const statements = writtenStatements(name);
    const read: { statement: WrittenStatement; said: Said }[] = [];
    for (const statement of statements) read.push({ statement, said: await said(statement, reader) });
    console.log(`\n## ${name}: ${statements.length} statements\n`);
    console.log('| statement | n | called contradicted | hint | called supported |\n|---|---:|---|---|---|');
    for (const row of rows) {
      const own = read.filter(
        ({ statement }) =>
          statement.label === row.label && (!('flip' in row) || flips.has(statement.kind) === row.flip),
      );
      const shares = (['contradicted', 'hint', 'supported'] as const).map((verdict) => {
        const count = own.filter((one) => one.said === verdict).length;
        return `${count}: ${shareCell(count, own.length)}`;
      });
      console.log(`| ${[row.name, own.length, ...shares].join(' | ')} |`);
    }
    const called = read.filter((one) => one.said === 'contradicted');
    const right = called.filter(({ statement }) => statement.label === 'contradicted').length;
    console.log(
      `\nOf ${called.length} called contradicted ${right} are (${(right / called.length).toFixed(3)}).`,
    );
    const wrong = read.filter(
      ({ statement, said: verdict }) => verdict === 'supported' && statement.label !== verdict,
    );
    for (const { statement } of wrong.slice(0, examples))
      console.log(`supported, labelled ${statement.label} (${statement.id}): ${statement.text}`);
  }
}
