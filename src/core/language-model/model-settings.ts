import { z } from 'zod';

const text = z.string().max(4096).default('');

/** Which language model may be used, and within which limits; what every front door gives the engine. */
export const modelSettingsSchema = z.object({
  /** `none`: no model, and nothing is sent. `vscode`: the language models that the editor offers. */
  provider: z.enum(['none', 'openai-compatible', 'vscode']).default('none'),
  /** Base URL of an OpenAI-compatible endpoint; its query, e.g. `api-version`, goes with every call. */
  endpoint: text,
  /** As the endpoint (or the editor) names it. */
  model: text,
  organization: text,
  project: text,
  /** URL of a proxy; empty: direct. Loopback never goes through it. */
  proxy: text,
  /** Absolute path of a PEM file with certificates of a private authority; empty: the system's alone. */
  certificateFile: text,
  /** Seconds that a call, or the next piece of a stream, may take. */
  timeoutSeconds: z.number().positive().max(3600).default(120),
  /** Tokens, question and answer together, that one action of the user may take. */
  tokensPerAction: z.int().positive().default(200_000),
  callsPerMinute: z.int().positive().default(120),
  /** Price of a million tokens, in a currency of the user's choice; null: not known, and no cost is shown. */
  promptPrice: z.number().nonnegative().nullable().default(null),
  answerPrice: z.number().nonnegative().nullable().default(null),
  /** Statements of a note that are not sure without it are judged by it in the background. */
  judgeNotes: z.boolean().default(false),
  /** When what may tell who a patient is is taken out of what is sent: `remote` for all but models on this machine. */
  deidentify: z.enum(['never', 'remote', 'always']).default('remote'),
  /** Nothing may ever be sent, whatever the other settings say. */
  offlineOnly: z.boolean().default(false),
});

export type ModelSettings = z.infer<typeof modelSettingsSchema>;

/** No model: the settings of whoever sets nothing. */
export const noModel: ModelSettings = modelSettingsSchema.parse({});
