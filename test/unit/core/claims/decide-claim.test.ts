import { describe, expect, it } from 'vitest';
import { contradictionAnchor } from '../../../../src/core/claims/anchor';
import { decideClaim } from '../../../../src/core/claims/decide-claim';
import { vetoOfSupport } from '../../../../src/core/claims/support-veto';
import { extractFacts } from '../../../../src/core/facts/extract';
import type { LabelShares } from '../../../../src/core/verdicts/calibration';
import type { Verdict } from '../../../../src/core/verdicts/verdict';

const supports: LabelShares = { supported: 0.97, contradicted: 0.02, notAddressed: 0.01 };
const contradicts: LabelShares = { supported: 0.02, contradicted: 0.97, notAddressed: 0.01 };
const silent: LabelShares = { supported: 0.02, contradicted: 0.01, notAddressed: 0.97 };
const torn: LabelShares = { supported: 0.5, contradicted: 0.3, notAddressed: 0.2 };

const decide = (
  evidence: string,
  claim: string,
  typed: Exclude<Verdict, 'not-scored'>,
  shares?: LabelShares,
  acceptedError?: number,
) =>
  decideClaim({
    claim,
    claimFacts: extractFacts(claim),
    evidence,
    evidenceFacts: extractFacts(evidence),
    typed,
    typedConfidence: 0.94,
    ...(shares && { shares }),
    ...(acceptedError !== undefined && { acceptedError }),
  });

describe('a claim against evidence', () => {
  const smoking = ['He quit smoking in 2010.', 'He is a former smoker.'] as const;

  it('is supported where the verifier is sure and typed facts are silent', () => {
    expect(decide(...smoking, 'not-sure', supports)).toMatchObject({
      verdict: 'supported',
      basis: 'reading',
    });
  });

  it('is contradicted by typed facts where the verifier would support it', () => {
    expect(decide('Pulse 72.', 'Pulse 92.', 'contradicted', supports)).toMatchObject({
      verdict: 'contradicted',
      basis: 'facts',
    });
  });

  it('is not sure where facts differ and the verifier reads that they are of different things', () => {
    expect(decide('Pulse 72.', 'Pulse 92.', 'contradicted', silent)).toMatchObject({ verdict: 'not-sure' });
    expect(decide('Pulse 72.', 'Pulse 92.', 'contradicted', torn)).toMatchObject({ verdict: 'contradicted' });
  });

  it('is not sure where the verifier contradicts and nothing shows it', () => {
    const decision = decide(
      'Take it in the morning with water.',
      'Take it in the morning with juice.',
      'not-sure',
      contradicts,
    );
    expect(decision.verdict).toBe('not-sure');
    expect(decision.abstained).toContain('no fact or word shows one');
  });

  it('is contradicted where the verifier contradicts and a word shows it', () => {
    expect(
      decide('Aspirin is not recommended.', 'Aspirin is recommended.', 'not-sure', contradicts),
    ).toMatchObject({
      verdict: 'contradicted',
      anchor: { kind: 'words' },
    });
  });

  it('is not sure where the evidence lacks the number that the verifier takes for supported', () => {
    const decision = decide('The potassium was high.', 'The potassium was 5.9 mmol/L.', 'not-sure', supports);
    expect(decision).toMatchObject({ verdict: 'not-sure' });
    expect(decision.abstained).toContain('5.9');
  });

  it('is not sure by typed facts either where they are wrong more often than is accepted', () => {
    const decision = decide('Pulse 72.', 'Pulse 92.', 'contradicted', contradicts, 0.05);
    expect(decision).toMatchObject({ verdict: 'not-sure', basis: 'facts' });
    expect(decision.abstained).toContain('6 %');
    expect(decide('Pulse 72.', 'Pulse 92.', 'contradicted', contradicts, 0.06).verdict).toBe('contradicted');
    expect(decide('Pulse 72.', 'Pulse 72.', 'supported', undefined, 0.05).verdict).toBe('not-sure');
  });

  it('is not sure outside of the accepted error, and says how sure it was', () => {
    const decision = decide(...smoking, 'not-sure', torn);
    expect(decision.verdict).toBe('not-sure');
    expect(decision.abstained).toContain('50 %');
    expect(decide(...smoking, 'not-sure', torn, 0.5)).toMatchObject({ verdict: 'supported' });
    expect(decide(...smoking, 'not-sure', supports, 0.01).verdict).toBe('not-sure');
  });

  it('is not sure outside of the accepted error, although claim and evidence share no word', () => {
    const leans: LabelShares = { supported: 0.25, contradicted: 0.15, notAddressed: 0.6 };
    expect(decide(...smoking, 'not-addressed', leans)).toMatchObject({
      verdict: 'not-sure',
      basis: 'reading',
    });
    expect(decide(...smoking, 'not-addressed', silent).verdict).toBe('not-addressed');
    expect(decide(...smoking, 'not-addressed', supports).verdict).toBe('supported');
  });

  it('is not sure where the words support it and the verifier is sure of the contrary', () => {
    expect(decide('She has a cough.', 'She has a cough.', 'supported', contradicts).verdict).toBe('not-sure');
    expect(decide('She has a cough.', 'She has a cough.', 'supported', silent).verdict).toBe('supported');
  });

  it('is left to typed facts where there is no verifier', () => {
    expect(decide(...smoking, 'not-sure')).toMatchObject({ verdict: 'not-sure', basis: 'facts' });
    expect(decide(...smoking, 'not-addressed')).toMatchObject({ verdict: 'not-addressed' });
  });
});

describe('what a contradiction rests on', () => {
  const anchor = (evidence: string, claim: string) =>
    contradictionAnchor(claim, extractFacts(claim), evidence, extractFacts(evidence));

  it.each([
    ['Start amlodipine 5 mg daily.', 'Amlodipine is started at 10 mg.', 'value'],
    ['The left knee is swollen.', 'The right knee is swollen.', 'side'],
    ['She denies a cough.', 'She has a cough.', 'polarity'],
    ['Vaccination reduces the risk of zoster.', 'Vaccination raises the risk of zoster.', 'words'],
    ['Steroids showed no benefit on mortality.', 'Steroids showed benefit on mortality.', 'words'],
  ])('%s | %s: %s', (evidence, claim, kind) => {
    expect(anchor(evidence, claim)?.kind).toBe(kind);
  });

  it.each([
    ['Amlodipine 5 mg daily.', 'Amlodipine 5 mg daily.'],
    ['The clinic opens at noon on Mondays.', 'Aspirin does not prevent stroke.'],
    ['The kidney was biopsied.', 'The kidney specimen was examined.'],
  ])('is nothing in “%s” | “%s”', (evidence, claim) => {
    expect(anchor(evidence, claim)).toBeUndefined();
  });
});

describe('what typed facts keep a reading from', () => {
  it.each([
    ['Aspirin was not stopped.', 'Aspirin was continued.'],
    ['CT cannot rule out pulmonary embolism.', 'CT showed pulmonary embolism.'],
    ['X-ray could not exclude a fracture.', 'The X-ray showed a fracture.'],
  ])('a contradiction that nothing shows: %s', (evidence, claim) => {
    expect(decide(evidence, claim, 'not-sure', contradicts).verdict).toBe('not-sure');
  });

  it.each([
    ['Aspirin was not stopped.', 'Aspirin was stopped.'],
    ['Aspirin was stopped.', 'Aspirin was continued.'],
    ['CT ruled out pulmonary embolism.', 'CT showed pulmonary embolism.'],
  ])('and not from one that shows: %s', (evidence, claim) => {
    expect(decide(evidence, claim, 'not-sure', contradicts).verdict).toBe('contradicted');
  });

  const veto = (evidence: string, claim: string): string | undefined =>
    vetoOfSupport(extractFacts(claim), extractFacts(evidence));

  it.each([
    ['Her mother had breast cancer.', 'She had breast cancer.'],
    ['Possible pneumonia on the chest X-ray.', 'Pneumonia on the chest X-ray.'],
    ['He had no fever but had chills.', 'He denied chills.'],
    [
      'In May: metformin 500 mg twice daily. In June: metformin 1000 mg twice daily.',
      'Metformin 500 mg twice daily.',
    ],
  ])('support: %s', (evidence, claim) => expect(veto(evidence, claim)).toBeDefined());

  it.each([
    ['Her mother had breast cancer, and she has breast cancer too.', 'She has breast cancer.'],
    ['Her mother had breast cancer.', 'Her mother had breast cancer.'],
    ['Possible pneumonia.', 'Pneumonia is possible.'],
    ['Metformin 500 mg twice daily. She feels well on metformin.', 'Metformin 500 mg twice daily.'],
    ['He had chills.', 'He had chills.'],
  ])('and not from support that nothing speaks against: %s', (evidence, claim) =>
    expect(veto(evidence, claim)).toBeUndefined(),
  );
});
