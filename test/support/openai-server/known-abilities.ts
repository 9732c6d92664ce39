import type { ModelCapabilities } from '../../../src/core/language-model/language-model';
import { usualForm } from '../../../src/models/openai/call-body';

/** What is known of a model that takes a schema and the usual form of calls: it need not be tried out. */
export const known: ModelCapabilities & { form: typeof usualForm } = {
  jsonSchema: true,
  jsonMode: true,
  tools: false,
  logprobs: false,
  vision: false,
  form: usualForm,
};

/** The same of one that gives the probability of its words. */
export const knownWithLogprobs = { ...known, logprobs: true };
