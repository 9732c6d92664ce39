import { describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { AttestError } from '../../../../src/core/errors';
import { FactChecks } from '../../../../src/extension/panel/fact-checks';
import { PanelSession } from '../../../../src/extension/panel/panel-session';
import type { EngineClient, FactCheckReport } from '../../../../src/extension/services';

// An engine that answers when the test has it answer, and gives up when it is told to.
function checks() {
  const session = new PanelSession();
  const asked: { text: string; run: number; answer: (report: FactCheckReport) => void }[] = [];
  const listeners: ((event: { run: number; report: FactCheckReport }) => void)[] = [];
  const engine = {
    onDidFactCheck: (listener: (typeof listeners)[number]) => {
      listeners.push(listener);
      return { dispose: () => undefined };
    },
    request: (
      _: string,
      [{ text, run }]: [{ text: string; run: number }],
      token: InstanceType<typeof CancellationTokenSource>['token'],
    ) =>
      new Promise<FactCheckReport>((resolve, reject) => {
        asked.push({ text, run, answer: resolve });
        token.onCancellationRequested(() => reject(new AttestError('cancelled', 'Cancelled.', '')));
      }),
  };
  const made = new FactChecks(
    engine as unknown as EngineClient,
    session,
    () => new CancellationTokenSource(),
  );
  const tell = (run: number, report: FactCheckReport): void =>
    listeners.forEach((listener) => listener({ run, report }));
  return { made, session, asked, tell };
}

const report = (verdict: FactCheckReport['verdict'], pending?: number): FactCheckReport => ({
  statements: [],
  verdict,
  ...(pending !== undefined && { pending }),
});

describe('fact-checks of the panel', () => {
  it('can be stopped: what was checked until then stays, and says so', async () => {
    const { made, session, asked, tell } = checks();
    const done = made.run({ name: 'n', text: 'long' });
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    tell(asked[0]?.run ?? 0, report('contradicted', 3));
    made.stop();
    expect(await done).toBeUndefined();
    expect(session.model.factCheck).toEqual({
      state: 'done',
      value: { ...report('contradicted', 3), stopped: true },
    });
    expect(made.last).toBeUndefined();
    made.stop();
  });

  it('show nothing where they were stopped before anything was checked', async () => {
    const { made, session } = checks();
    const done = made.run({ name: 'n', text: 'long' });
    made.stop();
    expect(await done).toBeUndefined();
    expect(session.model.factCheck).toEqual({ state: 'empty' });
  });

  it('end the one before, whose results are not shown any more', async () => {
    const { made, session, asked, tell } = checks();
    const first = made.run({ name: 'a', text: 'first' });
    tell(asked[0]?.run ?? 0, report('contradicted', 3));
    const second = made.run({ name: 'b', text: 'second' });
    expect(await first).toBeUndefined();
    tell(asked[0]?.run ?? 0, report('contradicted', 2));
    expect(session.model.factCheck).toEqual({ state: 'loading' });
    asked[1]?.answer(report('supported'));
    expect(await second).toEqual(report('supported'));
    expect(session.model.factCheck).toEqual({ state: 'done', value: report('supported') });
    expect(made.last?.what.name).toBe('b');
  });
});
