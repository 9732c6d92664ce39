import * as assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import type { AttestApi } from '../../../src/extension/extension';
import type { NoteReport } from '../../../src/engine/engine';
import { attest, run } from './support/attest';
import { eventually } from './support/eventually';
import { FakeUser } from './support/fake-user';
import { closeEditors, findings, show } from './support/notes';

const note = 'visits/metformin.note.md';
/** Restarts that the extension makes by itself before it asks. */
const automaticRestarts = 2;

describe('a crash of the engine', () => {
  let api: AttestApi;
  let user: FakeUser;

  before(async () => {
    api = await attest();
  });
  beforeEach(() => {
    user = new FakeUser();
  });
  afterEach(async () => {
    user.leave();
    await run('restartEngine');
    await closeEditors();
  });

  async function kill(): Promise<number> {
    await api.whenReady();
    const pid = await api.enginePid();
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  it('leaves the editor as it is, says so, and is repaired by itself', async () => {
    await run('restartEngine');
    const { document } = await show(note);
    await run('checkNote');
    await findings(document.uri, 1);
    const before = document.getText();
    const pid = await kill();
    const next = await eventually(
      'another engine',
      () => api.enginePid(),
      (now) => now !== undefined && now !== pid,
    );
    assert.notEqual(next, pid);
    const [message] = user.texts('warning');
    assert.match(message ?? '', /Attest engine .*Your notes are untouched/);
    assert.equal(document.getText(), before);
    const report = await run<NoteReport>('checkNote');
    assert.equal(report.findings.length, 1);
    await findings(document.uri, 1);
  });

  it('stops restarting after some crashes in a row and asks; Restart Engine works again', async () => {
    await run('restartEngine');
    await show(note);
    for (let crash = 0; crash <= automaticRestarts; crash++) {
      const pid = await kill();
      await eventually(
        'the engine is gone',
        () => api.enginePid(),
        (now) => now !== pid,
      );
    }
    const [message] = await eventually(
      'an error message',
      () => user.messages,
      (all) => all.some(({ kind }) => kind === 'error'),
    ).then((all) => all.filter(({ kind }) => kind === 'error'));
    assert.ok(message?.buttons.includes('Restart'), JSON.stringify(message));
    assert.equal(await api.enginePid(), undefined);
    await run('showActions');
    assert.match(user.placeholders.at(-1) ?? '', /Attest engine/);
    await run('restartEngine');
    assert.notEqual(await api.enginePid(), undefined);
    await run('showActions');
    assert.match(user.placeholders.at(-1) ?? '', /text stays on this computer/i);
    const report = await run<NoteReport>('checkNote');
    assert.equal(report.findings.length, 1);
  });
});
