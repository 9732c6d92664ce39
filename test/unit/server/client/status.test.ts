import { describe, expect, it } from 'vitest';
import { AttestError } from '../../../../src/core/errors';
import type { ServerState } from '../../../../src/server/protocol';
import { Status } from '../../../../src/server/client/status';

function record(now?: () => number): { status: Status; kinds: () => string[]; states: ServerState[] } {
  const states: ServerState[] = [];
  const status = new Status((state) => states.push(state), now);
  return { status, states, kinds: () => states.map(({ kind }) => kind) };
}
const trouble = new AttestError('library-corrupt', 'The library is damaged.', 'Clear it.');

describe('the status', () => {
  it('shows work while it lasts and is ready after', () => {
    const { status, kinds } = record();
    const first = status.checking('a');
    const second = status.checking('b');
    first.end();
    second.end();
    second.end();
    expect(kinds()).toEqual(['checking', 'checking', 'ready']);
  });

  it('shows indexing before checking, and checking before trouble', () => {
    const { status, kinds } = record();
    status.fails('library', trouble);
    const check = status.checking('a');
    const run = status.indexing();
    run.end();
    check.end();
    status.works('library');
    expect(kinds()).toEqual(['error', 'checking', 'indexing', 'checking', 'error', 'ready']);
  });

  it('keeps the trouble of one area when another works again', () => {
    const { status, states } = record();
    status.fails('check', new Error('boom'));
    status.fails('library', trouble);
    status.works('check');
    expect(status.state).toEqual({ kind: 'error', message: 'The library is damaged.', advice: 'Clear it.' });
    status.works('library');
    expect(states.at(-1)).toEqual({ kind: 'ready' });
  });

  it('says nothing when nothing changes', () => {
    const { status, states } = record();
    status.works('check');
    status.fails('check', trouble);
    status.fails('check', trouble);
    expect(states).toHaveLength(1);
  });

  it('sends progress at most ten times a second and always the end', () => {
    let now = 0;
    const { status, states } = record(() => now);
    const run = status.indexing();
    for (let done = 1; done <= 1000; done++) {
      now += 1;
      run.progress({ phase: 'reading', done, total: 1000 });
    }
    run.end();
    expect(states.length).toBeLessThanOrEqual(1 + 10 + 1);
    expect(states.length).toBeGreaterThan(8);
    expect(states.at(-1)).toEqual({ kind: 'ready' });
  });
});
