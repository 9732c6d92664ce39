import { resolve } from 'node:path';
import { Argument, Option, type Command } from 'commander';
import type { ImportTerminologyReport, ImportTerminologyRequest, TerminologyKind } from '../../engine/engine';
import {
  defaultSnomedParts,
  defaultWords,
  snomedParts,
  terminologyKinds,
} from '../../engine/terminology/import-choices';
import { count } from '../count-text';
import { formatOption, parseCount } from '../options';
import { plain } from '../plain';
import { ResultWriter, type Format } from '../result-writer';
import { badUsage, type Session } from '../session';

interface Options {
  out: string;
  only?: ImportTerminologyRequest['only'];
  words: number;
  format?: Format;
}

function text({ out, title, version, licence, names, leftOut, remarks }: ImportTerminologyReport): string {
  const lines = [
    `${title} ${version}: ${count(names, 'name')} written to ${out}; ${leftOut} left out.`,
    `Licence: ${licence}`,
    ...remarks,
    `Use it with --terminology ${out}, or in VS Code with the setting attest.terminology.files.`,
  ];
  return lines.map((line) => `${plain(line)}\n`).join('');
}

/** Adds `attest import-terminology`. */
export function addImportTerminology(program: Command, session: Session): void {
  const only = new Option('--only <part...>', 'parts of SNOMED CT').choices(snomedParts);
  const words = new Option('--words <n>', 'leave out names of more words').argParser(parseCount);
  program
    .command('import-terminology')
    .summary('make a dictionary of RxNorm, HPO or SNOMED CT files')
    .description(
      'Makes a dictionary file of a released terminology that you hold a licence for: ingredients, salts and brands of ' +
        'RxNorm (RXNCONSO.RRF with RXNREL.RRF beside it), phenotypic abnormalities of HPO (hp.obo or hp.json), or names ' +
        'of a SNOMED CT snapshot (RF2). PATH is that file or the folder of the release. Nothing is downloaded.',
    )
    .addArgument(new Argument('<kind>', 'which terminology').choices(terminologyKinds))
    .argument('<path>', 'its file, or the folder of the release')
    .requiredOption('--out <file>', 'dictionary file to write')
    .addOption(only.default([...defaultSnomedParts]))
    .addOption(words.default(defaultWords))
    .addOption(formatOption())
    .action(async (kind: TerminologyKind, path: string, options: Options, command: Command) => {
      if (kind !== 'snomed' && command.getOptionValueSource('only') === 'cli') {
        throw badUsage('--only names parts of SNOMED CT.', 'import-terminology');
      }
      const writer = new ResultWriter(session, options.format ?? 'text', false);
      await session.withEngine(undefined, async (engine) => {
        const report = await engine.importTerminology(
          {
            kind,
            path: resolve(path),
            out: resolve(options.out),
            words: options.words,
            ...(options.only && { only: options.only }),
          },
          session.signal,
        );
        await writer.write({ ...report }, () => text(report));
        await writer.end();
      });
    });
}
