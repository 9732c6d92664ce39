import type { EvidenceWindow } from '../../src/core/evidence/source/source-index';
import { SourceReader } from '../../src/engine/note/source-reader';
import { SourceWindows } from '../../src/engine/note/source-windows';
import { createMiniLmEmbedder } from '../../src/models/minilm-embedder';
import { statementSets, writtenStatements } from './data/written-statements';
import { readSetOptions } from './measure/set-options';
import { shareCell } from './measure/statistics';

/** Windows that are looked at; the verifier reads two, a judge five. */
const counts = [1, 2, 5] as const;

/**
 * Measures whether what shows a statement right or wrong is found: the share of statements all of whose turns lie in the best
 * windows, by words alone and by words and meaning. `--set dev|test|dialogues|all`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { sets } = readSetOptions(args, statementSets);
  const embedder = await createMiniLmEmbedder({ modelDir: 'dist/models/all-MiniLM-L6-v2' });
  const search = new SourceWindows(() => Promise.resolve(embedder));
  console.log('\n| set | statements | windows | by words | by words and meaning |\n|---|---:|---:|---|---|');
  for (const name of statementSets.filter((set) => sets.includes(set))) {
    const reader = new SourceReader();
    const shown = writtenStatements(name).filter(
      ({ label, turns }) => label !== 'not-addressed' && turns.length > 0,
    );
    const found = { words: counts.map(() => 0), both: counts.map(() => 0) };
    for (const { text, turns, source: transcript } of shown) {
      const source = reader.index({ document: 'transcript', text: transcript });
      const words = source.windows(text, Math.max(...counts));
      const both = (await search.best(text, [source], Math.max(...counts))).map(({ window }) => window);
      counts.forEach((count, at) => {
        if (holds(words.slice(0, count), turns)) found.words[at] = (found.words[at] ?? 0) + 1;
        if (holds(both.slice(0, count), turns)) found.both[at] = (found.both[at] ?? 0) + 1;
      });
    }
    counts.forEach((count, at) => {
      const cells = [found.words[at] ?? 0, found.both[at] ?? 0].map((n) => shareCell(n, shown.length));
      console.log(`| ${[name, shown.length, count, ...cells].join(' | ')} |`);
    });
  }
  await embedder.close();
}

function holds(windows: readonly EvidenceWindow[], turns: readonly number[]): boolean {
  return turns.every((turn) => windows.some(({ from, to }) => from <= turn && turn < to));
}
