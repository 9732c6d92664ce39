import { afterEach, describe, expect, it } from 'vitest';
import { AttestError } from '../../../src/core/errors';
import type { JudgeCalibration } from '../../../src/core/judge/calibration';
import { judgeBasis } from '../../../src/core/judge/judge-basis';
import type { ModelHost, SentCall, UsedCall } from '../../../src/core/language-model/model-host';
import { modelSettingsSchema, type ModelSettings } from '../../../src/core/language-model/model-settings';
import { ActionJudge } from '../../../src/engine/judge/action';
import type { FactCheckReport } from '../../../src/engine/engine';
import { factCheck } from '../../../src/engine/claims/fact-check';
import { ModelAccess } from '../../../src/engine/language-model/model-access';
import { findsNothing } from '../../support/finds-nothing';
import { known } from '../../support/openai-server/known-abilities';
import {
  startOpenAiServer,
  type ChatBody,
  type OpenAiServer,
  type Reply,
} from '../../support/openai-server/openai-server';
import { sure, tools } from '../../unit/engine/claims/library-double';

// The library and the verifier are doubles that leave a claim open; the way to the model is the real one, over the real
// protocol.

const documents = {
  Asthma: 'Adults with mild asthma are offered inhaled steroids by the nurse.',
  Pressure: 'Start amlodipine 5 mg once daily.',
};
const open = 'Adults with mild asthma are offered inhaled steroids by the doctor.';
const other = 'Adults with mild asthma are offered inhaled steroids by the pharmacist.';
const wrongDose = 'Start amlodipine 50 mg once daily.';
const judgement = (verdict: string, quote = documents.Asthma): Reply => ({
  text: JSON.stringify({ passageId: 'P1', quote, reason: 'The passage names the nurse.', verdict }),
});

/** Three samples and a critic say so, and of the claim's reverse the model says the contrary. */
const contradicts = (quote?: string): Reply[] => [
  ...Array<Reply>(4).fill(judgement('contradicted', quote)),
  judgement('supported', quote),
];

const cleanUp: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(cleanUp.splice(0).map((one) => one.close()));
});

interface Run {
  report: FactCheckReport;
  server: OpenAiServer;
  sent: SentCall[];
  used: UsedCall[];
  again: (text: string) => Promise<FactCheckReport>;
}

async function check(
  text: string,
  answer: Parameters<typeof startOpenAiServer>[0],
  {
    settings = {},
    access = () => Promise.resolve({ known }),
    signal,
  }: { settings?: Partial<ModelSettings>; access?: ModelHost['access']; signal?: AbortSignal } = {},
): Promise<Run> {
  const server = await startOpenAiServer(answer);
  const sent: SentCall[] = [];
  const used: UsedCall[] = [];
  const models = new ModelAccess(
    {
      settings: modelSettingsSchema.parse({
        provider: 'openai-compatible',
        endpoint: server.baseUrl,
        model: 'test-model',
        ...settings,
      }),
      host: { access, sent: (call) => void sent.push(call), used: (call) => void used.push(call) },
      policy: { offlineOnly: false, requireDeidentification: false },
    },
    findsNothing,
  );
  cleanUp.push(models, server);
  const again = (said: string): Promise<FactCheckReport> => {
    const means = tools(documents, () => sure('contradicted'));
    return factCheck(said, { ...means, judge: new ActionJudge(models, true) }, signal);
  };
  return { report: await again(text), server, sent, used, again };
}

const temperatures = (server: OpenAiServer): (number | undefined)[] =>
  server.calls.map(({ body }) => body.temperature);

describe('a fact-check with a language model', () => {
  it('has it judge what is not sure without it, and shows path and cost', async () => {
    const { report, server, sent, used } = await check(open, [
      judgement('not-addressed'),
      judgement('contradicted'),
    ]);
    const [claim] = report.statements;
    expect(server.calls.length).toBeGreaterThan(0);
    expect(claim?.judged?.path[0]).toMatchObject({ by: 'judge', verdict: 'not-addressed' });
    expect(claim?.judged?.cost.calls).toBe(server.calls.length);
    expect(report.model).toMatchObject({ model: 'test-model', cost: { calls: server.calls.length } });
    expect(sent.map(({ purpose }) => purpose)[0]).toBe('judge');
    expect(used).toHaveLength(server.calls.length);
    const asked = String(server.calls[0]?.body.messages?.at(-1)?.content);
    expect(asked).toContain(open);
    expect(asked).toContain(documents.Asthma);
  });

  it('takes its verdict with a quote that stands in the stored document', async () => {
    const { report } = await check(open, contradicts('offered inhaled steroids by the nurse'));
    const [claim] = report.statements;
    expect(claim).toMatchObject({
      verdict: 'contradicted',
      explanation: 'The model’s reason, not checked: The passage names the nurse.',
    });
    expect(claim?.citations.map(({ quote }) => quote)).toEqual([documents.Asthma]);
    expect(claim?.evidence[0]).toMatchObject({ verdict: 'contradicted' });
    expect(claim?.judged?.calibrated).toBe(false);
  });

  it('stays not sure where its quote is in no passage, whatever it says', async () => {
    const { report } = await check(open, [
      judgement('supported', 'Doctors offer inhaled steroids to adults.'),
    ]);
    expect(report.statements).toMatchObject([{ verdict: 'not-sure' }]);
    expect(report.statements[0]?.judged?.path[0]).toMatchObject({ withdrawn: 'supported' });
  });

  it('asks nothing about what typed facts contradict', async () => {
    const { report, server, sent } = await check(wrongDose, [judgement('supported', documents.Pressure)]);
    expect(report.statements).toMatchObject([{ verdict: 'contradicted' }]);
    expect(report.model).toBeUndefined();
    expect(server.requests + sent.length).toBe(0);
  });

  it('keeps samples apart from each other, and from answers that were given before', async () => {
    const verdicts = ['contradicted', 'contradicted', 'not-addressed'];
    const say = (_: ChatBody, call: number): Reply => judgement(verdicts[call % 3] ?? '');
    const { report, server, again } = await check(open, say);
    // Three samples, two of one mind: the share is the probability, and less than sure, so a critic is asked.
    expect(temperatures(server).slice(0, 3)).toEqual([0, 0.7, 0.7]);
    expect(report.statements[0]?.judged?.path.slice(0, 3).map(({ verdict }) => verdict)).toEqual(verdicts);
    const before = server.calls.length;
    await again(open);
    expect(temperatures(server).slice(before, before + 2)).toEqual([0.7, 0.7]);
  });

  it('reads its confidence with the calibration that is kept for the model', async () => {
    const calibration: JudgeCalibration = {
      model: 'test-model',
      basis: judgeBasis,
      pairs: 48,
      accuracy: 0.6,
      slope: 0,
      intercept: 2,
    };
    const { report } = await check(open, contradicts(), {
      access: () => Promise.resolve({ known, calibration }),
    });
    const [claim] = report.statements;
    expect(claim?.judged?.calibrated).toBe(true);
    // A slope of 0: whatever the model's own confidence, 1 / (1 + e⁻²).
    expect(claim?.confidence).toBeCloseTo(0.8808, 4);
  });
});

describe('a fact-check whose language model fails', () => {
  const fails: [
    string,
    Parameters<typeof startOpenAiServer>[0],
    Parameters<typeof check>[2],
    RegExp,
    number,
  ][] = [
    ['refuses the key', [{ status: 401 }], {}, /key/i, 1],
    [
      'costs more than it may',
      [judgement('supported')],
      { settings: { tokensPerAction: 100 } },
      /100 tokens/,
      0,
    ],
    [
      'may not be used',
      [judgement('supported')],
      { access: () => Promise.reject(new AttestError('model-off', 'No agreement.', 'Agree.')) },
      /No agreement/,
      0,
    ],
  ];
  it.each(fails)(
    'because it %s is what it is without, with the reason, and asks no more',
    async (_, answer, how, reason, calls) => {
      const { report, server } = await check(`${open} ${other}`, answer, how);
      expect(report.statements.map(({ verdict }) => verdict)).toEqual(['not-sure', 'not-sure']);
      expect(report.statements.every(({ judged }) => judged === undefined)).toBe(true);
      expect(report.model?.failed).toMatch(reason);
      expect(server.requests).toBe(calls);
    },
  );

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    const work = check(
      open,
      () => {
        stop.abort();
        return { hang: true };
      },
      { signal: stop.signal },
    );
    await expect(work).rejects.toMatchObject({ reason: 'cancelled' });
  });
});
