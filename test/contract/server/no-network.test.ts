import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Requests } from '../../../src/server/protocol';
import { makeModelDir } from '../models/model-dir';
import { builtServer, TestClient, until } from './client';

// The server as it is shipped, in a process where every way to the network is watched: with no endpoint set nothing may
// be tried, not even a name looked up.

let cache: string;
let server: string;
let model: string;
const watch = `
const { writeSync } = require('node:fs');
const report = (what) => writeSync(2, 'NETWORK ' + what + '\\n');
const spy = (object, name, what) => {
  const original = object[name];
  object[name] = function (...args) { report(what); return original.apply(this, args); };
};
const net = require('node:net'), dgram = require('node:dgram'), dns = require('node:dns');
spy(net.Socket.prototype, 'connect', 'net.connect');
spy(net.Server.prototype, 'listen', 'net.listen');
spy(dgram, 'createSocket', 'dgram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) { spy(dns, name, 'dns'); spy(dns.promises, name, 'dns'); }
`;

beforeAll(async () => {
  const inner = await builtServer();
  cache = mkdtempSync(join(tmpdir(), 'attest-network-'));
  writeFileSync(join(cache, 'watch.cjs'), watch);
  server = join(cache, 'watched.cjs');
  writeFileSync(server, `require('./watch.cjs');\nrequire(${JSON.stringify(inner)});\n`);
  mkdirSync(join(cache, 'models'));
  model = makeModelDir();
  symlinkSync(model, join(cache, 'models', 'all-MiniLM-L6-v2'));
}, 180_000);
afterAll(() => {
  for (const folder of [cache, model]) rmSync(folder, { recursive: true, force: true });
});

it('the watch sees a connection that is tried', async () => {
  const script = "require('node:net').connect(9, '127.0.0.1').on('error', () => {})";
  const child = spawn(process.execPath, ['-r', join(cache, 'watch.cjs'), '-e', script]);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await new Promise((done) => child.on('close', done));
  expect(stderr).toContain('NETWORK net.connect');
});

it('with no endpoint set, indexing, checking, fact-checking, verifying a plan, scoring, asking and chatting try to reach nothing', async () => {
  const client = await TestClient.start(server, {
    files: {
      'guidelines/htn.md': '# Hypertension\n\nStart lisinopril at 10 mg once daily.\n',
      'visit.note.md': '# Plan\n\nLisinopril 40 mg once daily.\n',
      'visit.transcript.txt': 'Doctor: We start lisinopril, ten milligrams once a day.\n',
    },
    options: { models: join(cache, 'models') },
  });
  try {
    const settings = {
      guidelineFolders: [join(client.folder, 'guidelines')],
      library: join(cache, 'library'),
    };
    await client.connection.sendNotification('attest/settings', settings);
    const indexed = await client.connection.sendRequest(Requests.indexLibrary);
    expect(indexed.passages).toBeGreaterThan(0);
    await client.open('visit.note.md');
    const uri = client.uri('visit.note.md');
    await until(() => client.diagnostics.get(uri), 'the check');
    expect(client.diagnostics.get(uri)).not.toEqual([]);
    const text = 'Lisinopril is started at 10 mg once daily.';
    await client.connection.sendRequest(Requests.factCheck, { text });
    await client.connection.sendRequest(Requests.faithfulness, { uri, text });
    await client.connection.sendRequest(Requests.ask, { question: 'What is the dose of lisinopril?' });
    const plan = await client.connection.sendRequest(Requests.verifyPlan, { uri });
    expect(plan.statements).not.toEqual([]);
    for (const question of [
      'What is the dose of lisinopril?',
      '/check',
      '/factcheck',
      '/explain lisinopril',
      '/summarise',
    ]) {
      const chat = client.connection.sendRequest(Requests.chat, {
        turn: 1,
        question,
        history: [],
        note: { uri },
      });
      if (question === '/summarise') await expect(chat, question).rejects.toThrow(/model/);
      else expect((await chat).answer, question).not.toBe('');
    }
    await expect(client.connection.sendRequest(Requests.listModels)).rejects.toThrow(/No language model/);
    expect(await client.connection.sendRequest(Requests.sentCalls)).toEqual({ calls: [], count: 0 });
    expect(client.stderr).not.toContain('NETWORK');
  } finally {
    await client.stop();
  }
});
