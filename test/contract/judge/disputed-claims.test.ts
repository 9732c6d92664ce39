import { afterEach, describe, expect, it } from 'vitest';
import { modelSettingsSchema } from '../../../src/core/language-model/model-settings';
import type { LabelShares } from '../../../src/core/verdicts/calibration';
import type { Finding } from '../../../src/core/verdicts/finding';
import { ActionJudge } from '../../../src/engine/judge/action';
import type { FactCheckedStatement, NoteReport } from '../../../src/engine/engine';
import { factCheck } from '../../../src/engine/claims/fact-check';
import { ModelAccess } from '../../../src/engine/language-model/model-access';
import { verifyPlan } from '../../../src/engine/claims/verify-plan';
import { findsNothing } from '../../support/finds-nothing';
import { judgeReply } from '../../support/openai-server/judge-replies';
import { knownWithLogprobs as known } from '../../support/openai-server/known-abilities';
import { startOpenAiServer, type OpenAiServer, type Reply } from '../../support/openai-server/openai-server';
import { sure, tools } from '../../unit/engine/claims/library-double';

// What happens where the checkers without a model differ. Library and verifier are doubles; the way to the model is the real
// one, over the real protocol.

const documents = {
  Knee: 'Swelling of the left knee is treated with rest and cold packs for two days.',
  Pressure: 'Amlodipine is started at 5 mg once daily.',
};
const otherSide = 'Swelling of the right knee is treated with rest and cold packs for two days.';
const sameWords = documents.Pressure;
const cleanUp: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(cleanUp.splice(0).map((one) => one.close()));
});

async function connect(answer: Parameters<typeof startOpenAiServer>[0]) {
  const server = await startOpenAiServer(answer);
  const models = new ModelAccess(
    {
      settings: modelSettingsSchema.parse({
        provider: 'openai-compatible',
        endpoint: server.baseUrl,
        model: 'test-model',
      }),
      host: { access: () => Promise.resolve({ known }) },
      policy: { offlineOnly: false, requireDeidentification: false },
    },
    findsNothing,
  );
  cleanUp.push(models, server);
  return { server, judge: new ActionJudge(models, true) };
}

interface Checked {
  claim: FactCheckedStatement | undefined;
  server: OpenAiServer;
}

async function check(
  text: string,
  reads: keyof LabelShares,
  answer: Parameters<typeof startOpenAiServer>[0],
): Promise<Checked> {
  const { server, judge } = await connect(answer);
  const { statements } = await factCheck(text, { ...tools(documents, () => sure(reads)), judge });
  return { claim: statements[0], server };
}

const by = ({ claim }: Checked): string[] => (claim?.judged?.path ?? []).map((step) => step.by);
const always = (reply: Reply) => (): Reply => reply;

describe('a claim that the verifier supports and typed facts lean against', () => {
  it('is not sure where there is no model, with both in view', async () => {
    const { statements } = await factCheck(
      otherSide,
      tools(documents, () => sure('supported')),
    );
    expect(statements[0]).toMatchObject({
      verdict: 'not-sure',
      checkers: [
        { by: 'typed-facts', verdict: 'contradicted', leans: true },
        { by: 'verifier', verdict: 'supported' },
      ],
    });
  });

  it('is contradicted where a judge and a critic say so, however sure the judge was', async () => {
    const checked = await check(
      otherSide,
      'supported',
      always(judgeReply('contradicted', documents.Knee, 0.99)),
    );
    expect(checked.claim?.verdict).toBe('contradicted');
    expect(checked.claim?.citations.map(({ quote }) => quote)).toEqual([documents.Knee]);
    expect(by(checked).slice(0, 2)).toEqual(['judge', 'critic']);
  });

  it('is not sure where the model supports it by the very sentence that typed facts lean against', async () => {
    const checked = await check(
      otherSide,
      'supported',
      always(judgeReply('supported', documents.Knee, 0.99)),
    );
    expect(checked.claim).toMatchObject({ verdict: 'not-sure' });
    expect(checked.claim?.confidence).toBeUndefined();
    expect(checked.claim?.abstained).toContain('the claim');
    expect(checked.claim?.judged?.path[0]).toMatchObject({ withdrawn: 'supported' });
  });

  it('keeps what was decided where the model cannot be asked', async () => {
    const checked = await check(otherSide, 'supported', [{ status: 401 }]);
    expect(checked.claim).toMatchObject({ verdict: 'not-sure' });
    expect(checked.claim?.judged).toBeUndefined();
  });
});

describe('a claim in the words of a passage, in which the verifier reads a contradiction', () => {
  it('is supported where a judge and a critic read it so', async () => {
    const checked = await check(
      sameWords,
      'contradicted',
      always(judgeReply('supported', documents.Pressure, 0.99)),
    );
    expect(by(checked)).toEqual(['judge', 'critic']);
    expect(checked.claim).toMatchObject({
      verdict: 'supported',
      checkers: [
        { by: 'typed-facts', verdict: 'supported' },
        { by: 'verifier', verdict: 'contradicted' },
      ],
    });
  });

  it('goes to a panel and a moderator where judge and critic differ', async () => {
    const yes = judgeReply('supported', documents.Pressure, 0.99);
    const no = judgeReply('not-addressed', '', 0.9);
    const checked = await check(sameWords, 'contradicted', [yes, no, yes, no, yes, yes]);
    expect(by(checked)).toEqual(['judge', 'critic', 'strict-reader', 'sceptic', 'clinician', 'moderator']);
    expect(checked.claim?.judged?.cost.calls).toBe(6);
    expect(checked.claim?.verdict).toBe('supported');
  });
});

describe('a claim that typed facts contradict, while the verifier leans to support it', () => {
  const documentsOfVaccine = { Vaccine: 'The vaccine is unsafe for immunocompromised adults.' };
  const claim = 'The vaccine is safe for immunocompromised adults.';

  it('stays contradicted with its quote, and no model is asked', async () => {
    const { server, judge } = await connect(
      always(judgeReply('supported', documentsOfVaccine.Vaccine, 0.99)),
    );
    const means = tools(documentsOfVaccine, () => sure('supported'));
    const without = await factCheck(claim, means);
    const { statements } = await factCheck(claim, { ...means, judge });
    expect(statements[0]?.verdict).toBe('contradicted');
    expect(statements[0]?.citations.map(({ quote }) => quote)).toEqual([documentsOfVaccine.Vaccine]);
    expect(statements).toEqual(without.statements);
    expect(statements[0]?.checkers?.map(({ by, verdict }) => [by, verdict])).toEqual([
      ['typed-facts', 'contradicted'],
      ['verifier', 'supported'],
    ]);
    expect(server.requests).toBe(0);
  });
});

describe('a claim about which the checkers agree', () => {
  it('is not asked about', async () => {
    const { claim, server } = await check(sameWords, 'supported', always(judgeReply('contradicted', '', 1)));
    expect(claim?.verdict).toBe('supported');
    expect(server.requests).toBe(0);
  });
});

describe('a step of a plan that the library supports and a rule speaks against', () => {
  const order = 'Start amlodipine 5 mg once daily.';
  const note = `## Plan\n\n1. Hypertension\n   - ${order}\n`;
  const start = note.indexOf('amlodipine');
  const rule: Finding = {
    start,
    end: start + 'amlodipine'.length,
    rule: 'guideline/contraindication',
    axis: 'guideline',
    verdict: 'not-sure',
    severity: 'information',
    harm: 1,
    text: 'amlodipine',
    message: 'It may not be for this patient.',
    confidence: 0.5,
    citations: [],
    fixes: [],
    also: [],
    statement: { start, end: start + 10 },
    fingerprint: 'abc',
  };

  async function verify(finding: Finding, answer: Parameters<typeof startOpenAiServer>[0]) {
    const { server, judge } = await connect(answer);
    const checkNote = (): Promise<NoteReport> =>
      Promise.resolve({ findings: [finding] } as unknown as NoteReport);
    const { statements } = await verifyPlan(
      { note: '/n.md', text: note, sources: [] },
      { ...tools({ Orders: order }, () => sure('supported')), checkNote, judge },
    );
    return { step: statements[0], server };
  }
  const supports = judgeReply('supported', order, 0.99);

  it('is judged, with a critic', async () => {
    const { step } = await verify(rule, always(supports));
    expect(step?.checkers?.at(-1)).toEqual({ by: 'rule', verdict: 'contradicted', leans: true });
    expect(step?.judged?.path.map((one) => one.by)).toEqual(['judge', 'critic']);
    expect(step?.verdict).toBe('supported');
  });

  it('is never supported by a model where the rule is sure and was only made quiet', async () => {
    const { step } = await verify({ ...rule, verdict: 'contradicted' }, always(supports));
    expect(step).toMatchObject({ verdict: 'not-sure', score: null });
  });

  it('is contradicted, and no model asked, where the rule is sure and not quiet', async () => {
    const { step, server } = await verify(
      { ...rule, verdict: 'contradicted', severity: 'warning' },
      always(supports),
    );
    expect(step?.verdict).toBe('contradicted');
    expect(step?.checkers?.at(-1)).toEqual({ by: 'rule', verdict: 'contradicted' });
    expect(server.requests).toBe(0);
  });

  it('is not doubted for a rule on how an order is written', async () => {
    const { step, server } = await verify(
      { ...rule, rule: 'consistency/order', axis: 'consistency' },
      always(supports),
    );
    expect(step?.verdict).toBe('supported');
    expect(server.requests).toBe(0);
  });
});
