import type OpenAI from 'openai';
import { toAttestError } from '../../core/errors';

type Guard = <T>(work: () => PromiseLike<T>) => Promise<T>;
type Fields = Record<string, unknown>;

/** What llama.cpp's server takes where nobody tells it otherwise, however much a model was trained for. */
const llamaDefault = 4096;

/**
 * How many tokens a model is served with, question and answer together, where its server tells: in the list of models
 * (vLLM, LM Studio, OpenRouter), or beside it (llama.cpp, Ollama), where the list has only what a model was trained for.
 * @param guard turns what a call throws into an AttestError
 * @throws AttestError `cancelled`
 */
export async function contextOf(
  client: OpenAI,
  model: string,
  guard: Guard,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const read = async (work: () => PromiseLike<unknown>): Promise<Fields | undefined> => {
    try {
      return fieldsOf(await guard(work));
    } catch (thrown) {
      const error = toAttestError(thrown);
      if (error.reason === 'cancelled') throw error;
      return undefined; // None of it is a part of what every server offers.
    }
  };
  const page = await read(() => client.models.list({ signal }));
  const entry = listOf(page?.['data']).find(({ id }) => id === model);
  const meta = fieldsOf(entry?.['meta']);
  const told = firstCount(
    entry?.['max_model_len'],
    entry?.['loaded_context_length'],
    entry?.['context_length'],
    entry?.['max_context_length'],
    entry?.['context_window'],
    meta?.['n_ctx'],
  );
  if (told !== undefined) return told;
  const beside = (path: string): Promise<Fields | undefined> =>
    read(() => client.get(besideOf(client.baseURL, path), { signal }));
  const trained = firstCount(meta?.['n_ctx_train']);
  if (trained !== undefined) {
    const props = await beside('/props');
    const served = firstCount(fieldsOf(props?.['default_generation_settings'])?.['n_ctx'], props?.['n_ctx']);
    return served ?? Math.min(trained, llamaDefault);
  }
  if (entry?.['owned_by'] !== 'library') return undefined;
  const running = listOf((await beside('/api/ps'))?.['models']).find(({ name }) => name === model);
  return firstCount(running?.['context_length']);
}

/** A page of the server that is no part of OpenAI's protocol: it stands beside `/v1`, so at the same host. */
function besideOf(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/v1\/?$/, '')}${path}`;
}

function firstCount(...values: unknown[]): number | undefined {
  return values.find((value): value is number => typeof value === 'number' && value > 0);
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

function listOf(value: unknown): Fields[] {
  if (!Array.isArray(value)) return [];
  return value.map(fieldsOf).filter((one) => one !== undefined);
}
