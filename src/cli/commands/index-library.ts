import type { Command } from 'commander';
import { AttestError } from '../../core/errors';
import type { IndexProgress, IndexReport } from '../../engine/engine';
import { count } from '../count-text';
import { shortPath } from '../evidence-text';
import { formatOption, libraryOption } from '../options';
import { ResultWriter, type Format } from '../result-writer';
import type { Session } from '../session';
import { indexShape } from '../shapes';

interface Options {
  library: string;
  format?: Format;
}

/** Shows progress on one line of a terminal; a log file gets none. */
function showProgress({ phase, done, total, secondsLeft }: IndexProgress): void {
  if (!process.stderr.isTTY) return;
  const left = secondsLeft === undefined ? '' : `, about ${Math.ceil(secondsLeft)} s left`;
  process.stderr.write(`\r\u001b[K${phase} ${done} of ${total}${left}`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

function text(report: IndexReport): string {
  const { documents, passages, indexed, unchanged, removed, skipped, seconds } = report;
  return (
    `The library holds ${count(documents, 'document')} (${count(passages, 'passage')}).\n` +
    `${indexed} indexed, ${unchanged} unchanged, ${removed} removed, ${skipped.length} skipped ` +
    `in ${seconds.toFixed(1)} s.\n`
  );
}

/** Adds `attest index`. */
export function addIndex(program: Command, session: Session): void {
  program
    .command('index')
    .summary('index folders of guidelines into a library')
    .description(
      'Reads Markdown, text, HTML, PDF and DOCX files below the folders into a library. Files that did not change ' +
        'cost nothing; changed and deleted ones replace their own passages only. A run that was interrupted is resumed.',
    )
    .argument('<dir...>', 'folders of guideline documents')
    .addOption(libraryOption().makeOptionMandatory())
    .addOption(formatOption())
    .action(async (folders: string[], { library, format = 'text' }: Options) => {
      const writer = new ResultWriter(session, format, false);
      await session.withEngine(library, async (engine) => {
        const report = await engine
          .indexLibrary(folders, { onProgress: showProgress, signal: session.signal })
          .finally(clearProgress);
        for (const { path, reason, message, advice } of report.skipped) {
          session.fail(new AttestError(reason, message, advice), shortPath(path));
        }
        await writer.write(indexShape(report), () => text(report));
      });
    });
}
