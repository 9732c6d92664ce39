import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { Requests } from '../../../../src/server/protocol';
import { until } from '../client';
import { client, failure, note, openVisit, serveNotes, start, visit } from '../visit-server';
import { describe, expect, it } from 'vitest';

serveNotes();

describe('an ignored finding', () => {
  const ignore = (diagnostic: Diagnostic, where?: 'note' | 'workspace', reason = 'changed after the visit') =>
    client.connection.sendRequest(Requests.ignoreFinding, {
      uri: client.uri('visit.note.md'),
      fingerprint: (diagnostic.data as { fingerprint: string }).fingerprint,
      reason,
      ...(where && { where }),
    });

  it('stays ignored in the note, wherever its statement moves', async () => {
    await start();
    await ignore(await openVisit(), 'note');
    await client.diagnosticsOf('visit.note.md', 0);
    const uri = client.uri('visit.note.md');
    const commented = client.document(uri).getText();
    expect(commented).toMatch(
      /lisinopril 20 mg <!-- attest-ignore faithfulness\/value [0-9a-f]{12}: changed after the visit -->/,
    );
    const moved = await client.afterNextCheck('visit.note.md', async () => {
      client.change(uri, `New first line.\n\n${commented.replace('Continue', 'We continue')}`);
      await client.save('visit.note.md');
    });
    expect(moved).toEqual([]);
    expect(client.reports.at(-1)?.report.ignored).toHaveLength(1);
    client.change(uri, client.document(uri).getText().replace('20 mg', '40 mg'));
    await client.save('visit.note.md');
    await client.diagnosticsOf('visit.note.md', 1);
  });

  it('stays ignored in the workspace, also for the next window, until it is restored', async () => {
    await start();
    await ignore(await openVisit());
    await client.diagnosticsOf('visit.note.md', 0);
    const list = JSON.parse(await client.read('.attest/ignored-findings.json')) as unknown;
    expect(list).toMatchObject({
      version: 1,
      ignored: [{ note: 'visit.note.md', rule: 'faithfulness/value', reason: 'changed after the visit' }],
    });
    const files = { ...visit, '.attest/ignored-findings.json': JSON.stringify(list) };
    await client.stop();
    await start(files);
    await client.open('visit.note.md');
    await until(() => client.reports[0]?.report.ignored.length === 1, 'the ignored finding');
    expect(client.diagnostics.get(client.uri('visit.note.md'))).toEqual([]);
    const [entry] = await client.connection.sendRequest(Requests.ignoredFindings);
    expect(entry).toMatchObject({ note: 'visit.note.md', reason: 'changed after the visit' });
    await client.connection.sendRequest(Requests.restoreFinding, { fingerprint: entry?.fingerprint ?? '' });
    await client.diagnosticsOf('visit.note.md', 1);
    expect(await client.connection.sendRequest(Requests.ignoredFindings)).toEqual([]);
  });

  it('needs a reason, and a finding', async () => {
    await start();
    const diagnostic = await openVisit();
    expect(await failure(ignore(diagnostic, 'note', ' … '))).toMatchObject({
      data: { reason: 'invalid-input', advice: 'Write a reason.' },
    });
    expect(await failure(ignore({ ...diagnostic, data: { fingerprint: 'gone' } }))).toMatchObject({
      data: { reason: 'invalid-input' },
    });
    expect(client.document(client.uri('visit.note.md')).getText()).toBe(note);
  });

  it('never costs a list that cannot be read', async () => {
    const broken = '{"version": 1,\n<<<<<<< ours\n';
    await start({ ...visit, '.attest/ignored-findings.json': broken });
    const diagnostic = await openVisit();
    await until(() => client.states.at(-1)?.kind === 'error', 'the error');
    const error = await failure(ignore(diagnostic));
    expect(error.data.reason).toBe('broken');
    expect(error.message).toContain('merge conflict');
    expect(await client.read('.attest/ignored-findings.json')).toBe(broken);
    await client.write('.attest/ignored-findings.json', '{"version": 1, "ignored": []}');
    await client.changedOnDisk('.attest/ignored-findings.json');
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
  });
});
