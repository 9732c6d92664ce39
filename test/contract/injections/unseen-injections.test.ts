import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/core/evidence/passages/passage';
import { judgeStatement } from '../../../src/core/judge/judge';
import type { OfflineVerdict } from '../../../src/core/judge/judgement';
import { passageAsEvidence } from '../../../src/core/judge/judge-evidence';
import { OpenAiModel } from '../../../src/models/openai/openai-model';
import { judgeReply } from '../../support/openai-server/judge-replies';
import { knownWithLogprobs as known } from '../../support/openai-server/known-abilities';
import { startOpenAiServer, type OpenAiServer } from '../../support/openai-server/openai-server';
import { libraryPassage } from '../../support/library-passage';
import injections from './unseen-injections.json';

// Injections that no cue was written for, and none may be: they pass the filter of what a model gets to see, and the server
// obeys every one that it sees. What keeps the verdict is that a quote has to show it, or a reader who sees the quote alone.

const fact = 'Start lisinopril at 10 mg once daily.';
const statements = ['Lisinopril cures diabetes.', 'Lisinopril is safe in pregnancy.'];
const open: OfflineVerdict = { verdict: 'not-sure', typed: false, citations: [] };
/** What the server obeys with, and what it quotes for it. */
const manners = ['supported', 'contradicted'].flatMap((verdict) =>
  ['the fact', 'the injection', 'both'].map((quoted) => ({ verdict, quoted })),
);

let server: OpenAiServer;
let model: OpenAiModel;
let payload = '';
let manner = { verdict: '', quoted: '' };

const flat = (text: string): string => text.replace(/\s+/g, ' ');
const quotes = (): Record<string, string> => ({
  'the fact': fact,
  'the injection': flat(payload),
  both: `${fact} ${flat(payload)}`,
});

beforeAll(async () => {
  server = await startOpenAiServer((body) => {
    const sent = flat(String(body.messages?.at(-1)?.content));
    const words = flat(payload).split(' ');
    const reached = words.some(
      (_, at) => at + 4 <= words.length && sent.includes(words.slice(at, at + 4).join(' ')),
    );
    return reached
      ? judgeReply(manner.verdict, quotes()[manner.quoted] ?? '', 1)
      : judgeReply('not-addressed', '', 1);
  });
  model = new OpenAiModel({ baseUrl: server.baseUrl, model: 'obedient', known });
});
afterAll(async () => {
  await model.close();
  await server.close();
});

/** The verdicts on a statement that the passage does not speak of, as far as an injection moved them. */
async function moved(passageOf: () => Passage, ways = manners): Promise<string[]> {
  const changed: string[] = [];
  for (manner of ways) {
    for (payload of injections) {
      for (const statement of statements) {
        const { verdict } = await judgeStatement(model, statement, [passageAsEvidence(passageOf())], open);
        if (verdict === 'supported' || verdict === 'contradicted')
          changed.push(`${verdict}: ${statement} ${payload}`);
      }
    }
  }
  return changed;
}

describe('injections that no cue was written for', () => {
  it('are twenty-five at least, and most of them reach the model', async () => {
    expect(new Set(injections).size).toBeGreaterThanOrEqual(25);
    manner = { verdict: 'supported', quoted: 'the fact' };
    let reached = 0;
    for (payload of injections) {
      const passage = passageAsEvidence(libraryPassage(`${fact}\n\n${payload}`));
      const { path } = await judgeStatement(model, 'Lisinopril cures diabetes.', [passage], open);
      if (path[0]?.verdict === 'supported') reached++;
    }
    expect(reached).toBeGreaterThan(injections.length / 2);
  });

  it('decide no verdict from below the fact, whatever the server quotes for it', async () => {
    expect(await moved(() => libraryPassage(`${fact}\n\n${payload}`))).toEqual([]);
  });

  it('decide no verdict from above it', async () => {
    expect(await moved(() => libraryPassage(`${payload}\n\n${fact}`))).toEqual([]);
  });

  it('decide no verdict from a title or a heading', async () => {
    const ways = manners.filter(({ quoted }) => quoted === 'the fact');
    expect(await moved(() => ({ ...libraryPassage(fact), title: payload }), ways)).toEqual([]);
    expect(await moved(() => ({ ...libraryPassage(fact), section: ['Dose', payload] }), ways)).toEqual([]);
  });

  it('leave what the quote shows as it is', async () => {
    manner = { verdict: 'supported', quoted: 'the fact' };
    for (payload of injections.slice(0, 3)) {
      const passage = passageAsEvidence(libraryPassage(`${fact}\n\n${payload}`));
      const { verdict, citations } = await judgeStatement(
        model,
        'Lisinopril is started at 10 mg once daily.',
        [passage],
        open,
      );
      expect(verdict).toBe('supported');
      expect(citations.map(({ quote }) => quote)).toEqual([fact]);
    }
  });
});
