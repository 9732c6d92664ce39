import { isAbsolute, join, relative, resolve } from 'node:path';
import type { RuleCode, Severity } from '../../core/verdicts/finding';
import { defaultAcceptedError } from '../../core/verdicts/abstention';
import { noteProfiles } from '../../core/verdicts/note-profiles';
import type { ServerSettings } from '../../server/protocol';
import { chosenLibrary, type LibrarySetting } from './library-setting';
import { toModelSettings, type RawModelSettings } from './model-settings';

/** Settings as they stand in VS Code: typed by hope only, since settings.json can hold anything. */
export interface RawSettings {
  library: LibrarySetting;
  /** One entry per workspace folder (or one in all), with the folder that relative paths start from. */
  guidelineFolders: readonly { value: unknown; base: string | undefined }[];
  noteInclude: unknown;
  noteExclude: unknown;
  sourceSuffixes: unknown;
  dictionaries: unknown;
  noteProfile: unknown;
  followUpRounds: unknown;
  queriesPerRound: unknown;
  checkOn: unknown;
  maxFindings: unknown;
  severities: unknown;
  model: RawModelSettings;
  /** `attest.verifier`; `agreed` is the model by name that the user has agreed to fetch. */
  verifier: { folder: unknown; model: unknown; acceptedError: unknown; agreed: string | undefined };
}

/** What the settings are read with besides themselves. */
export interface Places {
  /** The user's home folder, for `~`. */
  home: string;
  /** Folder that the relative paths of library and dictionaries start from; undefined when no folder is open. */
  base: string | undefined;
  /** Where the library lies when no location is set. */
  defaultLibrary: string;
  /** The machine's policy keeps everything offline. */
  locked: boolean;
}

/** The defaults of package.json, for values of a wrong type. */
export const defaults = {
  noteInclude: ['**/*.note.{md,txt}', '**/*.summary.{md,txt}', '**/notes/**/*.{md,txt}'],
  noteExclude: ['**/node_modules/**', '**/.git/**'],
  sourceSuffixes: ['.transcript.txt', '.transcript.md', '.source.txt', '.source.md', '.fhir.json'],
  maxFindings: 50,
  followUpRounds: 2,
  queriesPerRound: 2,
};

/** The most rounds, and queries of one, that the settings allow. */
const mostSearches = 5;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint', 'off'];
const ruleCode = /^(faithfulness|guideline|consistency|style)\/[a-z][a-z-]*$/;

/**
 * Turns VS Code's settings into what the engine needs; values of a wrong type fall back to the default.
 * @param sourceLinks note URI → source URIs
 */
export function toServerSettings(
  raw: RawSettings,
  places: Places,
  sourceLinks: Record<string, string[]>,
): ServerSettings {
  const folders = raw.guidelineFolders.flatMap(({ value, base }) =>
    strings(value, []).map((folder) => resolvePath(folder, base, places.home)),
  );
  const dictionaries = strings(raw.dictionaries, []).map((file) =>
    resolvePath(file, places.base, places.home),
  );
  return {
    library: libraryLocation(chosenLibrary(raw.library), places),
    guidelineFolders: [...new Set(folders.filter((folder) => folder !== undefined))],
    noteInclude: strings(raw.noteInclude, defaults.noteInclude),
    noteExclude: strings(raw.noteExclude, defaults.noteExclude),
    sourceSuffixes: strings(raw.sourceSuffixes, defaults.sourceSuffixes),
    dictionaries: [...new Set(dictionaries.filter((file) => file !== undefined))],
    noteProfile: noteProfiles.find((name) => name === raw.noteProfile) ?? 'auto',
    chatSearch: {
      rounds: within(raw.followUpRounds, 0, defaults.followUpRounds),
      queriesPerRound: within(raw.queriesPerRound, 1, defaults.queriesPerRound),
    },
    checkOn: raw.checkOn === 'type' || raw.checkOn === 'command' ? raw.checkOn : 'save',
    maxFindings: positiveInteger(raw.maxFindings, defaults.maxFindings),
    severities: severityMap(raw.severities),
    sourceLinks,
    model: toModelSettings(raw.model, places.locked),
    verifier: verifierSettings(raw.verifier, places.home),
  };
}

/**
 * The absolute path that a setting names: `~` is the home folder, `${workspaceFolder}` and relative paths start from
 * the base. Undefined when it is relative and there is nothing to start from.
 */
export function resolvePath(value: string, base: string | undefined, home: string): string | undefined {
  const path = value.trim();
  if (/^~(?=[\\/]|$)/.test(path)) return join(home, path.slice(1));
  if (isAbsolute(path)) return resolve(path);
  return base === undefined ? undefined : resolve(base, path.replace(/^\$\{workspaceFolder\}[\\/]?/, ''));
}

/** A model by name is used only after the user has agreed to fetch that very one. */
function verifierSettings(
  { folder, model, acceptedError, agreed }: RawSettings['verifier'],
  home: string,
): ServerSettings['verifier'] {
  const named = typeof model === 'string' ? model.trim() : '';
  const accepted = typeof acceptedError === 'number' && acceptedError >= 0.001 && acceptedError <= 0.5;
  return {
    folder:
      typeof folder === 'string' && folder.trim() !== '' ? (resolvePath(folder, undefined, home) ?? '') : '',
    model: named === agreed ? named : '',
    acceptedError: accepted ? acceptedError : defaultAcceptedError,
  };
}

function libraryLocation(value: string, places: Places): string {
  if (value === '') return places.defaultLibrary;
  // Anything that LanceDB opens by itself, e.g. s3://bucket/library.
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(value)) return value;
  return resolvePath(value, places.base, places.home) ?? places.defaultLibrary;
}

function strings(value: unknown, fallback: readonly string[]): string[] {
  if (!Array.isArray(value)) return [...fallback];
  return value.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
}

/** A whole number from `least` to the most searches, else the fallback. */
function within(value: unknown, least: number, fallback: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= mostSearches
    ? value
    : fallback;
}

function positiveInteger(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : fallback;
}

function severityMap(value: unknown): Partial<Record<RuleCode, Severity>> {
  if (typeof value !== 'object' || value === null) return {};
  const valid = Object.entries(value).filter(
    ([rule, severity]) => ruleCode.test(rule) && severities.includes(severity as Severity),
  );
  return Object.fromEntries(valid);
}

/** A path as a setting shows it: relative to the base, with forward slashes, when it lies inside; else unchanged. */
export function relativeTo(base: string, path: string): string {
  const inside = relative(base, path);
  if (inside === '') return '.';
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.replace(/\\/g, '/');
}
