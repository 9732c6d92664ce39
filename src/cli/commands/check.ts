import type { Command } from 'commander';
import { z } from 'zod';
import type { NoteProfile } from '../../core/verdicts/note-profiles';
import type { Engine, NoteReport } from '../../engine/engine';
import { forEachLine, idSchema } from '../bulk';
import {
  ignoredFingerprints,
  NoteCheck,
  readNoteFile,
  refuseWithoutEvidence,
  sourcesOf,
  type NoteFile,
} from '../note-files';
import { addModelOptions, calibrationOption, modelConfig, type ModelOptions } from '../model-options';
import { modelText } from '../model-text';
import { noteText, summaryText } from '../note-text';
import {
  allowNoSourceOption,
  failOnOption,
  formatOption,
  libraryOption,
  profileOption,
  sourceOption,
  terminologyOption,
} from '../options';
import { ResultWriter, type Format } from '../result-writer';
import { ruleOption, type RuleSeverities } from '../rule-severities';
import type { SarifInput } from '../sarif';
import { badUsage, type FailOn, type Session } from '../session';
import { noteFileShape, noteShape } from '../shapes';
import { addVerifierOptions, verifierConfig, type VerifierOptions } from '../verifier-options';

interface Options extends ModelOptions, VerifierOptions {
  source?: string[];
  library?: string;
  pairs?: string;
  profile?: NoteProfile;
  allowNoSource?: boolean;
  read?: boolean;
  terminology?: string[];
  rule?: RuleSeverities;
  failOn: FailOn;
  format?: Format | 'sarif';
}

const pairSchema = z.object({ id: idSchema, note: z.string(), source: z.string() });

/** Passes a report's findings on to the exit code. */
function judge(session: Session, { findings }: NoteReport, failOn: FailOn): void {
  for (const { severity } of findings) session.foundAt(severity, failOn);
}

async function checkFiles(
  session: Session,
  engine: Engine,
  names: readonly string[],
  {
    source,
    library,
    profile,
    rule,
    allowNoSource = false,
    read: isRead = false,
    failOn,
    format = 'text',
  }: Options,
): Promise<void> {
  const checker = new NoteCheck(session, engine, library);
  const writer = new ResultWriter(session, format === 'sarif' ? 'text' : format, true);
  const checked: SarifInput[] = [];
  try {
    for (const name of names) {
      try {
        const read = await readNoteFile(name, session.signal);
        const sources = await sourcesOf(session, { name, ...read }, source);
        const note: NoteFile = { name, ...read, sources };
        if (!allowNoSource) refuseWithoutEvidence(session, note, sources, library);
        const report = await checker.run({
          note: note.path,
          text: note.text,
          sources,
          ...(profile && { profile }),
          ...(rule && { severities: rule }),
          read: isRead,
          judge: true,
          ignored: await ignoredFingerprints(session, note.path),
        });
        judge(session, report, failOn);
        if (format === 'sarif') checked.push({ note, report });
        else {
          await writer.write(
            noteFileShape(name, report),
            () => noteText(note, report) + modelText(report.model),
          );
          // Only the counts are needed at the end; the texts of many notes would fill the memory.
          checked.push({ note: { ...note, text: '', sources: [] }, report });
        }
      } catch (error) {
        session.fail(error, name);
      }
    }
  } finally {
    if (format !== 'sarif') await writer.end();
  }
  if (format === 'text') await session.print(summaryText(checked.map(({ report }) => report)));
  if (format === 'sarif') {
    const { sarifLog } = await import('../sarif');
    const log = sarifLog(checked, session.exitCode !== 2);
    await session.print(`${JSON.stringify(log, undefined, 2)}\n`);
  }
}

async function checkPairs(
  session: Session,
  engine: Engine,
  pairs: string,
  { library, profile, rule, read = false, failOn, format = 'jsonl' }: Options,
): Promise<void> {
  const checker = new NoteCheck(session, engine, library);
  const writer = new ResultWriter(session, format as Format, true);
  await forEachLine(session, pairs, pairSchema, async ({ id, note: text, source }) => {
    const note: NoteFile = {
      name: String(id),
      path: String(id),
      text,
      sources: [{ document: 'source', text: source }],
    };
    const request = {
      note: note.path,
      text,
      sources: note.sources,
      read,
      judge: true,
      ...(profile && { profile }),
      ...(rule && { severities: rule }),
    };
    const report = await checker.run(request);
    judge(session, report, failOn);
    await writer.write({ id, ...noteShape(report) }, () => noteText(note, report));
  });
  await writer.end();
}

/** Adds `attest check`. */
export function addCheck(program: Command, session: Session): void {
  const command = program
    .command('check')
    .summary('check notes against their sources and the library')
    .description(
      'Compares the typed facts of notes with what they were written from and, with --library, with the guidelines. ' +
        'A note finds its sources by its front matter ("source: FILE") or by their names (visit.transcript.txt beside ' +
        'visit.note.md). Findings that are ignored in the note or in .attest/ignored-findings.json are left out. ' +
        'A note without a source is still checked against itself. With --endpoint a language model judges what is not ' +
        'sure without it. Bulk input has one {"id", "note", "source"} per line, each a whole text.',
    )
    .argument('[note...]', 'text files to check')
    .addOption(sourceOption())
    .addOption(libraryOption())
    .option('--pairs <file>', 'JSON Lines file of {id, note, source}; "-" reads standard input')
    .addOption(profileOption())
    .option('--read', 'have the verifier read the statements that typed facts leave open (slower)');
  addVerifierOptions(addModelOptions(command))
    .addOption(calibrationOption())
    .addOption(allowNoSourceOption())
    .addOption(terminologyOption())
    .addOption(ruleOption())
    .addOption(failOnOption())
    .addOption(formatOption('sarif'))
    .action(async (notes: string[], options: Options) => {
      const { pairs, format, source } = options;
      if (notes.length === 0 && pairs === undefined) {
        const hint =
          source === undefined ? '' : ' Notes come before --source, which takes all files after it.';
        throw badUsage(`Give a note or --pairs.${hint}`, 'check');
      }
      if (pairs !== undefined && (notes.length > 0 || source !== undefined)) {
        throw badUsage('--pairs brings its own notes and sources.', 'check');
      }
      if (pairs !== undefined && format === 'sarif') {
        throw badUsage('SARIF names files, so it cannot be combined with --pairs.', 'check');
      }
      await session.withEngine(
        options.library,
        (engine) =>
          pairs === undefined
            ? checkFiles(session, engine, notes, options)
            : checkPairs(session, engine, pairs, options),
        {
          model: modelConfig(options, 'check', { judgeNotes: true }),
          verifier: verifierConfig(options),
          dictionaries: options.terminology,
        },
      );
    });
}
