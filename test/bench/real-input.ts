import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createEngine } from '../../src/engine/create-engine';
import { aciBenchNotes } from './data/aci-bench';
import { dataFolder } from './data/data-folder';

/** How many notes are checked unless the argument says otherwise: spread evenly over the three kinds of visit that the set holds. */
const defaultNotes = 20;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Indexes the real guideline set and checks real notes against their dialogues and the guidelines.
 * @param args how many notes, if not 20
 */
export async function run([count = '']: string[]): Promise<void> {
  const notes = Number(count) || defaultNotes;
  const library = await mkdtemp(join(tmpdir(), 'attest-real-input-'));
  const engine = await createEngine({ library, models: resolve('dist/models'), log: silent });
  try {
    const index = await engine.indexLibrary([join(dataFolder(), 'guidelines')]);
    console.log(
      `\nIndexed ${index.documents} documents, ${index.passages} passages, ${index.skipped.length} skipped, ` +
        `in ${index.seconds.toFixed(1)} s.`,
    );
    const counts = new Map<string, number>();
    const lines: string[] = [];
    let statements = 0;
    const all = [...aciBenchNotes('train'), ...aciBenchNotes('valid')];
    const step = Math.max(1, Math.floor(all.length / notes));
    for (const { id, note, source } of all.filter((_, at) => at % step === 2 % step).slice(0, notes)) {
      const sources = [{ document: `${id}.transcript.txt`, text: source }];
      const report = await engine.checkNote({ note: id, text: note, sources });
      statements += report.statements.length;
      for (const finding of report.findings) {
        const key = `${finding.rule} (${finding.severity})`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        const quote = finding.citations[0]?.quote.replace(/\s+/g, ' ') ?? '';
        lines.push(`- ${id} ${finding.rule} “${finding.text}”: ${finding.message} ${quote && `“${quote}”`}`);
      }
      for (const { verdict } of report.statements) {
        const key = `statements ${verdict}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    console.log(`Checked ${notes} notes, ${statements} statements.\n`);
    for (const [key, count] of [...counts].sort()) console.log(`| ${key} | ${count} |`);
    console.log(`\n${lines.join('\n')}`);
  } finally {
    await engine.close();
    await rm(library, { recursive: true, force: true });
  }
}
