import { describe, expect, it } from 'vitest';
import { destination, progressText, statusText } from '../../../../src/extension/status/status-text';

const t = (message: string, ...args: (string | number | boolean)[]): string =>
  message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const offline = { library: '/library' };

describe('where text goes', () => {
  it.each(['/home/ada/library', 'C:\\library', 'file:///library', ''])('is nowhere for %j', (library) => {
    expect(destination({ library }, t)).toMatchObject({ places: [], short: 'offline' });
  });

  it('is named, without secrets of the path, when the library is elsewhere', () => {
    expect(destination({ library: 's3://bucket/library?key=1' }, t).places).toEqual(['s3://bucket']);
  });

  it.each([
    [{ kind: 'endpoint', host: 'api.example.org', loopback: false }, 'api.example.org'],
    [{ kind: 'editor', vendor: 'copilot' }, 'copilot'],
    [{ kind: 'endpoint', host: 'localhost:11434', loopback: true }, 'model on this computer'],
  ] as const)('says where the model %j is', (model, short) => {
    expect(destination({ library: '/library', model }, t).short).toBe(short);
  });

  it('names both when library and model are elsewhere, and then never says offline', () => {
    const model = { kind: 'endpoint', host: 'api.example.org', loopback: false } as const;
    const { short, sentences } = destination({ library: 's3://bucket/library', model }, t);
    expect(short).toBe('s3://bucket · api.example.org');
    expect(sentences.join(' ')).not.toMatch(/offline/i);
  });

  it('says that agents were given something, and never that all stays here', () => {
    const { short, sentences } = destination({ ...offline, agents: 2 }, t);
    expect(short).toBe('agents');
    expect(sentences).toEqual(['Agents of this editor were given what tools found, times: 2.']);
    expect(destination({ ...offline, agents: 0 }, t).short).toBe('offline');
  });

  it('counts what the calls took', () => {
    const usage = { calls: 2, cached: 1, promptTokens: 1000, answerTokens: 50, cost: 0.0123 };
    const { tooltip } = statusText({ kind: 'ready' }, { ...offline, usage }, t);
    expect(tooltip).toContain('Calls of the language model: 2, tokens: 1050, cost: 0.0123.');
  });
});

describe('the status bar', () => {
  it('says why no model judged the note, where one should', () => {
    const note = { findings: 0, compared: true, unjudged: 'There is no agreement.' };
    const { text, tooltip } = statusText({ kind: 'ready' }, offline, t, note);
    expect(tooltip).toContain('Decided without the language model: There is no agreement.');
    expect(text).not.toContain('agreement');
  });

  it('says that the engine is ready and offline', () => {
    expect(statusText({ kind: 'ready' }, offline, t)).toEqual({
      text: '$(verified) Attest · offline',
      label: 'Attest: ready. Offline: text stays on this computer.',
      tooltip: 'Attest: ready. Offline: text stays on this computer.',
      severity: 'none',
    });
  });

  it('never says offline when the library is elsewhere', () => {
    const { text, label } = statusText({ kind: 'ready' }, { library: 's3://bucket/library' }, t);
    expect(text).toBe('$(verified) Attest · s3://bucket');
    expect(label).toContain('Searches of the library go to s3://bucket.');
  });

  it('counts files and estimates while indexing', () => {
    const progress = { phase: 'reading', done: 3, total: 12, secondsLeft: 20 } as const;
    const { text } = statusText({ kind: 'indexing', progress }, offline, t);
    expect(text).toBe('$(sync~spin) Attest: indexing 3 of 12 files, about 20 s left · offline');
  });

  it('shows an error with what to do', () => {
    const state = { kind: 'error', message: 'It stopped.', advice: 'Restart it.' } as const;
    expect(statusText(state, offline, t)).toEqual({
      text: '$(error) Attest: error · offline',
      label: 'Attest: error. It stopped.',
      tooltip: 'It stopped. Restart it. Offline: text stays on this computer.',
      severity: 'error',
    });
  });

  it('says when a note is checked', () => {
    const { text } = statusText({ kind: 'checking', uri: 'file:///n.md' }, offline, t);
    expect(text).toBe('$(sync~spin) Attest: checking · offline');
  });
});

describe('the status bar for a checked note', () => {
  const text = (findings: number, compared: boolean): string =>
    statusText({ kind: 'ready' }, offline, t, { findings, compared }).text;

  it('counts its findings', () => {
    expect(text(0, true)).toBe('$(verified) Attest: no findings · offline');
    expect(text(1, true)).toBe('$(verified) Attest: 1 finding · offline');
    expect(text(7, true)).toBe('$(verified) Attest: 7 findings · offline');
  });

  it('says when it was not compared with a source, findings or not', () => {
    expect(text(2, false)).toBe('$(circle-slash) Attest: 2 findings, not compared with a source · offline');
    expect(text(0, false)).toContain('not compared with a source');
  });

  it('says that its language keeps it from being scored, and which it is', () => {
    const note = { findings: 0, compared: false, language: 'Language: the note seems to be in German.' };
    const shown = statusText({ kind: 'ready' }, offline, t, note);
    expect(shown.text).toBe('$(circle-slash) Attest: not scored: language · offline');
    expect(shown.tooltip).toContain('in German');
  });

  it('says first what the engine is doing', () => {
    const state = { kind: 'checking', uri: 'file:///n.md' } as const;
    expect(statusText(state, offline, t, { findings: 2, compared: true }).text).toContain('checking');
  });
});

describe('progress', () => {
  it.each([
    [{ phase: 'scanning', done: 0, total: 0 } as const, 'looking for files'],
    [{ phase: 'finishing', done: 9, total: 9 } as const, 'finishing'],
    [{ phase: 'reading', done: 0, total: 9 } as const, '0 of 9 files'],
    [{ phase: 'reading', done: 8, total: 9, secondsLeft: 0.2 } as const, '8 of 9 files, about 1 s left'],
    [{ phase: 'reading', done: 1, total: 9, secondsLeft: 200 } as const, '1 of 9 files, about 3 min left'],
  ])('of %j reads %s', (progress, text) => expect(progressText(progress, t)).toBe(text));
});
