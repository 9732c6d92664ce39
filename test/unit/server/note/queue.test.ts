import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AttestError, throwIfCancelled } from '../../../../src/core/errors';
import { NoteQueue } from '../../../../src/server/note/queue';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Work that takes a while and can be cancelled. */
const work =
  (result: string, ms: number) =>
  async (signal: AbortSignal): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    throwIfCancelled(signal);
    return result;
  };
const advance = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('the queue of a note', () => {
  it('lets the latest win, and gives its result to everyone who waits', async () => {
    const queue = new NoteQueue<string>();
    const results = [queue.run('a', work('first', 100)), queue.run('a', work('second', 50))];
    await advance(30);
    results.push(queue.run('a', work('third', 10)));
    await advance(200);
    expect(await Promise.all(results)).toEqual(['third', 'third', 'third']);
  });

  it('does not mix notes', async () => {
    const queue = new NoteQueue<string>();
    const results = [queue.run('a', work('A', 10)), queue.run('b', work('B', 10))];
    await advance(10);
    expect(await Promise.all(results)).toEqual(['A', 'B']);
  });

  it('gives up when it is cancelled and nothing newer runs', async () => {
    const queue = new NoteQueue<string>();
    const outer = new AbortController();
    const one = expect(queue.run('a', work('A', 10), outer.signal)).rejects.toMatchObject({
      reason: 'cancelled',
    });
    outer.abort();
    const other = expect(queue.run('b', work('B', 10))).rejects.toMatchObject({ reason: 'cancelled' });
    queue.cancelAll();
    await advance(10);
    await Promise.all([one, other]);
  });

  it('passes other errors on, and works again after', async () => {
    const queue = new NoteQueue<string>();
    const failing = (): Promise<string> => Promise.reject(new AttestError('broken', 'x', 'y'));
    await expect(queue.run('a', failing)).rejects.toMatchObject({ reason: 'broken' });
    const next = queue.run('a', work('A', 1));
    await advance(1);
    expect(await next).toBe('A');
  });

  it('begins the pause anew with every call, and forgets it when a run comes first', async () => {
    const queue = new NoteQueue<string>();
    const start = vi.fn();
    queue.later('a', 400, start);
    await advance(300);
    queue.later('a', 400, start);
    await advance(300);
    expect(start).not.toHaveBeenCalled();
    expect(queue.isWaiting('a')).toBe(true);
    await advance(100);
    expect(start).toHaveBeenCalledTimes(1);
    queue.later('a', 400, start);
    void queue.run('a', work('A', 1));
    await advance(1000);
    expect(start).toHaveBeenCalledTimes(1);
  });
});
