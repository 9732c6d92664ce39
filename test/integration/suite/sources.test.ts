import * as assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { FaithfulnessReport, NoteReport } from '../../../src/engine/engine';
import { attest, run } from './support/attest';
import { FakeUser } from './support/fake-user';
import { closeEditors, fileUri, findings, show } from './support/notes';

const note = 'visits/unlinked.note.md';

describe('linking a source', () => {
  let user: FakeUser;

  beforeEach(async () => {
    await attest();
    user = new FakeUser();
  });
  afterEach(async () => {
    user.leave();
    await closeEditors();
  });

  it('says that a note without a source was not compared, and offers to link one', async () => {
    await show(note);
    const report = await run<NoteReport>('checkNote');
    assert.deepEqual(report.sources, []);
    assert.equal(typeof report.notScored, 'string');
    assert.equal(report.scores.faithfulness.scored, 0);
    assert.equal(report.scores.faithfulness.shares, undefined);
    assert.ok(user.messages.some(({ buttons }) => buttons.includes('Link Source…')));
  });

  it('checks the note against the linked file, also after a restart, until it is unlinked', async () => {
    const { document } = await show(note);
    user.picks = (label) => label === 'phone-call.txt';
    await run('linkSource');
    const [finding] = await findings(document.uri, 1);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '100 micrograms');
    assert.equal(
      finding.relatedInformation?.[0]?.location.uri.fsPath,
      fileUri('visits/phone-call.txt').fsPath,
    );
    await run('restartEngine');
    const again = await run<NoteReport>('checkNote');
    assert.deepEqual(
      again.findings.map(({ text }) => text),
      ['100 micrograms'],
    );
    user.picks = () => false;
    await run('linkSource');
    await findings(document.uri, 0);
  });

  it('scores the faithfulness of a text per sentence', async () => {
    const { document } = await show('visits/metformin.note.md');
    const report = await run<FaithfulnessReport>('scoreFaithfulness');
    const verdict = (text: string) => {
      const sentence = report.sentences.find((each) => each.text.includes(text));
      assert.equal(sentence && document.getText().slice(sentence.start, sentence.end), sentence?.text);
      return sentence?.verdict;
    };
    assert.equal(verdict('Metformin 1000 mg'), 'contradicted');
    assert.equal(verdict('Blood pressure 130/80 mmHg'), 'supported');
    const scored = report.sentences.filter((each) => each.verdict !== 'not-scored');
    const supported = scored.filter((each) => each.verdict === 'supported');
    assert.equal(report.summary.scored, scored.length);
    assert.equal(report.score, supported.length / scored.length);
  });
});
