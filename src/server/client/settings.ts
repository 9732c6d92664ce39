import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { AttestError } from '../../core/errors';
import { modelSettingsSchema } from '../../core/language-model/model-settings';
import { defaultAcceptedError } from '../../core/verdicts/abstention';
import { noteProfiles } from '../../core/verdicts/note-profiles';
import { defaultSearchDepth } from '../../engine/chat/chat-answer';
import { defaultSourceSuffixes } from '../../engine/note/find-sources';
import type { ServerOptions, ServerSettings } from '../protocol';

const severity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

// Another editor's user writes these by hand, so whatever is left out has a default.
const settingsSchema = z.object({
  library: z.string().default(''),
  guidelineFolders: z.array(z.string().refine(isAbsolute, 'must be absolute')).default([]),
  noteInclude: z
    .array(z.string())
    .default(['**/*.note.{md,txt}', '**/*.summary.{md,txt}', '**/notes/**/*.{md,txt}']),
  noteExclude: z.array(z.string()).default(['**/node_modules/**', '**/.git/**']),
  sourceSuffixes: z.array(z.string()).default([...defaultSourceSuffixes]),
  dictionaries: z.array(z.string().refine(isAbsolute, 'must be absolute')).default([]),
  noteProfile: z.enum(['auto', ...noteProfiles]).default('auto'),
  chatSearch: z
    .object({
      rounds: z.int().min(0).max(5).default(defaultSearchDepth.rounds),
      queriesPerRound: z.int().min(1).max(5).default(defaultSearchDepth.queriesPerRound),
    })
    .prefault({}),
  checkOn: z.enum(['save', 'type', 'command']).default('save'),
  maxFindings: z.int().positive().default(50),
  severities: z.record(z.string(), severity).default({}),
  sourceLinks: z.record(z.string(), z.array(z.string())).default({}),
  model: modelSettingsSchema.prefault({}),
  verifier: z
    .object({
      folder: z
        .string()
        .refine((path) => path === '' || isAbsolute(path), 'must be absolute')
        .default(''),
      model: z.string().max(200).default(''),
      acceptedError: z.number().min(0.001).max(0.5).default(defaultAcceptedError),
    })
    .prefault({}),
});

const optionsSchema = z.object({
  settings: settingsSchema.prefault({}),
  models: z.string().optional(),
  rulePages: z.string().default(''),
  clientCommands: z.boolean().default(true),
  translations: z.record(z.string(), z.string()).optional(),
});

/** What the server was started with, complete. */
export type Options = Required<Omit<ServerOptions, 'translations'>> & Pick<ServerOptions, 'translations'>;

function invalid(what: string, error: z.ZodError): AttestError {
  const issue = error.issues[0];
  return new AttestError(
    'invalid-input',
    `The ${what} of the Attest server are not valid: "${issue?.path.join('.') ?? ''}" ${issue?.message ?? ''}.`,
    'Correct that setting; src/server/protocol.ts describes them all.',
    { cause: error },
  );
}

/**
 * Validates `initializationOptions`. A client that sends none gets the defaults and no commands of the extension.
 * @param defaultModels folder with the embedded model files, for a client that names none
 * @throws AttestError `invalid-input`, naming the wrong setting
 */
export function parseOptions(data: unknown, defaultModels: string): Options {
  const parsed = optionsSchema.safeParse(data ?? { clientCommands: false });
  if (!parsed.success) throw invalid('initialization options', parsed.error);
  const { settings, models = defaultModels, ...rest } = parsed.data;
  return { ...rest, models, settings: typed(settings) };
}

/**
 * Validates the settings of `Notifications.settings`.
 * @throws AttestError `invalid-input`, naming the wrong setting
 */
export function parseSettings(data: unknown): ServerSettings {
  const parsed = settingsSchema.safeParse(data);
  if (!parsed.success) throw invalid('settings', parsed.error);
  return typed(parsed.data);
}

/** Codes of rules that do not exist (yet) are kept: they match nothing. */
function typed(settings: z.infer<typeof settingsSchema>): ServerSettings {
  return { ...settings, severities: settings.severities };
}
