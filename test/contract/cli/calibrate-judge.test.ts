import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeReply, pairOf } from '../../support/openai-server/judge-replies';
import { startOpenAiServer, type OpenAiServer } from '../../support/openai-server/openai-server';
import { buildCli, Workplace } from './run-cli';

let place: Workplace;
let server: OpenAiServer;
beforeAll(async () => {
  await buildCli();
  place = await Workplace.create();
  // Right about what is contradicted; a contradiction is all that it sees.
  server = await startOpenAiServer((body) => {
    const pair = pairOf(body);
    return pair ? judgeReply('contradicted', pair.evidence, 0.9) : { text: '{"ok": true}' };
  });
}, 120_000);
afterAll(async () => {
  await server.close();
  await place.remove();
});

describe('attest calibrate-judge', () => {
  it('prints how often the model is right, and a calibration that other commands take', async () => {
    const chosen = ['--endpoint', server.baseUrl, '--model', 'test-model'];
    const { code, stdout } = await place.run(['calibrate-judge', ...chosen, '--format', 'json']);
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(report).toMatchObject({ asked: 48, decided: 48, accuracy: { count: 16 } });
    expect(report.calibration).toMatchObject({ model: 'test-model', pairs: 48 });
    const file = await place.write('judge.json', stdout);
    const taken = await place.run([
      'verify-plan',
      'no-note.md',
      '--library',
      'lib',
      ...chosen,
      '--calibration',
      file,
    ]);
    expect(taken.stderr).toContain('no-note.md');
    expect(taken.stderr).not.toContain('calibration');
    const other = [...chosen.slice(0, 3), 'other-model'];
    const refused = await place.run([
      'verify-plan',
      'no-note.md',
      '--library',
      'lib',
      ...other,
      '--calibration',
      file,
    ]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('holds no calibration of the model other-model');
  });

  it('needs a model', async () => {
    const { code, stderr } = await place.run(['calibrate-judge', '--endpoint', server.baseUrl]);
    expect(code).toBe(2);
    expect(stderr).toContain('--model');
  });
});
