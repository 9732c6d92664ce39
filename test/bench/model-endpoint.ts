import { resolve } from 'node:path';
import OpenAI from 'openai';
import { modelSettingsSchema } from '../../src/core/language-model/model-settings';
import { ModelAccess } from '../../src/engine/language-model/model-access';
import { miniLmFolder } from '../../src/models/minilm-embedder';
import { createMiniLmTagger } from '../../src/models/minilm-tagger';
import { startOpenAiServer } from '../support/openai-server/openai-server';

const rounds = 60;
const warmUp = 10;
const question = 'Mr. Roe was seen on 14 March 2026 and takes metformin 500 mg twice daily. '.repeat(40);

/** Time to the first streamed token, through Attest and through the bare client, against one server in this process. */
export async function run(): Promise<void> {
  await using server = await startOpenAiServer(() => ({ text: ['The', ' dose', ' is', ' right.'] }));
  const bare = new OpenAI({ baseURL: server.baseUrl, apiKey: 'none' });
  const messages = [{ role: 'user' as const, content: question }];
  const raw = async (): Promise<number> => {
    const started = performance.now();
    const stream = await bare.chat.completions.create({
      model: 'test-model',
      messages,
      max_tokens: 50,
      stream: true,
    });
    let first: number | undefined;
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta.content) first ??= performance.now() - started;
    }
    return first ?? Infinity;
  };
  const through = async (deidentify: 'never' | 'always', round: number): Promise<number> => {
    const started = performance.now();
    const model = await access[deidentify].forAction(true);
    let first: number | undefined;
    // Another question each time, in each of its sentences: neither an answer nor a part that was read is remembered.
    const own = [{ role: 'user' as const, content: question.replaceAll('500', String(500 + round)) }];
    await model.stream({ purpose: 'chat', messages: own, maxTokens: 50 }, () => {
      first ??= performance.now() - started;
    });
    return first ?? Infinity;
  };
  const make = (deidentify: 'never' | 'always'): ModelAccess =>
    new ModelAccess(
      {
        settings: modelSettingsSchema.parse({
          provider: 'openai-compatible',
          endpoint: server.baseUrl,
          model: 'test-model',
          callsPerMinute: 100_000,
          deidentify,
        }),
        host: { access: () => Promise.resolve({}) },
        policy: { offlineOnly: false, requireDeidentification: false },
      },
      createMiniLmTagger(resolve('dist/models', miniLmFolder)),
    );
  const access = { never: make('never'), always: make('always') };
  const times = { raw: [] as number[], never: [] as number[], always: [] as number[] };
  for (let round = 0; round < rounds + warmUp; round++) {
    const measured = {
      raw: await raw(),
      never: await through('never', round),
      always: await through('always', round),
    };
    if (round < warmUp) continue;
    times.raw.push(measured.raw);
    times.never.push(measured.never);
    times.always.push(measured.always);
  }
  await Promise.all([access.never.close(), access.always.close()]);
  console.log(
    `\nTime to the first streamed token, ${rounds} rounds, a question of ${question.length} characters.\n`,
  );
  console.log('| through | median, ms | 95th percentile, ms |\n|---|---:|---:|');
  for (const [name, list] of [
    ['the bare client', times.raw],
    ['Attest', times.never],
    ['Attest with de-identification', times.always],
  ] as const) {
    const sorted = [...list].sort((a, b) => a - b);
    const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);
    console.log(`| ${name} | ${at(0.5)} | ${at(0.95)} |`);
  }
}
