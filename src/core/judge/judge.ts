import { AttestError } from '../errors';
import { distinctCitations } from '../evidence/citations/distinct';
import { addressesMachine } from '../language-model/embedded-instructions';
import type { LanguageModel } from '../language-model/language-model';
import { ModelMeter } from '../language-model/model-meter';
import { shownText } from '../language-model/shown-text';
import { vetoes, type CheckerOpinion } from '../verdicts/checker-opinion';
import type { ScoredVerdict, Verdict } from '../verdicts/verdict';
import { scoredVerdicts } from '../verdicts/verdict';
import { calibrated } from './calibration';
import { showEvidence, type ShownEvidence } from './checked-quote';
import { explain } from './explain';
import { fittingEvidence } from './fitting-evidence';
import type { JudgeEvidence } from './judge-evidence';
import type { JudgeRole } from './judge-step';
import { askOpinion } from './opinion';
import { guard, isRefuted, type GuardedOpinion } from './opinion-guards';
import { quoteAlone, saysSameOfReverse } from './quote-alone';
import type { JudgeOptions, Judgement, OfflineVerdict } from './judgement';
import { agreement } from './sample-share';
import { wordsNotIn } from './quote-bearing';

const defaultSamples = 3;
const sampleTemperature = 0.7;
/** A judge that is less sure than this gets a critic. */
const sureEnough = 0.75;
const unconfirmed = 'The quote does not show it, and by the quote alone nobody confirmed it.';
/** An opinion without a probability counts so much in the pool. */
const unknownConfidence = 0.7;

/**
 * Judges a statement by passages. Typed facts come first: their contradiction is final, and costs no call. Else a judge is
 * asked. Where it is unsure, disagrees with what the offline checkers decided, had to be taken back, or where those differ among
 * themselves, a critic is asked too; where both differ, a panel of three; where those differ, a moderator. What typed facts
 * contradict in such a difference is never supported. What is supported or contradicted in the end by
 * a quote that does not show it needs, besides, a critic who sees the quote alone, and a model that does not say the same of
 * the statement's reverse.
 * @throws AttestError what the model throws; an answer that cannot be used is no error, but "not sure"
 */
export async function judgeStatement(
  model: LanguageModel,
  statement: string,
  evidence: readonly JudgeEvidence[],
  offline: OfflineVerdict,
  options: JudgeOptions = {},
): Promise<Judgement> {
  const can = await model.capabilities(options.signal);
  const read = fittingEvidence(can, statement, evidence, options.isPlanStep);
  const deliberation = new Deliberation(model, statement, showEvidence(read), offline, options);
  try {
    return await deliberation.run();
  } finally {
    options.spent?.addCost(deliberation.meter.cost);
  }
}

class Deliberation {
  readonly meter = new ModelMeter();
  private readonly opinions: GuardedOpinion[] = [];
  /** Opinions that have had their say in the confidence of another one. */
  private readonly counted = new Set<GuardedOpinion>();
  private readonly statement: string;

  constructor(
    private readonly model: LanguageModel,
    private readonly original: string,
    private readonly evidence: readonly ShownEvidence[],
    private readonly offline: OfflineVerdict,
    private readonly options: JudgeOptions,
  ) {
    this.statement = shownText(original).text;
  }

  async run(): Promise<Judgement> {
    const { verdict, typed } = this.offline;
    if (typed && verdict === 'contradicted') {
      return this.withoutModel('contradicted', 'Typed facts contradict it; no model was asked.');
    }
    if (addressesMachine(this.original)) {
      return this.withoutModel(
        verdict === 'supported' ? 'not-sure' : verdict,
        'The statement speaks to a machine, so no model was asked.',
      );
    }
    if (this.evidence.every(({ shown }) => shown.text.trim() === '')) {
      return this.withoutModel(verdict, 'There was nothing to show to a model.');
    }
    try {
      return await this.deliberate();
    } catch (error) {
      if (!(error instanceof AttestError) || error.reason !== 'model-answer') throw error;
      return this.settle('not-sure', 'The model did not answer in a form that can be checked.');
    }
  }

  private async deliberate(): Promise<Judgement> {
    const judge = await this.firstOpinion();
    if (this.options.escalate === false) return this.settle(judge.verdict);
    const verdict = await this.discuss(judge);
    const doubt = await this.doubtAbout(verdict);
    return doubt === undefined ? this.settle(verdict) : this.settle('not-sure', doubt);
  }

  private async discuss(judge: GuardedOpinion): Promise<ScoredVerdict> {
    const { differing } = this.offline;
    if (!differing && (this.isSettled(judge) || this.leansOnWord(judge))) return judge.verdict;
    const critic = await this.ask('critic', { earlier: [judge], checkers: differing });
    if (!critic.objection && critic.verdict === judge.verdict) return judge.verdict;
    // Both said it by words of the passage that speak against it: a panel of the same model would say it again.
    if (isRefuted(judge) && isRefuted(critic)) return 'not-sure';
    const panel = await Promise.all(
      (['strict-reader', 'sceptic', 'clinician'] as const).map((role) => this.ask(role)),
    );
    const [first] = panel;
    if (first && panel.every((one) => one.verdict === first.verdict)) return first.verdict;
    const readers = [judge, critic, ...panel];
    const { verdict } = await this.ask('moderator', { earlier: readers, checkers: differing });
    const agreeing = readers.filter((one) => one.verdict === verdict).length;
    // Where the checkers differ, one moderator makes nothing supported that most of the readers before him do not find so.
    if (differing && verdict === 'supported' && agreeing <= readers.length / 2) return 'not-sure';
    const isGiven = agreeing > 0 || differing?.some((one) => one.verdict === verdict);
    return isGiven ? verdict : 'not-sure';
  }

  /** True for a verdict that rests on a quote, where the quote does not show it: what is left is a model's word. */
  private leansOnWord({ verdict, shown }: GuardedOpinion): boolean {
    return (verdict === 'supported' || verdict === 'contradicted') && !shown;
  }

  /**
   * Whatever stands in the passages may have moved every reader of them. So a verdict counts where its quote shows it, where
   * the checkers without a model say the same, or where a critic who gets the statement and the quote alone agrees, with the
   * words in view that only the statement has, and the model does not say the same of the statement's reverse.
   * @returns why it does not count; undefined where it does
   */
  private async doubtAbout(verdict: ScoredVerdict): Promise<string | undefined> {
    const agreeing = this.opinions.filter((one) => one.verdict === verdict);
    if (!agreeing.every((one) => this.leansOnWord(one)) || this.offline.verdict === verdict) return undefined;
    const voice = agreeing.find(({ quote }) => quote !== undefined);
    if (!voice?.quote) return unconfirmed;
    const evidence = quoteAlone(voice.quote, this.evidence);
    const words = verdict === 'supported' ? wordsNotIn(this.statement, voice.quote.sentences) : [];
    const critic = await this.ask('critic', { earlier: [voice], evidence, words });
    if (critic.objection || critic.verdict !== verdict) return unconfirmed;
    // It only says that nothing else moved the others: how sure they are stays theirs.
    this.counted.add(critic);
    const { isPlanStep = false, signal } = this.options;
    const question = { statement: this.statement, evidence, isPlanStep };
    return (await saysSameOfReverse(this.model, question, verdict, this.meter, signal))
      ? 'The model says the same of the statement and of its reverse by that quote, so what it says does not count.'
      : undefined;
  }

  /** The judge's opinion: with the probabilities of its tokens, or the one that most of its samples share. */
  private async firstOpinion(): Promise<GuardedOpinion> {
    const first = await this.ask('judge');
    const samples = Math.min(5, this.options.samples ?? defaultSamples);
    if (first.confidence !== undefined || samples < 2) return first;
    for (let at = 1; at < samples; at++) await this.ask('judge', { temperature: sampleTemperature });
    const count = (one: GuardedOpinion): number =>
      this.opinions.filter(({ verdict }) => verdict === one.verdict).length;
    const most = this.opinions.reduce((best, one) => (count(one) > count(best) ? one : best), first);
    most.confidence = agreement(count(most), this.opinions.length);
    // The other samples have had their say in that share.
    for (const one of this.opinions) if (one !== most) this.counted.add(one);
    return most;
  }

  private isSettled(judge: GuardedOpinion): boolean {
    const { verdict } = this.offline;
    const decided = verdict === 'supported' || verdict === 'contradicted';
    if (judge.objection) return false;
    if (decided) return verdict === judge.verdict;
    return this.confidenceOf(judge) >= sureEnough || judge.confidence === undefined;
  }

  private async ask(
    role: JudgeRole,
    {
      evidence = this.evidence,
      words = [],
      ...how
    }: {
      evidence?: readonly ShownEvidence[];
      words?: readonly string[];
      earlier?: readonly GuardedOpinion[];
      checkers?: readonly CheckerOpinion[] | undefined;
      temperature?: number;
    } = {},
  ): Promise<GuardedOpinion> {
    const { isPlanStep = false } = this.options;
    const question = { statement: this.statement, evidence, isPlanStep, words };
    const said = await askOpinion(this.model, role, question, this.meter, {
      ...how,
      signal: this.options.signal,
    });
    const opinion = guard(this.original, said);
    this.opinions.push(opinion);
    return opinion;
  }

  private confidenceOf({ confidence }: GuardedOpinion): number {
    if (confidence === undefined) return unknownConfidence;
    return calibrated(confidence, this.options.calibration);
  }

  private settle(verdict: ScoredVerdict, explanation?: string): Judgement {
    if (verdict === 'supported' && vetoes(this.offline.differing ?? [])) {
      return this.settle('not-sure', 'Typed facts contradict it, and no language model takes that back.');
    }
    const agreeing = this.opinions.filter((one) => one.verdict === verdict);
    const quotes = [...agreeing.filter(({ shown }) => shown), ...agreeing].flatMap(({ quote }) =>
      quote ? [quote.citation] : [],
    );
    const known = this.opinions.some(({ confidence }) => confidence !== undefined);
    return {
      verdict,
      ...(known && { probability: this.pooled(verdict) }),
      citations: distinctCitations(quotes.length > 0 ? quotes : this.offline.citations),
      explanation: explanation ?? explain(verdict, this.opinions, this.offline),
      path: this.opinions.map(({ role, verdict: said, withdrawn }) => ({
        by: role,
        verdict: said,
        ...(withdrawn !== undefined && { withdrawn }),
      })),
      cost: this.meter.cost,
    };
  }

  /** The mean of what each opinion gives to the verdict; one that says otherwise leaves the rest to the other verdicts. */
  private pooled(verdict: ScoredVerdict): number {
    const shares = this.opinions
      .filter((one) => !this.counted.has(one))
      .map((one) => {
        const own = this.confidenceOf(one);
        return one.verdict === verdict ? own : (1 - own) / (scoredVerdicts.length - 1);
      });
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }

  private withoutModel(verdict: Verdict, explanation: string): Judgement {
    return {
      verdict,
      citations: this.offline.citations,
      explanation,
      path: [{ by: 'typed-facts', verdict: this.offline.verdict }],
      cost: this.meter.cost,
    };
  }
}
