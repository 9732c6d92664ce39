import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import OpenAI from 'openai';
import { dataBlocks } from '../../src/core/language-model/data-block';
import type { ModelMessage } from '../../src/core/language-model/language-model';
import { modelSettingsSchema } from '../../src/core/language-model/model-settings';
import type { ChatContext } from '../../src/engine/chat/chat-answer';
import { answerRules } from '../../src/engine/chat/write-answer';
import { dataTextsOfContext } from '../../src/engine/chat/chat-evidence';
import { textsAhead } from '../../src/engine/chat/texts-ahead';
import { ModelAccess } from '../../src/engine/language-model/model-access';
import { SourceReader } from '../../src/engine/note/source-reader';
import { miniLmFolder } from '../../src/models/minilm-embedder';
import { createMiniLmTagger } from '../../src/models/minilm-tagger';
import { startOpenAiServer } from '../support/openai-server/openai-server';
import { processorTime } from '../support/processor-time';

const rounds = 30;
const warmUp = 5;
const pasted = 'Mr. Roe was seen on 14 March 2026 and takes metformin 500 mg twice daily. '.repeat(40);
const visit = 'media/sample-clinic/visits/2026-09-14-diabetes-hypertension';
const question = 'How much metformin does she take now, and why was it changed on 14 September?';
/** Windows of a source that go with a question. */
const windowsSent = 3;
/** Characters of the transcript that are used: too many to go whole, and few enough to be read anew in each round. */
const transcriptLength = 3_500;

/** Milliseconds until the first token: by the clock, and of the processor's time. */
interface Taken {
  clock: number;
  processor: number;
}

/** One thing that is asked, with what was read before it. */
interface Asked {
  messages: ModelMessage[];
  /** What a person had open before asking. */
  opened?: ChatContext;
}

/**
 * Time to the first streamed token, through Attest and through the bare client, against one server in this process: of a
 * question about an open note, as the chat asks it, and of texts that nothing was known of before they were asked.
 */
export async function run(): Promise<void> {
  await using server = await startOpenAiServer(() => ({ text: ['The', ' dose', ' is', ' right.'] }));
  const bare = new OpenAI({ baseURL: server.baseUrl, apiKey: 'none' });
  const raw = async ({ messages }: Asked): Promise<Taken> => {
    const elapsed = stopwatch();
    const stream = await bare.chat.completions.create({
      model: 'test-model',
      messages,
      max_tokens: 50,
      stream: true,
    });
    let first: Taken | undefined;
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta.content) first ??= elapsed();
    }
    return first ?? never;
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
  const reader = new SourceReader();
  const through = async (deidentify: 'never' | 'always', { messages, opened }: Asked): Promise<Taken> => {
    if (opened) await access[deidentify].readAhead(() => textsAhead(opened, reader));
    const elapsed = stopwatch();
    const model = await access[deidentify].forAction(true);
    let first: Taken | undefined;
    await model.stream({ purpose: 'chat', messages, maxTokens: 50 }, () => {
      first ??= elapsed();
    });
    return first ?? never;
  };

  const [note, transcript] = ['visit.note.md', 'visit.transcript.txt'].map((file) =>
    readFileSync(join(visit, file), 'utf8'),
  );
  // Another text each round, in each of its sentences: neither an answer nor a part that was read is remembered.
  const changed = (text: string, round: number): string =>
    text.replace(/\d+/g, (n) => String(Number(n) + round));
  const contextOf = (round: number): ChatContext => ({
    note: { document: 'note.md', text: changed(note ?? '', round) },
    sources: [
      { document: 'transcript.txt', text: changed(transcript?.slice(0, transcriptLength) ?? '', round) },
    ],
  });
  const aboutNote = (round: number): ModelMessage[] => {
    const context = contextOf(round);
    const [whole = '', ...windows] = dataTextsOfContext(context, reader);
    const sent = windows
      .filter((_, at) => at % Math.floor(windows.length / windowsSent) === 0)
      .slice(0, windowsSent);
    const parts = [whole, ...sent].map((text, at) => ({
      tag: at === 0 ? ('note' as const) : ('source' as const),
      id: `${at + 1}`,
      text,
    }));
    return [
      { role: 'system', content: answerRules },
      { role: 'user', content: `${dataBlocks(parts)}\n\nQuestion: ${changed(question, round)}` },
    ];
  };
  const cases: [string, (round: number) => Asked][] = [
    [
      'a question about an open note, read ahead',
      (round) => ({ messages: aboutNote(round), opened: contextOf(round) }),
    ],
    ['the same, never read', (round) => ({ messages: aboutNote(1_000 + round) })],
    [
      'one text, never read',
      (round) => ({ messages: [{ role: 'user', content: pasted.replaceAll('500', String(500 + round)) }] }),
    ],
  ];
  console.log(`\nTime to the first streamed token, ${rounds} rounds, median (95th percentile), ms.\n`);
  console.log(
    '| what is sent | characters | the bare client | Attest | with de-identification | added | processor time added |',
  );
  console.log('|---|---:|---:|---:|---:|---:|---:|');
  for (const [name, ask] of cases) {
    const times = { raw: [] as Taken[], never: [] as Taken[], always: [] as Taken[] };
    let characters = 0;
    for (let round = 0; round < rounds + warmUp; round++) {
      const asked = ask(round);
      characters = asked.messages.reduce((sum, { content }) => sum + content.length, 0);
      const measured = {
        raw: await raw(asked),
        never: await through('never', asked),
        always: await through('always', asked),
      };
      if (round < warmUp) continue;
      times.raw.push(measured.raw);
      times.never.push(measured.never);
      times.always.push(measured.always);
    }
    const at = (list: readonly Taken[], by: keyof Taken, share = 0.5): number =>
      list.map((one) => one[by]).sort((a, b) => a - b)[Math.floor(share * (list.length - 1))] ?? NaN;
    const shown = (list: readonly Taken[]): string =>
      `${at(list, 'clock').toFixed(1)} (${at(list, 'clock', 0.95).toFixed(1)})`;
    const added = (by: keyof Taken): string => (at(times.always, by) - at(times.raw, by)).toFixed(1);
    console.log(
      `| ${name} | ${characters} | ${shown(times.raw)} | ${shown(times.never)} | ${shown(times.always)} | ${added('clock')} | ${added('processor')} |`,
    );
  }
  await Promise.all([access.never.close(), access.always.close()]);
}

const never: Taken = { clock: Infinity, processor: Infinity };

function stopwatch(): () => Taken {
  const [clock, processor] = [performance.now(), processorTime()];
  return () => ({ clock: performance.now() - clock, processor: processorTime() - processor });
}
