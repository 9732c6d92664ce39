import { afterEach, describe, expect, it } from 'vitest';
import { AttestError } from '../../../src/core/errors';
import { calibrated, type JudgeCalibration } from '../../../src/core/judge/calibration';
import { labelledPairs } from '../../../src/core/judge/labelled-pairs';
import type { ModelPlace } from '../../../src/core/language-model/language-model';
import type { ModelHost } from '../../../src/core/language-model/model-host';
import { modelSettingsSchema, type ModelSettings } from '../../../src/core/language-model/model-settings';
import { ModelAccess } from '../../../src/engine/language-model/model-access';
import { findsNothing } from '../../support/finds-nothing';
import { judgeReply, pairOf } from '../../support/openai-server/judge-replies';
import { knownWithLogprobs as known } from '../../support/openai-server/known-abilities';
import {
  startOpenAiServer,
  type ChatBody,
  type OpenAiServer,
  type Reply,
} from '../../support/openai-server/openai-server';

/**
 * A judge who is unsure of what is supported, and sees a contradiction in every second pair that says nothing of the kind:
 * of 48 pairs it decides 32, and 24 of those rightly. It is as sure of the wrong ones.
 */
function tooSureOf(body: ChatBody, sureness: number | undefined): Reply {
  const pair = pairOf(body);
  if (!pair) return { status: 404 };
  const { verdict, evidence } = pair;
  const index = labelledPairs.indexOf(pair);
  if (verdict === 'supported') return judgeReply('not-sure', '', sureness);
  return verdict === 'contradicted' || index % 2 === 0
    ? judgeReply('contradicted', evidence, sureness)
    : judgeReply('not-addressed', '', sureness);
}

const tooSure = (body: ChatBody): Reply => tooSureOf(body, 0.99);
const withoutProbabilities = (body: ChatBody): Reply => tooSureOf(body, undefined);

const cleanUp: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(cleanUp.splice(0).map((one) => one.close()));
});

interface Setting {
  server: OpenAiServer;
  access: ModelAccess;
  /** What the front door was asked, and what it was told to remember. */
  asked: { place: ModelPlace; model: string; byUser: boolean }[];
  kept: { place: ModelPlace; model: string; calibration: JudgeCalibration }[];
}

async function connect(
  answer: Parameters<typeof startOpenAiServer>[0],
  settings: Partial<ModelSettings> = {},
  more: Partial<ModelHost> = {},
): Promise<Setting> {
  const server = await startOpenAiServer(answer);
  const asked: Setting['asked'] = [];
  const kept: Setting['kept'] = [];
  const access = new ModelAccess(
    {
      settings: modelSettingsSchema.parse({
        provider: 'openai-compatible',
        endpoint: server.baseUrl,
        model: 'test-model',
        callsPerMinute: 10_000,
        ...settings,
      }),
      policy: { offlineOnly: false, requireDeidentification: false },
      host: {
        access: (place, model, byUser) => {
          asked.push({ place, model, byUser });
          const calibration = kept.at(-1)?.calibration;
          return Promise.resolve({ known, ...(calibration && { calibration }) });
        },
        calibrated: (place, model, calibration) => void kept.push({ place, model, calibration }),
        ...more,
      },
    },
    findsNothing,
  );
  cleanUp.push(access, server);
  return { server, access, asked, kept };
}

const failure = async (work: Promise<unknown>): Promise<AttestError> =>
  work.then(
    () => expect.fail('no error'),
    (error: unknown) => error as AttestError,
  );

describe('calibrating a judge', () => {
  it('tells how often it is right, and reads its probabilities so', async () => {
    const { server, access } = await connect(tooSure);
    const steps: number[] = [];
    const report = await access.calibrate((done) => void steps.push(done));
    expect(report).toMatchObject({ asked: 48, decided: 32, notSure: 16, unusable: 0, refused: 0 });
    expect(report.accuracy).toMatchObject({ count: 24, share: 0.75 });
    expect(report.cost.calls).toBe(48);
    expect(server.calls).toHaveLength(48);
    expect(steps).toEqual(labelledPairs.map((_, index) => index + 1));
    expect(Math.abs(calibrated(0.99, report.calibration) - 0.75)).toBeLessThan(0.1);
    expect(report.brier.after).toBeLessThan(report.brier.before);
  });

  it('is remembered for the place and model that were agreed to, and used from then on', async () => {
    const { access, asked, kept } = await connect(tooSure);
    const { calibration } = await access.calibrate();
    expect(asked[0]).toMatchObject({ byUser: true });
    expect(kept).toEqual([{ place: asked[0]?.place, model: asked[0]?.model, calibration }]);
    const model = await access.forAction(true);
    expect(access.calibrationOf(model)).toEqual(calibration);
  });

  it('asks a model three times that gives no probabilities', async () => {
    const { server, access } = await connect(withoutProbabilities);
    const report = await access.calibrate();
    expect(report).toMatchObject({ decided: 32, accuracy: { count: 24 } });
    expect(server.calls).toHaveLength(3 * labelledPairs.length);
  });

  it('counts what cannot be read, and what the endpoint refuses now and then', async () => {
    const refused = labelledPairs.slice(0, 2);
    const garbled = labelledPairs[2];
    const { access } = await connect((body) => {
      const pair = pairOf(body);
      if (pair && refused.includes(pair)) return { status: 400 };
      return pair === garbled ? { text: 'I would say yes.' } : tooSure(body);
    });
    const report = await access.calibrate();
    expect(report).toMatchObject({ refused: 2, unusable: 1 });
    expect(report.decided + report.notSure + report.unusable + report.refused).toBe(report.asked);
  });
});

describe('nothing is remembered of a judge', () => {
  it.each([
    ['who refuses again and again', () => ({ status: 401 }), {}, 'model-refused', 3],
    ['who takes more than an action may', tooSure, { tokensPerAction: 1400 }, 'budget-spent', undefined],
    ['who decides too little', () => judgeReply('not-sure', '', 0.9), {}, 'model-answer', 48],
    [
      'whose quotes stand nowhere',
      () => judgeReply('supported', 'as I read it', 0.9),
      {},
      'model-answer',
      48,
    ],
  ] as const)('%s', async (_, answer, settings, reason, calls) => {
    const { server, access, kept } = await connect((body) => answer(body), settings);
    const error = await failure(access.calibrate());
    expect(error.reason).toBe(reason);
    expect(error.advice).not.toBe('');
    expect(kept).toEqual([]);
    if (calls !== undefined) expect(server.calls).toHaveLength(calls);
  });

  it('whose budget is too small, and the advice says what to raise', async () => {
    const { access } = await connect(tooSure, { tokensPerAction: 1400 });
    const { message, advice } = await failure(access.calibrate());
    expect(message).toMatch(/of 48 pairs were judged, and nothing was kept/);
    expect(advice).toContain('attest.model.tokensPerAction');
  });

  it('who was not agreed to: nothing is sent', async () => {
    const { server, access, kept } = await connect(
      tooSure,
      {},
      { access: () => Promise.reject(new AttestError('model-off', 'No.', 'Agree.')) },
    );
    expect((await failure(access.calibrate())).reason).toBe('model-off');
    expect(server.requests).toBe(0);
    expect(kept).toEqual([]);
  });

  it('that is stopped on the way', async () => {
    const stop = new AbortController();
    const { server, access, kept } = await connect(tooSure);
    const work = access.calibrate((done) => {
      if (done === 5) stop.abort();
    }, stop.signal);
    expect((await failure(work)).reason).toBe('cancelled');
    expect(server.calls).toHaveLength(5);
    expect(kept).toEqual([]);
  });
});

describe('what a front door gives as a calibration', () => {
  it.each([
    ['is none', { slope: 'steep' }],
    ['is of another model', { model: 'other' }],
    ['was measured with other instructions', { basis: 'earlier' }],
  ])('is not used where it %s', async (_, change) => {
    const first = await connect(tooSure);
    const { calibration } = await first.access.calibrate();
    const spoilt = { ...calibration, ...change } as unknown as JudgeCalibration;
    const { access } = await connect(
      [{ status: 500 }],
      {},
      { access: () => Promise.resolve({ known, calibration: spoilt }) },
    );
    expect(access.calibrationOf(await access.forAction(true))).toBeUndefined();
  });
});
