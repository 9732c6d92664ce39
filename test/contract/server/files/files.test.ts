import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decodePassageUri } from '../../../../src/server/evidence/passage-uri';
import { Notifications, Requests } from '../../../../src/server/protocol';
import { sleep, textAt, until } from '../client';
import { client, note, serveNotes, source, start, visit } from '../visit-server';
import { describe, expect, it } from 'vitest';

serveNotes();

describe('files', () => {
  it('are watched through the client, guideline folders outside of the workspace too', async () => {
    await start(visit, { settings: { guidelineFolders: ['/srv/guidelines'] } });
    await until(() => client.watched.length >= 3, 'the registrations');
    const patterns = client.watched.map(({ globPattern }) => globPattern);
    expect(patterns).toContain('**/.attest/ignored-findings.json');
    expect(patterns).toContainEqual({ baseUri: 'file:///srv/guidelines', pattern: '**/*' });
  });

  it('of FHIR records are watched, and what is cited of them opens as their text', async () => {
    const record = (dose: string): string =>
      JSON.stringify({
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: { text: `lisinopril ${dose}` },
      });
    await start({ 'visit.note.md': note, 'visit.fhir.json': record('10 mg') });
    await client.open('visit.note.md');
    const [finding] = await client.diagnosticsOf('visit.note.md', 1);
    const { uri = '', range } = finding?.relatedInformation?.[0]?.location ?? {};
    const path = decodePassageUri(uri) ?? '';
    expect(path).toBe(client.path('visit.fhir.json'));
    const { text } = await client.connection.sendRequest(Requests.documentText, { path });
    expect(text).toBe('MEDICATIONS\n\n- lisinopril 10 mg.');
    expect(textAt(text, range)).toContain('10 mg');
    expect(client.watched.map(({ globPattern }) => globPattern)).toContain(
      '**/*.{md,markdown,txt,text,json}',
    );
    await client.write('visit.fhir.json', record('20 mg'));
    await client.changedOnDisk('visit.fhir.json');
    await client.diagnosticsOf('visit.note.md', 0);
  });

  it('are watched where sources lie outside of the workspace', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'attest-outside-'));
    const record = join(outside, 'record.txt');
    await writeFile(record, source);
    await start({ 'visit.note.md': `---\nsource: ${record}\n---\n${note}` });
    await client.open('visit.note.md');
    await client.diagnosticsOf('visit.note.md', 1);
    const pattern = { baseUri: pathToFileURL(outside).href, pattern: '*' };
    await until(
      () => client.watched.some(({ globPattern }) => JSON.stringify(globPattern) === JSON.stringify(pattern)),
      'the registration',
    );
    await rm(outside, { recursive: true });
  });

  it('of guidelines are indexed again when they change', async () => {
    await start(visit, { settings: { library: 'memory://library' } });
    await client.write('guidelines/a.md', '# A');
    await client.connection.sendNotification(Notifications.settings, {
      library: 'memory://library',
      guidelineFolders: [client.path('guidelines')],
    } as never);
    const indexed = (): number => client.states.filter(({ kind }) => kind === 'indexing').length;
    await until(() => indexed() > 0 && client.states.at(-1)?.kind === 'ready', 'the new folder');
    const before = indexed();
    await client.changedOnDisk('guidelines/~$a.docx', 1);
    await client.changedOnDisk('visit.transcript.txt');
    await sleep(2500);
    expect(indexed()).toBe(before);
    await client.changedOnDisk(join('guidelines', 'a.md'));
    await until(() => indexed() > before, 'the changed file');
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
  });

  it('of guidelines are watched by Node where the client cannot', async () => {
    const capabilities = { textDocument: { hover: { contentFormat: ['plaintext' as const] } } };
    await start(visit, { capabilities, options: { clientCommands: false } });
    await client.write('guidelines/a.md', '# A');
    await client.connection.sendNotification(Notifications.settings, {
      library: 'memory://library',
      guidelineFolders: [client.path('guidelines')],
    } as never);
    await until(() => client.states.some(({ kind }) => kind === 'indexing'), 'the new folder');
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
    client.states.length = 0;
    await client.write('guidelines/b.md', '# B');
    await until(() => client.states.some(({ kind }) => kind === 'indexing'), 'the new file');
  });
});
