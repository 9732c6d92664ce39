import type { Command } from 'commander';
import { z } from 'zod';
import { defaultSeverity } from '../../core/verdicts/severity';
import type { Engine, FaithfulnessReport } from '../../engine/engine';
import { forEachLine, idSchema } from '../bulk';
import { count, verdictCounts } from '../count-text';
import { EvidenceText } from '../evidence-text';
import { LineIndex } from '../../core/text/line-index';
import { readNoteFile, refuseWithoutEvidence, sourcesOf, type NoteFile } from '../note-files';
import { failOnOption, formatOption, sourceOption, terminologyOption } from '../options';
import { plain, snippet } from '../plain';
import { ResultWriter, type Format } from '../result-writer';
import { badUsage, type FailOn, type Session } from '../session';
import { faithfulnessShape } from '../shapes';
import { addVerifierOptions, verifierConfig, type VerifierOptions } from '../verifier-options';

interface Options extends VerifierOptions {
  source?: string[];
  pairs?: string;
  terminology?: string[];
  failOn: FailOn;
  format?: Format;
}

const pairSchema = z.object({ id: idSchema, source: z.string(), summary: z.string() });

function text(note: NoteFile, report: FaithfulnessReport): string {
  const lines = new LineIndex(note.text);
  const evidence = new EvidenceText(new Map(note.sources.map((source) => [source.document, source.text])));
  const sentences = report.sentences
    .filter(({ verdict }) => verdict !== 'supported')
    .map((sentence) => {
      const { line, column } = lines.position(sentence.start);
      const reason = sentence.reason === undefined ? '' : ` (${sentence.reason})`;
      const verdict = sentence.verdict.replaceAll('-', ' ');
      const head = `${note.name}:${line}:${column} ${verdict}: ${snippet(sentence.text, 300)}${reason}`;
      return `${plain(head)}\n${evidence.quotes(sentence.citations, 1)}`;
    });
  const { score, summary, notScored } = report;
  const share = summary.shares?.supported;
  if (score === null || share === undefined) {
    return `${sentences.join('')}${plain(`${note.name}: not scored: ${notScored ?? 'nothing could be scored.'}`)}\n`;
  }
  const percent = (value: number): string => `${Math.round(value * 100)} %`;
  const counts = verdictCounts(report.sentences.map(({ verdict }) => verdict));
  return (
    `${sentences.join('')}${plain(note.name)}: ${percent(score)} of ${count(summary.scored, 'scored sentence')} ` +
    `supported (95 % interval ${percent(share.low)} to ${percent(share.high)}): ${counts}\n`
  );
}

/** Adds `attest faithfulness`. */
export function addFaithfulness(program: Command, session: Session): void {
  const command = program
    .command('faithfulness')
    .summary('score a summary against its source')
    .description(
      'Gives every sentence of a summary a verdict against its source, and the share of each verdict with its ' +
        'interval. Without --source the summary finds its sources as a note does. Bulk input has one ' +
        '{"id", "source", "summary"} per line, each a whole text.',
    )
    .argument('[summary]', 'text file to score')
    .addOption(sourceOption())
    .option('--pairs <file>', 'JSON Lines file of {id, source, summary}; "-" reads standard input');
  addVerifierOptions(command)
    .addOption(terminologyOption())
    .addOption(failOnOption())
    .addOption(formatOption())
    .action(async (summary: string | undefined, options: Options) => {
      const { pairs, source } = options;
      if ((summary === undefined) === (pairs === undefined)) {
        throw badUsage('Give either a summary or --pairs.', 'faithfulness');
      }
      if (pairs !== undefined && source !== undefined) {
        throw badUsage('--pairs brings its own sources.', 'faithfulness');
      }
      const bulk = pairs !== undefined;
      const writer = new ResultWriter(session, options.format ?? (bulk ? 'jsonl' : 'text'), bulk);
      const score = async (engine: Engine, id: string | number, note: NoteFile): Promise<void> => {
        const report = await engine.scoreFaithfulness(note.text, note.sources, session.signal);
        for (const { verdict } of report.sentences) {
          session.foundAt(defaultSeverity('faithfulness', verdict), options.failOn);
        }
        await writer.write({ id, ...faithfulnessShape(report) }, () => text(note, report));
      };
      const note = summary === undefined ? undefined : await summaryFile(session, summary, source);
      if (!bulk && !note) return;
      const work = async (engine: Engine): Promise<void> => {
        if (note) await score(engine, note.name, note);
        if (bulk) {
          await forEachLine(session, pairs, pairSchema, (pair) => score(engine, pair.id, pairNote(pair)));
        }
        await writer.end();
      };
      await session.withEngine(undefined, work, {
        verifier: verifierConfig(options),
        dictionaries: options.terminology,
      });
    });
}

function pairNote({ id, source, summary }: z.infer<typeof pairSchema>): NoteFile {
  const sources = [{ document: 'source', text: source }];
  return { name: String(id), path: String(id), text: summary, sources };
}

/** A summary with its sources; undefined, and reported, when it cannot be read. */
async function summaryFile(
  session: Session,
  name: string,
  named: readonly string[] | undefined,
): Promise<NoteFile | undefined> {
  try {
    const read = await readNoteFile(name, session.signal);
    const sources = await sourcesOf(session, { name, ...read }, named);
    const note = { name, ...read, sources };
    refuseWithoutEvidence(session, note, sources, undefined);
    return note;
  } catch (error) {
    session.fail(error, name);
    return undefined;
  }
}
