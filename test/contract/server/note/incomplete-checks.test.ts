import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { Notifications } from '../../../../src/server/protocol';
import { textAt, until } from '../client';
import { client, note, openVisit, serveNotes, source, start, visit } from '../visit-server';
import { describe, expect, it } from 'vitest';

serveNotes();

describe('what keeps a check from being complete', () => {
  it('is shown at the source that is missing, and goes when the source comes', async () => {
    const text = `---\nsource: gone.txt\n---\n${note}`;
    await start({ ...visit, 'visit.note.md': text });
    await client.open('visit.note.md');
    const [problem] = await client.diagnosticsOf('visit.note.md', 1);
    expect(textAt(text, problem?.range)).toBe('gone.txt');
    expect(problem).toMatchObject({ severity: DiagnosticSeverity.Warning, source: 'attest' });
    expect(client.reports.at(-1)?.report).toMatchObject({
      notScored: expect.stringContaining('gone.txt') as string,
      problems: [{ at: { start: 12, end: 20 } }],
    });
    await client.write('gone.txt', source);
    await client.changedOnDisk('gone.txt', 1);
    await until(
      () => client.diagnostics.get(client.uri('visit.note.md'))?.[0]?.code === 'faithfulness/value',
      'the finding',
    );
  });

  it('is shown at the line of malformed front matter, and nothing is compared', async () => {
    const text = `---\ntitle: Visit\nsource: [visit.transcript.txt\n---\n${note}`;
    await start({ ...visit, 'visit.note.md': text });
    await client.open('visit.note.md');
    const [problem] = await client.diagnosticsOf('visit.note.md', 1);
    expect(problem?.message).toContain('front matter is not valid YAML at line 3');
    expect(textAt(text, problem?.range)).toBe('source: [visit.transcript.txt');
    expect(client.reports.at(-1)?.report.sources).toEqual([]);
  });

  it('is a comment without a reason', async () => {
    const text = 'Continue lisinopril 20 mg. <!-- attest-ignore faithfulness/value -->\n';
    await start({ ...visit, 'visit.note.md': text });
    await client.open('visit.note.md');
    const [finding, problem] = await client.diagnosticsOf('visit.note.md', 2);
    expect(finding?.code).toBe('faithfulness/value');
    expect(textAt(text, problem?.range)).toBe('<!-- attest-ignore faithfulness/value -->');
  });

  it('does not take the check down when the library is damaged', async () => {
    await start(visit, { settings: { library: 'memory://broken' } });
    await openVisit();
    await until(() => client.states.at(-1)?.kind === 'error', 'the error');
    expect(client.states.at(-1)).toMatchObject({ message: 'The library is damaged.' });
    await client.connection.sendNotification(Notifications.settings, { library: '' } as never);
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
  });
});
