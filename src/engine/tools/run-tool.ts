import type { ZodType } from 'zod';
import { AttestError, toAttestError } from '../../core/errors';
import { validInput } from '../../core/valid-input';
import type { CheckNoteRequest, Engine, NoteProblem, NoteReport, SourceText } from '../engine';
import { leaveOutIgnored } from '../note/leave-out-ignored';
import type { NamedTexts } from './named-texts';
import {
  longestFile,
  tools,
  type FactCheckInput,
  type NoteInput,
  type SearchInput,
  type ToolName,
} from './tool-list';
import { factCheckResult, faithfulnessResult, noteResult, searchResult } from './tool-results';
import { toolText, type ToolResult } from './tool-text';

/** What tools work with. */
export interface ToolMeans {
  engine: Pick<Engine, 'search' | 'checkNote' | 'factCheck' | 'scoreFaithfulness'>;
  texts: NamedTexts;
  /** How the user wants notes to be checked. */
  checking?: Pick<CheckNoteRequest, 'severities' | 'profile'>;
}

/** A text that is given and not named. */
const given = { note: 'note', source: 'source' };

/**
 * Runs a tool for an agent.
 * @param input what the agent gave, whatever it is
 * @returns compact JSON of bounded length
 * @throws AttestError `invalid-input` for a tool or an input that there is none of; what the engine throws
 */
export async function runTool(
  name: string,
  input: unknown,
  means: ToolMeans,
  signal?: AbortSignal,
): Promise<string> {
  if (!Object.hasOwn(tools, name)) {
    const message = 'Attest has no tool of this name.';
    throw new AttestError('invalid-input', message, `Call one of ${Object.keys(tools).join(', ')}.`);
  }
  return toolText(await results(name as ToolName, input, means, signal));
}

function results(
  name: ToolName,
  input: unknown,
  means: ToolMeans,
  signal: AbortSignal | undefined,
): Promise<ToolResult> {
  switch (name) {
    case 'attest_search_guidelines':
      return searchGuidelines(checked(tools[name].input, input), means, signal);
    case 'attest_check_note':
      return checkNote(checked(tools[name].input, input), means, signal);
    case 'attest_fact_check':
      return factCheck(checked(tools[name].input, input), means, signal);
    case 'attest_score_faithfulness':
      return scoreFaithfulness(checked(tools[name].input, input), means, signal);
  }
}

function checked<T>(schema: ZodType<T>, input: unknown): T {
  return validInput(schema, input, 'The input', 'See the input schema of the tool.');
}

async function searchGuidelines(
  { query, limit }: SearchInput,
  { engine }: ToolMeans,
  signal: AbortSignal | undefined,
): Promise<ToolResult> {
  const options = { k: limit, onePerSection: true, ...(signal && { signal }) };
  return searchResult(await engine.search(query, options));
}

async function checkNote(
  input: NoteInput,
  { engine, texts, checking }: ToolMeans,
  signal: AbortSignal | undefined,
): Promise<ToolResult> {
  const note = await textOf(input, longestFile.note, texts, signal);
  const { sources, problems } = await sourcesOf(input, note, texts, signal);
  const ignored =
    input.path === undefined
      ? { fingerprints: new Set<string>(), problems: [] }
      : await texts.ignored(note.document);
  const request: CheckNoteRequest = {
    note: note.document,
    text: note.text,
    sources,
    ignored: ignored.fingerprints,
    ...checking,
  };
  const report = await checkWithOrWithoutLibrary(engine, request, signal);
  const all = [...(report.problems ?? []), ...problems, ...ignored.problems];
  return noteResult(note, leaveOutIgnored(note.text, { ...report, problems: all }));
}

/** A library that cannot be used must not take the comparison with the source down with it; the answer says so. */
async function checkWithOrWithoutLibrary(
  engine: ToolMeans['engine'],
  request: CheckNoteRequest,
  signal: AbortSignal | undefined,
): Promise<NoteReport> {
  try {
    return await engine.checkNote(request, signal);
  } catch (thrown) {
    const { reason, message, advice } = toAttestError(thrown);
    if (!reason.startsWith('library-')) throw thrown;
    const report = await engine.checkNote({ ...request, useLibrary: false }, signal);
    const problem = { message: `Not compared with the guidelines: ${message}`, advice };
    return { ...report, problems: [...(report.problems ?? []), problem] };
  }
}

async function factCheck(
  input: FactCheckInput,
  { engine, texts }: ToolMeans,
  signal: AbortSignal | undefined,
): Promise<ToolResult> {
  const { text } = await textOf(input, longestFile.factCheck, texts, signal);
  // The agent asks, and has a model of its own: the user's is neither asked nor paid for this.
  return factCheckResult(await engine.factCheck(text, signal, undefined, { offline: true }));
}

async function scoreFaithfulness(
  input: NoteInput,
  { engine, texts }: ToolMeans,
  signal: AbortSignal | undefined,
): Promise<ToolResult> {
  const summary = await textOf(input, longestFile.note, texts, signal);
  const { sources, problems } = await sourcesOf(input, summary, texts, signal);
  const report = await engine.scoreFaithfulness(summary.text, sources, signal);
  return faithfulnessResult(summary, sources, report, problems);
}

async function textOf(
  { path, text }: FactCheckInput,
  longest: number,
  texts: NamedTexts,
  signal: AbortSignal | undefined,
): Promise<SourceText> {
  if ((path === undefined) === (text === undefined)) {
    throw new AttestError(
      'invalid-input',
      'Give either path or text.',
      'A path names a file in a folder that Attest may read.',
    );
  }
  if (text !== undefined) return { document: given.note, text };
  return notTooLong(await texts.file(path ?? '', signal), longest);
}

async function sourcesOf(
  { path, sourcePaths, sourceText }: NoteInput,
  note: SourceText,
  texts: NamedTexts,
  signal: AbortSignal | undefined,
): Promise<{ sources: SourceText[]; problems: NoteProblem[] }> {
  const sources: SourceText[] = [];
  for (const one of sourcePaths ?? []) {
    sources.push(notTooLong(await texts.file(one, signal), longestFile.source));
  }
  if (sourceText !== undefined) sources.push({ document: given.source, text: sourceText });
  if (sources.length > 0 || path === undefined) return { sources, problems: [] };
  return texts.sources(note, signal);
}

function notTooLong(file: SourceText, longest: number): SourceText {
  if (file.text.length <= longest) return file;
  throw new AttestError(
    'too-large',
    `The file is longer than ${longest} characters.`,
    'Give the part that matters as text.',
  );
}
