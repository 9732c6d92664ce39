import { InvalidArgumentError, Option } from 'commander';
import { noteProfiles } from '../core/verdicts/note-profiles';
import type { Format } from './result-writer';
import type { FailOn } from './session';

/** `--format`; bulk input has one result per line unless another format is asked for. */
export function formatOption(...more: string[]): Option {
  const formats: Format[] = ['text', 'json', 'jsonl'];
  const help = 'how results are written (default: text; jsonl for bulk input)';
  return new Option('--format <format>', help).choices([...formats, ...more]);
}

/** `--library`, as a folder path or a URI. */
export function libraryOption(): Option {
  return new Option('--library <uri>', 'folder of the guideline library, or any URI that LanceDB opens');
}

/** `--fail-on`, the severity from which the exit code is 1. */
export function failOnOption(): Option {
  const choices: FailOn[] = ['error', 'warning', 'information', 'hint', 'never'];
  return new Option('--fail-on <severity>', 'exit with 1 when something of this severity or above is found')
    .choices(choices)
    .default('error');
}

/** `--source`, repeatable and with several values. */
export function sourceOption(): Option {
  return new Option('--source <file...>', 'what it was written from, in place of the sources that are found');
}

/** `--terminology`, repeatable and with several values. */
export function terminologyOption(): Option {
  return new Option('--terminology <file...>', 'your own dictionary files; later ones add to earlier ones');
}

/** `--profile`, the kind of note. */
export function profileOption(): Option {
  const help = 'the kind of note, where its front matter names none (default: told from the headings)';
  return new Option('--profile <profile>', help).choices(noteProfiles);
}

/** `--allow-no-source`, for notes that were written from nothing that is kept. */
export function allowNoSourceOption(): Option {
  const help =
    'do not fail for a note without a source: its own consistency, style and guidelines are checked';
  return new Option('--allow-no-source', help);
}

/** Parses a whole number of 1 or more. Throws commander's InvalidArgumentError. */
export function parseCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > 10_000) {
    throw new InvalidArgumentError('Give a whole number from 1 to 10000.');
  }
  return count;
}
