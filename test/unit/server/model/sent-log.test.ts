import { describe, expect, it } from 'vitest';
import { SentLog } from '../../../../src/server/model/sent-log';
import { sentText } from '../../../../src/extension/model/sent-text';

const call = (at: number) => ({
  at,
  place: { kind: 'endpoint' as const, host: 'models.example', loopback: false },
  model: 'm',
  purpose: 'judge' as const,
  messages: [{ role: 'user' as const, content: `question ${at}` }],
});
const words = (message: string, ...args: unknown[]): string =>
  message.replace(/\{(\d)\}/g, (_, at: string) => String(args[Number(at)]));

describe('what was sent', () => {
  it('is counted whole, though of very many calls the last ones are kept', () => {
    const log = new SentLog();
    for (let at = 0; at < 350; at++) log.add(call(at));
    const { calls, count } = log.all();
    expect(count).toBe(350);
    expect(calls.at(-1)?.at).toBe(349);
    const text = sentText(calls, count, words);
    expect(text).toContain(`350 calls were sent in this session. The last ${calls.length} are kept.`);
    log.clear();
    expect(log.all()).toEqual({ calls: [], count: 0 });
  });

  it('says nothing of what is kept where that is all of it', () => {
    const log = new SentLog();
    log.add(call(1));
    const { calls, count } = log.all();
    expect(sentText(calls, count, words)).toMatch(
      /^1 call was sent in this session\. This list is in memory only\./,
    );
  });
});
