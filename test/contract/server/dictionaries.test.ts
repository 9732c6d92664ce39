import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Notifications, Requests, type ServerSettings } from '../../../src/server/protocol';
import { builtServer, TestClient, textAt, until } from './client';

// The server as it is shipped, with the real engine and no library.

let server: string;
beforeAll(async () => {
  server = await builtServer();
}, 180_000);

let client: TestClient;
afterEach(() => client.stop());

const note = 'visit.note.md';
const words = 'terms/ward.json';
const good = '{\n  "medications": [{ "name": "exampletide", "names": ["Examplax"] }]\n}\n';
const broken = '{\n  "medications": [{ "name": "exampletide", "brand": ["Examplax"] }]\n}\n';

async function start(dictionary: string): Promise<void> {
  client = await TestClient.start(server, {
    files: {
      [note]: '# Plan\n\nExamplax 20 mg once daily.\n',
      'visit.transcript.txt': 'Doctor: You take exampletide, 10 mg once a day.\nPatient: Yes.\n',
      [words]: dictionary,
    },
  });
}

const use = (...names: string[]): Promise<void> =>
  client.connection.sendNotification(Notifications.settings, {
    dictionaries: names.map((name) => client.path(name)),
  } as unknown as ServerSettings);
const doses = async (): Promise<string[]> => {
  const { findings } = await client.connection.sendRequest(Requests.checkNote, { uri: client.uri(note) });
  return findings.filter(({ rule }) => rule === 'faithfulness/dose').map(({ text }) => text);
};

describe('a user’s dictionary', () => {
  it('is used once the settings name it, without a restart, and left once they do not', async () => {
    await start(good);
    await client.open(note);
    await until(() => client.diagnostics.get(client.uri(note)), 'the first check');
    expect(await doses()).toEqual([]);
    await client.afterNextCheck(note, () => use(words));
    expect(await doses()).toEqual(['20 mg']);
    await client.afterNextCheck(note, () => use());
    expect(await doses()).toEqual([]);
  });

  it('shows a mistake at its place in the file and in the status bar, until it is corrected', async () => {
    await start(broken);
    await client.open(note);
    await use(words);
    const [problem] = await client.diagnosticsOf(words, 1);
    expect(problem?.message).toContain('there is no field "brand" here');
    expect(textAt(broken, problem?.range)).toBe('"brand"');
    await until(
      () => client.states.some((state) => state.kind === 'error' && state.message.includes('ward.json')),
      'the error in the status bar',
    );
    expect(await doses()).toEqual([]);

    await client.write(words, good);
    await client.changedOnDisk(words);
    await client.diagnosticsOf(words, 0);
    await until(() => client.states.at(-1)?.kind === 'ready', 'the status bar without the error');
    expect(await doses()).toEqual(['20 mg']);
  });

  it('that is missing is named, and does not keep the others back', async () => {
    await start(good);
    await use('terms/nowhere.json', words);
    const [problem] = await client.diagnosticsOf('terms/nowhere.json', 1);
    expect(problem?.message).toContain('does not exist');
    expect(await doses()).toEqual(['20 mg']);
  });

  it('is watched', async () => {
    await start(good);
    await use(words);
    const folder = { baseUri: client.uri('terms'), pattern: '*' };
    await until(
      () => client.watched.some(({ globPattern }) => JSON.stringify(globPattern) === JSON.stringify(folder)),
      'the watcher',
    );
    expect(await doses()).toEqual(['20 mg']);
  });
});
