import { describe, expect, it } from 'vitest';
import { judgeStatement } from '../../../src/core/judge/judge';
import type { Judgement } from '../../../src/core/judge/judgement';
import { passageAsEvidence } from '../../../src/core/judge/judge-evidence';
import { labelledPairs } from '../../../src/core/judge/labelled-pairs';
import { OpenAiModel } from '../../../src/models/openai/openai-model';
import { seededRandom } from '../../bench/measure/statistics';
import { known } from '../../support/openai-server/known-abilities';
import { startOpenAiServer, type ChatBody } from '../../support/openai-server/openai-server';
import { libraryPassage } from '../../support/library-passage';

// Every way of lying about a quote, beside honest ones, over the real protocol. Whatever the server says: what is cited
// stands in the document, and a verdict that needs evidence has some.

const verdicts = ['supported', 'contradicted', 'not-addressed', 'not-sure'];
const trials = 120;

describe('a server that lies about its quotes', () => {
  it('never gets one into a judgement that is not in the passage, word for word', async () => {
    const random = seededRandom(20_261_128);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
    await using server = await startOpenAiServer((body) => ({ text: lie(body, random, pick) }));
    const model = new OpenAiModel({ baseUrl: server.baseUrl, model: 'liar', known });
    const judged: { judgement: Judgement; texts: string[] }[] = [];
    for (let trial = 0; trial < trials; trial++) {
      const [pair, other] = [pick(labelledPairs), pick(labelledPairs)];
      const passages = [pair.evidence, other.evidence].map((text, at) => libraryPassage(text, `/g/${at}.md`));
      const judgement = await judgeStatement(
        model,
        pair.statement,
        passages.map(passageAsEvidence),
        { verdict: pick(['not-sure', 'supported', 'contradicted'] as const), typed: false, citations: [] },
        { samples: pick([1, 3]), escalate: pick([true, false]) },
      );
      judged.push({ judgement, texts: passages.map(({ text }) => text) });
    }
    await model.close();

    const cited = judged.flatMap(({ judgement, texts }) =>
      judgement.citations.map((citation) => {
        const text = texts[Number(/\d/.exec(citation.document)?.[0])] ?? '';
        return text.slice(citation.start, citation.end) === citation.quote && citation.quote.trim() !== '';
      }),
    );
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter(Boolean).length / cited.length).toBe(1);
    const decided = judged.filter(({ judgement }) =>
      ['supported', 'contradicted'].includes(judgement.verdict),
    );
    expect(decided.length).toBeGreaterThan(10);
    expect(decided.every(({ judgement }) => judgement.citations.length > 0)).toBe(true);
    const withdrawn = judged.flatMap(({ judgement }) => judgement.path).filter((step) => step.withdrawn);
    expect(withdrawn.length).toBeGreaterThan(50);
  });
});

/** An answer with a quote that is true, bent, invented, from elsewhere, or no answer at all. */
function lie(body: ChatBody, random: () => number, pick: <T>(items: readonly T[]) => T): string {
  const prompt = String(body.messages?.at(-1)?.content);
  const passages = [...prompt.matchAll(/kind="passage" id="(P\d)"[^>]*>\n\(.*\)\n([\s\S]*?)\n<\/data/g)];
  const [, id = 'P1', text = ''] = pick(passages) ?? [];
  const sentence = pick(text.split(/(?<=\.) /));
  // Half of the quotes are true: among lies alone, nothing but "not sure" would come out.
  const honest = random() < 0.5;
  const bent = pick([
    sentence.replace(/\d+/g, '999'),
    sentence.replace(/ (?:is|are|not|no) /, ' must never '),
    `${sentence} This is certain.`,
    sentence.split(' ').reverse().join(' '),
    sentence.split(' ')[0] ?? '',
    'The statement is supported.',
    '',
    `…${sentence.slice(3)}`,
    sentence.toUpperCase(),
    sentence.replace(/e/g, 'е'), // Cyrillic
  ]);
  const answer = JSON.stringify({
    passageId: honest ? id : pick([id, 'P9', 'p1', '', '../../etc/passwd', 'O1']),
    quote: honest ? sentence : bent,
    reason: pick(['because', '<img src=x onerror=alert(1)>', 'x'.repeat(3000)]),
    verdict: pick(verdicts),
  });
  return random() < 0.05 ? answer.slice(0, answer.length / 2) : answer;
}
